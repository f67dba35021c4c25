import { actionBar } from '../../../ui/components/action-bar.ts'
import { button } from '../../../ui/components/button.ts'
import { emptyState } from '../../../ui/components/empty-state.ts'
import { insetText } from '../../../ui/components/inset-text.ts'
import { statusTag } from '../../../ui/components/status-tag.ts'
import { summaryList } from '../../../ui/components/summary-list.ts'
import { table } from '../../../ui/components/table.ts'
import { dateField, type FormState, hiddenField, radiosField, selectField, textField } from '../../../ui/fields.ts'
import { type Html, html } from '../../../ui/html.ts'
import { layout } from '../../../ui/layout.ts'
import type { Frame } from '../../../vocabulary/frame.ts'
import { formatDate, formatShortDate, localDate } from '../../../vocabulary/local-time.ts'
import { postKinds, postLabels } from '../../../vocabulary/posts.ts'
import type { SuccessorAsked } from '../successor.ts'
import { isOverdue, needsException, standingInWords, waitsForHub } from '../successor.ts'

type HubNamed = { readonly slug: string; readonly name: string }

const crumbs = (hub: HubNamed, ...more: readonly { readonly text: string; readonly href?: string }[]) => [
  { text: 'Hub work', href: `/hub/${hub.slug}` },
  ...more,
]

const isForHub = (asked: SuccessorAsked, today: Temporal.PlainDate): boolean =>
  waitsForHub(asked) || isOverdue(asked, today)

const standing = (asked: SuccessorAsked, today: Temporal.PlainDate): Html =>
  html`${isForHub(asked, today) ? statusTag('For you to decide', 'waiting') : statusTag('Asked', 'new')} ${standingInWords(asked, today)}`

const outcome = ({ status, successor }: SuccessorAsked): string => {
  if (successor) return `${successor} follows`
  return { named: 'Somebody follows', none: 'Nobody follows', over: 'The place or the group is over', open: '' }[status]
}

/** Whom the schools in a hub's groups are asked to replace. */
export const successorsView = (
  frame: Frame,
  {
    hub,
    asked,
    today,
  }: { readonly hub: HubNamed; readonly asked: readonly SuccessorAsked[]; readonly today: Temporal.PlainDate },
): Html => {
  const open = asked.filter(({ status }) => status === 'open')
  const settled = asked.filter(({ status }) => status !== 'open')
  return layout(
    frame,
    { title: 'Who follows', breadcrumbs: crumbs(hub, { text: 'Who follows' }), wide: true, unlisted: true },
    html`${actionBar({
      title: 'Who follows',
      caption: hub.name,
      text: 'Somebody left a group during the year, and their school keeps the room. Schools are asked and reminded by themselves; past the day you decide.',
    })}
${
  open.length === 0
    ? emptyState({
        title: 'Nobody is waited for',
        text: 'When somebody leaves one of your groups, their school is asked who follows, and stands here.',
      })
    : table({
        stacks: true,
        caption: 'Waited for',
        captionClasses: 'govuk-table__caption--m',
        firstCellIsHeader: true,
        head: ['Who left', 'School or institution', 'Group', 'Where it stands', 'Act'],
        rows: open.map((each) => [
          html`${each.person}<br><span class="govuk-body-s">until ${formatShortDate(each.leftOn)}</span>`,
          each.organisation,
          html`<a class="govuk-link" href="/groups/${each.groupId}">${each.group}</a>`,
          standing(each, today),
          html`<a class="govuk-link" href="/hub/${hub.slug}/successors/${each.participantId}">${isForHub(each, today) ? 'Decide' : 'See'}<span class="govuk-visually-hidden"> about who follows ${each.person}</span></a>`,
        ]),
      })
}
${
  settled.length > 0 &&
  table({
    stacks: true,
    caption: 'Settled',
    captionClasses: 'govuk-table__caption--m',
    head: ['Who left', 'School or institution', 'Group', 'What came of it', 'When'],
    rows: settled.map((each) => [
      each.person,
      each.organisation,
      each.group,
      outcome(each),
      each.settledAt ? formatShortDate(localDate(each.settledAt)) : '',
    ]),
  })
}`,
  )
}

export type SuccessorShown = {
  readonly hub: HubNamed
  readonly asked: SuccessorAsked
  readonly today: Temporal.PlainDate
  /** Who of the school is written to. */
  readonly contacts: readonly string[]
  readonly form: FormState
}

const part = (action: string, act: string, inside: Html): Html =>
  html`<form method="post" action="${action}" novalidate>${hiddenField('act', act)}${inside}</form>`

const secondary = 'govuk-button--secondary'

