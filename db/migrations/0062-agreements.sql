-- What a headteacher is asked to agree to has an end, is reminded of once, and counts for the year where projects accept that.
alter table projects add column agreement_for_year boolean not null default false;
alter table expressions_of_interest
  add column headteacher_answer_by timestamptz,
  add column headteacher_reminded_at timestamptz,
  add column headteacher_ended_at timestamptz,
  add column headteacher_ended_how text constraint expressions_of_interest_headteacher_ended_how check (headteacher_ended_how in ('silent', 'wrong_person')),
  add column agreed_with_id uuid references expressions_of_interest,
  add constraint expressions_of_interest_headteacher_ended_somehow check ((headteacher_ended_at is null) = (headteacher_ended_how is null));
-- Who had been asked and had not answered is given as long as those who are asked from now on.
update expressions_of_interest set headteacher_answer_by = headteacher_asked_at + interval '14 days'
  where headteacher_asked_at is not null and headteacher_confirmed_at is null;
create index expressions_of_interest_waiting_for_headteacher on expressions_of_interest (headteacher_answer_by) where status = 'received';
