import { button } from '../../../ui/components/button.ts'
import { insetText } from '../../../ui/components/inset-text.ts'
import { notificationBanner } from '../../../ui/components/notification-banner.ts'
import { scrollable } from '../../../ui/components/scrollable.ts'
import { statusTag } from '../../../ui/components/status-tag.ts'
import { table } from '../../../ui/components/table.ts'
import { type Html, html } from '../../../ui/html.ts'
import { layout } from '../../../ui/layout.ts'
import type { Frame } from '../../../vocabulary/frame.ts'
import { wordedAs } from '../../../vocabulary/worded.ts'
import { type Offer, offerPath } from '../../offers/index.ts'
import { awaitsChoice, type SectionStanding, type SectionWritten } from '../section-standing.ts'
import { crumbsOf } from './part.view.ts'

type Written = SectionWritten & { readonly standing: SectionStanding }
type OnPage = { readonly key: string; readonly heading: string }

export type Sections = {
  readonly offer: Offer
  readonly written: readonly Written[]
  /** The sections of the page, facts among them, in their order. */
  readonly onPage: readonly OnPage[]
  readonly said: string | null
}

/** How a section stands, as a coloured word. */
export const standingTag = (standing: SectionStanding): Html => {
  if (standing === 'national') return statusTag('National text', 'new')
  if (standing === 'own') return statusTag('Your own text', 'good')
  if (standing === 'added') return statusTag('Added by you', 'good')
  if (standing === 'left_out') return statusTag('Left out', 'over')
  return statusTag('To look at', 'attention')
}

// Where the facts that a section is made of are changed.
const partOf: Readonly<Record<string, string>> = {
  dates: 'dates',
  lead: 'about',
  joining: 'joining',
  who: 'who',
  theme: 'who',
  themes: 'who',
}

const changeLink = ({ offer }: Sections, { key, heading }: OnPage, written: Written | undefined): Html => {
  const address = `/hub/${offer.hub.slug}/offers/${offer.id}`
  const hidden = html`<span class="govuk-visually-hidden">: ${heading}</span>`
  if (written) {
    const label = awaitsChoice(written.standing)
      ? 'Look and choose'
      : written.own === null
        ? 'Write your own'
        : 'Change'
    return html`<a class="govuk-link" href="${address}/texts/${key}">${label}${hidden}</a>`
  }
  if (key === 'hub')
    return html`<a class="govuk-link" href="/hub/${offer.hub.slug}/about">Your hub’s own page${hidden}</a>`
  const part = partOf[key]
  return part ? html`<a class="govuk-link" href="${address}/${part}">Change${hidden}</a>` : html`The national team’s`
}

const moveButton = (to: 'up' | 'down', { key, heading }: OnPage): Html =>
  button({
    text: html`${to === 'up' ? 'Up' : 'Down'}<span class="govuk-visually-hidden">: ${heading}</span>`,
    name: 'move',
    value: `${to} ${key}`,
    classes: 'govuk-button--secondary govuk-!-margin-bottom-2',
    preventDoubleClick: true,
  })

const rowOf = (asked: Sections, section: OnPage, at: number) => {
  const written = asked.written.find(({ key }) => key === section.key)
  return [
    html`<span id="section-${section.key}">${section.heading}</span>`,
    written ? standingTag(written.standing) : html`From the facts`,
    changeLink(asked, section, written),
    html`<div class="govuk-button-group govuk-!-margin-bottom-0">${at > 0 && moveButton('up', section)}${at < asked.onPage.length - 1 && moveButton('down', section)}</div>`,
  ]
}

const sentences: Readonly<Record<string, string>> = {
  changed: 'The text is saved.',
  chosen: 'Your choice is saved.',
  added: 'The section is added.',
  moved: 'The section is moved.',
}

/** The texts of an offer in the order of its page. */
export const sectionsView = (frame: Frame, asked: Sections): Html => {
  const { offer, written, onPage, said } = asked
  const address = `/hub/${offer.hub.slug}/offers/${offer.id}`
  const leftOut = written.filter(({ isLeftOut }) => isLeftOut)
  const waiting = written.filter(({ standing }) => awaitsChoice(standing))
  const sentence = wordedAs(sentences, said)
  return layout(
    frame,
    { title: `Texts: ${offer.project.title}`, breadcrumbs: crumbsOf(offer, { text: 'Texts' }), unlisted: true },
    html`${sentence && notificationBanner({ text: sentence, type: 'success' })}
<span class="govuk-caption-l">${offer.project.title}, ${offer.hub.name}</span><h1 class="govuk-heading-l">Texts</h1>
<p class="govuk-body">What you leave to the national team follows its corrections by itself. <a class="govuk-link" href="${offerPath(offer)}">${offer.status === 'draft' ? 'See the page as it will be' : 'See the public page'}</a></p>
${waiting.length > 0 && insetText(`The national team has changed ${waiting.length === 1 ? 'a text' : `${waiting.length} texts`} that you have in your own words. Your words still stand: look at the change and choose.`)}
<form method="post" action="${address}/texts" novalidate>
${scrollable(
  'Sections of the page',
  table({
    stacks: true,
    caption: 'Sections in the order of the page',
    captionClasses: 'govuk-visually-hidden',
    firstCellIsHeader: true,
    head: ['Section', 'Whose text', 'Change', 'Order'],
    rows: onPage.map((section, at) => rowOf(asked, section, at)),
  }),
)}
</form>
${leftOut.length > 0 && html`<h2 class="govuk-heading-m">Left out of your page</h2><ul class="govuk-list govuk-list--bullet">${leftOut.map(({ key, national }) => html`<li><a class="govuk-link" href="${address}/texts/${key}">${national?.heading ?? key}</a></li>`)}</ul>`}
${button({ text: 'Add a section', href: `${address}/new-text`, classes: 'govuk-button--secondary' })}`,
  )
}
