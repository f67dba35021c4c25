import { button } from '../../../ui/components/button.ts'
import { emptyState } from '../../../ui/components/empty-state.ts'
import { table } from '../../../ui/components/table.ts'
import { checkboxesField, type FormState, hiddenField } from '../../../ui/fields.ts'
import { type Html, html } from '../../../ui/html.ts'
import { layout } from '../../../ui/layout.ts'
import { type AcademicYear, nextYear, yearLabel, yearSlug } from '../../../vocabulary/academic-year.ts'
import type { Frame } from '../../../vocabulary/frame.ts'
import {
  carryKey,
  leftOfOffer,
  madeAlready,
  type OfferFate,
  type OfferToCarry,
  offerFateOf,
  offerNamed,
} from '../offer-over.ts'

type Shown = {
  readonly hub: { readonly slug: string; readonly name: string }
  readonly years: readonly AcademicYear[]
  readonly from: AcademicYear
  readonly offers: readonly OfferToCarry[]
  readonly points: readonly { readonly offerId: string; readonly place: string; readonly words: string }[]
  readonly mayCarry: boolean
  readonly form: FormState
}

const withFate = ({ offers }: Shown, fate: OfferFate) => offers.filter((offer) => offerFateOf(offer) === fate)

const behind = (offer: OfferToCarry): string => {
  const left = leftOfOffer(offer)
  return left.length === 0 ? 'Nothing stays behind.' : `Stays behind: ${left.join('; ')}.`
}

const readyPart = (shown: Shown): Html | string => {
  const ready = withFate(shown, 'ready')
  if (ready.length === 0 || !shown.mayCarry) return ''
  return html`<form method="post" action="/hub/${shown.hub.slug}/roll-over" novalidate>${hiddenField('year', yearSlug(shown.from))}
${checkboxesField(shown.form, {
  name: 'carry',
  label: `Which offers do you take along to ${yearLabel(nextYear(shown.from))}?`,
  hint: 'Each becomes a draft that only your hub sees, with your own texts, contact, venue, places, how one asks, practical notes and the newest version of its policy.',
  items: ready.map((offer) => ({
    value: carryKey(offer),
    text: `${offerNamed(offer)}${offer.successor && offer.successor.title !== offer.title ? `, as ${offer.successor.title}` : ''}`,
    hint: behind(offer),
  })),
})}
${button({ text: 'Take them along', preventDoubleClick: true })}</form>`
}

const carriedPart = (shown: Shown): Html | string => {
  const carried = withFate(shown, 'carried')
  if (carried.length === 0) return ''
  return table({
    caption: `Taken along to ${yearLabel(nextYear(shown.from))}`,
    captionClasses: 'govuk-table__caption--m',
    stacks: true,
    firstCellIsHeader: true,
    head: ['Offer', 'What stayed behind', 'Own texts to look at'],
    rows: carried.map((offer) => [
      html`<a class="govuk-link" href="/hub/${shown.hub.slug}/offers/${offer.carriedId}/edit">${offerNamed(offer)}</a>`,
      behind(offer),
      html`${shown.points
        .filter(({ offerId }) => offerId === offer.carriedId)
        .map(({ place, words }) => html`<p class="govuk-body-s">${place}: “${words}”</p>`)}`,
    ]),
  })
}

const listed = (title: string, text: string, offers: readonly Html[] | readonly string[]): Html | string =>
  offers.length === 0
    ? ''
    : html`<h2 class="govuk-heading-m">${title}</h2><p class="govuk-body">${text}</p><ul class="govuk-list govuk-list--bullet">${offers.map((offer) => html`<li>${offer}</li>`)}</ul>`

const others = (shown: Shown): Html => {
  const to = yearLabel(nextYear(shown.from))
  return html`${listed(
    'To come',
    `The project of ${to} that follows these is not published yet. As soon as it is, they are listed above and you can take them along; until then nothing is made of them.`,
    withFate(shown, 'waits').map(offerNamed),
  )}${listed(
    'Made by hand already',
    `Your hub has an offer of ${to} at the same address. It is left as it is.`,
    withFate(shown, 'made_already').map(
      (offer) =>
        html`<a class="govuk-link" href="/hub/${shown.hub.slug}/offers/${madeAlready(offer)}/edit">${offerNamed(offer)}</a>`,
    ),
  )}${listed('Ending', `No project of ${to} follows that of these offers, or it is over.`, withFate(shown, 'ends').map(offerNamed))}`
}

const otherYears = ({ hub, years, from }: Shown): Html | string => {
  const rest = years.filter((year) => year !== from)
  if (rest.length === 0) return ''
  return html`<p class="govuk-body">From another year: ${rest.map((year, at) => html`${at > 0 && ', '}<a class="govuk-link" href="/hub/${hub.slug}/roll-over?year=${yearSlug(year)}">${yearLabel(year)}</a>`)}</p>`
}

/** Which offers a hub takes along into the next year. */
export const offersView = (frame: Frame, shown: Shown): Html => {
  const { hub, from, offers, form } = shown
  const title = `Take offers of ${yearLabel(from)} along to ${yearLabel(nextYear(from))}`
  return layout(
    frame,
    {
      title: `${title}: ${hub.name}`,
      breadcrumbs: [
        { text: 'Hub work', href: `/hub/${hub.slug}` },
        { text: 'Offers', href: `/hub/${hub.slug}/offers` },
        { text: 'Take offers along' },
      ],
      errors: form.errors,
      unlisted: true,
    },
    html`<span class="govuk-caption-l">${hub.name}</span><h1 class="govuk-heading-l">${title}</h1>
${otherYears(shown)}
${
  offers.length === 0
    ? emptyState({
        title: `Your hub had no public offer in ${yearLabel(from)}`,
        text: 'What your hub published is listed here.',
      })
    : html`${readyPart(shown)}${carriedPart(shown)}${others(shown)}`
}`,
  )
}
