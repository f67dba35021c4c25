-- What a project means by a day, and whether the minutes that somebody missed are taken off what they took part in.
create table attendance_terms (
  project_id uuid primary key references projects,
  minutes_in_a_day integer not null default 300 constraint attendance_terms_day check (minutes_in_a_day between 60 and 720),
  takes_off_missed boolean not null default true,
  stated_by_person_id uuid references people,
  stated_at timestamptz not null
);
create index attendance_terms_by_person on attendance_terms (stated_by_person_id);
