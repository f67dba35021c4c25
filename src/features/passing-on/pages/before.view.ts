import { button } from '../../../ui/components/button.ts'
import { details } from '../../../ui/components/details.ts'
import { emptyState } from '../../../ui/components/empty-state.ts'
import { insetText } from '../../../ui/components/inset-text.ts'
import { scrollable } from '../../../ui/components/scrollable.ts'
import { summaryList } from '../../../ui/components/summary-list.ts'
import { table } from '../../../ui/components/table.ts'
import { emptyForm, type FormState, hiddenField, selectField, textArea } from '../../../ui/fields.ts'
import { type Html, html } from '../../../ui/html.ts'
import { layout } from '../../../ui/layout.ts'
import type { Frame } from '../../../vocabulary/frame.ts'
import { formatInstant } from '../../../vocabulary/local-time.ts'
import { postLabels } from '../../../vocabulary/posts.ts'
import type { Interest } from '../../interest/index.ts'
import type { Passing } from '../passing.ts'

type HubNamed = { readonly slug: string; readonly name: string }
type Listed = {
  readonly id: string
  readonly agreedAt: Temporal.Instant | null
  readonly organisation: string
  readonly town: string | null
  readonly title: string
  readonly fromHub: string | null
}

/** What other hubs pass on to this one, with the schools' agreement. */
export const listView = (frame: Frame, { hub, passings }: { hub: HubNamed; passings: readonly Listed[] }): Html =>
  layout(
    frame,
    {
      title: `Passed on to you: ${hub.name}`,
      breadcrumbs: [{ text: 'Hub work', href: `/hub/${hub.slug}` }, { text: 'Passed on to you' }],
      wide: true,
    },
    html`<span class="govuk-caption-l">${hub.name}</span><h1 class="govuk-heading-l">Passed on to you</h1>
${
  passings.length === 0
    ? emptyState({
        title: 'Nothing is passed on to you',
        text: 'When another hub passes a request on to one of your offers and the school has agreed, it stands here until you take it or send it back.',
      })
    : scrollable(
        'Passed on to you',
        table({
          stacks: true,
          caption: 'Requests passed on to you, the longest agreed first',
          captionClasses: 'govuk-visually-hidden',
          firstCellIsHeader: true,
          head: ['School or institution', 'Project', 'From', 'The school agreed'],
          rows: passings.map(({ id, organisation, town, title, fromHub, agreedAt }) => [
            html`<a class="govuk-link" href="/hub/${hub.slug}/passed-on/${id}">${organisation}</a>${town && html`, ${town}`}`,
            title,
            fromHub ?? '',
            agreedAt ? formatInstant(agreedAt) : '',
          ]),
        }),
      )
}`,
  )

type Before = {
  readonly hub: HubNamed
  readonly passing: Passing
  readonly interest: Interest
  readonly offers: readonly { readonly id: string; readonly theme: string | null; readonly slug: string }[]
  readonly form: FormState
  readonly act: string
}

const request = ({ interest }: Before): Html =>
  summaryList({
    rows: [
      {
        key: 'Who asks',
        value: html`${interest.sender.name}, ${postLabels[interest.sender.post]}<br>${interest.sender.email}${interest.sender.telephone && html`<br>${interest.sender.telephone}`}`,
      },
      {
        key: 'Who would take part',
        value: html`${interest.people.map(({ name, post }, at) => html`${at > 0 && html`<br>`}${name}, ${postLabels[post]}`)}`,
      },
      interest.themeTitle !== null && { key: 'Theme', value: interest.themeTitle },
      ...interest.answers.map(({ question, shown }) => ({ key: question, value: shown })),
      interest.headteacher.confirmedAt !== null && {
        key: 'Headteacher',
        value: `Agreed on ${formatInstant(interest.headteacher.confirmedAt)}`,
      },
      interest.accessNeeds !== null && { key: 'Access needs', value: interest.accessNeeds },
      interest.comments !== null && { key: 'Comments', value: interest.comments },
    ],
  })

// A hub with one offer of the project has nothing to choose.
const intoWhich = ({ passing, interest, offers }: Before, form: FormState): Html =>
  offers.length === 1
    ? hiddenField('offer', offers[0]?.id ?? '')
    : selectField(form, {
        name: 'offer',
        label: 'Into your offer',
        value: passing.offer.id,
        items: offers.map(({ id, theme, slug }) => ({
          value: id,
          text: `${theme ?? interest.projectTitle} (${slug})`,
        })),
      })

/** A request that another hub passes on, with the school's agreement: to take, or to send back. */
export const beforeView = (frame: Frame, before: Before): Html => {
  const { hub, passing, interest, form, act } = before
  const action = `/hub/${hub.slug}/passed-on/${passing.id}`
  const stateOf = (name: string): FormState => (act === name ? form : emptyForm)
  return layout(
    frame,
    {
      title: `${interest.organisation.name}, passed on to you`,
      breadcrumbs: [
        { text: 'Hub work', href: `/hub/${hub.slug}` },
        { text: 'Passed on to you', href: `/hub/${hub.slug}/passed-on` },
        { text: interest.organisation.name },
      ],
      errors: form.errors,
    },
    html`<span class="govuk-caption-l">${interest.projectTitle}</span><h1 class="govuk-heading-l">${interest.organisation.name}</h1>
<p class="govuk-body">${interest.hub.name} passes this request on to you, and the school has agreed${passing.answeredAt && ` on ${formatInstant(passing.answeredAt)}`}. They write:</p>${insetText(passing.word)}
${request(before)}
<h2 class="govuk-heading-m">Take it</h2>
<form method="post" action="${action}" novalidate>${hiddenField('act', 'take')}<p class="govuk-body">The rules of your offer are asked anew, and the school is told. You then decide about a place as with every other request.</p>${intoWhich(before, stateOf('take'))}${button({ text: 'Take the request', preventDoubleClick: true })}</form>
${details({
  summaryText: 'Send it back',
  open: act === 'send-back',
  text: html`<form method="post" action="${action}" novalidate>${hiddenField('act', 'send-back')}${textArea(stateOf('send-back'), { name: 'reason', label: 'Reason', hint: 'The school and the other hub read it', rows: 3 })}${button({ text: 'Send it back', classes: 'govuk-button--warning', preventDoubleClick: true })}</form>`,
})}`,
  )
}
