-- Notice not to come can be taken back before the session: it stays told, and notice can be given again. A charge that was proposed
-- for it is waived with it, by nobody's decision; one that a person has confirmed stays for a person to decide.
alter table cancellations drop constraint cancellations_once_a_session;
alter table cancellations add column taken_back_at timestamptz;
alter table cancellations add column substitute_name text;
create unique index cancellations_once_a_session on cancellations (session_id, participant_id) where taken_back_at is null;

alter table charges drop constraint charges_once_a_session;
create unique index charges_once_a_session on charges (session_id, participant_id) where status <> 'waived';
create index charges_by_participant on charges (participant_id);
alter table charges drop constraint charges_are_decided_by_a_person;
alter table charges add constraint charges_are_decided_by_a_person
  check (status in ('proposed', 'waived') or decided_by_person_id is not null);

-- A policy may charge no more than so much in all, to a place or to a school in an academic year.
alter table cancellation_policies add column cap_pence integer constraint cancellation_policies_cap check (cap_pence > 0);
alter table cancellation_policies add column cap_of text
  constraint cancellation_policies_cap_of check (cap_of in ('place', 'organisation'));
alter table cancellation_policies add constraint cancellation_policies_cap_is_whole check (num_nulls(cap_pence, cap_of) <> 1);
