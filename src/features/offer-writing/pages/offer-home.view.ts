import { button } from '../../../ui/components/button.ts'
import { insetText } from '../../../ui/components/inset-text.ts'
import { notificationBanner } from '../../../ui/components/notification-banner.ts'
import { statusTag } from '../../../ui/components/status-tag.ts'
import { type TaskListItem, taskList } from '../../../ui/components/task-list.ts'
import { type FormState, hiddenField, radiosField, textArea } from '../../../ui/fields.ts'
import { type Html, html } from '../../../ui/html.ts'
import { layout } from '../../../ui/layout.ts'
import { yearLabel } from '../../../vocabulary/academic-year.ts'
import type { Frame } from '../../../vocabulary/frame.ts'
import { formatShortDate } from '../../../vocabulary/local-time.ts'
import { wordedAs } from '../../../vocabulary/worded.ts'
import { type Offer, offerPath, type PlannedDate, roomInWords } from '../../offers/index.ts'
import { awaitsChoice, type SectionStanding } from '../section-standing.ts'
import { offerTag } from './hub-offers.view.ts'

export type OfferHome = {
  readonly offer: Offer & {
    readonly plannedDates: readonly PlannedDate[]
    readonly ownEmail: string | null
    readonly ownRules: number
  }
  readonly sections: readonly { readonly standing: SectionStanding }[]
  /** How many have left an address to be told when dates are known. */
  readonly waiting: number
  readonly endForm: FormState
  readonly mayChoosePolicy: boolean
  readonly isLead: boolean
  readonly said: string | null
}

const counted = (number: number, one: string, many = `${one}s`): string => `${number} ${number === 1 ? one : many}`

/** How the texts of an offer stand, in few words. */
const textsState = (sections: OfferHome['sections']): Html => {
  const waiting = sections.filter(({ standing }) => awaitsChoice(standing)).length
  if (waiting > 0) return statusTag(`${waiting} to look at`, 'attention')
  const own = sections.filter(({ standing }) => standing !== 'national').length
  return own > 0 ? html`${own} of your own` : html`National text`
}

const datesState = (dates: readonly PlannedDate[]): Html => {
  if (dates.length === 0) return html`None yet`
  const confirmed = dates.filter(({ certainty }) => certainty === 'confirmed').length
  return html`${counted(dates.length, 'date')}, ${confirmed} confirmed`
}

const windowState = ({ opensOn, closesOn }: Offer): string => {
  if (opensOn && closesOn) return `${formatShortDate(opensOn)} to ${formatShortDate(closesOn)}`
  if (opensOn) return `From ${formatShortDate(opensOn)}`
  return closesOn ? `Until ${formatShortDate(closesOn)}` : 'While published'
}

const whoWaits = (waiting: number): string =>
  waiting === 0 ? '' : `. ${waiting === 1 ? '1 person waits' : `${waiting} people wait`} to be told`

const tasks = ({ offer, sections, waiting, mayChoosePolicy }: OfferHome, address: string): readonly TaskListItem[] => [
  {
    title: 'About it',
    href: `${address}/about`,
    hint: 'Whom to ask, and who leads it',
    status: { text: offer.contactEmail ?? statusTag('No contact yet', 'attention') },
  },
  {
    title: 'Texts',
    href: `${address}/texts`,
    hint: 'The national text, your own in its place, sections you add, and their order',
    status: { text: textsState(sections) },
  },
  {
    title: 'Dates and places',
    href: `${address}/dates`,
    hint: `When and where it meets, as far as that is known${whoWaits(waiting)}`,
    status: { text: datesState(offer.plannedDates) },
  },
  {
    title: 'Who and how many',
    href: `${address}/who`,
    hint: 'Themes, places, and how many it needs to run',
    status: {
      text: offer.theme?.title ?? roomInWords(offer.room, offer.project) ?? 'As the project has it',
    },
  },
  {
    title: 'Rules of your own',
    href: `${address}/rules`,
    hint: 'Whom you ask more of, or take besides, where the project allows it',
    status: { text: offer.ownRules === 0 ? 'None' : counted(offer.ownRules, 'rule') },
  },
  {
    title: 'Cancellation policy',
    ...(mayChoosePolicy ? { href: `${address}/policy` } : {}),
    hint: mayChoosePolicy ? 'What cancelling late or not coming costs' : 'A lead of the hub chooses it',
    status: { text: offer.policy ? `${offer.policy.name}, version ${offer.policy.version}` : 'None' },
  },
  {
    title: 'How to join',
    href: `${address}/joining`,
    hint: 'From when until when, and by which form',
    status: { text: windowState(offer) },
  },
  ...(offer.project.unit === 'organisation'
    ? [
        {
          title: 'Names that come later',
          href: `${address}/names`,
          hint: 'Whether people can be named after the request, by when, and who owes names',
          status: { text: '' },
        },
      ]
    : []),
]

