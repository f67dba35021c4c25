import { button } from '../../../ui/components/button.ts'
import { emptyState } from '../../../ui/components/empty-state.ts'
import { summaryList } from '../../../ui/components/summary-list.ts'
import { table } from '../../../ui/components/table.ts'
import { type FormState, formFrom, textArea, textField } from '../../../ui/fields.ts'
import { type Html, html } from '../../../ui/html.ts'
import { layout } from '../../../ui/layout.ts'
import type { Frame } from '../../../vocabulary/frame.ts'
import { formatDate, localDate } from '../../../vocabulary/local-time.ts'

export type Where = { readonly base: string; readonly hub: { readonly name: string; readonly slug: string } | null }
type Person = { readonly id: string; readonly name: string; readonly address: string | null; readonly erased: boolean }

const crumbsOf = ({ hub }: Where) =>
  hub ? [{ text: 'Hub work', href: `/hub/${hub.slug}` }] : [{ text: 'National picture', href: '/network' }]

const ways = ({ hub }: Where): Html =>
  hub
    ? html`<p class="govuk-body"><a class="govuk-link" href="/hub/${hub.slug}/reads">Who has read personal data at your hub</a> · <a class="govuk-link" href="/hubs/${hub.slug}/privacy">Your privacy notice</a> · <a class="govuk-link" href="/hub/${hub.slug}/retention">How long things are kept</a> · <a class="govuk-link" href="/hub/${hub.slug}/controller">Who answers for the data</a></p>`
    : html`<p class="govuk-body"><a class="govuk-link" href="/network/erasures">Erasures to decide</a> · <a class="govuk-link" href="/network/retention">How long things are kept</a> · <a class="govuk-link" href="/network/controllers">Who answers for the data</a> · <a class="govuk-link" href="/network/participants">Take out a list of participants</a></p>`

const nobody = (where: Where, words: string): Html => {
  if (words.length < 3)
    return emptyState({ title: 'Too short', text: 'Enter at least three letters of the name or email address.' })
  const text = where.hub ? 'Only people your hub knows are found here.' : 'Check the spelling, or try the address.'
  return emptyState({ title: 'Nobody found', text })
}

const foundOf = (where: Where, words: string, people: readonly Person[]): Html =>
  people.length === 0
    ? nobody(where, words)
    : table({
        stacks: true,
        caption: 'People found',
        captionClasses: 'govuk-visually-hidden',
        head: ['Name', 'Address'],
        rows: people.map((person) => [
          html`<a class="govuk-link" href="${where.base}/${person.id}">${person.name}</a>`,
          person.address ?? '',
        ]),
      })

export const peopleView = (
  frame: Frame,
  { where, words, people }: { where: Where; words: string; people: readonly Person[] },
): Html =>
  layout(
    frame,
    { title: 'People’s data', breadcrumbs: [...crumbsOf(where), { text: 'People’s data' }], unlisted: true },
    html`<h1 class="govuk-heading-l">People’s data</h1>
<p class="govuk-body">For somebody who asks to see what is held about them, or to be erased, and cannot do it by themselves. You do not see the data; they get it.</p>
${ways(where)}
<form method="get" action="${where.base}">${textField(formFrom({ q: words }), { name: 'q', label: 'Name or email address', hint: 'At least three letters', width: 30 })}${button({ text: 'Search', classes: 'govuk-button--secondary' })}</form>
${words !== '' && foundOf(where, words, people)}`,
  )

type Erasure = {
  readonly id: string
  readonly asked_at: Temporal.Instant
  readonly asked_by: string
  readonly status: string
  readonly decision_reason: string | null
}

const erasureWords: Readonly<Record<string, string>> = {
  asked: 'waits to be decided',
  withdrawn: 'was taken back',
  refused: 'was refused',
  carried_out: 'was carried out',
}

type PersonPage = {
  readonly where: Where
  readonly person: Person
  readonly obstacles: readonly { readonly obstacle: string; readonly first: string }[]
  readonly erasures: readonly Erasure[]
  readonly form: FormState
}

const erasureLine = (where: Where, { id, asked_at, asked_by, status, decision_reason }: Erasure): Html => {
  const words = `Asked for by ${asked_by} on ${formatDate(localDate(asked_at))}: ${erasureWords[status] ?? status}${decision_reason ? ` (${decision_reason})` : ''}`
  return status === 'asked' && !where.hub
    ? html`<li><a class="govuk-link" href="/network/erasures/${id}">${words}</a></li>`
    : html`<li>${words}</li>`
}

const asking = ({ where, person, obstacles, erasures, form }: PersonPage): Html => {
  const action = `${where.base}/${person.id}`
  const isAsked = erasures.some(({ status }) => status === 'asked')
  return html`<form method="post" action="${action}/report" novalidate>
${textArea(form, { name: 'reason', label: 'Why do you ask for them?', hint: 'Such as: she rang on 3 November and cannot sign in. The reason is recorded.', rows: 3 })}
${button({ text: 'Make a report for them', preventDoubleClick: true })}
${!isAsked && html`<button type="submit" class="govuk-button govuk-button--warning" data-module="govuk-button" formaction="${action}/erasure">Propose to erase them</button>`}
</form>
<p class="govuk-body">The report is mailed as a link that only they can open. An erasure is decided by the national team.</p>
${obstacles.length === 0 ? '' : html`<h2 class="govuk-heading-s">To be done before an erasure</h2><ul class="govuk-list govuk-list--bullet">${obstacles.map(({ obstacle, first }) => html`<li>${obstacle} ${first}</li>`)}</ul>`}`
}

/** One person, to ask something for them with a reason. */
export const personView = (frame: Frame, shown: PersonPage): Html => {
  const { where, person, erasures, form } = shown
  return layout(
    frame,
    {
      title: person.name,
      breadcrumbs: [...crumbsOf(where), { text: 'People’s data', href: where.base }, { text: person.name }],
      errors: form.errors,
      unlisted: true,
    },
    html`<h1 class="govuk-heading-l">${person.name}</h1>
${summaryList({ rows: [{ key: 'Address', value: person.address ?? 'None is known' }] })}
${erasures.length === 0 ? '' : html`<h2 class="govuk-heading-s">Erasure</h2><ul class="govuk-list govuk-list--bullet">${erasures.map((erasure) => erasureLine(where, erasure))}</ul>`}
${person.erased ? '' : asking(shown)}`,
  )
}
