-- Hubs look through what is asked of them: what else an organisation has asked, or has, of the same project is found by both at once.
create index expressions_of_interest_of_organisation_in_project on expressions_of_interest (organisation_id, project_id);
drop index expressions_of_interest_by_organisation;
create index places_of_organisation_in_project on places (organisation_id, project_id);
drop index places_by_organisation;
-- From a request that was passed on back to where it came from.
create index expressions_of_interest_passed_on_to on expressions_of_interest (passed_on_to_id) where passed_on_to_id is not null;
