-- Who comes to which session: what was stated, by the school, by the person, by a lead or by the hub; what nobody stated follows
-- the kind of session and the part somebody has. A substitute comes to one session in the place of somebody who does not.
create table who_comes (
  session_id uuid not null references sessions (id),
  participant_id uuid not null references participants (id),
  comes boolean not null,
  instead_of_id uuid references participants (id),
  stated_by text not null constraint who_comes_stated_by check (stated_by in ('school', 'person', 'lead', 'hub')),
  stated_at timestamptz not null,
  primary key (session_id, participant_id),
  constraint who_comes_instead_of_another check (instead_of_id <> participant_id)
);
create index who_comes_by_participant on who_comes (participant_id);
create index who_comes_by_who_does_not on who_comes (instead_of_id) where instead_of_id is not null;

-- Everybody of a group at each of its sessions, and whether they come: as stated; else a substitute only where stated, at a visit to
-- one school the people of that school, and where a lead participant is joined by others, the others where their own school hosts.
-- A substitute comes for as long as the one they come for takes part.
create view who_comes_to_sessions as
select s.id as session_id, s.group_id, a.id as participant_id, a.person_id, a.place_id, a.part, w.instead_of_id, w.comes is not null as is_stated,
  d.by_itself, coalesce(w.comes and (i.id is null or i.to_on is null), d.by_itself) as comes
from sessions s
  join places p on p.group_id = s.group_id
  join participants a on a.place_id = p.id
  join projects j on j.id = p.project_id
  left join who_comes w on w.session_id = s.id and w.participant_id = a.id
  left join participants i on i.id = w.instead_of_id
  cross join lateral (select case
    when a.part = 'substitute' then false
    when s.kind = 'visit' and s.host_organisation_id is not null then p.organisation_id = s.host_organisation_id
    when a.part = 'other' and j.joins = 'school_with_lead' then p.organisation_id is not distinct from s.host_organisation_id
    else true end as by_itself) d;

-- No more people come to a session under a place than the place is for: the room of the group in people is kept at every session (rule 1).
create function keep_who_comes_within_place() returns trigger language plpgsql as $$
declare
  of_place uuid;
  most integer;
begin
  if not new.comes then return null; end if;
  select p.id, p.people_count into of_place, most from participants a join places p on p.id = a.place_id where a.id = new.participant_id for update of p;
  if (select count(*) from who_comes_to_sessions v join participants a on a.id = v.participant_id
      where v.session_id = new.session_id and v.place_id = of_place and v.comes and (a.to_on is null or a.part = 'substitute')) > most then
    raise exception 'more people come to a session than the place is for' using errcode = '23514', constraint = 'who_comes_within_the_place';
  end if;
  return null;
end $$;
create constraint trigger keep_who_comes_within_place after insert or update on who_comes deferrable initially deferred
  for each row execute function keep_who_comes_within_place();

-- Whoever has a date in their calendar goes on being expected at it.
insert into who_comes (session_id, participant_id, comes, stated_by, stated_at)
select v.session_id, v.participant_id, true, 'hub', i.sent_at
from who_comes_to_sessions v join session_invitations i on i.session_id = v.session_id and i.person_id = v.person_id and i.method = 'REQUEST'
  join participants a on a.id = v.participant_id
where not v.by_itself and a.to_on is null and a.part <> 'substitute';
