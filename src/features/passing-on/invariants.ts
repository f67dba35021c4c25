import type { Invariant } from '../../platform/invariants.ts'

export const invariants: readonly Invariant[] = [
  {
    rule: 'What another hub took over is the request that the first one passed on, of the same unit and project',
    query: `select format('passing %s was taken, but its request %s does not say so', s.id, s.interest_id) as fault
      from interest_passings s join expressions_of_interest i on i.id = s.interest_id left join expressions_of_interest k on k.id = s.new_interest_id
      where s.status = 'accepted' and (i.status <> 'passed_on' or i.passed_on_to_id is distinct from s.new_interest_id
        or k.project_id <> i.project_id or k.organisation_id <> i.organisation_id)`,
  },
]
