-- What keeps a first reading of the schools register back, row by row.

-- The same as organisations_lie, column for column.
drop index organisations_lying_in_an_authority;

-- An index of part of the schools is made at once when they are in, like those of all.
create or replace function set_aside_before_first_schools() returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare each record;
begin
  if exists (select from organisations where kind = 'school') then raise exception 'Schools are known already'; end if;
  for each in
    select c.conname, c.conrelid::regclass as relation, pg_get_constraintdef(c.oid) as says from pg_constraint c
    where c.contype = 'f' and c.conrelid in ('organisations'::regclass, 'trust_memberships'::regclass)
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
