import { button } from '../../../ui/components/button.ts'
import { emptyState } from '../../../ui/components/empty-state.ts'
import { type FormState, selectField, textField } from '../../../ui/fields.ts'
import { type Html, html } from '../../../ui/html.ts'
import { layout } from '../../../ui/layout.ts'
import type { Frame } from '../../../vocabulary/frame.ts'
import { numberedName, whenInWords } from '../../sessions/index.ts'
import { type WhoComesShown, whoComesTable } from './table.view.ts'

export type WhoComesPage = WhoComesShown & {
  readonly path: string
  readonly back: string
  /** Who would be asked by mail, for those who may ask. */
  readonly asked: readonly string[] | null
  readonly substituteForm: FormState
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

const opening = ({ group }: WhoComesPage): Html =>
  html`<p class="govuk-body">${
    group.joins === 'school_with_lead'
      ? 'Lead participants are expected at every session; others at those that their own school hosts, and wherever it is said here.'
      : 'Everybody who takes part is expected at every session unless it is said otherwise here; a visit to one school expects the people of that school.'
  } Who comes gets the date in their calendar and stands in the register.</p>${
    group.samePeople &&
    html`<p class="govuk-body">This project keeps the same people all year: nobody comes in the place of another.</p>`
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
      wide: true,
      unlisted: true,
    },
    html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<span class="govuk-caption-l">${group.name}</span><h1 class="govuk-heading-l">Who comes to which session</h1>
${opening(data)}
</div></div>
${
  sessions.length === 0 || members.length === 0
    ? emptyState({
        title: sessions.length === 0 ? 'No session is to come' : 'Nobody takes part yet',
        text: 'Who comes is said of sessions that have not begun, for people who have a place.',
      })
    : html`<form method="post" action="${data.path}" novalidate>
${whoComesTable(data)}
${button({ text: 'Save who comes', preventDoubleClick: true })}
</form>
<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
${!group.samePeople && substitutes(data)}
${asking(data)}
</div></div>`
}`,
  )
}
