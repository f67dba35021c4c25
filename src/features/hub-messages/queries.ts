import { sql } from 'kysely'
import type { Reader } from '../../platform/database/index.ts'
import { formatDay, formatTimeRange } from '../../vocabulary/local-time.ts'
import { startingTexts } from './starting-texts.ts'

/** A text that a hub sends: its own as last written, or one of the product's that it has not changed. */
export type MessageText = {
  /** What names it in addresses: its own id, or the key of the product's text. */
  readonly name: string
  readonly templateId: string | null
  readonly begunAs: string | null
  readonly version: number
  readonly title: string
  readonly subject: string
  readonly body: string
  readonly writtenBy: string | null
  readonly writtenAt: Temporal.Instant | null
  readonly isRetired: boolean
}

/** All texts of a hub by their titles: those it wrote, and the product's that it has left as they are. */
export const messageTextsOf = async (db: Reader, hubId: string): Promise<readonly MessageText[]> => {
  const rows = await db
    .selectFrom('message_templates as t')
    .innerJoin('message_template_versions as v', 'v.template_id', 't.id')
    .leftJoin('people as p', 'p.id', 'v.written_by_person_id')
    .distinctOn('t.id')
    .select([
      't.id',
      't.begun_as',
      't.retired_at',
      'v.number',
      'v.title',
      'v.subject',
      'v.body',
      'v.written_at',
      'p.name',
    ])
    .where('t.hub_id', '=', hubId)
    .orderBy('t.id')
    .orderBy('v.number', 'desc')
    .execute()
  const own = rows.map((row) => ({
    name: row.id,
    templateId: row.id,
    begunAs: row.begun_as,
    version: row.number,
    title: row.title,
    subject: row.subject,
    body: row.body,
    writtenBy: row.name,
    writtenAt: row.written_at,
    isRetired: row.retired_at !== null,
  }))
  const untouched = startingTexts
    .filter(({ key }) => !own.some(({ begunAs }) => begunAs === key))
    .map(({ key, ...text }) => ({
      ...text,
      name: key,
      templateId: null,
      begunAs: key,
      version: 0,
      writtenBy: null,
      writtenAt: null,
      isRetired: false,
    }))
  return [...own, ...untouched].toSorted((one, other) => one.title.localeCompare(other.title, 'en-GB'))
}

/** Every version of a text that has been found at its hub, the latest first. */
export const versionsOf = (db: Reader, templateId: string) =>
  db
    .selectFrom('message_template_versions as v')
    .leftJoin('people as p', 'p.id', 'v.written_by_person_id')
    .select(['v.number', 'v.title', 'v.subject', 'v.body', 'v.written_at as writtenAt', 'p.name as writtenBy'])
    .where('v.template_id', '=', templateId)
    .orderBy('v.number', 'desc')
    .execute()

/** The dates that a message tells: of the group that a request has a place in, or as the offer plans them. */
export const datesTold = async (
  db: Reader,
  { groupId, offerId }: { groupId: string | null; offerId: string },
): Promise<string> => {
  const rows = groupId
    ? await db
        .selectFrom('sessions')
        .select(['on_date as day', 'starts_at as from', 'ends_at as to'])
        .where('group_id', '=', groupId)
        .where('status', 'in', ['provisional', 'confirmed'])
        .orderBy(sql`on_date nulls last`)
        .orderBy('number')
        .execute()
    : await db
        .selectFrom('planned_dates')
        .select(['on_date as day', 'starts_at as from', 'ends_at as to'])
        .where('offer_id', '=', offerId)
        .orderBy('position')
        .execute()
  const lines = rows.flatMap(({ day, from, to }) =>
    day ? [from && to ? `${formatDay(day)}, ${formatTimeRange(from, to)}` : formatDay(day)] : [],
  )
  return lines.length > 0 ? lines.join('\n') : 'The dates are not known yet.'
}
