import { sql } from 'kysely'
import type { Transaction } from '../../platform/database/index.ts'
import { newId } from '../../vocabulary/ids.ts'
import type { Writing } from './changes-store.ts'
import type { ChangeKind } from './register-import.ts'
import { academyTypes } from './schools-register.ts'

/** Writes down who followed whom, wherever both are known by now; those are found in `followed`. */
export const writeSuccessors = async (tx: Transaction): Promise<void> => {
  await sql`create temp table followed (predecessor_id uuid, successor_id uuid, kind text, since_on date) on commit drop`.execute(
    tx,
  )
  await sql`
    with written as (
      insert into organisation_successors (predecessor_id, successor_id, kind, since_on)
      select p.id, s.id, l.kind, l.since_on from school_links l
        join organisations p on p.urn = l.predecessor_urn join organisations s on s.urn = l.successor_urn
      where not exists (select from organisation_successors k where k.predecessor_id = p.id and k.successor_id = s.id)
      returning predecessor_id, successor_id, kind, since_on)
    insert into followed select predecessor_id, successor_id, kind, since_on from written`.execute(tx)
}

/**
 * What became of schools that were open here once and are followed now: converted when a single academy follows a school
 * that was none. Schools that were closed before we knew them have no part in the network and are not told.
 */
export const noteFollowed = async (
  tx: Transaction,
  { importId, now, today }: Writing,
): Promise<Partial<Record<ChangeKind, number>>> => {
  const { rows } = await sql<{ kind: ChangeKind; schools: number }>`
    with those as (
      select f.predecessor_id as id, bool_or(f.kind = 'merged') as merged, bool_or(f.kind = 'split') as split, count(*) as successors,
        bool_and(s.type_code = any (${academyTypes}::text[]) and p.type_code <> all (${academyTypes}::text[])) as academised,
        jsonb_agg(jsonb_build_object('urn', s.urn, 'name', s.name) order by s.urn) as named, min(f.since_on) as since_on
      from followed f join organisations p on p.id = f.predecessor_id join organisations s on s.id = f.successor_id
      where p.status <> 'closed' or exists (select from organisation_changes c where c.organisation_id = p.id and c.kind = 'closed')
      group by f.predecessor_id
    ), noted as (
      insert into organisation_changes (organisation_id, import_id, kind, changed, held_on, recorded_at)
      select id, ${importId}::uuid, case when merged then 'merged' when split then 'split' when academised and successors = 1 then 'academised' else 'succeeded' end,
        jsonb_build_object('successors', jsonb_build_array(null, named)), coalesce(since_on, ${today}), ${now} from those
      returning kind
    )
    select kind, count(*)::int as schools from noted group by kind`.execute(tx)
  return Object.fromEntries(rows.map(({ kind, schools }) => [kind, schools]))
}

export type Succession = { readonly predecessorId: string; readonly successorId: string }

const closedHere = sql`p.status = 'closed' and exists (select from organisation_changes c where c.organisation_id = p.id and c.kind = 'closed')`

/** Schools that closed while we knew them, with the one that follows, of which nobody has been told: from now on they have. */
export const takeUntoldSuccessions = async (tx: Transaction, now: Temporal.Instant): Promise<readonly Succession[]> => {
  const { rows } = await sql<Succession>`
    update organisation_successors k set told_at = ${now} from organisations p
    where p.id = k.predecessor_id and k.told_at is null and ${closedHere}
      and not exists (select from organisation_successors other where other.predecessor_id = k.predecessor_id and other.successor_id <> k.successor_id)
    returning k.predecessor_id as "predecessorId", k.successor_id as "successorId"`.execute(tx)
  return rows
}

/** Keeps one succession that somebody has decided, and marks it as told. */
export const writeDecidedSuccessor = async (
  tx: Transaction,
  { predecessorId, successorId }: Succession,
  now: Temporal.Instant,
): Promise<void> => {
  await sql`
    insert into organisation_successors (predecessor_id, successor_id, kind, told_at) values (${predecessorId}, ${successorId}, 'successor', ${now})
    on conflict (predecessor_id, successor_id) do update set told_at = ${now}`.execute(tx)
}

type Asked = {
  readonly kind: string
  readonly organisation_id: string | null
  readonly about: string
  readonly told: unknown
}

