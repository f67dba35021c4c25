-- A placement may open groups: until it is accepted such a group has a name of its own in the placement, then it is made.
alter table placement_proposals
  add column opening text constraint placement_proposals_opening check (opening like 'new-%');
alter table placement_pins
  add column opening text constraint placement_pins_opening check (opening like 'new-%'),
  add constraint placement_pins_name_one_group check (num_nonnulls(group_id, opening) < 2 and (opening is null or kind = 'put'));
