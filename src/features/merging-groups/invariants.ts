import type { Invariant } from '../../platform/invariants.ts'

export const invariants: readonly Invariant[] = [
  {
    rule: 'A merger of groups that was carried out shows in the group that became part of the other',
    query: `select m.id::text as fault from group_mergers m join groups g on g.id = m.from_group_id
      where m.status = 'done' and (g.status <> 'merged' or g.merged_into_id is distinct from m.into_group_id)`,
  },
]