const insertQuestions = async (
  tx: Transaction,
  asked: readonly Asked[],
  { importId, now }: Pick<Writing, 'importId' | 'now'>,
): Promise<number> => {
  const { numAffectedRows } = await sql`
    insert into register_questions (id, kind, organisation_id, about, told, import_id, raised_at)
    select q.id, q.kind, q.organisation_id, q.about, q.told::jsonb, ${importId}::uuid, ${now}::timestamptz
    from unnest(${asked.map(() => newId())}::uuid[], ${asked.map(({ kind }) => kind)}::text[], ${asked.map((each) => each.organisation_id)}::uuid[],
      ${asked.map(({ about }) => about)}::text[], ${asked.map(({ told }) => JSON.stringify(told))}::text[]) as q (id, kind, organisation_id, about, told)
    on conflict do nothing`.execute(tx)
  return Number(numAffectedRows ?? 0)
}

/** Asks about schools that closed here: with nobody who follows, or with several of whom one may take over what was there. */
export const askAboutClosed = async (tx: Transaction, writing: Writing): Promise<number> => {
  const { rows } = await sql<Asked>`
    select 'closed_without_successor' as kind, p.id as organisation_id, coalesce(p.closed_on::text, '') as about,
      jsonb_build_object('closed_on', p.closed_on) as told
    from organisations p where ${closedHere} and not exists (select from organisation_successors k where k.predecessor_id = p.id)
    union all
    select 'several_successors', p.id, string_agg(s.urn::text, ',' order by s.urn),
      jsonb_build_object('successors', jsonb_agg(jsonb_build_object('id', s.id, 'urn', s.urn, 'name', s.name) order by s.urn), 'kind', max(k.kind))
    from organisations p join organisation_successors k on k.predecessor_id = p.id join organisations s on s.id = k.successor_id
    where ${closedHere} group by p.id having count(*) > 1`.execute(tx)
  return insertQuestions(tx, rows, writing)
}

/** Asks about links of which one end is a school here and the other a number that no register has named yet. */
export const askAboutUnknownUrns = async (tx: Transaction, writing: Writing): Promise<number> => {
  const { rows } = await sql<Asked>`
    select 'unknown_urn' as kind, coalesce(p.id, s.id) as organisation_id,
      case when p.id is null then l.predecessor_urn else l.successor_urn end::text as about,
      jsonb_build_object('urn', case when p.id is null then l.predecessor_urn else l.successor_urn end, 'part', case when p.id is null then 'predecessor' else 'successor' end) as told
    from school_links l left join organisations p on p.urn = l.predecessor_urn left join organisations s on s.urn = l.successor_urn
    where (p.id is null) <> (s.id is null) and coalesce(p.status, s.status) <> 'closed'
      or s.id is null and p.id is not null and exists (select from organisation_changes c where c.organisation_id = p.id and c.kind = 'closed')`.execute(
    tx,
  )
  return insertQuestions(tx, rows, writing)
}

/** Asks about codes of authorities that nobody has named to us, once for each, with how many schools are under it. */
export const askAboutAuthorities = async (
  tx: Transaction,
  writing: Writing,
  { nameColumn, elsewhere }: { nameColumn: string | null; elsewhere: readonly string[] },
): Promise<number> => {
  const name = nameColumn === null ? sql`null::text` : sql`max(r.${sql.id(nameColumn)})`
  const { rows } = await sql<Asked>`
    select 'unknown_authority' as kind, null as organisation_id, s.authority_given as about,
      jsonb_build_object('code', s.authority_given, 'name', ${name}, 'region', max(s.region), 'schools', count(*)) as told
    from said s join staged r on r.line = s.line
    where s.problem is null and s.authority_code is null and s.authority_given is not null and s.status <> 'closed' and s.type_code <> all (${elsewhere}::text[])
    group by s.authority_given`.execute(tx)
  return insertQuestions(tx, rows, writing)
}

/** Questions that the register has answered itself by now are settled: a successor has come, the URN is known. */
export const settleAnswered = async (tx: Transaction, now: Temporal.Instant): Promise<void> => {
  await sql`
    update register_questions q set settled_at = ${now}, settlement = '{"answer": "register"}'
    where q.settled_at is null and (
      (q.kind = 'closed_without_successor' and exists (select from organisation_successors k where k.predecessor_id = q.organisation_id))
      or (q.kind = 'closed_without_successor' and exists (select from organisations o where o.id = q.organisation_id and o.status <> 'closed'))
      or (q.kind = 'unknown_urn' and exists (select from organisations o where o.urn::text = q.about))
      or (q.kind = 'unknown_authority' and exists (select from authorities a where a.code = q.about)))`.execute(tx)
}
