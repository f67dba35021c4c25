// Access: who can see a record and why, what somebody can do, and acting for somebody else.
// It computes its answers with the doors, policies and queries of the rooms that decide, and has no rules of theirs of its own.
// The site asks here who a session belongs to, because somebody may act in it for somebody else.

export { identify } from './access.ts'
export { isBarredWhileActing } from './acting.ts'
export { everyPart, type Part } from './parts-access.ts'
