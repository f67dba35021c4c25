-- Somebody will leave an organisation on a day that is still to come, for another or for none; until then it can be taken back.
create table coming_moves (
  id uuid primary key,
  person_id uuid not null references people,
  from_organisation_id uuid not null references organisations,
  to_organisation_id uuid references organisations,
  post text,
  moves_on date not null,
  said_by text not null constraint coming_moves_said_by check (said_by in ('person', 'school', 'hub')),
  said_by_person_id uuid references people,
  said_at timestamptz not null,
  status text not null default 'coming' constraint coming_moves_status check (status in ('coming', 'happened', 'taken_back', 'lapsed')),
  settled_at timestamptz,
  settled_by_person_id uuid references people,
  move_id uuid references person_moves on delete set null,
  constraint coming_moves_name_a_post_elsewhere check (post is null or to_organisation_id is not null),
  constraint coming_moves_are_settled_once check ((status = 'coming') = (settled_at is null))
);
create unique index coming_moves_one_at_a_time on coming_moves (person_id, from_organisation_id) where status = 'coming';
create index coming_moves_due on coming_moves (moves_on) where status = 'coming';
create index coming_moves_by_person on coming_moves (person_id);
create index coming_moves_by_organisation on coming_moves (from_organisation_id);
create index coming_moves_by_move on coming_moves (move_id) where move_id is not null;
select guard_against_merged_records();
