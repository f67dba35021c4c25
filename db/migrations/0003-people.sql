-- People, how they are reached, what they do where, what they may do here, and how they sign in.
create table people (
  id uuid primary key,
  name text collate people_order not null,
  created_at timestamptz not null,
  erased_at timestamptz
);

create table email_addresses (
  id uuid primary key,
  person_id uuid not null references people,
  address citext not null,
  confirmed_at timestamptz,
  from_at timestamptz not null,
  to_at timestamptz
);
create unique index email_addresses_belong_to_one_person on email_addresses (address) where to_at is null;
create index email_addresses_by_person on email_addresses (person_id);

create table posts (
  id uuid primary key,
  person_id uuid not null references people,
  organisation_id uuid not null references organisations,
  post text not null,
  held boolean not null default true,
  from_on date,
  to_on date,
  stated_by text not null default 'person',
  stated_at timestamptz not null
);
create index posts_by_person on posts (person_id);
create index posts_by_organisation on posts (organisation_id);
create unique index posts_once_at_a_time on posts (person_id, organisation_id, post) where to_on is null;

create table roles (
  id uuid primary key,
  person_id uuid not null references people,
  role text not null constraint roles_role check (role in ('national_team', 'analyst', 'hub_lead', 'hub_administrator', 'group_lead', 'school_lead')),
  hub_id uuid references hubs,
  group_id uuid,
  organisation_id uuid references organisations,
  from_on date not null,
  to_on date,
  constraint roles_are_held_somewhere check (
    case role
      when 'national_team' then num_nonnulls(hub_id, group_id, organisation_id) = 0
      when 'analyst' then num_nonnulls(hub_id, group_id, organisation_id) = 0
      when 'group_lead' then group_id is not null and num_nonnulls(hub_id, organisation_id) = 0
      when 'school_lead' then organisation_id is not null and num_nonnulls(hub_id, group_id) = 0
      else hub_id is not null and num_nonnulls(group_id, organisation_id) = 0
    end)
);
create index roles_by_person on roles (person_id);
create index roles_by_hub on roles (hub_id);
create index roles_by_group on roles (group_id);
create index roles_by_organisation on roles (organisation_id);

create table sign_in_requests (
  id uuid primary key,
  person_id uuid not null references people,
  link_hash bytea not null constraint sign_in_requests_link_is_unique unique,
  code_hash bytea not null,
  requested_at timestamptz not null,
  expires_at timestamptz not null,
  consumed_at timestamptz,
  code_attempts integer not null default 0
);
create index sign_in_requests_by_person on sign_in_requests (person_id, requested_at desc);

create table signed_in_sessions (
  id uuid primary key,
  person_id uuid not null references people,
  token_hash bytea not null constraint signed_in_sessions_token_is_unique unique,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  revoked_at timestamptz,
  device text
);
create index signed_in_sessions_by_person on signed_in_sessions (person_id);
