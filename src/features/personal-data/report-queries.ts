import { sql } from 'kysely'
import { z } from 'zod'
import type { Reader } from '../../platform/database/index.ts'
import { stored } from '../../platform/database/stored.ts'
import { formatDate, formatInstant, localDate } from '../../vocabulary/local-time.ts'
import type { Holding, Shown } from '../personal-fields/index.ts'
import { belongsTo, type DataSubject, eventsAbout, holdings } from '../personal-fields/index.ts'
import { keptFor, monthsOf } from '../retention/index.ts'
import { inWords, type Named } from './in-words.ts'
import type { Report, ReportEvent, ReportSection } from './report.ts'

const toldElsewhere = new Set(['history', 'history-values', 'history-subjects', 'reads'])

type Row = Readonly<Record<string, unknown>>

const rowsOf = async (db: Reader, holding: Holding, subject: DataSubject): Promise<readonly Row[]> => {
  const columns = Object.entries(holding.fields).filter(([, { isWithheld }]) => !isWithheld)
  if (columns.length === 0) return []
  const { rows } = await sql<Row>`select ${sql.join(columns.map(([column]) => sql`${sql.ref(`t.${column}`)}`))}
    from ${sql.table(holding.table)} t where ${belongsTo(holding, subject)} order by 1`.execute(db)
  return rows
}

const names: Readonly<Record<Exclude<Shown, 'as-it-is' | 'post' | 'role'>, string>> = {
  organisation: 'select id, name from organisations where id = any($ids)',
  hub: 'select h.hub_id as id, h.name from hub_names h where h.to_on is null and h.hub_id = any($ids)',
  group: 'select id, name from groups where id = any($ids)',
  session: `select s.id, concat_ws(', ', g.name, to_char(s.on_date, 'FMDD FMMonth YYYY')) as name from sessions s join groups g on g.id = s.group_id where s.id = any($ids)`,
  project: 'select id, title as name from projects where id = any($ids)',
  offer: `select o.id, p.title as name from offers o join projects p on p.id = o.project_id where o.id = any($ids)`,
  task: 'select id, title as name from tasks where id = any($ids)',
  question: 'select id, question as name from evaluation_questions where id = any($ids)',
  person: 'select id, name from people where id = any($ids)',
}

const namedIn = async (
  db: Reader,
  shown: keyof typeof names,
  ids: readonly string[],
): Promise<readonly [string, string][]> => {
  const [before = '', after = ''] = names[shown].split('$ids')
  const { rows } = await sql<{
    id: string
    name: string
  }>`${sql.raw(before)}${[...ids]}::uuid[]${sql.raw(after)}`.execute(db)
  return rows.map(({ id, name }) => [id, name])
}

type Found = { readonly holding: Holding; readonly rows: readonly Row[] }

const isNamed = (shown: Shown): shown is keyof typeof names => shown in names

const idsIn = ({ holding, rows }: Found): readonly (readonly [kind: keyof typeof names, id: string])[] =>
  Object.entries(holding.fields).flatMap(([column, { shown }]) =>
    isNamed(shown)
      ? rows.flatMap((row) => (typeof row[column] === 'string' ? [[shown, row[column]] as const] : []))
      : [],
  )

/** What the ids of the rows stand for, each kind asked for once. */
const namedOf = async (db: Reader, found: readonly Found[]): Promise<Named> => {
  const wanted = Map.groupBy(found.flatMap(idsIn), ([kind]) => kind)
  const named = await Promise.all(
    [...wanted].map(([kind, ids]) => namedIn(db, kind, [...new Set(ids.map(([, id]) => id))])),
  )
  return new Map(named.flat())
}

/** Everything held about the person, kind by kind, with why, who sees it and how long. */
export const sectionsAbout = async (db: Reader, subject: DataSubject): Promise<readonly ReportSection[]> => {
  const found: Found[] = []
  for (const holding of holdings.filter(({ key }) => !toldElsewhere.has(key))) {
    const rows = await rowsOf(db, holding, subject)
    if (rows.length > 0) found.push({ holding, rows })
  }
  const [named, months] = [await namedOf(db, found), await monthsOf(db)]
  const own = subject.personIds
  // What says nothing but that it is about them, or nothing at all, is no record to a reader.
  const told = ({ label, value }: { label: string; value: string }) =>
    value !== '' && !(label === 'You' && value === 'you')
  return found
    .map(({ holding, rows }) => ({
      title: holding.called,
      why: holding.purpose,
      basis: holding.basis,
      whoSees: holding.seenBy,
      howLong: keptFor(holding.rule, months),
      records: rows
        .map((row) =>
          Object.entries(holding.fields)
            .map(([column, { called, shown }]) => ({
              label: called,
              value: inWords(row[column], shown, { named, own }),
            }))
            .filter(told),
        )
        .filter((lines) => lines.length > 0),
    }))
    .filter(({ records }) => records.length > 0)
}

