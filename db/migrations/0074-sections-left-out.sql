-- Where the national team allows it, a hub leaves a section of the national text out of its offer.
alter table project_sections add column may_be_left_out boolean not null default false;

-- A section left out has the national heading and no text; it is left out for as long as the national team allows it.
alter table offer_sections add column is_left_out boolean not null default false;
alter table offer_sections add constraint offer_sections_left_out_have_no_text check (not is_left_out or body = '');
