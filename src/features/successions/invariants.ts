import type { Invariant } from '../../platform/invariants.ts'

export const invariants: readonly Invariant[] = [
  {
    rule: 'What a closed school takes part in follows to the one that follows it (rule 13)',
    query: `select format('%s has a live %s but closed; %s follows it', o.name, l.what, n.name) as fault
      from organisations o join organisation_successors s on s.predecessor_id = o.id and s.told_at < now() - interval '1 day'
      join organisations n on n.id = s.successor_id and n.status <> 'closed'
      join (select organisation_id, 'place' as what from places where status in ('offered', 'held')
        union all select organisation_id, 'expression of interest' from expressions_of_interest where status in ('received', 'confirmed', 'waiting', 'offered')) l
        on l.organisation_id = o.id
      where o.status = 'closed' and (select count(*) from organisation_successors t where t.predecessor_id = o.id) = 1
        and not exists (select from register_questions q where q.organisation_id = o.id and (q.about = n.id::text or q.settled_at is not null))`,
  },
]