const exception = ({ hub, asked, form }: SuccessorShown): Html | false =>
  needsException(asked) &&
  html`<h2 class="govuk-heading-m">May somebody follow?</h2>
<p class="govuk-body">This project keeps the same people all year. Until you make an exception nobody is named.</p>
${asked.exceptionReason ? insetText(`${asked.organisation}: “${asked.exceptionReason}”`) : html`<p class="govuk-body">${asked.organisation} has not asked for an exception yet. You can make one of your own accord.</p>`}
${part(
  `/hub/${hub.slug}/successors/${asked.participantId}`,
  'exception',
  html`${radiosField(form, {
    name: 'granted',
    label: 'Your decision',
    small: true,
    items: [
      { value: 'yes', text: 'Somebody may follow', hint: 'The school is asked to name them by a day' },
      { value: 'no', text: 'Nobody follows', hint: 'You settle below what becomes of the room' },
    ],
  })}${textField(form, { name: 'answer', label: 'Why?', hint: 'The school and the leads of the group read it; it is kept in the history' })}${button({ text: 'Decide on the exception', preventDoubleClick: true })}`,
)}`

const ways = ({ hub, asked, contacts, form }: SuccessorShown): Html => {
  const action = `/hub/${hub.slug}/successors/${asked.participantId}`
  return html`<h2 class="govuk-heading-m">Give the school more time</h2>
${part(action, 'day', html`${dateField(form, { name: 'by', label: 'By the end of which day?', hint: 'For example, 17 11 2021', value: asked.byOn })}${button({ text: 'Set the day and tell the school', classes: secondary, preventDoubleClick: true })}`)}
${
  contacts.length > 0
    ? part(
        action,
        'remind',
        html`<p class="govuk-body">${contacts.join(' and ')} ${contacts.length === 1 ? 'is' : 'are'} written to.</p>${button({ text: 'Remind them now', classes: secondary, preventDoubleClick: true })}`,
      )
    : html`<p class="govuk-body">Nobody of ${asked.organisation} can be written to: ring the school, and name who follows here.</p>`
}
${
  !needsException(asked) &&
  html`<h2 class="govuk-heading-m">Name who follows yourself</h2>
${part(
  action,
  'name',
  html`${textField(form, { name: 'name', label: 'Their name', autocomplete: 'off' })}${textField(form, { name: 'email', label: 'Their email address', type: 'email', autocomplete: 'off', hint: 'The dates are sent here' })}${selectField(form, { name: 'post', label: 'What they do', blank: 'Choose', items: postKinds.map((kind) => ({ value: kind, text: postLabels[kind] })) })}${button({ text: 'Name who follows', classes: secondary, preventDoubleClick: true })}`,
)}`
}
<h2 class="govuk-heading-m">Settle that nobody follows</h2>
${
  asked.named === 0
    ? html`<p class="govuk-body">Nobody of ${asked.organisation} is left. If nobody follows, <a class="govuk-link" href="/groups/${asked.groupId}/places/${asked.placeId}">end its place</a>.</p>`
    : part(
        action,
        'settle',
        html`<p class="govuk-body">The place goes on for those who are named, one person fewer. That room is offered to whoever waits and fits.</p>${textField(form, { name: 'reason', label: 'Why?', hint: 'Kept in the history' })}${button({ text: 'Nobody follows', classes: 'govuk-button--warning', preventDoubleClick: true })}`,
      )
}`
}

/** One who has left: where it stands, and what a hub can do about it. */
export const successorView = (frame: Frame, shown: SuccessorShown): Html => {
  const { hub, asked, today, form } = shown
  const title = `Who follows ${asked.person}?`
  return layout(
    frame,
    {
      title,
      breadcrumbs: crumbs(hub, { text: 'Who follows', href: `/hub/${hub.slug}/successors` }, { text: asked.person }),
      errors: form.errors,
      unlisted: true,
    },
    html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<span class="govuk-caption-l">${hub.name}</span><h1 class="govuk-heading-l">${title}</h1>
${summaryList({
  rows: [
    { key: 'Took part for', value: `${asked.organisation}, until ${formatDate(asked.leftOn)}` },
    {
      key: 'Group',
      value: html`<a class="govuk-link" href="/groups/${asked.groupId}">${asked.group}</a>${asked.nextOn && html`<br>Meets next on ${formatDate(asked.nextOn)}`}`,
    },
    {
      key: 'Place',
      value: html`For ${asked.peopleCount === 1 ? 'one person' : `${asked.peopleCount} people`}, ${asked.named} named. <a class="govuk-link" href="/groups/${asked.groupId}/places/${asked.placeId}">See the place</a>`,
    },
    {
      key: 'Where it stands',
      value: asked.status === 'open' ? standing(asked, today) : outcome(asked),
    },
    ...(asked.exceptionAnswer
      ? [
          {
            key: 'Exception',
            value: `${asked.exception === 'refused' ? 'Refused' : 'Made'}: “${asked.exceptionAnswer}”`,
          },
        ]
      : []),
    {
      key: 'Asked',
      value: `${formatDate(localDate(asked.askedAt))}${asked.remindedAt ? `, reminded ${formatDate(localDate(asked.remindedAt))}` : ''}`,
    },
  ],
})}
${asked.status === 'open' && html`${exception(shown)}${ways(shown)}`}
</div></div>`,
  )
}
