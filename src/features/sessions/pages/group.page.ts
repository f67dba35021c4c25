import { Forbidden, found } from '../../../platform/errors.ts'
import { typedText } from '../../../platform/forms.ts'
import { historyOf, type Subject } from '../../../platform/history.ts'
import { invalid, type Page, page, redirect } from '../../../platform/http/routes.ts'
import { linkToken } from '../../../platform/links.ts'
import { emptyForm } from '../../../ui/fields.ts'
import {
  type GroupSeen,
  groupEvents,
  groupInSight,
  mayPlaceInGroup,
  mayPlanGroup,
  mayRunGroup,
  takesPlaces,
} from '../../groups/index.ts'
import { slugOfHubLed } from '../../people/index.ts'
import { type PlaceSeen, placeEvents, placesAndPeopleInSight } from '../../places/index.ts'
import { callOffGroup } from '../actions/form-group.ts'
import { tellEveryone } from '../actions/tell-everyone.ts'
import { sessionEvents } from '../events.ts'
import { sessionsOfGroup } from '../queries.ts'
import type { Session } from '../session.ts'
import { newsOf } from '../telling.ts'
import { aroundDates, invitationsOfGroup } from '../telling-queries.ts'
import { callOffView } from './call-off.view.ts'
import { groupView } from './group.view.ts'
import type { GroupPage, Said } from './group-status.view.ts'
import { tellView } from './tell.view.ts'

const groupOf = async ({ context, params }: Parameters<Page>[0]): Promise<GroupSeen> =>
  found(await groupInSight(context, params['id'] ?? ''))

const isSaid = (text: string | null): text is Said =>
  text !== null &&
  ['made', 'changed', 'confirmed', 'told', 'added', 'saved', 'cancelled', 'called-off', 'replaced', 'stays'].includes(
    text,
  )

/** What each person has still to be told, and how many know each session as it stands. */
const tellingOf = (
  { recipients, invitations, coming }: Awaited<ReturnType<typeof aroundDates>>,
  sessions: readonly Session[],
) => {
  const isFor = (session: Session, { personId }: (typeof recipients)[number]) => coming.has(`${session.id}:${personId}`)
  const toldOf = (sessionId: string, personId: string) =>
    invitations.find((each) => each.sessionId === sessionId && each.personId === personId) ?? null
  const reached = recipients.filter((recipient) => recipient.address !== null)
  const waiting = reached
    .map((recipient) => ({
      ...recipient,
      news: sessions.flatMap((session) => {
        const news = newsOf(session, toldOf(session.id, recipient.personId))
        return news && (news.method === 'CANCEL' || isFor(session, recipient)) ? [news] : []
      }).length,
    }))
    .filter((recipient) => recipient.news > 0)
  const know = new Map(
    sessions.map((session) => [
      session.id,
      reached.filter(
        (recipient) =>
          toldOf(session.id, recipient.personId)?.method === 'REQUEST' &&
          newsOf(session, toldOf(session.id, recipient.personId)) === null,
      ).length,
    ]),
  )
  return {
    recipients,
    waiting,
    unreached: recipients.filter((recipient) => recipient.address === null),
    know,
    reached: reached.length,
  }
}

