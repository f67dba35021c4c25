-- What would place somebody may turn out not to be worked out, through a fault of the service: then that is said, and it can be asked again.
alter table placement_explanations add column failed_at timestamptz,
  add constraint placement_explanations_end_once check (finished_at is null or failed_at is null);
