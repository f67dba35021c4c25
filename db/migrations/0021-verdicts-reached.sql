-- When the verdicts of a request were reached, however many rules there were then: a rule that is added later makes no decision wrong.
alter table expressions_of_interest add column verdicts_reached_at timestamptz;
update expressions_of_interest i
  set verdicts_reached_at = coalesce((select min(v.reached_at) from interest_verdicts v where v.interest_id = i.id), i.received_at)
  where i.received_at is not null;
