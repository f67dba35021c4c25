-- Days that matter to a schedule: bank holidays as they were last read, days of the whole network, terms and holidays of schools.
create table bank_holidays (
  on_date date primary key,
  title text not null,
  notes text not null,
  read_at timestamptz not null
);

-- Every process keeps the bank holidays in memory and is told when they have been read anew.
create function tell_bank_holidays() returns trigger language plpgsql as $$
begin
  perform pg_notify('bank_holidays', '');
  return null;
end $$;
create trigger tell_bank_holidays after insert or update or delete or truncate on bank_holidays
  for each statement execute function tell_bank_holidays();

create table national_days (
  id uuid primary key,
  title text not null,
  from_on date not null,
  to_on date not null,
  stated_at timestamptz not null,
  constraint national_days_in_order check (from_on <= to_on),
  constraint national_days_stated_once unique (title, from_on)
);

create table school_terms (
  id uuid primary key,
  authority_code text not null references authorities,
  year integer not null,
  kind text not null,
  name text not null,
  from_on date not null,
  to_on date not null,
  stated_at timestamptz not null,
  constraint school_terms_kind check (kind in ('term', 'holiday')),
  constraint school_terms_in_order check (from_on <= to_on),
  constraint school_terms_named_once unique (authority_code, year, name),
  constraint school_terms_do_not_overlap
    exclude using gist (authority_code with =, kind with =, daterange(from_on, to_on, '[]') with &&) deferrable initially deferred
);

create table term_lists (
  id uuid primary key,
  hub_id uuid references hubs,
  file_name text not null,
  read_as text not null,
  rows jsonb not null,
  status text not null,
  outcome jsonb,
  sent_at timestamptz not null,
  ended_at timestamptz,
  constraint term_lists_status check (status in ('waiting', 'stated', 'discarded'))
);
create index term_lists_by_hub on term_lists (hub_id, sent_at);
