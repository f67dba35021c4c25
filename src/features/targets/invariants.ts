import type { Invariant } from '../../platform/invariants.ts'

export const invariants: readonly Invariant[] = [
  {
    rule: 'A project that a hub devised for itself is planned by that hub alone',
    query: `select format('hub %s has a target for a project of hub %s', t.hub_id, p.hub_id) as fault
      from recruitment_targets t join projects p on p.id = t.project_id where p.hub_id is not null and p.hub_id <> t.hub_id`,
  },
  {
    rule: 'Targets are stated for projects that have been published',
    query: `select format('target %s is for a draft', t.id) as fault
      from recruitment_targets t join projects p on p.id = t.project_id where p.status = 'draft'`,
  },
]
