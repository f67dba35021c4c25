// Hosting: at whose school a group meets. What schools say of hosting, a rota that is fair to all of them, first at the lead's school;
// who is asked answers by a mailed link, and a refusal asks the next for that one session and moves nothing else.
export { answerHosting } from './actions/answer-hosting.ts'
export { askHosts } from './actions/ask-hosts.ts'
export { hostElsewhere } from './actions/host-elsewhere.ts'
export { stateWillingness } from './actions/state-willingness.ts'
export { mayAnswerHosting } from './policy.ts'
export { hostingsOfGroup } from './queries.ts'
