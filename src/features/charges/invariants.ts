import type { Invariant } from '../../platform/invariants.ts'

export const invariants: readonly Invariant[] = [
  {
    rule: 'No charge is confirmed or waived without a person (rule 7)',
    query: `select format('charge %s is %s by nobody', id, status) as fault from charges where status <> 'proposed' and decided_by_person_id is null`,
  },
  {
    rule: 'A charge asks for what the policy that was agreed to asks for (rule 7)',
    query: `select format('charge %s asks for %s pence, its policy for %s', c.id, c.amount_pence, p.amount_pence) as fault from charges c join cancellation_policies p on p.id = c.policy_id where c.amount_pence <> p.amount_pence`,
  },
]