export const showGroup: Page = async (request) => {
  const { context, query, frame } = request
  const group = await groupOf(request)
  const { db, actor, config } = context
  const [sessions, { places, people }, events, dates] = await Promise.all([
    sessionsOfGroup(db, group.id),
    placesAndPeopleInSight(context, group),
    group.sight === 'numbers' ? [] : historyOf(db, { type: 'group', id: group.id }),
    aroundDates(db, group.id, context.today),
  ])
  const telling = tellingOf(dates, sessions)
  const said = query.get('said')
  return page(
    groupView(frame, {
      group,
      sessions: sessions.map((session) => ({ ...session, told: telling.know.get(session.id) ?? 0 })),
      places,
      people,
      clashes: group.sight === 'all' ? dates.clashes : [],
      successors: dates.successors.filter(
        ({ placeId }) =>
          group.sight === 'all' ||
          (group.sight !== 'numbers' && places.some(({ id, isOwn }) => id === placeId && isOwn)),
      ),
      reached: telling.reached,
      waiting: telling.waiting.length,
      may: {
        run: mayRunGroup(actor, group),
        plan: mayPlanGroup(actor, group),
        place: mayPlaceInGroup(actor, group) && takesPlaces(group.status),
      },
      ledAt: slugOfHubLed(actor, [group.hubId, ...group.partnerHubIds]),
      feedUrl:
        group.sight === 'numbers'
          ? null
          : `${config.baseUrl}/calendar/${linkToken(config, 'calendar', group.id, 400)}.ics`,
      // A request's own history says the same of its place once more, and a completed group that its year is.
      history: events
        .filter((event) => !event.name.startsWith('interest.') && event.name !== 'group.year-completed')
        .filter((event) => group.sight === 'all' || isOfOwn(event.subject, places))
        .slice(0, 100)
        .map((event) => ({
          ...event,
          personal: event.subject.type !== 'place' || isOfOwn(event.subject, places) ? event.personal : null,
          sentence: sentenceOf(event.name),
          about: aboutEvent(event.particulars, places),
        })),
      said: isSaid(said) ? said : null,
      today: context.today,
    } satisfies GroupPage),
  )
}

// Why another hub's school declined or left is told to that hub, and a partner the history of its own schools (domain rule 10).
const isOfOwn = ({ type, id }: Subject, places: readonly PlaceSeen[]): boolean =>
  type === 'place' && places.some((place) => place.id === id && place.isOwn)

const sentences: Readonly<Record<string, string>> = { ...groupEvents, ...placeEvents, ...sessionEvents }
const sentenceOf = (name: string): string => {
  const words = name.replaceAll(/[.-]/g, ' ')
  return sentences[name] ?? `${words.slice(0, 1).toUpperCase()}${words.slice(1)}`
}

const aboutEvent = (particulars: Readonly<Record<string, unknown>>, places: readonly PlaceSeen[]): string | null => {
  const organisation = places.find((place) => place.organisationId === particulars['organisationId'])?.organisation
  if (organisation) return organisation
  return typeof particulars['number'] === 'number' ? `Session ${particulars['number']}` : null
}

/** Whom "tell everyone" would write to, by name, before anything is sent. */
export const showTell: Page = async (request) => {
  const group = await groupOf(request)
  if (!mayPlanGroup(request.context.actor, group)) throw new Forbidden('Only the lead hub and the leads tell the dates')
  const { db, today } = request.context
  const [sessions, dates] = await Promise.all([sessionsOfGroup(db, group.id), aroundDates(db, group.id, today)])
  return page(tellView(request.frame, { group, sessions, ...tellingOf(dates, sessions) }))
}

export const tell: Page = async (request) => {
  const group = await groupOf(request)
  await tellEveryone(request.context, group.id)
  return redirect(`/groups/${group.id}?said=told`)
}

const toCallOff = async (request: Parameters<Page>[0]) => {
  const group = await groupOf(request)
  if (!mayRunGroup(request.context.actor, group)) throw new Forbidden('Only staff of the lead hub call a group off')
  const invitations = await invitationsOfGroup(request.context.db, group.id)
  return {
    group,
    told: new Set(invitations.filter((each) => each.method === 'REQUEST').map((each) => each.personId)).size,
  }
}

export const showCallOff: Page = async (request) =>
  page(callOffView(request.frame, { ...(await toCallOff(request)), form: emptyForm }))

export const callOff: Page = async (request) => {
  const { group, told } = await toCallOff(request)
  const reason = typedText(request.body, 'reason')
  if (reason === '')
    return invalid(
      callOffView(request.frame, {
        group,
        told,
        form: { typed: request.body, errors: [{ field: 'reason', message: 'Say why the group is called off' }] },
      }),
    )
  await callOffGroup(request.context, { groupId: group.id, reason })
  return redirect(`/groups/${group.id}?said=called-off`)
}
