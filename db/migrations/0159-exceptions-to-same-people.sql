-- Where a project keeps the same people all year, nobody follows who has left unless the hub makes an exception, for a reason.
alter table successors_asked
  add column exception text not null default 'not_needed'
    constraint successors_asked_exception check (exception in ('not_needed', 'needed', 'asked', 'granted', 'refused')),
  -- Why the school asks for it, in its words; and what the hub answered.
  add column exception_reason text,
  add column exception_asked_at timestamptz,
  add column exception_answer text,
  add column exception_decided_at timestamptz,
  add constraint successors_asked_exception_for_a_reason
    check (exception not in ('granted', 'refused') or exception_decided_at is not null),
  add constraint successors_asked_named_by_exception
    check (successor_participant_id is null or exception in ('not_needed', 'granted'));

-- Who is waited for in a project that keeps the same people needs one already.
update successors_asked s set exception = 'needed'
  from places p join groups g on g.id = p.group_id join projects j on j.id = g.project_id
  where p.id = s.place_id and s.status = 'open' and j.same_people_all_year;
