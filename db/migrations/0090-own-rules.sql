-- A rule of a theme may widen one of the project's: whoever meets either meets it. A project says which of its rules hubs may widen
-- on their offers, and whether they may add rules of their own.
alter table criteria
  add column widens_id uuid constraint criteria_widen_a_rule references criteria deferrable initially deferred,
  add column hubs_may_widen boolean not null default false,
  add constraint criteria_widened_by_a_theme check (widens_id is null or theme_id is not null);
create index criteria_by_rule_widened on criteria (widens_id) where widens_id is not null;
alter table projects add column hubs_may_narrow boolean not null default false;

-- The rules of a hub's own on an offer, in force: each narrows who can take part, or widens one rule of the project.
create table offer_rules (
  id uuid primary key,
  offer_id uuid not null references offers,
  position integer not null,
  widens_id uuid references criteria on delete set null,
  -- How the project's rule read when the hub widened it; set with every widening, so that one whose rule is gone is still known for one.
  widens_sentence text,
  strength text not null constraint offer_rules_strength check (strength in ('required', 'expected', 'priority')),
  sentence text not null,
  rule jsonb not null,
  constraint offer_rules_widen_in_words check (widens_id is null or widens_sentence is not null)
);
create index offer_rules_by_offer on offer_rules (offer_id);
create index offer_rules_by_rule_widened on offer_rules (widens_id) where widens_id is not null;
create trigger tell_public_pages after insert or update or delete or truncate on offer_rules
  for each statement execute function tell_public_pages();

-- What a hub has composed of them and not put in force yet, and when those in force came to be.
create table offer_rule_sets (
  offer_id uuid primary key references offers,
  proposed jsonb,
  changed_at timestamptz not null,
  in_force_at timestamptz
);

-- Whose rule it was, in words, where it was not the project's alone.
alter table interest_verdicts add column whose text;
