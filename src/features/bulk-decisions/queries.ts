import { sql } from 'kysely'
import { z } from 'zod'
import type { Reader } from '../../platform/database/index.ts'
import { stored } from '../../platform/database/stored.ts'
import { inPriorityOrder } from '../criteria/index.ts'
import { interestStatuses } from '../interest/index.ts'
import { besideDecisions, changeInWords, inTurn, waitingAmong } from '../place-offers/index.ts'
import type { BulkAct, BulkActRow, BulkActStatus, Deed, LetterToSend, RowOutcome } from './bulk-act.ts'

const deed: z.ZodType<Deed> = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('offer'), groupId: z.string(), groupName: z.string(), respondBy: z.string() }),
  z.object({ kind: z.literal('wait') }),
  z.object({ kind: z.literal('pass_on'), hubId: z.string(), hubName: z.string(), word: z.string() }),
  z.object({ kind: z.literal('decline'), reason: z.string() }),
  z.object({
    kind: z.literal('message'),
    title: z.string(),
    subject: z.string(),
    body: z.string(),
    templateId: z.string().nullable(),
    version: z.number(),
  }),
])
const letters: z.ZodType<readonly LetterToSend[]> = z.array(
  z.object({ to: z.string(), subject: z.string(), text: z.string() }),
)
const before = z.object({
  status: z.enum(interestStatuses),
  statusReason: z.string().nullable(),
  waitingSince: z.string().nullable(),
  placeId: z.string().nullable(),
  // What was kept at an earlier time says nothing of these.
  lostPlaceAt: z.string().nullable().default(null),
  movedUpAt: z.string().nullable().default(null),
  movedUpReason: z.string().nullable().default(null),
})

const acts = (db: Reader) =>
  db
    .selectFrom('bulk_acts as b')
    .leftJoin('people as p', 'p.id', 'b.begun_by_person_id')
    .leftJoin('people as c', 'c.id', 'b.carried_out_by_person_id')
    .leftJoin('people as u', 'u.id', 'b.undone_by_person_id')
    .selectAll('b')
    .select(['p.name as begun_by', 'c.name as carried_out_by', 'u.name as undone_by'])
    .select(sql<number>`(select count(*)::int from bulk_act_rows r where r.act_id = b.id)`.as('chosen'))
    .select(
      sql<number>`(select count(*)::int from bulk_act_rows r where r.act_id = b.id and r.done_event is not null)`.as(
        'done',
      ),
    )

type Row = Awaited<ReturnType<ReturnType<typeof acts>['execute']>>[number]

const actOf = (row: Row): BulkAct => ({
  id: row.id,
  hubId: row.hub_id,
  deed: row.kind === null ? null : stored(deed, row.particulars, 'what is done with many requests'),
  status: row.status as BulkActStatus,
  begunBy: row.begun_by,
  begunAt: row.begun_at,
  previewedAt: row.previewed_at,
  carriedOutBy: row.carried_out_by,
  carriedOutAt: row.carried_out_at,
  undoableUntil: row.undoable_until,
  undoneBy: row.undone_by,
  undoneAt: row.undone_at,
})

/** An act on many requests of a hub; another hub's is not there. */
export const actAtHub = async (db: Reader, hubId: string, id: string): Promise<BulkAct | null> => {
  const row = await acts(db).where('b.id', '=', id).where('b.hub_id', '=', hubId).executeTakeFirst()
  return row ? actOf(row) : null
}

/** What was done with many requests of a hub at once, the latest first. */
export const actsOfHub = async (db: Reader, hubId: string, most: number) => {
  const rows = await acts(db)
    .where('b.hub_id', '=', hubId)
    .where('b.status', 'in', ['carried_out', 'undone'])
    .orderBy('b.carried_out_at', 'desc')
    .orderBy('b.id')
    .limit(most)
    .execute()
  return rows.map((row) => ({ ...actOf(row), chosen: row.chosen, done: row.done }))
}

/** What has become of each request since the act was done with it: the latest change, and whether mail of the act was taken back. */
const sinceDone = async (db: Reader, actId: string) => {
  const { rows } = await sql<{
    id: string
    name: string | null
    actorKind: string
    actorName: string | null
    isMailTakenBack: boolean
  }>`
    select r.interest_id as id, c.name, coalesce(c.actor_kind, '') as "actorKind", nullif(c.actor_name, '') as "actorName",
      exists (select from event_subjects s join events e on e.id = s.event_id where s.subject_type = 'bulk-act' and s.subject_id = r.act_id
        and e.subject_id = r.interest_id and e.name = 'interest.letter-taken-back') as "isMailTakenBack"
    from bulk_act_rows r left join lateral (
      select e.name, e.actor_kind, concat_ws(' for ', b.name, p.name) as actor_name
      from event_subjects s join events e on e.id = s.event_id
        left join people p on p.id = e.actor_id and e.actor_kind = 'person'
        left join people b on b.id::text = e.acting_by and e.actor_kind = 'person'
      where s.subject_type = 'interest' and s.subject_id = r.interest_id and e.id > r.done_event
        and e.name like 'interest.%' and e.name <> all(${[...besideDecisions]}::text[])
      order by e.id desc limit 1) c on true
    where r.act_id = ${actId} and r.done_event is not null`.execute(db)
  return new Map(rows.map((row) => [row.id, row]))
}

