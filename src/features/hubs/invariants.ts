import type { Invariant } from '../../platform/invariants.ts'

export const invariants: readonly Invariant[] = [
  {
    rule: 'A hub has exactly one name today',
    query: `select format('hub %s has %s names', h.slug, (select count(*) from hub_names n where n.hub_id = h.id and n.to_on is null)) as fault from hubs h
      where (select count(*) from hub_names n where n.hub_id = h.id and n.to_on is null) <> 1`,
  },
  {
    rule: 'A hub that has closed serves nothing, and leaves no work of a later year behind',
    query: `select format('hub %s closed on %s and still has %s', h.slug, h.closed_on, left_behind.what) as fault from hubs h
      cross join lateral (
        select 'an area' as what from hub_areas a where a.hub_id = h.id and a.to_on is null
        union all select 'an offer of a later year' from offers o join academic_years y on y.year = o.year where o.hub_id = h.id and y.starts_on > h.closed_on
        union all select 'a group of a later year' from groups g join academic_years y on y.year = g.year where g.hub_id = h.id and y.starts_on > h.closed_on
      ) left_behind
      where h.closed_on is not null`,
  },
  {
    rule: 'A hub that has merged has one successor, and no line of hubs leads back to itself',
    query: `select format('hub %s merged into %s hubs', h.slug, count(*)) as fault from hub_successors s join hubs h on h.id = s.predecessor_id
      where s.kind = 'merged' group by h.slug having count(*) <> 1
      union all
      select format('hub %s follows itself', h.slug) from hubs h where exists (
        with recursive line (id) as (select successor_id from hub_successors where predecessor_id = h.id
          union select s.successor_id from hub_successors s join line l on l.id = s.predecessor_id)
        select from line where line.id = h.id)`,
  },
  {
    rule: 'No hub is a partner of a group that it holds',
    query: `select format('group %s is shared with its own hub', g.id) as fault from group_partner_hubs p join groups g on g.id = p.group_id where p.hub_id = g.hub_id`,
  },
]
