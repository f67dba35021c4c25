-- Which hubs a place is their own organisation's (domain rule 10). A place in a group that is shared is a partner hub's when the
-- organisation asked through that hub, or lies in its area and not in that of the hub that holds the group; and it is the group's
-- hub's when the organisation asked through it, or when it is no partner's. A place in any other group is its hub's.
-- Without a day, areas count that have no end.
create function own_places(day date default null) returns table (place_id uuid, hub_id uuid) language sql stable as $$
  with of_partners as not materialized (
    select p.id as place_id, s.hub_id
      from group_partner_hubs s join groups g on g.id = s.group_id join places p on p.group_id = s.group_id
      where exists (select from expressions_of_interest i join offers f on f.id = i.offer_id where i.place_id = p.id and f.hub_id = s.hub_id)
        or exists (select from organisations o join hub_areas a on a.authority_code = o.authority_code
          and coalesce(day, 'infinity') between coalesce(a.from_on, '-infinity') and coalesce(a.to_on, 'infinity')
          where o.id = p.organisation_id and a.hub_id = s.hub_id
            and not exists (select from hub_areas l where l.hub_id = g.hub_id and l.authority_code = o.authority_code
              and coalesce(day, 'infinity') between coalesce(l.from_on, '-infinity') and coalesce(l.to_on, 'infinity')))
  )
  select place_id, hub_id from of_partners
  union all
  select p.id, g.hub_id from groups g join places p on p.group_id = g.id
    where not exists (select from of_partners t where t.place_id = p.id)
      or exists (select from expressions_of_interest i join offers f on f.id = i.offer_id where i.place_id = p.id and f.hub_id = g.hub_id)
$$;
-- A charge is the hub's whose policy was agreed to.
update charges c set hub_id = p.hub_id from cancellation_policies p, places l join group_partner_hubs s on s.group_id = l.group_id
  where p.id = c.policy_id and l.id = c.place_id and s.hub_id = p.hub_id and c.hub_id <> p.hub_id;
