import type { Invariant } from '../../platform/invariants.ts'

export const invariants: readonly Invariant[] = [
  {
    rule: 'A group never holds more places, or more people, than it has room for (rule 1)',
    query: `select format('group %s has %s of %s organisations and %s of %s people', g.id, t.organisations, g.organisations_room, t.people, g.people_room) as fault
      from groups g join (select group_id, count(*) as organisations, sum(people_count) as people from places where status in ('offered', 'held', 'completed') group by group_id) t on t.group_id = g.id
      where t.organisations > g.organisations_room or t.people > g.people_room`,
  },
  {
    rule: 'What a group counts as taken is what is taken (rule 1)',
    query: `select format('group %s counts %s organisations and %s people, but %s and %s are there', g.id, g.organisations_taken, g.people_taken, coalesce(t.organisations, 0), coalesce(t.people, 0)) as fault
      from groups g left join (select group_id, count(*) as organisations, sum(people_count) as people from places where status in ('offered', 'held', 'completed') group by group_id) t on t.group_id = g.id
      where g.organisations_taken <> coalesce(t.organisations, 0) or g.people_taken <> coalesce(t.people, 0)`,
  },
  {
    rule: 'An organisation or person has at most one live place in a project (rule 2)',
    query: `select format('project %s: %s has %s live places', project_id, coalesce(person_id, organisation_id), count(*)) as fault from places
      where status in ('offered', 'held') group by project_id, coalesce(person_id, organisation_id) having count(*) > 1`,
  },
  {
    rule: 'Nobody names more people than the place is for',
    query: `select format('place %s is for %s people but names %s', p.id, p.people_count, count(*)) as fault from places p join participants a on a.place_id = p.id and a.part <> 'substitute' and a.to_on is null
      where p.status in ('offered', 'held') group by p.id having count(*) > p.people_count`,
  },
]
