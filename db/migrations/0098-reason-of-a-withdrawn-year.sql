-- Why the national team has withdrawn what a year shows: told on its page until something is published again.
alter table academic_years add column withdrawn_because text;
