// How long `bin/tessellate check` takes over a long history: `node bench/checking-history.ts [EVENTS]`, a million unless told.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { invariants } from '../src/features/retention/invariants.ts'
import { startEmbedded } from '../src/platform/database/embedded.ts'
import { connect } from '../src/platform/database/index.ts'
import { migrate } from '../src/platform/database/migrate.ts'
import { type Fault, findFaults, findFaultsQuickly, platformInvariants } from '../src/platform/invariants.ts'

const eventsOfEach = 10
const mostEvents = 100_000_000

// Round after round, each thing's next event follows its last: the trigger's own arithmetic, for all things at once.
const nextEvents = `
  with made as (
    select l.subject_id, l.hash as previous_hash, gen_random_uuid()::text::bytea as salt,
      jsonb_build_object('note', 'Nadia Rosewarne rang about ' || l.subject_id) as personal from last_events l
  ), hashed as (
    select m.*, sha256(m.salt || convert_to(m.personal::text, 'UTF8')) as personal_hash, now() as at from made m
  ), added as (
    insert into events (occurred_at, recorded_at, name, subject_type, subject_id, actor_kind, particulars, personal_hash, previous_hash, hash)
    select at, at - interval '2 hours', 'thing.done', 'thing', subject_id, 'system', '{"count": 1}', personal_hash, previous_hash,
      sha256(convert_to(concat_ws('|', encode(coalesce(previous_hash, ''), 'hex'), extract(epoch from at), 'thing.done',
        'thing', subject_id, 'system', null, null, '{"count": 1}'::jsonb::text, encode(personal_hash, 'hex')), 'UTF8'))
    from hashed returning id, subject_id, hash
  ), values_beside as (
    insert into event_personal_values (event_id, salt, personal) select a.id, h.salt, h.personal from added a join hashed h using (subject_id)
  )
  update last_events l set hash = a.hash from added a where a.subject_id = l.subject_id`

const fill = async (owner: ReturnType<typeof connect>, events: number): Promise<void> => {
  const { pool } = owner
  await pool.query('alter table events disable trigger user')
  await pool.query('create unlogged table last_events (subject_id uuid primary key, hash bytea)')
  await pool.query('insert into last_events select gen_random_uuid() from generate_series(1, $1::int)', [
    Math.ceil(events / eventsOfEach),
  ])
  for (let round = 0; round < eventsOfEach; round += 1) await pool.query(nextEvents)
  await pool.query('drop table last_events')
  await pool.query(`insert into history_seals (up_to_event_id, events, digest, sealed_at)
    select max(id), count(*), bit_xor(('x' || substr(encode(hash, 'hex'), 1, 16))::bit(64)::bigint), now() from events`)
  await pool.query('analyze')
}

const wanted = Number(process.argv[2] ?? 1_000_000)
if (!Number.isInteger(wanted) || wanted < eventsOfEach || wanted > mostEvents) {
  console.error(`Say how many events, from ${eventsOfEach} to ${mostEvents}.`)
  process.exit(2)
}

const folder = mkdtempSync(join(tmpdir(), 'bench-'))
const database = await startEmbedded({ dataDir: join(folder, 'data') })
const owner = connect(database.url, { asOwner: true })
try {
  await migrate(database.url)
  await fill(owner, wanted)
  const rules = [...platformInvariants, ...invariants]
  const timed = async (work: () => Promise<unknown>): Promise<number> => {
    const began = performance.now()
    await work()
    return (performance.now() - began) / 1000
  }
  const say = (seconds: number, what: string) => console.log(`${seconds.toFixed(2).padStart(7)} s  ${what}`)
  const sound = async (faults: Promise<readonly Fault[]>) => {
    const [first] = await faults
    if (first) throw new Error(`${first.rule}: ${first.fault}`)
  }
  const bareQuery = `select count(sha256(convert_to(e::text, 'UTF8'))) from events e`
  await owner.pool.query(bareQuery)
  const bare = await timed(() => owner.pool.query(bareQuery))
  say(bare, 'every event read and hashed once, bare: what it is measured against')
  for (const rule of rules) say(await timed(() => sound(findFaults(owner.kysely, [rule]))), rule.rule)
  const all = await timed(() => sound(findFaultsQuickly(owner.kysely, rules)))
  const megabytes = Math.round(process.memoryUsage().rss / 2 ** 20)
  say(
    all,
    `all of them as \`check\` does, for ${wanted.toLocaleString('en-GB')} events: ${(all / bare).toFixed(1)} ×, ${megabytes} MB in the program`,
  )
} finally {
  await owner.end()
  await database.stop()
  rmSync(folder, { recursive: true, force: true })
}
