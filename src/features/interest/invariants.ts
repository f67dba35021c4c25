import type { Invariant } from '../../platform/invariants.ts'

export const invariants: readonly Invariant[] = [
  {
    rule: 'An organisation or person has at most one live expression of interest in an offer (rule 2)',
    query: `select format('offer %s: %s has %s live expressions of interest', offer_id, coalesce(person_id, organisation_id), count(*)) as fault from expressions_of_interest
      where status in ('received', 'confirmed', 'waiting', 'offered', 'placed') group by offer_id, coalesce(person_id, organisation_id) having count(*) > 1`,
  },
  {
    rule: 'What is offered or placed has the place to show for it',
    query: `select format('interest %s is %s but its place is %s', i.id, i.status, coalesce(p.status, 'missing')) as fault
      from expressions_of_interest i left join places p on p.id = i.place_id
      where (i.status = 'offered' and p.status is distinct from 'offered') or (i.status = 'placed' and coalesce(p.status, '') not in ('held', 'completed', 'left', 'released'))`,
  },
  {
    rule: 'Whoever waits has a time from which they wait (rule 3)',
    query: `select format('interest %s waits since no known time', id) as fault from expressions_of_interest where status = 'waiting' and waiting_since is null`,
  },
  {
    rule: 'A decision keeps the verdicts it was based on (rule 5)',
    query: `select format('interest %s was decided without kept verdicts', i.id) as fault from expressions_of_interest i
      where i.status in ('offered', 'placed') and i.verdicts_reached_at is null`,
  },
  {
    rule: 'Each expression of interest that counts has its receipt in the history',
    query: `select format('interest %s has no event of its receipt', i.id) as fault from expressions_of_interest i
      where i.received_at is not null and not exists (select from event_subjects s join events e on e.id = s.event_id
        where s.subject_type = 'interest' and s.subject_id = i.id and e.name in ('interest.received', 'interest.entered', 'interest.taken-over'))`,
  },
]
