import { emptyState } from '../../../ui/components/empty-state.ts'
import { scrollable } from '../../../ui/components/scrollable.ts'
import { statusTag, type Tone } from '../../../ui/components/status-tag.ts'
import { table } from '../../../ui/components/table.ts'
import { type Html, html } from '../../../ui/html.ts'
import { formatDay, formatTimeRange } from '../../../vocabulary/local-time.ts'
import { type GroupSeen, takesPlaces } from '../../groups/index.ts'
import { numberedName, type Session, type SessionStatus, sessionModeLabels, sessionStatusLabels } from '../session.ts'

export type SessionToldSeen = Session & { readonly told: number }

export const sessionTones: Readonly<Record<SessionStatus, Tone>> = {
  provisional: 'waiting',
  confirmed: 'good',
  held: 'over',
  cancelled: 'bad',
}

const when = (session: Session): Html | string => {
  if (!session.onDate) return 'To be confirmed'
  return html`${formatDay(session.onDate)}<br>${session.startsAt && session.endsAt ? formatTimeRange(session.startsAt, session.endsAt) : 'times to be confirmed'}`
}

const where = (session: Session): string => {
  if (session.mode === 'online') return 'Online'
  const place = session.venue ?? (session.host ? `At ${session.host}` : null)
  if (session.mode === 'blended') return `${place ?? 'Venue to be confirmed'}, and online`
  return place ?? (session.mode === 'unknown' ? sessionModeLabels.unknown : 'Venue to be confirmed')
}

const toldOf = (session: SessionToldSeen, reached: number): string => {
  if (session.status === 'cancelled' || session.status === 'provisional') return '–'
  return session.told === 0
    ? 'Nobody yet'
    : session.told >= reached
      ? `All ${reached}`
      : `${session.told} of ${reached}`
}

const registerLink = (group: GroupSeen, session: Session): Html | false =>
  session.status !== 'cancelled' &&
  session.onDate !== null &&
  html`<a class="govuk-link" href="/groups/${group.id}/sessions/${session.id}/register">Register<span class="govuk-visually-hidden"> of session ${session.number}</span></a>`

const changeLink = (group: GroupSeen, session: Session): Html | false =>
  session.status !== 'held' &&
  html`<a class="govuk-link" href="/groups/${group.id}/sessions/${session.id}/edit">Change<span class="govuk-visually-hidden"> session ${session.number}</span></a>`

// One below the other with room between, so that a thumb hits the one it means.
const links = (...each: readonly (Html | false)[]): Html =>
  html`${each.filter((link) => link !== false).map((link) => html`<div class="govuk-!-margin-bottom-1">${link}</div>`)}`

const noSessions = (group: GroupSeen, may: { plan: boolean }): Html => {
  if (!takesPlaces(group.status))
    return emptyState({ title: 'No sessions', text: 'This group is over: it meets no more.' })
  return emptyState({
    title: 'No sessions yet',
    text: 'Dates planned in the offer appear here by themselves; others are added by hand.',
    ...(may.plan ? { action: { text: 'Add a session', href: `/groups/${group.id}/sessions/new` } } : {}),
  })
}

/** The sessions of a group: when, where, how certain, and how many have been told. */
export const sessionsTable = ({
  group,
  sessions,
  reached,
  may,
}: {
  group: GroupSeen
  sessions: readonly SessionToldSeen[]
  reached: number
  may: { plan: boolean }
}): Html =>
  sessions.length === 0
    ? html`<h2 class="govuk-heading-m">Sessions</h2>${noSessions(group, may)}`
    : scrollable(
        'Sessions',
        table({
          stacks: true,
          caption: 'Sessions',
          captionClasses: 'govuk-table__caption--m',
          head: [
            'Session',
            'When',
            'Where',
            'State',
            ...(group.sight === 'numbers' ? [] : ['Told']),
            ...(may.plan ? ['Do'] : []),
          ],
          firstCellIsHeader: true,
          rows: sessions.map((session) => [
            numberedName(session),
            when(session),
            where(session),
            html`${statusTag(sessionStatusLabels[session.status], sessionTones[session.status])}${session.status === 'cancelled' && session.statusReason && html`<br><span class="govuk-body-s">${session.statusReason}</span>`}`,
            ...(group.sight === 'numbers' ? [] : [toldOf(session, reached)]),
            ...(may.plan
              ? [links(takesPlaces(group.status) && changeLink(group, session), registerLink(group, session))]
              : []),
          ]),
        }),
      )
