import { button } from '../../../ui/components/button.ts'
import { details } from '../../../ui/components/details.ts'
import { scrollable } from '../../../ui/components/scrollable.ts'
import { statusTag, type Tone } from '../../../ui/components/status-tag.ts'
import { table } from '../../../ui/components/table.ts'
import { dateField, type FormState, selectField, textArea, textField } from '../../../ui/fields.ts'
import { type Html, html } from '../../../ui/html.ts'
import { layout } from '../../../ui/layout.ts'
import type { Frame } from '../../../vocabulary/frame.ts'
import { formatDate, formatInstant } from '../../../vocabulary/local-time.ts'
import { type GroupSeen, unitsInWords } from '../../groups/index.ts'
import { type Asking, type AskingStatus, askingLabels, isOpen } from '../asking.ts'

export const askingTones: Readonly<Record<AskingStatus, Tone>> = {
  asked: 'waiting',
  agreed: 'good',
  declined: 'bad',
  withdrawn: 'over',
}

type Shown = {
  readonly group: GroupSeen
  readonly askings: readonly Asking[]
  readonly hubs: readonly { readonly id: string; readonly name: string }[]
  readonly mayRun: boolean
  /** Of these partners the reader can say that they share the group no more. */
  readonly mayEnd: ReadonlySet<string>
  readonly isOver: boolean
  readonly endOn: Temporal.PlainDate | null
  readonly form: FormState
  readonly about: string
}

const none: FormState = { typed: {}, errors: [] }
const stateFor = ({ about, form }: Shown, which: string): FormState => (about === which ? form : none)

export const shareInWords = ({ share, endOn }: Pick<Asking, 'share' | 'endOn'>): string =>
  share === null ? 'No share of its own' : `${share}${endOn ? `, until ${formatDate(endOn)}` : ''}`

const partners = (shown: Shown): Html => {
  const { group, mayEnd, isOver } = shown
  if (group.partnerHubs.length === 0) return html`<p class="govuk-body">No other hub shares this group yet.</p>`
  return html`<ul class="govuk-list">${group.partnerHubs.map(
    (hub) =>
      html`<li class="govuk-!-margin-bottom-3"><strong>${hub.name}</strong>${
        mayEnd.has(hub.id) &&
        !isOver &&
        details({
          summaryText: html`It shares the group no more<span class="govuk-visually-hidden">: ${hub.name}</span>`,
          open: shown.about === hub.id,
          text: html`<p class="govuk-body">Not while it has given away or holds back places there. What is left of its share is everybody’s, and goes to the next in line.</p><form method="post" action="/groups/${group.id}/partners/${hub.id}/leave" novalidate>${textField(stateFor(shown, hub.id), { name: 'leave_word', label: 'Why?', hint: 'The hubs of the group read this' })}${button({ text: 'End it', classes: 'govuk-button--warning', preventDoubleClick: true })}</form>`,
        })
      }</li>`,
  )}</ul>`
}

const asked = ({ group, askings, mayRun }: Shown): Html | false =>
  mayRun &&
  askings.length > 0 &&
  scrollable(
    'Hubs that were asked',
    table({
      caption: 'Hubs that were asked',
      captionClasses: 'govuk-table__caption--m',
      stacks: true,
      firstCellIsHeader: true,
      head: ['Hub', 'Share', 'Asked', 'What came of it'],
      rows: askings.map((each) => [
        each.hubName,
        shareInWords(each),
        formatInstant(each.askedAt),
        html`${statusTag(askingLabels[each.status], askingTones[each.status])}${each.answer && html` ${each.answer}`}${isOpen(each) && html`<form method="post" action="/groups/${group.id}/askings/${each.id}/withdraw">${button({ text: html`Take it back<span class="govuk-visually-hidden">: ${each.hubName}</span>`, classes: 'govuk-button--secondary govuk-!-margin-bottom-0', preventDoubleClick: true })}</form>`}`,
      ]),
    }),
  )

const ask = (shown: Shown): Html | false => {
  const { group, hubs, mayRun, isOver, endOn } = shown
  const state = stateFor(shown, 'ask')
  return (
    mayRun &&
    !isOver &&
    html`<h2 class="govuk-heading-m">Ask another hub</h2>
<form method="post" action="/groups/${group.id}/partners" novalidate>
${selectField(state, { name: 'hub', label: 'Which hub?', blank: 'Choose a hub', items: hubs.map(({ id, name }) => ({ value: id, text: name })) })}
${textField(state, { name: 'share', label: 'Its share of the room (optional)', hint: `How many ${unitsInWords(group).many} it may place; empty: it places in what is free`, inputmode: 'numeric', width: 3 })}
${endOn === null ? dateField(state, { name: 'end_on', label: 'Unused shares are released on', hint: 'Needed with a share: from that day on every hub places in what is free' }) : html`<p class="govuk-body">Unused shares are released on ${formatDate(endOn)}.</p>`}
${textArea(state, { name: 'word', label: 'What do you write to it? (optional)', rows: 3 })}
${button({ text: 'Ask', preventDoubleClick: true })}</form>`
  )
}

/** The hubs that share a group: those of it, those asked, and a way to ask another. */
export const partnersView = (frame: Frame, shown: Shown): Html =>
  layout(
    frame,
    {
      title: `Hubs of ${shown.group.name}`,
      backLink: `/groups/${shown.group.id}/room`,
      errors: shown.form.errors,
      unlisted: true,
    },
    html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds"><span class="govuk-caption-l">${shown.group.name}</span><h1 class="govuk-heading-l">Hubs that share the group</h1>
<p class="govuk-body">It is held by ${shown.group.hubName}. A hub that shares it places schools of its own and decides on them itself.</p>
${partners(shown)}</div></div>${asked(shown)}<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">${ask(shown)}</div></div>`,
  )
