-- The report of an online meeting, as it was read: kept only until somebody has said what it comes to.
create table meeting_reports (
  id uuid primary key,
  session_id uuid not null references sessions,
  file_name text not null,
  read_as text not null,
  joined jsonb,
  refused jsonb,
  sent_by_person_id uuid references people,
  sent_at timestamptz not null,
  status text not null default 'proposed' constraint meeting_reports_status check (status in ('proposed', 'taken', 'discarded')),
  settled_by_person_id uuid references people,
  settled_at timestamptz,
  constraint meeting_reports_settled_hold_nothing check ((status = 'proposed') = (settled_at is null) and (status = 'proposed' or num_nonnulls(joined, refused) = 0))
);
create index meeting_reports_by_session on meeting_reports (session_id);
create index meeting_reports_by_sender on meeting_reports (sent_by_person_id);
create index meeting_reports_by_settler on meeting_reports (settled_by_person_id);
