-- A hub's own version of a project for a year: local text, dates, policy and contact.
create table cancellation_policies (
  id uuid primary key,
  hub_id uuid not null references hubs,
  name text not null,
  version integer not null default 1,
  amount_pence integer not null constraint cancellation_policies_amount check (amount_pence >= 0),
  notice_days integer not null constraint cancellation_policies_notice check (notice_days >= 0),
  notice_kind text not null constraint cancellation_policies_notice_kind check (notice_kind in ('calendar', 'working')),
  charges_late_cancellation boolean not null,
  charges_non_attendance boolean not null,
  wording text not null,
  created_at timestamptz not null,
  constraint cancellation_policies_version_is_unique unique (hub_id, name, version)
);

create table offers (
  id uuid primary key,
  hub_id uuid not null references hubs,
  project_id uuid not null references projects,
  theme_id uuid references project_themes,
  year integer not null references academic_years,
  slug text not null,
  status text not null default 'draft' constraint offers_status check (status in ('draft', 'published', 'closed', 'withdrawn')),
  status_reason text,
  published_at timestamptz,
  opens_on date,
  closes_on date,
  contact_email text,
  contact_telephone text,
  request_word text not null default 'expression of interest' constraint offers_request_word check (request_word in ('expression of interest', 'application')),
  dates_note text,
  lead_note text,
  practical_notes text,
  joining_note text,
  venue_id uuid references venues,
  policy_id uuid references cancellation_policies,
  updated_at timestamptz not null,
  constraint offers_slug_is_unique_at_its_hub unique (hub_id, year, slug),
  constraint offers_window check (opens_on is null or closes_on is null or opens_on <= closes_on)
);
create index offers_by_project on offers (project_id);

-- Sections in which the hub overrides or adds to the national text.
create table offer_sections (
  id uuid primary key,
  offer_id uuid not null references offers,
  key text not null,
  heading text not null,
  body text not null,
  position integer not null,
  constraint offer_sections_once unique (offer_id, key)
);

create table offer_partner_hubs (
  offer_id uuid not null references offers,
  hub_id uuid not null references hubs,
  primary key (offer_id, hub_id)
);

create table planned_dates (
  id uuid primary key,
  offer_id uuid not null references offers,
  position integer not null,
  on_date date,
  starts_at time,
  ends_at time,
  mode text not null constraint planned_dates_mode check (mode in ('venue', 'online', 'blended', 'unknown')),
  venue_id uuid references venues,
  certainty text not null constraint planned_dates_certainty check (certainty in ('confirmed', 'provisional', 'unknown')),
  note text,
  constraint planned_dates_once unique (offer_id, position),
  constraint planned_dates_times check (starts_at is null or ends_at is null or starts_at < ends_at)
);
