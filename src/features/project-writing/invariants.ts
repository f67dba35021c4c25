import type { Invariant } from '../../platform/invariants.ts'

export const invariants: readonly Invariant[] = [
  {
    rule: 'A correction is of a project that is public',
    query: `select format('project %s is %s and has a correction', p.id, p.status) as fault
      from project_corrections c join projects p on p.id = c.project_id where p.status <> 'published'`,
  },
  {
    rule: 'The versions of a project follow one another without a gap',
    query: `select format('project %s has %s versions and its latest is number %s', project_id, count(*), max(number)) as fault
      from project_versions group by project_id having count(*) <> max(number)`,
  },
]
