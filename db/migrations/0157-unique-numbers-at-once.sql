-- Of fifty thousand new schools, numbers that must be unique are checked and indexed at once when they are in, not row by row.
create or replace function set_aside_before_first_schools() returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare each record;
begin
  if exists (select from organisations where kind = 'school') then raise exception 'Schools are known already'; end if;
  for each in
    select c.conname, c.conrelid::regclass as relation, pg_get_constraintdef(c.oid) as says from pg_constraint c
    where c.conrelid in ('organisations'::regclass, 'trust_memberships'::regclass) and c.contype in ('f', 'u') order by c.contype desc
  loop
    insert into set_aside (definition) values (format('alter table %s add constraint %I %s', each.relation, each.conname, each.says));
    execute format('alter table %s drop constraint %I', each.relation, each.conname);
  end loop;
  for each in
    select i.indexrelid::regclass as index, pg_get_indexdef(i.indexrelid) as says from pg_index i
    where i.indrelid in ('organisations'::regclass, 'trust_memberships'::regclass) and not i.indisunique
      and (i.indpred is null or pg_get_expr(i.indpred, i.indrelid) like '%kind = ''school''%')
  loop
    insert into set_aside (definition) values (each.says);
    execute format('drop index %s', each.index);
  end loop;
end $$;
