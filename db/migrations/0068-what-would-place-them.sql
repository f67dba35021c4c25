-- What one change would place whoever a placement left out: asked, tried by solving again, and what else each would change.
create table placement_explanations (
  run_id uuid not null references placement_runs,
  interest_id uuid not null references expressions_of_interest,
  asked_at timestamptz not null,
  finished_at timestamptz,
  primary key (run_id, interest_id)
);

create table placement_changes (
  id uuid primary key,
  run_id uuid not null,
  interest_id uuid not null,
  position integer not null,
  kind text not null constraint placement_changes_kind check (kind in ('places', 'minimum', 'miles', 'clash', 'ruled_out', 'opening')),
  group_id uuid references groups,
  amount integer not null,
  is_placed boolean not null,
  -- Who else would be placed, moved or left out by it.
  others jsonb not null,
  constraint placement_changes_explanation foreign key (run_id, interest_id) references placement_explanations,
  constraint placement_changes_position_is_unique unique (run_id, interest_id, position)
);