const publishForm = (offer: Offer, address: string): Html | false =>
  offer.status === 'draft' &&
  offer.project.status === 'published' &&
  html`<h2 class="govuk-heading-m">Publish it</h2>
<p class="govuk-body">When it is published, anybody can see it and ask to join.</p>
<form method="post" action="${address}/publish" novalidate>${button({ text: 'Publish the offer', preventDoubleClick: true })}</form>`

const endChoice = (endForm: FormState): Html =>
  radiosField(endForm, {
    name: 'act',
    label: 'What happens to the offer?',
    small: true,
    items: [
      { value: 'close', text: 'It is closed', hint: 'Nobody can ask to join any more; you go on with what was asked' },
      {
        value: 'withdraw',
        text: 'It is withdrawn',
        hint: 'It does not take place and cannot be changed any more. Requests to join stay, for you to answer',
      },
    ],
  })

const endFormOf = ({ offer, endForm }: OfferHome, address: string): Html =>
  html`<h2 class="govuk-heading-m">${offer.status === 'published' ? 'Close or withdraw it' : 'Withdraw it'}</h2>
<form method="post" action="${address}/withdraw" novalidate>
${offer.status === 'published' ? endChoice(endForm) : html`${hiddenField('act', 'withdraw')}<p class="govuk-body">It does not take place and cannot be changed any more. Requests to join stay, for you to answer.</p>`}
${textArea(endForm, { name: 'reason', label: 'Why?', hint: 'It stands on the offer’s page', rows: 2 })}
${button({ text: offer.status === 'published' ? 'End the offer' : 'Withdraw the offer', classes: 'govuk-button--warning', preventDoubleClick: true })}
</form>`

const sentences: Readonly<Record<string, string>> = {
  drafted: 'The draft is made. Add your dates, then publish it.',
  changed: 'The offer is saved.',
  published: 'The offer is published: anybody can see it and ask to join.',
  ended: 'The offer has ended. Its page says why.',
}

const whileItStands = (asked: OfferHome, address: string): Html => {
  const { offer } = asked
  const isPublic = offer.status !== 'draft'
  return html`${offer.project.status === 'withdrawn' && insetText('The national team has withdrawn this project: nobody can ask to join your offer any more. Withdraw it too if it does not take place.')}
<p class="govuk-body">${isPublic ? 'What you save shows on its public page at once. ' : ''}The title is that of the national project.</p>
${taskList({ items: tasks(asked, address), idPrefix: 'part' })}
${publishForm(offer, address)}
${endFormOf(asked, address)}`
}

/** Where staff of a hub go on with an offer, part by part, publish it and end it. */
export const offerHomeView = (frame: Frame, asked: OfferHome): Html => {
  const { offer, endForm, said, isLead } = asked
  const list = `/hub/${offer.hub.slug}/offers`
  const address = `${list}/${offer.id}`
  const sentence = wordedAs(sentences, said)
  return layout(
    frame,
    {
      title: `Offer: ${offer.project.title}`,
      breadcrumbs: [
        { text: 'Hub work', href: `/hub/${offer.hub.slug}` },
        { text: 'Offers', href: list },
        { text: offer.project.title },
      ],
      errors: endForm.errors,
      unlisted: true,
    },
    html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
${sentence && notificationBanner({ text: sentence, type: 'success' })}
<span class="govuk-caption-l">${offer.hub.name}, ${yearLabel(offer.year)}</span><h1 class="govuk-heading-l">Offer: ${offer.project.title}</h1>
<p class="govuk-body">${offerTag(offer)} <a class="govuk-link" href="${offerPath(offer)}">${offer.status === 'draft' ? 'See the page as it will be' : 'See its public page'}</a> · <a class="govuk-link" href="${address}/versions">Versions</a></p>
${offer.status === 'withdrawn' ? insetText(`This offer is withdrawn and cannot be changed. ${offer.statusReason ?? ''}`) : whileItStands(asked, address)}
${isLead && html`<p class="govuk-body"><a class="govuk-link" href="/hub/${offer.hub.slug}/access/offers/${offer.id}">Who sees this offer, and why</a></p>`}
</div></div>`,
  )
}
