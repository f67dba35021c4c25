import { button } from '../../../ui/components/button.ts'
import { details } from '../../../ui/components/details.ts'
import { difference } from '../../../ui/components/difference.ts'
import { insetText } from '../../../ui/components/inset-text.ts'
import { type FormState, hiddenField, selectField, textArea, textField } from '../../../ui/fields.ts'
import { type Html, html } from '../../../ui/html.ts'
import { layout } from '../../../ui/layout.ts'
import { prose } from '../../../ui/prose.ts'
import type { Frame } from '../../../vocabulary/frame.ts'
import type { Offer } from '../../offers/index.ts'
import { awaitsChoice, type SectionStanding, type SectionWritten, type Words } from '../section-standing.ts'
import { crumbsOf } from './part.view.ts'

export type SectionAsked = {
  readonly offer: Offer
  readonly section: SectionWritten & { readonly standing: SectionStanding }
  readonly seen: string
  readonly form: FormState
  /** What was typed, to be shown as it will be read. */
  readonly preview: Words | null
}

const asRead = (title: string, words: Words | null, nothing: string): Html =>
  html`<div class="govuk-grid-column-one-half"><h2 class="govuk-heading-m">${title}</h2>
${words ? html`<h3 class="govuk-heading-s">${words.heading}</h3>${prose(words.body, 4)}` : html`<p class="govuk-body">${nothing}</p>`}</div>`

const whole = (words: Words | null): string => (words ? `${words.heading}\n\n${words.body}` : '')

const situation: Readonly<Record<SectionStanding, string>> = {
  national: 'Your offer shows the national text, and every correction of it.',
  own: 'Your offer shows your own text in place of the national one.',
  added: 'Your hub has added this section.',
  left_out: 'Your offer leaves this section out. The national team allows that.',
  changed: 'The national team has changed its text since you wrote yours. Your offer still shows yours.',
  gone: 'The national team has taken this section out. Your offer still shows yours.',
  come: 'The national team has added a section of this name. Your offer still shows yours.',
}

const change = ({ section }: SectionAsked): Html | false =>
  awaitsChoice(section.standing) &&
  html`<h2 class="govuk-heading-m">What the national team changed</h2>${difference({ before: whole(section.basedOn), after: whole(section.national) })}`

const actButton = (act: string, text: string): Html =>
  button({ text, name: 'act', value: act, classes: 'govuk-button--secondary', preventDoubleClick: true })

const choice = (asked: SectionAsked, address: string): Html | false => {
  const { section, seen } = asked
  const mayLeave = section.mayBeLeftOut && !section.isLeftOut
  if (section.own === null && !section.mayBeLeftOut) return false
  const takesTheirs = section.national === null ? 'Take your section out' : 'Use the national text'
  const isTheirs = section.standing === 'national'
  return html`<form method="post" action="${address}" novalidate>${hiddenField('seen', seen)}
<div class="govuk-button-group">${awaitsChoice(section.standing) && actButton('keep', 'Keep yours as it is')}${!isTheirs && actButton('national', takesTheirs)}${mayLeave && actButton('leave', 'Leave this section out')}</div></form>`
}

const writing = (form: FormState): Html =>
  html`${textField(form, { name: 'heading', label: 'Heading' })}
${textArea(form, { name: 'body', label: 'Text', rows: 12 })}
${details({
  summaryText: 'How to write lists, links and stress',
  text: html`<p class="govuk-body">A blank line parts paragraphs. Begin a line with - for a list, with 1. for a numbered list, with # for a sub-heading. **Words** between two stars are bold, *words* between one are in italics. A link is [its words](https://example.org).</p>`,
})}`

const previewOf = (preview: Words | null): Html | false =>
  preview !== null &&
  insetText(
    html`<h2 class="govuk-heading-m" id="preview">How it will read</h2><h3 class="govuk-heading-m">${preview.heading}</h3>${prose(preview.body, 4)}`,
  )

const sendButtons = (text: string): Html =>
  html`<div class="govuk-button-group">${button({ text, preventDoubleClick: true })}${actButton('preview', 'See how it will read')}</div>`

/** One section of an offer: the national text beside the hub's own, and the choice that is the hub's. */
export const sectionView = (frame: Frame, asked: SectionAsked): Html => {
  const { offer, section, seen, form, preview } = asked
  const home = `/hub/${offer.hub.slug}/offers/${offer.id}`
  const address = `${home}/texts/${section.key}`
  const title = (section.own ?? section.national)?.heading ?? section.key
  return layout(
    frame,
    {
      title: `${title}: ${offer.project.title}`,
      breadcrumbs: crumbsOf(offer, { text: 'Texts', href: `${home}/texts` }, { text: title }),
      errors: form.errors,
      unlisted: true,
    },
    html`<span class="govuk-caption-l">${offer.project.title}, ${offer.hub.name}</span><h1 class="govuk-heading-l">${title}</h1>
<p class="govuk-body">${situation[section.standing]}</p>
${change(asked)}
<div class="govuk-grid-row">${asRead('National text', section.national, 'There is none under this name.')}${asRead('Your text', section.own, section.isLeftOut ? 'None: the section is left out.' : 'You have written none: the national text stands.')}</div>
${choice(asked, address)}
<h2 class="govuk-heading-m">${section.own === null ? 'Write your own in its place' : 'Write it anew'}</h2>
${previewOf(preview)}
<form method="post" action="${address}" novalidate>${hiddenField('seen', seen)}
${writing(form)}
${sendButtons('Save your text')}
</form>`,
  )
}

export type NewSection = {
  readonly offer: Offer
  readonly onPage: readonly { readonly key: string; readonly heading: string }[]
  readonly form: FormState
  readonly preview: Words | null
}

/** A section that a hub adds to an offer. */
export const newSectionView = (frame: Frame, { offer, onPage, form, preview }: NewSection): Html => {
  const home = `/hub/${offer.hub.slug}/offers/${offer.id}`
  return layout(
    frame,
    {
      title: `Add a section: ${offer.project.title}`,
      breadcrumbs: crumbsOf(offer, { text: 'Texts', href: `${home}/texts` }, { text: 'Add a section' }),
      errors: form.errors,
      unlisted: true,
    },
    html`<span class="govuk-caption-l">${offer.project.title}, ${offer.hub.name}</span><h1 class="govuk-heading-l">Add a section</h1>
${previewOf(preview)}
<form method="post" action="${home}/new-text" novalidate>
${writing(form)}
${selectField(form, { name: 'after', label: 'Where does it stand?', blank: 'Before what is said of the hub', items: onPage.map(({ key, heading }) => ({ value: key, text: `After “${heading}”` })) })}
${sendButtons('Add the section')}
</form>`,
  )
}
