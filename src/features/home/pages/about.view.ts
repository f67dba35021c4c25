import { type Html, html } from '../../../ui/html.ts'
import { layout } from '../../../ui/layout.ts'
import type { Frame } from '../../../vocabulary/frame.ts'

export const accessibilityView = (frame: Frame): Html =>
  layout(
    frame,
    { title: 'Accessibility', breadcrumbs: [{ text: 'Accessibility' }] },
    html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<h1 class="govuk-heading-l">Accessibility</h1>
<p class="govuk-body">We want everybody to be able to use this service. You should be able to:</p>
<ul class="govuk-list govuk-list--bullet">
<li>do everything with a keyboard only</li>
<li>do everything without JavaScript</li>
<li>zoom in to 200% without text being cut off</li>
<li>use it with a screen reader</li>
</ul>
<h2 class="govuk-heading-m">What is tested</h2>
<p class="govuk-body">The pages are meant to meet the Web Content Accessibility Guidelines 2.2 at level AA. Every change is checked with axe in a real browser and with an HTML validator, on every page of the demonstration. An automatic check does not find everything: no audit by people with disabilities has been made yet.</p>
<h2 class="govuk-heading-m">If something does not work for you</h2>
<p class="govuk-body">Tell your <a class="govuk-link" href="/hubs">hub</a>. It can give you any page in another form, and it passes on what needs to be mended.</p>
</div></div>`,
  )
