import { actionBar } from '../../../ui/components/action-bar.ts'
import { button } from '../../../ui/components/button.ts'
import { insetText } from '../../../ui/components/inset-text.ts'
import { type FormState, radiosField, textField } from '../../../ui/fields.ts'
import { type Html, html } from '../../../ui/html.ts'
import { layout } from '../../../ui/layout.ts'
import type { Frame } from '../../../vocabulary/frame.ts'
import { formatInstant } from '../../../vocabulary/local-time.ts'

export type ShownQuestion = {
  readonly question: {
    readonly id: string
    readonly kind: string
    readonly organisation: string | null
    readonly urn: number | null
    readonly raisedAt: Temporal.Instant
    readonly settledAt: Temporal.Instant | null
    readonly settledBy: string | null
    readonly settlement: { readonly decision?: string } | null
  }
  readonly successors: readonly {
    readonly id: string
    readonly name: string
    readonly urn: number | null
    readonly status: string
  }[]
  readonly live: readonly { readonly what: string; readonly groupId: string | null }[]
  readonly settledWith: string | null
  readonly form: FormState
}

const questions: Readonly<{ [kind: string]: string }> = {
  closed_without_successor: 'has closed, and the register names no school that follows it.',
  several_successors: 'has closed, and the register names several that follow it.',
  places_of_both: 'has closed. The school that follows it has a place of its own in the same project.',
  interest_of_both: 'has closed. The school that follows it asks to join the same offer itself.',
  unknown_authority: 'has an authority that is not known here.',
  unknown_urn: 'is linked to a URN that is not known here.',
}

const named = ({ name, urn }: { name: string; urn: number | null }): string => (urn ? `${name} (URN ${urn})` : name)

const settling = ({ question, successors, form }: ShownQuestion): Html =>
  html`<form method="post" action="/network/successions/${question.id}" novalidate>
${radiosField(form, {
  name: 'decision',
  label: 'What becomes of it?',
  items: [
    ...successors
      .filter(({ status }) => status !== 'closed')
      .map((successor) => ({ value: successor.id, text: `It follows to ${named(successor)}` })),
    ...(question.organisation === null
      ? []
      : [
          {
            value: 'other',
            text: 'It follows to another organisation',
            conditional: textField(form, { name: 'other', label: 'URN or UKPRN of the organisation', width: 10 }),
          },
        ]),
    {
      value: 'stays',
      text: 'It stays as it is',
      hint: 'What is taken part in today goes on under the old name until it ends',
    },
  ],
})}
${button({ text: 'Settle it', preventDoubleClick: true })}</form>`

/** A question about a school that has closed, and its settlement. */
export const questionView = (frame: Frame, shown: ShownQuestion): Html => {
  const { question, live, settledWith, form } = shown
  const who = question.organisation ? named({ name: question.organisation, urn: question.urn }) : 'A school'
  const title = `What becomes of ${question.organisation ?? 'this'}?`
  return layout(
    frame,
    { title, breadcrumbs: [{ text: 'National picture', href: '/network' }, { text: 'Question' }], errors: form.errors },
    html`${actionBar({ title })}<p class="govuk-body">${who} ${questions[question.kind] ?? 'needs a decision.'}</p>
${
  live.length > 0
    ? html`<h2 class="govuk-heading-m">What it takes part in today</h2><ul class="govuk-list govuk-list--bullet">${live.map(
        ({ what, groupId }) => html`<li>${groupId === null ? 'Asks to join' : 'Place in'} ${what}</li>`,
      )}</ul>`
    : html`<p class="govuk-body">It takes part in nothing today.</p>`
}${
  question.settledAt
    ? insetText(
        `Settled on ${formatInstant(question.settledAt)}${question.settledBy ? ` by ${question.settledBy}` : ''}: ${settledWith ? `it follows to ${settledWith}` : 'it stays as it is'}.`,
      )
    : settling(shown)
}`,
  )
}
