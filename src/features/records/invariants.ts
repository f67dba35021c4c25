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
]
