-- A group that has become part of another names it; a place that goes on in another group, after its own has met, names the place before it.
alter table groups
  add column merged_into_id uuid references groups,
  add constraint groups_merged_name_the_other check ((status = 'merged') = (merged_into_id is not null)),
  add constraint groups_not_merged_into_themselves check (merged_into_id <> id);
create index groups_by_merged_into on groups (merged_into_id) where merged_into_id is not null;

alter table places
  add column continues_place_id uuid references places,
  add constraint places_continue_another check (continues_place_id <> id);
create index places_by_continued on places (continues_place_id) where continues_place_id is not null;
