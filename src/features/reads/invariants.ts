import type { Invariant } from '../../platform/invariants.ts'

export const invariants: readonly Invariant[] = [
  {
    rule: 'Who has read what can only be added to',
    query: `select format('tessellate_app may %s personal_reads', lower(deed)) as fault
      from unnest(array['UPDATE', 'DELETE', 'TRUNCATE']) as deed where has_table_privilege('tessellate_app', 'personal_reads', deed)`,
  },
]
