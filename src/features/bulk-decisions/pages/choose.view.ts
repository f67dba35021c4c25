import { button } from '../../../ui/components/button.ts'
import { dateField, type FormState, radiosField, selectField, textArea, textField } from '../../../ui/fields.ts'
import { type Html, html } from '../../../ui/html.ts'
import type { BulkAct, BulkActRow } from '../bulk-act.ts'

export type ActShown = {
  readonly hub: { readonly slug: string; readonly name: string }
  readonly act: BulkAct
  readonly rows: readonly BulkActRow[]
  readonly groups: readonly {
    readonly id: string
    readonly name: string
    readonly title: string
    readonly organisationsLeft: number
    readonly peopleLeft: number
  }[]
  readonly hubs: readonly { readonly id: string; readonly name: string }[]
  readonly texts: readonly { readonly name: string; readonly title: string; readonly subject: string }[]
  readonly mail: readonly {
    readonly to: string
    readonly subject: string
    readonly text: string
    readonly held: boolean
  }[]
  readonly isUndoable: boolean
  readonly usualDeadline: Temporal.PlainDate
  readonly form: FormState
}

const room = (places: number, people: number): string =>
  `${places} ${places === 1 ? 'place' : 'places'}, ${people} people free`

const groupChoice = ({ groups, form }: ActShown): Html =>
  groups.length === 0
    ? html`<p class="govuk-body">No group of these projects takes places yet.</p>`
    : selectField(form, {
        name: 'group',
        label: 'Group',
        items: groups.map(({ id, name, title, organisationsLeft, peopleLeft }) => ({
          value: id,
          text: `${name} (${title}): ${room(organisationsLeft, peopleLeft)}`,
        })),
      })

const hubChoice = ({ hubs, form }: ActShown): Html =>
  hubs.length === 0
    ? html`<p class="govuk-body">No other hub offers one of these projects.</p>`
    : html`${selectField(form, { name: 'hub', label: 'Hub', items: hubs.map(({ id, name }) => ({ value: id, text: name })) })}${textArea(form, { name: 'word', label: 'Why', hint: 'The schools read it, and the other hub', rows: 3 })}`

const messageChoice = ({ hub, texts, form }: ActShown): Html =>
  html`${selectField(form, {
    name: 'text',
    label: 'Text',
    hint: html`Written under <a class="govuk-link" href="/hub/${hub.slug}/messages">Messages</a>`,
    items: [
      ...texts.map(({ name, title }) => ({ value: name, text: title })),
      { value: 'own', text: 'Write one for this time, below' },
    ],
  })}${textField(form, { name: 'subject', label: 'Subject, for one of this time' })}${textArea(form, { name: 'body', label: 'Text, for one of this time', hint: 'With blanks such as {school}, {project}, {dates}, {contact} or {status link}', rows: 6 })}`

/** What can be done with all the chosen requests. */
export const chooseDeed = (shown: ActShown): Html => {
  const { hub, act, form, usualDeadline } = shown
  return html`<form method="post" action="/hub/${hub.slug}/acts/${act.id}" novalidate>${radiosField(form, {
    name: 'kind',
    label: 'What is to be done with them?',
    size: 'm',
    value: act.deed?.kind ?? null,
    items: [
      {
        value: 'offer',
        text: 'Offer a place, as far as there is room',
        hint: 'Who waits already comes first, in turn; then the others by the rules that give priority, and as they came',
        conditional: {
          text: html`${groupChoice(shown)}${dateField(form, { name: 'respond_by', label: 'Last day to answer', hint: 'An offer lapses at the end of that day, or when the first session of the group begins if that is sooner, and goes to the next in line', value: usualDeadline })}`,
        },
      },
      { value: 'wait', text: 'Put on the waiting list' },
      {
        value: 'pass_on',
        text: 'Ask whether they may go to another hub',
        hint: 'Each school is asked by a link of its own; until the other hub has taken a request it stays with you',
        conditional: { text: hubChoice(shown) },
      },
      {
        value: 'decline',
        text: 'Decline',
        conditional: {
          text: textArea(form, { name: 'reason', label: 'Reason', hint: 'Mailed to each who asked', rows: 3 }),
        },
      },
      { value: 'message', text: 'Send a message', conditional: { text: messageChoice(shown) } },
    ],
  })}${button({ text: 'See what would happen', preventDoubleClick: true })}</form>`
}
