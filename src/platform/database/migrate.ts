import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { runMigrations } from 'graphile-worker'
import pg from 'pg'

const folder = join(import.meta.dirname, '../../../db/migrations')

/** Brings a database up to date, as its owner: every new file of `db/migrations`, each in one transaction, one runner at a time. */
export const migrate = async (ownerUrl: string): Promise<{ applied: string[] }> => {
  const client = new pg.Client({ connectionString: ownerUrl })
  client.on('error', () => {})
  await client.connect()
  try {
    await client.query('select pg_advisory_lock(4021)')
    await client.query(
      'create table if not exists migrations (name text primary key, applied_at timestamptz not null default now())',
    )
    const done = new Set(
      (await client.query<{ name: string }>('select name from migrations')).rows.map((row) => row.name),
    )
    const waiting = (await readdir(folder)).filter((name) => name.endsWith('.sql') && !done.has(name)).sort()
    for (const name of waiting) await apply(client, name)
    await prepareJobs(client, ownerUrl)
    return { applied: waiting }
  } finally {
    await client.end()
  }
}

const apply = async (client: pg.Client, name: string): Promise<void> => {
  const text = await readFile(join(folder, name), 'utf8')
  await client.query('begin')
  try {
    await client.query(text)
    await client.query('insert into migrations (name) values ($1)', [name])
    await client.query('commit')
  } catch (problem) {
    await client.query('rollback')
    throw new Error(`Migration ${name} failed: ${String((problem as Error).message)}`, { cause: problem })
  }
}

// The queue keeps its own schema; the application may put jobs in and work them off.
const prepareJobs = async (client: pg.Client, ownerUrl: string): Promise<void> => {
  await runMigrations({ connectionString: ownerUrl })
  await client.query(`
    grant usage on schema graphile_worker to tessellate_app;
    grant select, insert, update, delete on all tables in schema graphile_worker to tessellate_app;
    grant usage, select on all sequences in schema graphile_worker to tessellate_app;
    grant execute on all functions in schema graphile_worker to tessellate_app;
    grant select on migrations to tessellate_app;
    do $$ declare t record; begin
      for t in select c.oid::regclass as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where n.nspname = 'graphile_worker' and c.relrowsecurity
          and not exists (select 1 from pg_policy p where p.polrelid = c.oid and p.polname = 'tessellate_app')
      loop execute format('create policy tessellate_app on %s to tessellate_app using (true) with check (true)', t.name); end loop;
    end $$`)
}
