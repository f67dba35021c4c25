import type { Invariant } from '../../platform/invariants.ts'

export const invariants: readonly Invariant[] = [
  {
    rule: 'A year that was laid out shows what was published of it last',
    query: `select format('the year %s shows something else than its version %s', v.year, v.number) as fault
      from (select distinct on (year) year, number, content from year_versions where act in ('published', 'corrected', 'withdrawn') order by year, number desc) v
      where v.content <> year_as_public(v.year)`,
  },
  {
    rule: 'The versions of a year are counted from the first without a gap',
    query: `select format('the year %s has %s versions and its last is number %s', year, count(*), max(number)) as fault
      from year_versions group by year having count(*) <> max(number)`,
  },
]
