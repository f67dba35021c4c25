import { button } from '../../../ui/components/button.ts'
import { timeline } from '../../../ui/components/timeline.ts'
import { type FormState, hiddenField, textField } from '../../../ui/fields.ts'
import { type Html, html } from '../../../ui/html.ts'
import { layout } from '../../../ui/layout.ts'
import type { Frame } from '../../../vocabulary/frame.ts'
import { formatInstant } from '../../../vocabulary/local-time.ts'
import type { HubNamed } from './hub-people.view.ts'

export type Domains = {
  readonly hub: HubNamed
  readonly school: { readonly id: string; readonly name: string; readonly domains: readonly string[] }
  readonly leads: readonly string[]
  readonly past: readonly { readonly title: string; readonly at: Temporal.Instant; readonly by: string | null }[]
  readonly form: FormState
}

const known = ({ hub, school }: Domains): Html =>
  school.domains.length === 0
    ? html`<p class="govuk-body">None is known yet.</p>`
    : html`<ul class="govuk-list">${school.domains.map(
        (domain) =>
          html`<li><form method="post" action="/hub/${hub.slug}/people/schools/${school.id}">${hiddenField('act', 'remove')}${hiddenField('domain', domain)}<strong>${domain}</strong> ${button({ text: html`Remove<span class="govuk-visually-hidden">: ${domain}</span>`, classes: 'govuk-button--secondary govuk-!-margin-bottom-1' })}</form></li>`,
      )}</ul>`

/** The e-mail domains by which somebody is taken for a school's own. */
export const domainsView = (frame: Frame, shown: Domains): Html => {
  const { hub, school, leads, past, form } = shown
  const people = `/hub/${hub.slug}/people`
  return layout(
    frame,
    {
      title: `Email domains of ${school.name}`,
      breadcrumbs: [
        { text: 'Hub work', href: `/hub/${hub.slug}` },
        { text: 'People', href: people },
        { text: school.name },
      ],
      errors: form.errors,
      unlisted: true,
    },
    html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<span class="govuk-caption-l">${school.name}</span><h1 class="govuk-heading-l">Email domains</h1>
<p class="govuk-body">While nobody leads the school here, the first who works there and confirms an address at one of these domains is taken for its lead. ${leads.length > 0 ? `It is led by ${leads.join(' and ')}.` : 'Nobody leads it yet.'}</p>
${known(shown)}
<form method="post" action="${people}/schools/${school.id}" novalidate>
${textField(form, { name: 'domain', label: 'Another domain of the school', hint: 'What comes after the @ of its addresses. One at which anybody can have an address is refused', width: 20, spellcheck: false })}
${button({ text: 'Add the domain', preventDoubleClick: true })}
</form>
<p class="govuk-body"><a class="govuk-link" href="${people}/invite?part=school_lead&amp;organisation=${school.id}">Invite somebody of ${school.name} instead</a></p>
${past.length > 0 && html`<h2 class="govuk-heading-m">What has happened</h2>${timeline(past.map(({ title, at, by }) => ({ title, when: formatInstant(at), datetime: at.toString(), ...(by ? { by } : {}) })))}`}
</div></div>`,
  )
}
