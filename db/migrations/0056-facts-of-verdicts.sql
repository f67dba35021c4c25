-- The facts on which the verdicts of a request were reached, as they were: with the rules kept beside each verdict they reach
-- it again (domain rule 5).
alter table expressions_of_interest add column known_facts jsonb;
