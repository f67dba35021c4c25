-- On any day one statement at most says who answers for personal data: of the network, and of each hub that says otherwise.
alter table data_controllers add constraint data_controllers_one_a_day exclude using gist (
  (coalesce(hub_id, '00000000-0000-0000-0000-000000000000'::uuid)) with =, daterange(from_on, to_on, '[]') with &&);
