-- Whether the time beside sessions, planning and evaluation, counts towards the days that a project asks for, or is additional to them.
alter table attendance_terms add column counts_beside boolean not null default true;
