// Successions: what a closed school takes part in (places, requests, the people there) follows to the one that follows it; where two
// could, or both have a part in the same, the national team is asked. The registers tell that a school was followed.
export { maySettleSuccession } from './policy.ts'
