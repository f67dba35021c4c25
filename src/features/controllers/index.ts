// Controllers: who answers for personal data, and who keeps it for them, from a day to a day. The network states it for all its
// hubs; a hub states it for itself where it differs. Privacy notices and reports to people say what is stated here.
export { nameProcessor } from './actions/name-processor.ts'
export { stateController } from './actions/state-controller.ts'
export { mayStateController } from './policy.ts'
export { controllerAt, processorStated } from './queries.ts'
