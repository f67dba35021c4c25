-- A mark that was made after its maker's part in the group had ended waits for whoever works on the group now.
alter table marks_set_aside drop constraint marks_set_aside_because;
alter table marks_set_aside add constraint marks_set_aside_because
  check (because in ('called_off', 'moved', 'undated', 'to_come', 'not_expected', 'completed', 'closed', 'no_part'));
