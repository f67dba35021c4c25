-- Evaluations made from what was promised, statements anyone can check, figures by definition and date.
create table evaluations (
  id uuid primary key,
  group_id uuid not null constraint evaluations_one_each_group unique references groups,
  opened_at timestamptz not null,
  closes_on date not null
);

create table evaluation_questions (
  id uuid primary key,
  evaluation_id uuid not null references evaluations,
  outcome_id uuid references project_outcomes,
  question text not null,
  kind text not null constraint evaluation_questions_kind check (kind in ('agreement', 'words')),
  position integer not null
);
create index evaluation_questions_by_evaluation on evaluation_questions (evaluation_id);

create table evaluation_answers (
  question_id uuid not null references evaluation_questions,
  participant_id uuid not null references participants,
  agreement integer constraint evaluation_answers_agreement check (agreement between 1 and 5),
  words text,
  answered_at timestamptz not null,
  primary key (question_id, participant_id)
);

create table statements (
  id uuid primary key,
  code text not null constraint statements_code_is_unique unique,
  participant_id uuid not null constraint statements_one_each unique references participants,
  group_id uuid not null references groups,
  particulars jsonb not null,
  issued_at timestamptz not null,
  withdrawn_at timestamptz,
  withdrawn_reason text
);
create index statements_by_group on statements (group_id);

create table invitations_to_next_stage (
  id uuid primary key,
  organisation_id uuid not null references organisations,
  from_stage_id uuid not null references stages,
  to_stage_id uuid not null references stages,
  group_id uuid not null references groups,
  invited_at timestamptz not null,
  constraint invitations_to_next_stage_once unique (organisation_id, to_stage_id, group_id)
);

-- The four figures, kept apart: interest is not a place, a place is not participation, participation is not completion.
create view reporting_interest as
  select i.id as interest_id, o.hub_id, i.project_id, o.year, i.organisation_id, i.status, i.received_at
  from expressions_of_interest i join offers o on o.id = i.offer_id where i.received_at is not null;
create view reporting_places as
  select p.id as place_id, g.hub_id, p.project_id, g.year, p.organisation_id, p.status, p.held_at, p.ended_at, g.id as group_id
  from places p join groups g on g.id = p.group_id where p.held_at is not null;
-- Every mark of attendance with when it was received and when another took its place, so that a past day's figure can be found again.
create view reporting_participation as
  select m.id as mark_id, p.id as place_id, g.hub_id, p.project_id, g.year, p.organisation_id, m.received_at as took_part_at,
    least((select min(l.received_at) from marks l where l.replaces_mark_id = m.id),
      (select b.received_at from settled_marks s join marks b on b.id = s.by_mark_id where s.mark_id = m.id)) as superseded_at
  from marks m join participants pa on pa.id = m.participant_id join places p on p.id = pa.place_id join groups g on g.id = p.group_id
  where m.mark in ('present', 'late', 'left_early', 'online', 'substitute');
create view reporting_completion as
  select p.id as place_id, g.hub_id, p.project_id, g.year, p.organisation_id, p.ended_at as completed_at
  from places p join groups g on g.id = p.group_id where p.status = 'completed';

-- A published figure is a stored snapshot without personal data and stays for ever.
create table published_figures (
  id uuid primary key,
  indicator text not null,
  definition text not null,
  population text not null,
  year integer not null references academic_years,
  as_at timestamptz not null,
  published_at timestamptz not null,
  published_by_person_id uuid references people,
  figures jsonb not null
);
revoke update, delete, truncate on published_figures from tessellate_app;
