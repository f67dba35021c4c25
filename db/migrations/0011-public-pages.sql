-- Whatever public pages are made of tells, when it changes, those who keep such pages in memory.
create function tell_public_pages() returns trigger language plpgsql as $$
begin
  perform pg_notify('public_pages', tg_table_name);
  return null;
end $$;

do $$
declare name text;
begin
  foreach name in array array['networks', 'authorities', 'organisations', 'organisation_successors', 'hubs', 'hub_names', 'hub_areas',
    'hub_lead_organisations', 'venues', 'academic_years', 'year_notices', 'delivery_models', 'pathways', 'stages', 'projects', 'project_sections',
    'project_outcomes', 'project_themes', 'catalogue_sections', 'catalogue_entries', 'project_lineage', 'programme_goals', 'criteria',
    'cancellation_policies', 'offers', 'offer_sections', 'offer_partner_hubs', 'planned_dates']
  loop
    execute format('create trigger tell_public_pages after insert or update or delete or truncate on %I for each statement execute function tell_public_pages()', name);
  end loop;
end $$;