/** The requests of an act in their order. */
export const rowsOfAct = async (db: Reader, actId: string): Promise<readonly BulkActRow[]> => {
  const since = await sinceDone(db, actId)
  const rows = await db
    .selectFrom('bulk_act_rows as r')
    .innerJoin('expressions_of_interest as i', 'i.id', 'r.interest_id')
    .innerJoin('organisations as o', 'o.id', 'i.organisation_id')
    .innerJoin('projects as p', 'p.id', 'i.project_id')
    .selectAll('r')
    .select(['o.name', 'p.title', 'i.status as status_now'])
    .where('r.act_id', '=', actId)
    .orderBy('r.position')
    .execute()
  return rows.map((row) => ({
    interestId: row.interest_id,
    position: row.position,
    organisation: row.name,
    projectTitle: row.title,
    statusNow: row.status_now,
    outcome: row.outcome as RowOutcome | null,
    why: row.why,
    seenEvent: row.seen_event ?? 0,
    doneEvent: row.done_event,
    before: row.before === null ? null : stored(before, row.before, 'where a request stood'),
    letters: stored(letters, row.letters, 'letters that will be sent'),
    since: changedSince(since.get(row.interest_id)),
    isMailTakenBack: since.get(row.interest_id)?.isMailTakenBack ?? false,
  }))
}

type Since = NonNullable<ReturnType<Awaited<ReturnType<typeof sinceDone>>['get']>>

const changedSince = (since: Since | undefined): string | null =>
  since?.name ? changeInWords({ ...since, name: since.name }) : null

/** The mail of an act: who gets what, and whether it still waits. */
export const mailOfAct = (db: Reader, actId: string) =>
  db
    .selectFrom('messages')
    .select(['to_address as to', 'subject', 'body_text as text', 'held', 'letters'])
    .where('held_for', '=', actId)
    .orderBy('to_address')
    .execute()

/** The groups of the projects that requests are for, which the hub holds or shares and that take places. */
export const groupsForAct = (db: Reader, hubId: string, actId: string) =>
  db
    .selectFrom('groups as g')
    .innerJoin('projects as p', 'p.id', 'g.project_id')
    .select(['g.id', 'g.name', 'p.title'])
    .select(sql<number>`g.organisations_room - g.organisations_taken`.as('organisationsLeft'))
    .select(sql<number>`g.people_room - g.people_taken`.as('peopleLeft'))
    .where('g.status', 'in', ['forming', 'confirmed', 'running'])
    .where('g.project_id', 'in', (from) =>
      from
        .selectFrom('bulk_act_rows as r')
        .innerJoin('expressions_of_interest as i', 'i.id', 'r.interest_id')
        .select('i.project_id')
        .where('r.act_id', '=', actId),
    )
    .where((is) =>
      is.or([
        is('g.hub_id', '=', hubId),
        is('g.id', 'in', is.selectFrom('group_partner_hubs as s').select('s.group_id').where('s.hub_id', '=', hubId)),
      ]),
    )
    .orderBy('p.title')
    .orderBy('g.name')
    .execute()

/** Other hubs that offer one of the projects that requests are for: where they could go. */
export const hubsToPassTo = (db: Reader, hubId: string, actId: string) =>
  db
    .selectFrom('hubs as h')
    .leftJoin('hub_names as n', (join) => join.onRef('n.hub_id', '=', 'h.id').on('n.to_on', 'is', null))
    .select(['h.id', sql<string>`coalesce(n.name, h.slug)`.as('name')])
    .where('h.id', '<>', hubId)
    .where('h.id', 'in', (from) =>
      from
        .selectFrom('bulk_act_rows as r')
        .innerJoin('expressions_of_interest as i', 'i.id', 'r.interest_id')
        .innerJoin('offers as f', 'f.project_id', 'i.project_id')
        .select('f.hub_id')
        .where('f.status', '=', 'published')
        .where('r.act_id', '=', actId),
    )
    .orderBy('name')
    .execute()

type Chosen = {
  readonly id: string
  readonly status: string
  readonly met: readonly number[]
  readonly since: Temporal.Instant
}

const chosenAmong = async (db: Reader, ids: readonly string[]): Promise<readonly Chosen[]> => {
  const { rows } = await sql<{ id: string; status: string; met: readonly number[]; since: Temporal.Instant }>`
    select i.id, i.status, i.received_at as since, array(select v.position from interest_verdicts v where v.interest_id = i.id
      and v.strength = 'priority' and coalesce(v.overruled_answer, v.answer) = 'yes' order by v.position) as met
    from expressions_of_interest i where i.id = any(${[...ids]}::uuid[]) and i.received_at is not null`.execute(db)
  return rows
}

/**
 * In which order something is done with requests: who is on a waiting list already, in the order of that list; then whoever waits
 * to be decided on, by the rules that give priority, and among equals as they came; then the others.
 */
export const inOrderOfDoing = async (db: Reader, ids: readonly string[]): Promise<readonly string[]> => {
  const [line, chosen] = [await waitingAmong(db, ids), await chosenAmong(db, ids)]
  const others = inPriorityOrder(chosen.filter(({ status }) => status !== 'waiting'))
  const [undecided, decided] = [others.filter(isUndecided), others.filter((one) => !isUndecided(one))]
  return [...inTurn(line), ...undecided, ...decided].map(({ id }) => id)
}

const isUndecided = ({ status }: Chosen): boolean => status === 'confirmed' || status === 'received'
