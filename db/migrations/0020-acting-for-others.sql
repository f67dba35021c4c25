-- Acting for somebody else, for support: who, for whom, why, until when. It belongs to one signed-in session; the
-- session is only named, because what was done in it is remembered longer than it lasts.
create table acting_episodes (
  id uuid primary key,
  session_id uuid not null,
  by_person_id uuid not null references people,
  for_person_id uuid not null references people,
  reason text not null constraint acting_episodes_have_a_reason check (length(btrim(reason)) > 0),
  begun_at timestamptz not null,
  lapses_at timestamptz not null,
  ended_at timestamptz,
  constraint acting_episodes_are_for_somebody_else check (by_person_id <> for_person_id)
);
create unique index acting_episodes_one_at_a_time on acting_episodes (session_id) where ended_at is null;
create index acting_episodes_by_person on acting_episodes (for_person_id, begun_at desc);
create index acting_episodes_by_who_acts on acting_episodes (by_person_id, begun_at desc);

-- Signed links of one record and purpose that were made until then open no more; later ones do. It takes the place of
-- a list of single signatures: whoever has a link that went astray may have others made before it.
create table stopped_links (
  subject_id uuid not null,
  purpose text not null,
  stopped_at timestamptz not null,
  primary key (subject_id, purpose)
);
drop table revoked_links;
