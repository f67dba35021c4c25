import type { Invariant } from '../../platform/invariants.ts'

export const invariants: readonly Invariant[] = [
  {
    rule: 'Completion comes only from taking part: interest, place, participation and completion stay apart',
    query: `select format('place %s is completed though nobody of it came to a session', p.id) as fault from places p where p.status = 'completed'
      and not exists (select from participants a join marks m on m.participant_id = a.id where a.place_id = p.id and m.mark in ('present', 'late', 'left_early', 'online', 'substitute'))`,
  },
  {
    rule: 'A completed group of a project with a stage has written the stage of each school that completed it',
    query: `select format('place %s is completed but its school has no record of the stage', p.id) as fault from places p join projects r on r.id = p.project_id
      where p.status = 'completed' and r.stage_id is not null and not exists (select from stage_records s where s.organisation_id = p.organisation_id and s.stage_id = r.stage_id and s.year = r.year and s.status = 'completed')`,
  },
]
