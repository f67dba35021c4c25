import { button } from '../../../ui/components/button.ts'
import { emptyState } from '../../../ui/components/empty-state.ts'
import { checkboxesField, type FormState, hiddenField, selectField, textField } from '../../../ui/fields.ts'
import { type Html, html } from '../../../ui/html.ts'
import { layout } from '../../../ui/layout.ts'
import type { Frame } from '../../../vocabulary/frame.ts'
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

export type WhoComesPage = {
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
  readonly path: string
  readonly back: string
  readonly isForWork: boolean
  /** Who would be asked by mail, for those who may ask. */
  readonly asked: readonly string[] | null
  readonly form: FormState
  readonly substituteForm: FormState
}

const isAt = ({ coming }: WhoComesPage, sessionId: string, participantId: string): Coming | undefined =>
  coming.find((each) => each.sessionId === sessionId && each.participantId === participantId)

const hintOf = (data: WhoComesPage, session: Session, member: Member): string => {
  const insteadOf = data.members.find(
    ({ participantId }) => participantId === isAt(data, session.id, member.participantId)?.insteadOfId,
  )
  const clash = data.clashes.some(
    (each) => each.sessionId === session.id && each.participantId === member.participantId,
  )
  return [
    member.organisation,
    insteadOf ? `as a substitute for ${insteadOf.name}` : partLabels[member.part as keyof typeof partLabels],
    clash ? 'is expected in a session of another group at that time' : null,
  ]
    .filter(Boolean)
    .join(', ')
}

// A substitute stands where they were named, and nowhere else.
const shownAt = (data: WhoComesPage, session: Session): readonly Member[] =>
  data.members.filter(
    ({ part, participantId }) => part !== 'substitute' || isAt(data, session.id, participantId)?.comes,
  )

const sessionFields = (data: WhoComesPage, session: Session): Html => {
  const members = shownAt(data, session)
  const here = members.filter(({ participantId }) => isAt(data, session.id, participantId)?.comes)
  const ids = (of: readonly Member[]) => of.map(({ participantId }) => participantId).join(' ')
  const { typed } = data.form
  return html`${checkboxesField(data.form, {
    name: `session-${session.id}`,
    label: `${numberedName(session)}: ${whenInWords(session)}`,
    hint: html`${here.length} of ${members.length} come${session.host ? `. Host: ${session.host}` : ''}${data.isForWork && html`. <a class="govuk-link" href="/groups/${data.group.id}/participants.pdf?session=${session.id}">Print who comes<span class="govuk-visually-hidden"> to session ${session.number}</span> (PDF)</a>`}`,
    items: members.map((member) => ({
      value: member.participantId,
      text: member.name,
      hint: hintOf(data, session, member),
    })),
    values: here.map(({ participantId }) => participantId),
    small: true,
  })}${hiddenField(`was-${session.id}`, String(typed[`was-${session.id}`] ?? ids(here)))}${hiddenField(`shown-${session.id}`, String(typed[`shown-${session.id}`] ?? ids(members)))}`
}

const substitutes = (data: WhoComesPage): Html => {
  const { substituteForm: form, sessions, members } = data
  return html`<h2 class="govuk-heading-m">Somebody comes instead, once</h2>
<p class="govuk-body">A substitute comes to one session in the place of somebody who cannot, is told its date, and stands in its register.</p>
<form method="post" action="${data.path}/substitutes" novalidate>
${selectField(form, { name: 'for_session', label: 'To which session?', items: sessions.filter(({ onDate }) => onDate !== null).map((session) => ({ value: session.id, text: `${numberedName(session)}: ${whenInWords(session)}` })) })}
${selectField(form, { name: 'instead_of', label: 'Who does not come?', items: members.filter(({ part }) => part !== 'substitute').map((member) => ({ value: member.participantId, text: `${member.name}, ${member.organisation}` })) })}
${textField(form, { name: 'name', label: 'Name of the substitute', autocomplete: 'off' })}
${textField(form, { name: 'email', label: 'Their email address', type: 'email', autocomplete: 'off', hint: 'The date is sent here, and nothing else' })}
${button({ text: 'Name the substitute', classes: 'govuk-button--secondary', preventDoubleClick: true })}
</form>`
}

const asking = ({ asked, path }: WhoComesPage): Html | false =>
  asked !== null &&
  asked.length > 0 &&
  html`<h2 class="govuk-heading-m">Ask the schools</h2>
<p class="govuk-body">Each is sent one mail with a link to this page for their own school: ${asked.join('; ')}.</p>
<form method="post" action="${path}/ask" novalidate>${button({ text: 'Ask who comes', classes: 'govuk-button--secondary', preventDoubleClick: true })}</form>`

const opening = ({ group, isForWork }: WhoComesPage): Html =>
  html`<p class="govuk-body">${
    group.joins === 'school_with_lead'
      ? 'Lead participants are expected at every session; others at those that their own school hosts, and wherever it is said here.'
      : 'Everybody who takes part is expected at every session unless it is said otherwise here; a visit to one school expects the people of that school.'
  } Who comes gets the date in their calendar and stands in the register.</p>${
    group.samePeople &&
    html`<p class="govuk-body">This project keeps the same people all year: nobody comes in the place of another${isForWork ? ' unless you say so' : ''}.</p>`
  }`

/** Who comes to which session: of a whole group, or of one school of it. */
export const whoComesView = (frame: Frame, data: WhoComesPage): Html => {
  const { group, sessions, members, form, substituteForm } = data
  return layout(
    frame,
    {
      title: 'Who comes to which session',
      backLink: { href: data.back, text: group.name },
      errors: [...form.errors, ...substituteForm.errors],
      unlisted: true,
    },
    html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<span class="govuk-caption-l">${group.name}</span><h1 class="govuk-heading-l">Who comes to which session</h1>
${opening(data)}
${
  sessions.length === 0 || members.length === 0
    ? emptyState({
        title: sessions.length === 0 ? 'No session is to come' : 'Nobody takes part yet',
        text: 'Who comes is said of sessions that have not begun, for people who have a place.',
      })
    : html`<form method="post" action="${data.path}" novalidate>
${sessions.map((session) => sessionFields(data, session))}
${button({ text: 'Save who comes', preventDoubleClick: true })}
</form>
${!group.samePeople && substitutes(data)}
${asking(data)}`
}
</div></div>`,
  )
}
