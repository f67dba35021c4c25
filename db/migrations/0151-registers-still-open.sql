-- An absence comes to a charge only once its register has closed: until then a mark is corrected without leaving anything behind.
create table registers_still_open (
  session_id uuid primary key references sessions (id),
  -- The last day on which the register is changed without saying why.
  open_until date not null
);
create index registers_still_open_until on registers_still_open (open_until);

-- What was taken before in registers that are open now waits as well.
insert into registers_still_open (session_id, open_until)
select s.id, s.on_date + 7 from sessions s
where s.status = 'held' and s.on_date >= (now() at time zone 'Europe/London')::date - 7
  and exists (select from marks m where m.session_id = s.id);

-- A register that is corrected afterwards takes its charge back by itself, also one that a person had confirmed: nothing is asked for by it.
alter table charges drop constraint charges_are_decided_by_a_person;
alter table charges add constraint charges_are_decided_by_a_person
  check (status in ('proposed', 'waived', 'credited') or decided_by_person_id is not null);

-- After a credit another charge may be proposed, when the register is corrected once more.
drop index charges_once_a_session;
create unique index charges_once_a_session on charges (session_id, participant_id) where status not in ('waived', 'credited');
