import type { Invariant } from '../../platform/invariants.ts'
import type { Fates } from './fate.ts'
import { organisationsReferences } from './organisations-references.ts'
import { looseReferencesToPeople, peopleReferences } from './people-references.ts'

const meaning = (fates: Fates): readonly string[] =>
  Object.entries(fates).flatMap(([name, { fate }]) => {
    const [table, column] = name.split('.')
    return fate === 'moves'
      ? [
          `select format('a row of ${table} means %s by ${column}, which was merged into %s', m.record_id, m.into_id) as fault
      from merged_records m join ${table} it on it.${column} = m.record_id`,
        ]
      : []
  })

export const invariants: readonly Invariant[] = [
  {
    rule: 'Nothing means a person who was merged into another',
    query: [...meaning(peopleReferences), ...meaning(looseReferencesToPeople)].join(' union all '),
  },
  {
    rule: 'Nothing means an organisation that was merged into another',
    query: meaning(organisationsReferences).join(' union all '),
  },
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
