import { errorMessage } from '../../../ui/components/error-message.ts'
import { type FormState, hiddenField } from '../../../ui/fields.ts'
import { classes, type Html, html } from '../../../ui/html.ts'
import { formatShortDate, formatTime } from '../../../vocabulary/local-time.ts'
import { partLabels } from '../../places/index.ts'
import { numberedName, type Session, whenInWords } from '../../sessions/index.ts'

type Member = {
  readonly participantId: string
  readonly name: string
  readonly part: string
  readonly organisation: string
}

type Coming = {
  readonly sessionId: string
  readonly participantId: string
  readonly comes: boolean
  readonly insteadOfId: string | null
}

export type WhoComesShown = {
  readonly group: {
    readonly id: string
    readonly name: string
    readonly samePeople: boolean
    readonly joins: string | null
  }
  readonly sessions: readonly Session[]
  /** Those whom the reader speaks for. */
  readonly members: readonly Member[]
  readonly coming: readonly Coming[]
  /** Those who are in a session of another group at that time. */
  readonly clashes: readonly { readonly sessionId: string; readonly participantId: string }[]
  readonly isForWork: boolean
  readonly form: FormState
}

const isAt = ({ coming }: WhoComesShown, sessionId: string, participantId: string): Coming | undefined =>
  coming.find((each) => each.sessionId === sessionId && each.participantId === participantId)

// A substitute stands where they were named, and nowhere else.
const standsAt = (data: WhoComesShown, session: Session, { part, participantId }: Member): boolean =>
  part !== 'substitute' || (isAt(data, session.id, participantId)?.comes ?? false)

const isClash = ({ clashes }: WhoComesShown, sessionId: string, participantId: string): boolean =>
  clashes.some((each) => each.sessionId === sessionId && each.participantId === participantId)

const typedIds = ({ form }: WhoComesShown, name: string): readonly string[] | null => {
  const typed = form.typed[name]
  return typed === undefined ? null : [typed].flat()
}

// Once the form was sent what was ticked counts, so that a cleared box stays clear.
const isTicked = (data: WhoComesShown, session: Session, participantId: string): boolean =>
  typedIds(data, `session-${session.id}`)?.includes(participantId) ??
  (data.form.errors.length === 0 && (isAt(data, session.id, participantId)?.comes ?? false))

const insteadOf = (data: WhoComesShown, session: Session, { participantId }: Member): string | null => {
  const id = isAt(data, session.id, participantId)?.insteadOfId
  return data.members.find((member) => member.participantId === id)?.name ?? null
}

const cell = (data: WhoComesShown, session: Session, member: Member): Html => {
  if (!standsAt(data, session, member)) return html`<td class="app-grid__cell"></td>`
  const { participantId, name } = member
  const id = `session-${session.id}-${participantId}`
  const clash = isClash(data, session.id, participantId)
  const stands = insteadOf(data, session, member)
  return html`<td class="app-grid__cell"><div class="govuk-checkboxes govuk-checkboxes--small"><div class="govuk-checkboxes__item"><input class="govuk-checkboxes__input" type="checkbox" id="${id}" name="session-${session.id}" value="${participantId}"${isTicked(data, session, participantId) && html` checked`}${clash && html` aria-describedby="${id}-clash"`}><label class="govuk-label govuk-checkboxes__label" for="${id}"><span class="govuk-visually-hidden">${name}, session ${session.number}</span></label></div></div>${
    clash && html`<span class="app-grid__note" id="${id}-clash">Elsewhere then</span>`
  }${stands && html`<span class="app-grid__note">For ${stands}</span>`}</td>`
}

const column = (data: WhoComesShown, session: Session): Html => {
  const { onDate, startsAt, host } = session
  const name = `session-${session.id}`
  const error = data.form.errors.find(({ field }) => field === name)
  const here = data.members.filter(
    (member) => standsAt(data, session, member) && isAt(data, session.id, member.participantId)?.comes,
  )
  const shown = data.members.filter((member) => standsAt(data, session, member))
  const ids = (of: readonly Member[]) => of.map(({ participantId }) => participantId).join(' ')
  const kept = (prefix: string, of: readonly Member[]) =>
    hiddenField(`${prefix}-${session.id}`, String(data.form.typed[`${prefix}-${session.id}`] ?? ids(of)))
  return html`<th scope="col" class="app-grid__head" id="${name}" tabindex="-1"><span class="govuk-visually-hidden">${numberedName(session)}: ${whenInWords(session)}</span><span aria-hidden="true">${session.number}<br>${onDate ? formatShortDate(onDate) : 'No date'}${startsAt && html`<br><span class="app-grid__small">${formatTime(startsAt)}</span>`}</span><br><span class="app-grid__small">${here.length} of ${shown.length} come${host && html`<br>Host: ${host}`}${data.isForWork && html`<br><a class="govuk-link" href="/groups/${data.group.id}/participants.pdf?session=${session.id}">Print<span class="govuk-visually-hidden"> who comes to session ${session.number} (PDF)</span></a>`}</span>${
    error && errorMessage({ id: `${name}-error`, text: error.message })
  }${kept('was', here)}${kept('shown', shown)}</th>`
}

const row = (data: WhoComesShown, member: Member): Html =>
  html`<tr><th scope="row" class="app-grid__who">${member.name}<br><span class="app-grid__small">${partLabels[member.part as keyof typeof partLabels] ?? member.part}</span></th>${data.sessions.map((session) => cell(data, session, member))}</tr>`

// So many columns stand beside each other on a desk.
const mostThatFit = 9

/** Who comes to which session, as a table to tick: people by their school, and a column for each session. */
export const whoComesTable = (data: WhoComesShown): Html => {
  const schools = [...Map.groupBy(data.members, ({ organisation }) => organisation)]
  const columns = data.sessions.length + 1
  return html`<div class="${classes('app-grid', columns <= mostThatFit && 'app-grid--fits')}" role="region" aria-label="Who comes to which session" tabindex="0"><table class="app-grid__table"><caption class="govuk-visually-hidden">Who comes to which session: tick whoever comes</caption><thead><tr><th scope="col" class="app-grid__head app-grid__who">Who</th>${data.sessions.map((session) => column(data, session))}</tr></thead>${schools.map(
    ([school, members]) =>
      html`<tbody><tr><th scope="rowgroup" colspan="${columns}" class="app-grid__school"><span>${school}</span></th></tr>${members.map((member) => row(data, member))}</tbody>`,
  )}</table></div>${data.clashes.length > 0 && html`<p class="govuk-body-s">“Elsewhere then”: who it stands beside is expected in a session of another group at that time.</p>`}`
}
