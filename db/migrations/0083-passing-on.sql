-- Requests that one hub would pass on to another: the school is asked first, and the other hub sees nothing before it has agreed.
create table interest_passings (
  id uuid primary key,
  interest_id uuid not null references expressions_of_interest,
  to_offer_id uuid not null references offers,
  status text not null constraint interest_passings_status check (status in ('asked', 'agreed', 'refused', 'accepted', 'sent_back', 'withdrawn', 'lapsed')),
  word text not null,
  asked_by_person_id uuid references people,
  asked_at timestamptz not null,
  answered_at timestamptz,
  policy_id uuid references cancellation_policies,
  settled_by_person_id uuid references people,
  settled_at timestamptz,
  settled_word text,
  new_interest_id uuid references expressions_of_interest,
  constraint interest_passings_are_answered_first check (status not in ('agreed', 'accepted', 'sent_back') or answered_at is not null),
  constraint interest_passings_come_to_a_request check ((status = 'accepted') = (new_interest_id is not null))
);
create unique index interest_passings_one_open on interest_passings (interest_id) where status in ('asked', 'agreed');
create index interest_passings_by_interest on interest_passings (interest_id);
create index interest_passings_by_offer on interest_passings (to_offer_id, status);
create index interest_passings_new_interest on interest_passings (new_interest_id) where new_interest_id is not null;
create index interest_passings_asked_by on interest_passings (asked_by_person_id) where asked_by_person_id is not null;
create index interest_passings_settled_by on interest_passings (settled_by_person_id) where settled_by_person_id is not null;

select guard_against_merged_records();
