-- An invitation to the next stage is prepared when a year is completed, and sent when the hub says so.
alter table invitations_to_next_stage rename column invited_at to prepared_at;
alter table invitations_to_next_stage
  add column sent_at timestamptz,
  add column sent_in uuid,
  add column left_out_at timestamptz,
  add constraint invitations_to_next_stage_sent_or_left_out check (sent_at is null or left_out_at is null),
  add constraint invitations_to_next_stage_sent_in check ((sent_at is null) = (sent_in is null));
-- Until now each was sent at once.
update invitations_to_next_stage set sent_at = prepared_at, sent_in = id;
create index invitations_to_next_stage_by_group on invitations_to_next_stage (group_id);
create index invitations_to_next_stage_by_sending on invitations_to_next_stage (sent_in) where sent_in is not null;
