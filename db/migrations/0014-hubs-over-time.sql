-- Everything about a hub over time: names, lead organisations, areas, contact, texts, opening, closing and who followed whom.
alter table hubs
  add column opened_on date,
  add column closed_on date,
  add column closed_reason text,
  -- Since when the contact and the texts of this row hold; what stood before lies in former_hub_details.
  add column details_from_on date,
  add constraint hubs_dates check (opened_on is null or closed_on is null or opened_on <= closed_on);

-- A hub may take an old name again.
alter table hub_names drop constraint hub_names_pkey;
alter table hub_names
  add column id uuid primary key default gen_random_uuid(),
  add column recorded_at timestamptz;
create index hub_names_by_hub on hub_names (hub_id);
alter table hub_areas
  add column recorded_at timestamptz,
  add constraint hub_areas_dates check (from_on is null or to_on is null or from_on <= to_on);
alter table hub_lead_organisations
  add column recorded_at timestamptz,
  add constraint hub_lead_organisations_dates check (from_on is null or to_on is null or from_on <= to_on);

-- How a hub was reached and what it said of itself before what stands in its row, up to a last day.
create table former_hub_details (
  id uuid primary key,
  hub_id uuid not null references hubs,
  website text,
  email text,
  telephone text,
  about text,
  area_described text,
  from_on date,
  to_on date not null,
  recorded_at timestamptz not null,
  constraint former_hub_details_dates check (from_on is null or from_on <= to_on)
);
create index former_hub_details_by_hub on former_hub_details (hub_id, to_on);

-- What a hub says of how it keeps personal data; the open row is today's.
create table hub_privacy_notices (
  id uuid primary key,
  hub_id uuid not null references hubs,
  notice text not null,
  from_on date,
  to_on date,
  recorded_at timestamptz,
  constraint hub_privacy_notices_dates check (from_on is null or to_on is null or from_on <= to_on)
);
create unique index hub_privacy_notices_one_today on hub_privacy_notices (hub_id) where to_on is null;
insert into hub_privacy_notices (id, hub_id, notice)
  select gen_random_uuid(), id, privacy_notice from hubs where privacy_notice is not null;
alter table hubs drop column privacy_notice;

-- Which hub followed which: by merging into it, or by being made of a part of it.
create table hub_successors (
  predecessor_id uuid not null references hubs,
  successor_id uuid not null references hubs,
  kind text not null constraint hub_successors_kind check (kind in ('merged', 'split')),
  since_on date not null,
  primary key (predecessor_id, successor_id),
  constraint hub_successors_not_itself check (predecessor_id <> successor_id)
);
create index hub_successors_by_successor on hub_successors (successor_id);

-- What is to change about a hub on a day to come, as it was decided; done by itself when the day is there.
create table planned_hub_changes (
  id uuid primary key,
  hub_id uuid not null references hubs,
  kind text not null constraint planned_hub_changes_kind check (kind in ('name', 'lead', 'area', 'hand_over', 'merge', 'split')),
  due_on date not null,
  particulars jsonb not null,
  planned_at timestamptz not null,
  planned_by_person_id uuid references people,
  done_at timestamptz,
  cancelled_at timestamptz,
  refused_because text,
  constraint planned_hub_changes_end_once check (num_nonnulls(done_at, cancelled_at) <= 1)
);
create index planned_hub_changes_by_hub on planned_hub_changes (hub_id, due_on);
create index planned_hub_changes_waiting on planned_hub_changes (due_on) where done_at is null and cancelled_at is null;

-- Where an offer stood before its hub merged or was divided: old addresses lead to it.
create table former_offer_addresses (
  hub_id uuid not null references hubs,
  year integer not null references academic_years,
  slug text not null,
  offer_id uuid not null references offers,
  primary key (hub_id, year, slug)
);
create index former_offer_addresses_by_offer on former_offer_addresses (offer_id);

-- A venue that is no longer used stays where sessions were held in it.
alter table venues add column retired_on date;

-- A policy is never changed: a new version is added, and what was agreed to stays as it was (rule 7).
alter table cancellation_policies add column per_session boolean not null default true;
revoke update, delete, truncate on cancellation_policies from tessellate_app;

do $$
declare name text;
begin
  foreach name in array array['former_hub_details', 'hub_privacy_notices', 'hub_successors', 'former_offer_addresses']
  loop
    execute format('create trigger tell_public_pages after insert or update or delete or truncate on %I for each statement execute function tell_public_pages()', name);
  end loop;
end $$;
