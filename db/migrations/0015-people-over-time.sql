-- People over time: earlier names, addresses, posts and roles with who said so; changes of address; invitations; changes of school.
alter table people
  add column telephone text,
  add column teacher_reference_number text constraint people_teacher_reference_number check (teacher_reference_number ~ '^[0-9]{7}$');

-- What somebody was called before; today's name stands with the person.
create table person_names (
  id uuid primary key,
  person_id uuid not null references people,
  name text collate people_order not null,
  from_on date,
  to_on date not null,
  constraint person_names_dates check (from_on is null or from_on <= to_on)
);
create index person_names_by_person on person_names (person_id);

-- Mail goes to the primary address; the one before it still signs in until it is let go.
alter table email_addresses add column is_primary boolean not null default true;
update email_addresses e set is_primary = false
  where e.to_at is null and exists (select from email_addresses n
    where n.person_id = e.person_id and n.to_at is null and (n.from_at, n.id) > (e.from_at, e.id));
create unique index email_addresses_one_primary on email_addresses (person_id) where to_at is null and is_primary;

create table address_changes (
  id uuid primary key,
  person_id uuid not null references people,
  address citext not null,
  former_address citext,
  status text not null default 'asked' constraint address_changes_status check (status in ('asked', 'confirmed', 'stopped', 'lapsed')),
  asked_at timestamptz not null,
  confirmed_at timestamptz,
  stopped_at timestamptz,
  let_go_at timestamptz,
  constraint address_changes_are_confirmed_before_let_go check (let_go_at is null or confirmed_at is not null)
);
create index address_changes_by_person on address_changes (person_id, asked_at desc);
create unique index address_changes_one_open on address_changes (person_id) where status = 'asked';
create index address_changes_to_let_go on address_changes (confirmed_at) where status = 'confirmed' and let_go_at is null;

alter table posts
  add column stated_by_person_id uuid references people,
  add column ended_by text,
  add column ended_by_person_id uuid references people,
  add column ended_at timestamptz;

alter table roles
  add column granted_by_person_id uuid references people,
  add column granted_at timestamptz,
  add column ended_by_person_id uuid references people,
  add column ended_at timestamptz,
  add column end_reason text;
-- A role given twice was one role: the later row ends before it begins.
update roles r set to_on = r.from_on - 1
  where r.to_on is null and exists (select from roles o
    where o.person_id = r.person_id and o.role = r.role and o.to_on is null and o.hub_id is not distinct from r.hub_id
      and o.group_id is not distinct from r.group_id and o.organisation_id is not distinct from r.organisation_id
      and (o.from_on, o.id) < (r.from_on, r.id));
create unique index roles_once_at_a_time on roles (person_id, role, hub_id, group_id, organisation_id) nulls not distinct where to_on is null;

-- Somebody is asked to take a role, or to be a colleague (no role) at an organisation; the address invited is the one that counts.
create table invitations (
  id uuid primary key,
  address citext not null,
  name text not null,
  role text constraint invitations_role check (role in ('national_team', 'analyst', 'hub_lead', 'hub_administrator', 'group_lead', 'school_lead')),
  hub_id uuid references hubs,
  group_id uuid references groups,
  organisation_id uuid references organisations,
  post text,
  invited_by_person_id uuid references people,
  from_hub_id uuid references hubs,
  invited_at timestamptz not null,
  last_sent_at timestamptz not null,
  sent integer not null default 1,
  expires_at timestamptz not null,
  status text not null default 'open' constraint invitations_status check (status in ('open', 'accepted', 'declined', 'revoked', 'lapsed')),
  settled_at timestamptz,
  accepted_person_id uuid references people,
  constraint invitations_are_for_somewhere check (
    case
      when role is null or role = 'school_lead' then organisation_id is not null and num_nonnulls(hub_id, group_id) = 0
      when role in ('national_team', 'analyst') then num_nonnulls(hub_id, group_id, organisation_id) = 0
      when role = 'group_lead' then group_id is not null and num_nonnulls(hub_id, organisation_id) = 0
      else hub_id is not null and num_nonnulls(group_id, organisation_id) = 0
    end),
  constraint invitations_accepted_by_somebody check ((status = 'accepted') = (accepted_person_id is not null))
);
create unique index invitations_one_open on invitations (address, role, hub_id, group_id, organisation_id) nulls not distinct where status = 'open';
create index invitations_by_organisation on invitations (organisation_id);
create index invitations_by_hub on invitations (hub_id);
create index invitations_by_group on invitations (group_id);
create index invitations_to_lapse on invitations (expires_at) where status = 'open';

-- Somebody no longer works at an organisation; where they went, if they said so.
create table person_moves (
  id uuid primary key,
  person_id uuid not null references people,
  from_organisation_id uuid not null references organisations,
  to_organisation_id uuid references organisations,
  moved_on date not null,
  said_by text not null constraint person_moves_said_by check (said_by in ('person', 'school', 'hub')),
  said_by_person_id uuid references people,
  said_at timestamptz not null,
  constraint person_moves_lead_elsewhere check (to_organisation_id is distinct from from_organisation_id),
  constraint person_moves_once_a_day unique (person_id, from_organisation_id, moved_on)
);
create index person_moves_by_person on person_moves (person_id);
create index person_moves_by_organisation on person_moves (from_organisation_id);

-- What a hub decided becomes of what somebody took part in for the organisation they left.
create table move_decisions (
  move_id uuid not null references person_moves,
  participant_id uuid not null references participants,
  decision text not null constraint move_decisions_decision check (decision in ('stays', 'moves', 'ends')),
  place_id uuid references places,
  successor_person_id uuid references people,
  decided_by_person_id uuid references people,
  decided_at timestamptz not null,
  primary key (move_id, participant_id)
);
