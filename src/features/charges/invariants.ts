import type { Invariant } from '../../platform/invariants.ts'

export const invariants: readonly Invariant[] = [
  {
    rule: 'No charge is confirmed without a person, nor taken back but with the notice or the mark that it rested on (rule 7)',
    query: `select format('charge %s is %s by nobody', c.id, c.status) as fault from charges c where c.status <> 'proposed' and c.decided_by_person_id is null
      and not (c.status in ('waived', 'credited') and c.cause = 'non_attendance' and exists (select from marks m where m.session_id = c.session_id and m.participant_id = c.participant_id and m.recorded_at >= c.proposed_at))
      and not (c.status = 'waived' and exists (select from cancellations n where n.session_id = c.session_id and n.participant_id = c.participant_id and n.taken_back_at is not null))`,
  },
  {
    rule: 'A charge asks for what the policy that was agreed to asks for, or for less where it has a cap (rule 7)',
    query: `select format('charge %s asks for %s pence, its policy for %s', c.id, c.amount_pence, p.amount_pence) as fault from charges c join cancellation_policies p on p.id = c.policy_id where c.amount_pence > p.amount_pence or (c.amount_pence < p.amount_pence and p.cap_pence is null)`,
  },
]