type HistoryRow = {
  readonly name: string
  readonly occurred_at: Temporal.Instant
  readonly actor_kind: string
  readonly actor_id: string | null
  readonly actor: string | null
  readonly particulars: unknown
  readonly personal: unknown
  readonly is_theirs: boolean
}

const byWhom = ({ actor_kind, actor_id, actor }: HistoryRow, subject: DataSubject): string => {
  if (actor_kind === 'person') return actor_id && subject.personIds.includes(actor_id) ? 'you' : (actor ?? 'somebody')
  return actor_kind === 'link' ? 'by a mailed link' : actor_kind === 'visitor' ? 'a visitor' : 'the program'
}

/** The history about the person, with who did it. What was said of a record that is not theirs is withheld. */
export const historyAbout = async (
  db: Reader,
  subject: DataSubject,
  sentences: Readonly<Record<string, string>>,
): Promise<readonly ReportEvent[]> => {
  const { rows } = await sql<HistoryRow>`
    select e.name, e.occurred_at, e.actor_kind, e.actor_id, p.name as actor, e.particulars, v.personal,
      (e.subject_type in ('person', 'participant', 'interest', 'charge', 'statement') and e.id in (${eventsAbout(subject, true)})) as is_theirs
    from events e left join people p on p.id = e.actor_id and e.actor_kind = 'person'
    left join event_personal_values v on v.event_id = e.id
    where e.id in (${eventsAbout(subject)}) order by e.id`.execute(db)
  const own = subject.personIds
  return rows.map((row) => ({
    when: formatInstant(row.occurred_at),
    what: sentences[row.name] ?? row.name,
    by: byWhom(row, subject),
    words: [row.particulars, row.is_theirs ? row.personal : null]
      .map((value) => inWords(value, 'as-it-is', { named: new Map(), own }))
      .filter(Boolean)
      .join('; '),
  }))
}

/** What the person did here: each kind of deed, how often, and when last. */
export const deedsOf = async (db: Reader, subject: DataSubject, sentences: Readonly<Record<string, string>>) => {
  const { rows } = await sql<{ name: string; times: number; last: Temporal.Instant }>`
    select name, count(*) as times, max(occurred_at) as last from events
    where actor_kind = 'person' and actor_id = any(${[...subject.personIds]}::uuid[]) group by name order by name`.execute(
    db,
  )
  return rows.map(({ name, times, last }) => ({
    what: sentences[name] ?? name,
    times,
    lastOn: formatDate(localDate(last)),
  }))
}

/** The requests to see what is held, latest first, without the reports themselves. */
export const accessRequestsOf = (db: Reader, personId: string) =>
  db
    .selectFrom('subject_access_requests as r')
    .innerJoin('people as a', 'a.id', 'r.asked_by_person_id')
    .select(['r.id', 'r.asked_at', 'r.made_at', 'r.records', 'a.name as asked_by', 'r.asked_by_person_id'])
    .where('r.person_id', '=', personId)
    .orderBy('r.asked_at', 'desc')
    .execute()

const line = z.object({ label: z.string(), value: z.string() })
const report: z.ZodType<Report> = z.object({
  about: z.string(),
  network: z.string(),
  made: z.string(),
  controller: z.string(),
  sections: z.array(
    z.object({
      title: z.string(),
      why: z.string(),
      basis: z.string(),
      whoSees: z.string(),
      howLong: z.string(),
      records: z.array(z.array(line)),
    }),
  ),
  history: z.array(z.object({ when: z.string(), what: z.string(), by: z.string(), words: z.string() })),
  deeds: z.array(z.object({ what: z.string(), times: z.number(), lastOn: z.string() })),
  reads: z.array(z.object({ when: z.string(), who: z.string(), where: z.string(), reason: z.string() })),
})

/** A report of one's own, once it is made. */
export const ownReport = async (db: Reader, id: string, personId: string): Promise<Report | null> => {
  const row = await db
    .selectFrom('subject_access_requests')
    .select('report')
    .where('id', '=', id)
    .where('person_id', '=', personId)
    .where('made_at', 'is not', null)
    .executeTakeFirst()
  return row ? stored(report, row.report, 'a report to a person') : null
}

export const networkName = async (db: Reader): Promise<string> =>
  (await db.selectFrom('networks').select('name').executeTakeFirst())?.name ?? 'The network'
