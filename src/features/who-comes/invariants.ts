import type { Invariant } from '../../platform/invariants.ts'

export const invariants: readonly Invariant[] = [
  {
    rule: 'No more people come to a session under a place than the place is for (rule 1)',
    query: `select format('session %s: %s people of place %s come, which is for %s', w.session_id, count(*), p.id, p.people_count) as fault
      from who_comes_to_sessions w join participants a on a.id = w.participant_id join places p on p.id = w.place_id join sessions s on s.id = w.session_id
      where w.comes and p.status = 'held' and s.status in ('provisional', 'confirmed') and (a.to_on is null or a.part = 'substitute')
      group by w.session_id, p.id having count(*) > p.people_count`,
  },
  {
    rule: 'Whoever comes as a substitute comes in the place of somebody of the same place who does not',
    query: `select format('session %s: %s comes as a substitute beside %s', w.session_id, w.participant_id, w.instead_of_id) as fault
      from who_comes_to_sessions w left join who_comes_to_sessions o on o.session_id = w.session_id and o.participant_id = w.instead_of_id
      where w.part = 'substitute' and w.comes and w.instead_of_id is not null and (o.participant_id is null or o.comes or o.place_id <> w.place_id)`,
  },
]
