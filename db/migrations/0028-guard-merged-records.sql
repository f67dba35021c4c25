-- Every table that refers to people or organisations by now is guarded against records that have been merged.
select guard_against_merged_records();
