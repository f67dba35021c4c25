-- What a year shows can be withdrawn as a whole; it is a version of the year like any other.
alter table year_versions drop constraint year_versions_act;
alter table year_versions add constraint year_versions_act
  check (act in ('drafted', 'changed', 'published', 'corrected', 'discarded', 'withdrawn'));
