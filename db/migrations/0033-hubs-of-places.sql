-- Whose own a place is, asked so that both questions are answered by indexes: of a place, which hubs; of a hub, which places.
-- What is a partner's is looked for only where a group is shared. Without a day, areas count that have no end.
drop function own_places(date);

-- The partner hubs whose own organisation holds a place: it asked through them, or lies in their area and not in that of the group's hub.
create function partners_of_place(place uuid, day date) returns table (hub_id uuid) language sql stable as $$
  select s.hub_id
    from places p join group_partner_hubs s on s.group_id = p.group_id join groups g on g.id = p.group_id
    where p.id = place and (
      exists (select from expressions_of_interest i join offers f on f.id = i.offer_id where i.place_id = p.id and f.hub_id = s.hub_id)
      or exists (select from organisations o join hub_areas a on a.authority_code = o.authority_code
        where o.id = p.organisation_id and a.hub_id = s.hub_id
          and coalesce(day, 'infinity') between coalesce(a.from_on, '-infinity') and coalesce(a.to_on, 'infinity')
          and not exists (select from hub_areas l where l.hub_id = g.hub_id and l.authority_code = o.authority_code
            and coalesce(day, 'infinity') between coalesce(l.from_on, '-infinity') and coalesce(l.to_on, 'infinity'))))
$$;

-- All hubs whose own it is: partners, and the hub that holds the group where the organisation asked through it or is no partner's.
create function hubs_of_place(place uuid, day date default null) returns table (hub_id uuid) language sql stable as $$
  select t.hub_id from partners_of_place(place, day) t
  union all
  select g.hub_id from places p join groups g on g.id = p.group_id
    where p.id = place and (
      not exists (select from partners_of_place(place, day))
      or exists (select from expressions_of_interest i join offers f on f.id = i.offer_id where i.place_id = place and f.hub_id = g.hub_id))
$$;

-- The places that are a hub's own: of the groups that it holds alone, and of those that are shared.
create function own_places(hub uuid, day date default null) returns table (place_id uuid) language sql stable as $$
  select p.id from groups g join places p on p.group_id = g.id
    where g.hub_id = hub and not exists (select from group_partner_hubs s where s.group_id = g.id)
  union all
  select p.id
    from (select s.group_id from group_partner_hubs s where s.hub_id = hub
      union select s.group_id from groups g join group_partner_hubs s on s.group_id = g.id where g.hub_id = hub) x
    join places p on p.group_id = x.group_id
    where exists (select from hubs_of_place(p.id, day) h where h.hub_id = hub)
$$;
