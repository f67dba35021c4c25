// Evaluation: what participants say of a project, asked about the very benefits its flyer promised (S16).
// Each answers by a personal link; what they say is shown as figures, and their words without their names.
export { evaluationEvents } from './events.ts'
export { evaluationMail } from './jobs.ts'
