import { createHash } from 'node:crypto'
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Client } from 'pg'
import { migrate } from '../../src/platform/database/migrate.ts'
import { connected } from './server.ts'

const root = join(import.meta.dirname, '../..')

/** A name that changes with everything a prepared database is made of, so that a stale one is never used. */
export const templateName = (): string => {
  const made = [
    'db/migrations/*.sql',
    'src/platform/database/migrate.ts',
    'test/support/template.ts',
    'package-lock.json',
  ]
  const hash = createHash('sha256')
  for (const file of globSync(made, { cwd: root }).sort()) hash.update(file).update(readFileSync(join(root, file)))
  return `tessellate_test_${hash.digest('hex').slice(0, 10)}`
}

export const onDatabase = (serverUrl: string, database: string): string => {
  const url = new URL(serverUrl)
  url.pathname = `/${database}`
  return url.href
}

// Beside the tables: what a fresh database holds, and the function that brings a used one back to it.
// `session_replication_role` spares the order of the foreign keys; it is the server owner's privilege.
const resetter = `
create schema test_reset;
create table test_reset.kept (place regclass primary key, copy text, columns text);
create table test_reset.sequences as
  select format('%I.%I', schemaname, sequencename)::regclass as sequence,
    coalesce(last_value, start_value) as value, last_value is not null as is_called
  from pg_sequences where schemaname <> 'test_reset';
do $$
declare place regclass; n int := 0; columns text; is_filled boolean;
begin
  for place in select c.oid::regclass from pg_class c join pg_namespace s on s.oid = c.relnamespace
    where c.relkind in ('r', 'p') and not c.relispartition
      and s.nspname not in ('pg_catalog', 'information_schema', 'test_reset') and s.nspname not like 'pg\\_%'
  loop
    execute format('select exists (select from %s)', place) into is_filled;
    if is_filled then
      n := n + 1;
      select string_agg(quote_ident(attname), ', ' order by attnum) into columns
        from pg_attribute where attrelid = place and attnum > 0 and not attisdropped and attgenerated = '';
      execute format('create table test_reset.rows_%s as select %s from %s', n, columns, place);
      insert into test_reset.kept values (place, format('test_reset.rows_%s', n), columns);
    else
      insert into test_reset.kept values (place, null, null);
    end if;
  end loop;
end $$;
create function test_reset.reset() returns void language plpgsql as $$
declare kept record;
begin
  set local session_replication_role = replica;
  for kept in select * from test_reset.kept loop execute format('delete from %s', kept.place); end loop;
  for kept in select * from test_reset.kept where copy is not null loop
    execute format('insert into %s (%s) overriding system value select %s from %s',
      kept.place, kept.columns, kept.columns, kept.copy);
  end loop;
  perform setval(sequence, value, is_called) from test_reset.sequences;
end $$;
create function test_reset.shape() returns text language sql as $$
  select md5(string_agg(part, ' ' order by part)) from (
    select conrelid::regclass || ' ' || conname from pg_constraint where connamespace = 'public'::regnamespace
    union all select attrelid::regclass || ' ' || attname from pg_attribute join pg_class c on c.oid = attrelid
      where c.relnamespace = 'public'::regnamespace and attnum > 0 and not attisdropped
    union all select tgrelid::regclass || ' ' || tgname || tgenabled::text from pg_trigger where not tgisinternal) parts (part)
$$;
create table test_reset.made as select test_reset.shape() as shape;`

const build = async (server: Client, serverUrl: string, name: string) => {
  const half = `${name}_new`
  await server.query(`drop database if exists ${half} with (force)`)
  await server.query(`create database ${half}`)
  await migrate(onDatabase(serverUrl, half))
  const template = await connected(onDatabase(serverUrl, half))
  try {
    await template.query(resetter)
  } finally {
    await template.end()
  }
  // Renamed last: a template under its own name is always a whole one.
  await server.query(`alter database ${half} rename to ${name}`)
}

const dropOutdated = async (server: Client, name: string) => {
  const others = await server.query<{ datname: string }>(
    `select datname from pg_database where datname like 'tessellate\\_test\\_%' and datname not like $1 || '%'
      and not exists (select from pg_stat_activity a where a.datname = pg_database.datname)`,
    [name],
  )
  for (const { datname } of others.rows) await server.query(`drop database if exists ${datname}`).catch(() => {})
}

/** Makes the migrated database that every test database is cloned from, once for each state of the migrations. */
export const prepareTemplate = async (serverUrl: string): Promise<string> => {
  const name = templateName()
  const server = await connected(serverUrl)
  try {
    await server.query('select pg_advisory_lock(76, 0)')
    const found = await server.query('select from pg_database where datname = $1', [name])
    if (found.rowCount === 0) {
      await build(server, serverUrl, name)
      await dropOutdated(server, name)
    }
    return name
  } finally {
    await server.end()
  }
}
