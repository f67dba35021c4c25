import type { Reader } from '../../platform/database/index.ts'
import { type Interest, interestById } from '../interest/index.ts'
import { lineOfPassings, passingById } from '../passing-on/index.ts'
import { addressOf } from '../people/index.ts'
import type { MailedLink, MailedLinks } from './mailed-link.ts'

const hubsPage = ({ hub, id }: Interest): string => `/hub/${hub.slug}/interest/${id}`

const theirRequest = (interest: Interest): string =>
  `the request of ${interest.organisation.name} to join ${interest.projectTitle}`

/** What was mailed to the sender of a request; a link to the one that it was passed on from leads to it too. */
export const linksToSender = async (db: Reader, interest: Interest): Promise<MailedLinks> => ({
  record: { type: 'interest', id: interest.id },
  toThem: `your request to join ${interest.projectTitle}`,
  toOthers: theirRequest(interest),
  to: { name: interest.sender.name, address: interest.sender.email, personId: interest.sender.personId },
  hub: interest.hub,
  seenAt: hubsPage(interest),
  links:
    interest.receivedAt === null
      ? [{ subjectId: interest.id, purpose: 'confirm-interest', label: 'Confirm your address' }]
      : await linksOfReceived(db, interest.id),
})

const linksOfReceived = async (db: Reader, id: string): Promise<readonly MailedLink[]> => {
  const line = await lineOfPassings(db, id)
  const requests = [id, ...new Set(line.map(({ interestId }) => interestId)).difference(new Set([id]))]
  return [
    ...requests.flatMap((subjectId): readonly MailedLink[] => [
      { subjectId, purpose: 'status', label: subjectId === id ? 'See where it stands' : null },
      { subjectId, purpose: 'place', label: null },
      { subjectId, purpose: 'confirm-interest', label: null },
    ]),
    ...line.flatMap(({ passingId, isAsked }): readonly MailedLink[] => {
      if (passingId === null) return []
      const label = isAsked ? 'Say whether it may go to another hub' : null
      return [{ subjectId: passingId, purpose: 'passing-on', label }]
    }),
  ]
}

/** What was mailed to the headteacher about a request; a new link is sent only while their answer is waited for. */
export const linksToHeadteacher = (interest: Interest): MailedLinks => ({
  record: { type: 'interest', id: interest.id },
  toThem: theirRequest(interest),
  toOthers: `${theirRequest(interest)}, for whoever agrees`,
  to: { name: interest.headteacher.name ?? 'Whoever agrees', address: interest.headteacher.email, personId: null },
  hub: interest.hub,
  seenAt: hubsPage(interest),
  links: [
    {
      subjectId: interest.id,
      purpose: 'headteacher',
      label: interest.status === 'received' ? 'Read it and answer' : null,
    },
  ],
})

const participants = (db: Reader) =>
  db
    .selectFrom('participants as a')
    .innerJoin('people as p', 'p.id', 'a.person_id')
    .innerJoin('places as l', 'l.id', 'a.place_id')
    .innerJoin('organisations as o', 'o.id', 'l.organisation_id')
    .innerJoin('groups as g', 'g.id', 'l.group_id')
    .innerJoin('hubs as h', 'h.id', 'g.hub_id')
    .innerJoin('hub_names as n', (join) => join.onRef('n.hub_id', '=', 'h.id').on('n.to_on', 'is', null))
    .select(['a.id', 'a.person_id as personId', 'p.name', 'l.id as placeId', 'l.group_id as groupId'])
    .select(['g.name as group', 'o.name as organisation', 'h.id as hubId', 'h.slug', 'n.name as hub'])

type Participant = Awaited<ReturnType<ReturnType<typeof participants>['executeTakeFirstOrThrow']>>

const tasksOf = (db: Reader, participantId: string) =>
  db
    .selectFrom('task_requests as r')
    .innerJoin('tasks as t', 't.id', 'r.task_id')
    .leftJoin('reflections as f', (join) =>
      join.onRef('f.task_id', '=', 'r.task_id').onRef('f.participant_id', '=', 'r.participant_id'),
    )
    .select(['r.id', 't.title', 'f.id as reflectionId'])
    .where('r.participant_id', '=', participantId)
    .orderBy('t.due_on')
    .execute()

