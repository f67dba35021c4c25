import { button } from '../../../ui/components/button.ts'
import { insetText } from '../../../ui/components/inset-text.ts'
import { summaryList } from '../../../ui/components/summary-list.ts'
import { type FormState, hiddenField, textArea, textField } from '../../../ui/fields.ts'
import { type Html, html } from '../../../ui/html.ts'
import { layout } from '../../../ui/layout.ts'
import { prose } from '../../../ui/prose.ts'
import type { Frame } from '../../../vocabulary/frame.ts'
import type { Hub } from '../../organisations/index.ts'

export type About = {
  readonly hub: Hub
  readonly leads: readonly string[]
  readonly areas: readonly string[]
  readonly mayWriteNotice: boolean
  readonly form: FormState
}

const unknown = html`<span class="govuk-hint">Not known yet</span>`

const notice = ({ hub, mayWriteNotice, form }: About): Html =>
  html`<h2 class="govuk-heading-m">Privacy notice</h2>
${
  mayWriteNotice
    ? html`<form method="post" action="/hub/${hub.slug}/about/notice" novalidate>${hiddenField('seen_notice', hub.privacyNotice ?? '')}
${textArea(form, { name: 'notice', label: 'What your hub adds to the network’s privacy notice', hint: 'It stands on your hub’s public page. What stood before stays readable.', rows: 8, value: hub.privacyNotice })}
${button({ text: 'Save the privacy notice', classes: 'govuk-button--secondary', preventDoubleClick: true })}</form>`
    : html`${hub.privacyNotice ? prose(hub.privacyNotice) : html`<p class="govuk-body">Your hub adds nothing to the network’s privacy notice.</p>`}<p class="govuk-body">A lead of your hub writes it.</p>`
}`

/** Where a hub's own staff say how it is reached and what it says of itself. */
export const aboutView = (frame: Frame, about: About): Html => {
  const { hub, leads, areas, mayWriteNotice, form } = about
  return layout(
    frame,
    {
      title: 'About your hub',
      breadcrumbs: [{ text: 'Hub work', href: `/hub/${hub.slug}` }, { text: 'About your hub' }],
      errors: form.errors,
      unlisted: true,
    },
    html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds"><span class="govuk-caption-l">${hub.name}</span><h1 class="govuk-heading-l">About your hub</h1>
${summaryList({
  rows: [
    { key: 'Name', value: hub.name },
    { key: 'Led by', value: leads.length > 0 ? leads.join(', ') : unknown },
    { key: 'Serves', value: areas.length > 0 ? areas.join(', ') : (hub.areaDescribed ?? unknown) },
  ],
})}
${insetText({ text: html`The national team changes the name, the lead organisations and the area. What you write below stands on <a class="govuk-link" href="/hubs/${hub.slug}">your hub’s public page</a>.` })}
<form method="post" action="/hub/${hub.slug}/about" novalidate>
${(['email', 'telephone', 'website', 'about'] as const).map((name) => hiddenField(`seen_${name}`, hub[name] ?? ''))}
${textField(form, { name: 'email', label: 'Email address', type: 'email', value: hub.email })}
${textField(form, { name: 'telephone', label: 'Telephone', type: 'tel', width: 20, value: hub.telephone })}
${textField(form, { name: 'website', label: 'Website', type: 'url', value: hub.website })}
${textArea(form, { name: 'about', label: 'About the hub', hint: 'Whom it serves, how it works, who is in its team. A line that begins with ## is a heading.', rows: 10, value: hub.about })}
${button({ text: 'Save', preventDoubleClick: true })}</form>
${notice(about)}
<h2 class="govuk-heading-m">Also yours</h2>
<ul class="govuk-list govuk-list--bullet"><li><a class="govuk-link" href="/hub/${hub.slug}/venues">Venues</a></li><li><a class="govuk-link" href="/hub/${hub.slug}/policies">Cancellation policies</a></li><li><a class="govuk-link" href="/hub/${hub.slug}/embedding">Your offers in your own website</a></li>${mayWriteNotice && html`<li><a class="govuk-link" href="/hub/${hub.slug}/controller">Who answers for personal data</a></li>`}</ul>
</div></div>`,
  )
}
