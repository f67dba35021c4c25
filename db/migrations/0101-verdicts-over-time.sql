-- Requests that nobody has decided on are looked at each day: what a day alone changes of their verdicts (a post held long enough, one
-- that begins or ends, an area from a day on) is found for those that have not been looked at since.
alter table expressions_of_interest add column verdicts_looked_at_on date;
create index expressions_of_interest_to_look_at on expressions_of_interest (verdicts_looked_at_on nulls first, id)
  where status in ('received', 'confirmed', 'waiting');
