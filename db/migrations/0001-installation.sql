-- The ground every room stands on: roles of the database, history, messages, settings of the installation.
create extension if not exists pg_trgm;
create extension if not exists unaccent;
create extension if not exists btree_gist;
create extension if not exists citext;

do $$
begin
  create role tessellate_app nologin;
exception when duplicate_object or unique_violation then null;
end $$;
grant tessellate_app to current_user;
grant usage on schema public to tessellate_app;
alter default privileges in schema public grant select, insert, update, delete on tables to tessellate_app;
alter default privileges in schema public grant usage, select on sequences to tessellate_app;

-- Sorting names as people expect, whatever machine the server runs on: 9 before 10, École beside Eastwood.
create collation people_order (provider = icu, locale = 'en-GB-u-kn-true');

create function searchable(words text) returns text
  language sql immutable parallel safe
  return lower(regexp_replace(regexp_replace(public.unaccent('public.unaccent', words), '[''’.]', '', 'g'), '[^[:alnum:]]+', ' ', 'g'));

create table settings (
  name text primary key,
  value jsonb not null
);

create table events (
  id bigint generated always as identity primary key,
  occurred_at timestamptz not null,
  recorded_at timestamptz not null default clock_timestamp(),
  name text not null constraint events_name_is_noun_past_participle check (name ~ '^[a-z-]+\.[a-z-]+$'),
  subject_type text not null,
  subject_id uuid not null,
  actor_kind text not null constraint events_actor_kind check (actor_kind in ('visitor', 'person', 'link', 'system')),
  actor_id uuid,
  acting_by text,
  request_id text,
  particulars jsonb not null default '{}',
  personal_hash bytea,
  previous_hash bytea,
  hash bytea not null
);
create index events_of_subject on events (subject_type, subject_id, id);
create index events_by_name on events (name, id);

-- The other things an event is about, so that each finds it in its own history.
create table event_subjects (
  event_id bigint not null references events,
  subject_type text not null,
  subject_id uuid not null,
  primary key (subject_type, subject_id, event_id)
);

-- Values that name or describe a person lie here, salted and erasable; the chain covers only their hash.
create table event_personal_values (
  event_id bigint primary key references events,
  salt bytea not null,
  personal jsonb not null
);

create function chain_event() returns trigger language plpgsql as $$
begin
  -- One writer at a time per subject keeps its chain unforked; different subjects never wait for each other.
  perform pg_advisory_xact_lock(hashtextextended(new.subject_type || new.subject_id::text, 7));
  -- Numbered only now: whoever waited here comes after everything that was written meanwhile.
  new.id := nextval('events_id_seq');
  select hash into new.previous_hash from events
    where subject_type = new.subject_type and subject_id = new.subject_id order by id desc limit 1;
  new.hash := sha256(convert_to(concat_ws('|', encode(coalesce(new.previous_hash, ''), 'hex'), extract(epoch from new.occurred_at), new.name,
    new.subject_type, new.subject_id, new.actor_kind, new.actor_id, new.acting_by, new.particulars::text, encode(coalesce(new.personal_hash, ''), 'hex')), 'UTF8'));
  return new;
end $$;
create trigger chain_event before insert on events for each row execute function chain_event();

revoke update, delete, truncate on events, event_subjects from tessellate_app;
revoke update, truncate on event_personal_values from tessellate_app;

create table messages (
  id uuid primary key,
  key text not null constraint messages_are_sent_once unique,
  message_id text not null constraint messages_message_id_is_unique unique,
  to_address text not null,
  to_person_id uuid,
  subject text not null,
  body_text text not null,
  body_html text not null,
  invitations jsonb not null default '[]',
  reason text not null,
  created_at timestamptz not null,
  hold_until timestamptz,
  held boolean not null default false,
  sending_since timestamptz,
  sent_at timestamptz,
  failed_at timestamptz,
  failure text,
  attempts integer not null default 0
);
create index messages_by_time on messages (created_at desc);
create index messages_unsent on messages (created_at) where sent_at is null;

create table revoked_links (
  signature bytea primary key,
  revoked_at timestamptz not null
);
