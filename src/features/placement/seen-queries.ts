import { sql } from 'kysely'
import type { Reader } from '../../platform/database/index.ts'
import { hashOf } from '../../platform/secrets.ts'
import { groupEvents } from '../groups/index.ts'
import { interestEventInWords } from '../interest/index.ts'
import type { Instance } from '../placement-solving/index.ts'
import { placeEvents } from '../places/index.ts'
import type { Pin } from './asked.ts'
import { placementEvents } from './events.ts'

type Placed = { readonly interestId: string; readonly groupId: string }

/** What a proposal rests on: who goes where, who of them still asks and for how many, the room of the groups, what is settled by hand. */
export type RestsOn = { readonly placed: readonly Placed[]; readonly instance: Instance; readonly pins: readonly Pin[] }

const byText = <T>(rows: readonly T[]): readonly string[] => rows.map((row) => JSON.stringify(row)).toSorted()

const digestOf = ({ placed, instance, pins }: RestsOn): string => {
  const asking = new Map(instance.applicants.map((applicant) => [applicant.id, applicant]))
  const used = new Set(placed.map(({ groupId }) => groupId))
  const who = placed.map(({ interestId, groupId }) => {
    const applicant = asking.get(interestId)
    return [
      interestId,
      groupId,
      applicant?.people,
      applicant?.travelLimitMiles,
      applicant?.clashes.includes(groupId),
      applicant?.minutes[groupId],
    ]
  })
  const room = instance.groups
    .filter(({ id }) => used.has(id))
    .map((group) => [
      group.id,
      group.organisationsTaken,
      group.organisationsLeft,
      group.peopleLeft,
      group.minimum,
      group.venueId,
    ])
  const settled = pins.map((pin) => [pin.kind, pin.interestId, pin.otherInterestId, pin.groupId])
  return hashOf(JSON.stringify([byText(who), byText(room), byText(settled)])).toString('base64url')
}

/** The mark of what somebody sees who is about to accept a proposal: where the history stands, and what all of it rests on. */
export const markOf = async (db: Reader, rests: RestsOn): Promise<string> => {
  const { rows } = await sql<{ last: number }>`select coalesce(max(id), 0) as last from events`.execute(db)
  return `${rows[0]?.last ?? 0}.${digestOf(rests)}`
}

/** Whether a proposal still rests on what was seen of it. */
export const isAsSeen = (seen: string, rests: RestsOn): boolean => seen.split('.')[1] === digestOf(rests)

const sentences: Readonly<Record<string, string>> = { ...groupEvents, ...placeEvents, ...placementEvents }

const mostTold = 30

type Row = { readonly of: string; readonly name: string; readonly actorKind: string; readonly actorName: string | null }

const inWords = ({ of, name, actorKind, actorName }: Row): string => {
  const what = (sentences[name] ?? interestEventInWords(name)).replace(/^./, (first) => first.toLowerCase())
  const who = actorName ?? (actorKind === 'link' ? 'by whoever asked' : 'by itself')
  return `${of}: ${what} (${who}).`
}

/** What has happened to what a proposal rests on since it was seen, in sentences, the latest first. */
export const changesSince = async (
  db: Reader,
  { seen, runId, placed }: { readonly seen: string; readonly runId: string; readonly placed: readonly Placed[] },
): Promise<readonly string[]> => {
  const [last = ''] = seen.split('.')
  if (!/^\d{1,15}$/.test(last)) return []
  const interestIds = placed.map(({ interestId }) => interestId)
  const groupIds = [...new Set(placed.map(({ groupId }) => groupId))].filter((id) => !id.startsWith('new-'))
  const { rows } = await sql<Row>`
    select * from (
      select distinct on (e.id) e.id, coalesce(o.name, g.name, 'This proposal') as of, e.name, e.actor_kind as "actorKind",
        nullif(concat_ws(' for ', b.name, p.name), '') as "actorName"
      from events e join event_subjects s on s.event_id = e.id
        left join expressions_of_interest i on i.id = s.subject_id and s.subject_type = 'interest'
        left join organisations o on o.id = i.organisation_id
        left join groups g on g.id = s.subject_id and s.subject_type = 'group'
        left join people p on p.id = e.actor_id and e.actor_kind = 'person'
        left join people b on b.id::text = e.acting_by and e.actor_kind = 'person'
      where e.id > ${Number(last)} and e.name not like 'placement.ex%' and e.name <> 'interest.passed-over'
        and ((s.subject_type = 'interest' and s.subject_id = any(${interestIds}::uuid[]))
          or (s.subject_type = 'group' and s.subject_id = any(${groupIds}::uuid[]))
          or (s.subject_type = 'placement' and s.subject_id = ${runId}))
      order by e.id, o.name nulls last) happened
    order by id desc limit ${mostTold}`.execute(db)
  return rows.map(inWords)
}