// Whoever of a school takes part may have been asked by mail whether it hosts a session, by a link of their own; it is sent again while an answer, or details, are waited for.
const hostingsFor = (db: Reader, { groupId, personId }: Participant) =>
  db
    .selectFrom('host_askings as a')
    .innerJoin('hostings as h', 'h.id', 'a.hosting_id')
    .innerJoin('sessions as s', 's.id', 'h.session_id')
    .select(['a.id', 'h.status', 's.number', 's.status as sessionStatus'])
    .where('s.group_id', '=', groupId)
    .where('a.person_id', '=', personId)
    .orderBy('s.number')
    .orderBy('a.asked_at')
    .execute()

const isAskedToEvaluate = async (db: Reader, groupId: string): Promise<boolean> =>
  (await db.selectFrom('evaluations').select('id').where('group_id', '=', groupId).executeTakeFirst()) !== undefined

const linksOf = async (db: Reader, participant: Participant): Promise<readonly MailedLink[]> => {
  const [tasks, hostings, isEvaluated] = await Promise.all([
    tasksOf(db, participant.id),
    hostingsFor(db, participant),
    isAskedToEvaluate(db, participant.groupId),
  ])
  return [
    { subjectId: participant.id, purpose: 'cancel', label: 'Your dates, and saying that you cannot come' },
    { subjectId: participant.personId, purpose: 'calendar', label: 'Your dates in your own calendar' },
    { subjectId: participant.id, purpose: 'evaluate', label: isEvaluated ? 'The evaluation' : null },
    ...tasks.map(({ id, title, reflectionId }) => ({
      subjectId: id,
      purpose: 'reflect' as const,
      label: reflectionId === null ? `Task: ${title}` : null,
    })),
    ...hostings.map(({ id, status, number, sessionStatus }) => ({
      subjectId: id,
      purpose: 'host' as const,
      label:
        (status === 'asked' || status === 'accepted') &&
        (sessionStatus === 'provisional' || sessionStatus === 'confirmed')
          ? `Hosting session ${number}`
          : null,
    })),
  ]
}

/** What was mailed to somebody who takes part. The calendar stands in the same mails, with all the dates they have. */
const linksOfParticipant = async (db: Reader, participant: Participant): Promise<MailedLinks> => ({
  record: { type: 'participant', id: participant.id },
  toThem: `your part in ${participant.group}`,
  toOthers: `somebody of ${participant.organisation} in ${participant.group}`,
  to: {
    name: participant.name,
    address: await addressOf(db, participant.personId),
    personId: participant.personId,
  },
  hub: { id: participant.hubId, slug: participant.slug, name: participant.hub },
  seenAt: `/groups/${participant.groupId}/places/${participant.placeId}`,
  links: await linksOf(db, participant),
})

/** What was mailed to somebody who takes part under a place of a group today. */
export const linksToParticipant = async (
  db: Reader,
  { groupId, placeId, participantId }: Readonly<Record<'groupId' | 'placeId' | 'participantId', string>>,
): Promise<MailedLinks | null> => {
  const participant = await participants(db)
    .where('a.id', '=', participantId)
    .where('l.id', '=', placeId)
    .where('l.group_id', '=', groupId)
    .where('a.to_on', 'is', null)
    .executeTakeFirst()
  return participant ? linksOfParticipant(db, participant) : null
}

const participantOfRequest = (db: Reader, requestId: string) =>
  participants(db)
    .innerJoin('task_requests as r', 'r.participant_id', 'a.id')
    .where('r.id', '=', requestId)
    .executeTakeFirst()

/** What was mailed together with a link of this purpose; null when its record is gone. */
export const linksLike = async (db: Reader, purpose: string, subjectId: string): Promise<MailedLinks | null> => {
  if (purpose === 'reflect') {
    const asked = await participantOfRequest(db, subjectId)
    return asked ? linksOfParticipant(db, asked) : null
  }
  if (purpose === 'cancel' || purpose === 'evaluate') {
    const participant = await participants(db).where('a.id', '=', subjectId).executeTakeFirst()
    return participant ? linksOfParticipant(db, participant) : null
  }
  const interestId = purpose === 'passing-on' ? (await passingById(db, subjectId))?.interestId : subjectId
  const interest = interestId ? await interestById(db, interestId) : null
  if (!interest) return null
  return purpose === 'headteacher' ? linksToHeadteacher(interest) : linksToSender(db, interest)
}

/** Whether all links of a purpose about a record were stopped at a moment or later. */
export const isStoppedSince = async (
  db: Reader,
  { subjectId, purpose, since }: { subjectId: string; purpose: string; since: Temporal.Instant },
): Promise<boolean> =>
  (await db
    .selectFrom('stopped_links')
    .select('subject_id')
    .where('subject_id', '=', subjectId)
    .where('purpose', '=', purpose)
    .where('stopped_at', '>=', since)
    .executeTakeFirst()) !== undefined
