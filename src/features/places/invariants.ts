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
  {
    rule: 'A partner hub never uses more of a shared group than its share, until unused shares are released',
    query: `select format('group %s: hub %s uses %s of its share of %s', s.group_id, s.hub_id, count(p.id), s.organisations_share) as fault
      from group_partner_hubs s join groups g on g.id = s.group_id and g.shares_ended_at is null
      join places p on p.group_id = s.group_id and p.partner_hub_id = s.hub_id and p.status in ('offered', 'held', 'completed')
      where s.organisations_share is not null group by s.group_id, s.hub_id, s.organisations_share having count(p.id) > s.organisations_share`,
  },
  {
    rule: 'What is held back in a group has room beside what is taken',
    query: `select format('group %s holds back %s places for %s people, which does not fit', g.id, h.organisations, h.people) as fault
      from groups g join (select group_id, count(*) as organisations, sum(people_count) as people from held_back_places where released_at is null group by group_id) h on h.group_id = g.id
      where g.organisations_taken + h.organisations > g.organisations_room or g.people_taken + h.people > g.people_room`,
  },
  {
    rule: 'A place counts against the share of a partner of its group',
    query: `select format('place %s counts against the share of hub %s, which is no partner', p.id, p.partner_hub_id) as fault from places p
      where p.partner_hub_id is not null and p.status in ('offered', 'held') and not exists (select from group_partner_hubs s where s.group_id = p.group_id and s.hub_id = p.partner_hub_id)`,
  },
]
