import { button } from '../../../ui/components/button.ts'
import { summaryList } from '../../../ui/components/summary-list.ts'
import { hiddenField } from '../../../ui/fields.ts'
import { type Html, html } from '../../../ui/html.ts'
import { layout } from '../../../ui/layout.ts'
import type { Typed } from '../../../vocabulary/form.ts'
import type { Frame } from '../../../vocabulary/frame.ts'
import { postLabels } from '../../../vocabulary/posts.ts'
import { answerTag, type VerdictShown, verdictList } from '../../criteria/index.ts'
import type { Asked } from '../../interest/index.ts'
import { type AskedFor, columns } from './ask.view.ts'
import type { DetailsAsked } from './details.view.ts'

export type Checked = {
  readonly asked: Asked
  readonly typed: Typed
  readonly sum: { readonly answer: 'yes' | 'no' | 'not_yet_known'; readonly sentence: string }
  readonly open: readonly VerdictShown[]
}

const carried = (typed: Typed): readonly Html[] =>
  Object.entries(typed).flatMap(([name, value]) =>
    name === 'step' ? [] : (typeof value === 'string' ? [value] : value).map((each) => hiddenField(name, each)),
  )

const people = (asked: Asked): Html =>
  html`${asked.people.map((person) => html`${person.name}, ${person.email}<br>${postLabels[person.post]}${person.held ? '' : ' (from a later date)'}<br>`)}`

const rowsOf = (asked: Asked, details: DetailsAsked) => {
  const theme = details.themes.find(({ id }) => id === asked.themeId)?.title
  const group = details.groups.find(({ id }) => id === asked.preferences.groups[0])?.name
  const given = details.commitments.filter(({ key }) => asked.commitments.includes(key)).map(({ words }) => words)
  const optional = (key: string, value: string | null | undefined) => (value ? [{ key, value }] : [])
  return [
    { key: 'School or institution', value: details.organisation.name },
    { key: 'Who asks', value: html`${asked.sender.name}<br>${asked.sender.email}<br>${postLabels[asked.sender.post]}` },
    ...optional('Telephone', asked.sender.telephone),
    { key: 'Who would take part', value: people(asked) },
    ...(asked.headteacher
      ? [{ key: 'Headteacher', value: html`${asked.headteacher.name}<br>${asked.headteacher.email}` }]
      : []),
    ...optional('Preferred theme', theme),
    ...optional('Preferred group', group),
    ...optional('Travel', asked.travelLimitMiles === null ? null : `Up to ${asked.travelLimitMiles} miles`),
    ...optional('Access needs', asked.accessNeeds),
    ...optional('Comments', asked.comments),
    ...(details.commitments.length > 0
      ? [{ key: 'Commitments', value: given.length > 0 ? html`${given.map((words) => html`${words}<br>`)}` : 'None' }]
      : []),
    ...(details.policy ? [{ key: 'The hub’s policy', value: 'Agreed to' }] : []),
  ]
}

/** Last step: everything once more, and what the rules say of it; then it is sent. */
export const checkView = (
  frame: Frame,
  about: AskedFor,
  details: DetailsAsked,
  { asked, typed, sum, open }: Checked,
): Html =>
  layout(
    frame,
    { title: 'Check your answers' },
    columns(html`<span class="govuk-caption-l">${about.title}, ${about.hub}</span>
<h1 class="govuk-heading-l">Check your answers</h1>
${summaryList({ rows: rowsOf(asked, details) })}
<h2 class="govuk-heading-m">What the rules say</h2>
<p class="govuk-body">${answerTag(sum.answer)} ${sum.sentence}</p>
${open.length > 0 && verdictList(open)}
<p class="govuk-body">${details.onBehalf ? 'The request counts at once; they get a mail with its link.' : `When you send this, we mail you a link. Your request goes to ${about.hub} when you have opened it.`}</p>
<form method="post" action="${about.base}">${carried(typed)}<div class="govuk-button-group">
${button({ text: details.onBehalf ? 'Enter the request' : 'Send', name: 'step', value: 'send', preventDoubleClick: true })}
${button({ text: 'Change answers', name: 'step', value: 'change', classes: 'govuk-button--secondary' })}
</div></form>`),
  )
