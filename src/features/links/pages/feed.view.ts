import { button } from '../../../ui/components/button.ts'
import { insetText } from '../../../ui/components/inset-text.ts'
import { emptyForm, textField } from '../../../ui/fields.ts'
import { type Html, html } from '../../../ui/html.ts'
import { layout } from '../../../ui/layout.ts'
import type { Frame } from '../../../vocabulary/frame.ts'

type FeedShown = {
  readonly whose: string
  readonly holds: string
  readonly back: string
  readonly url: string
  readonly days: number
}

/** A calendar feed: its secret address, how a calendar follows it, and the way to a new address. */
export const feedView = (frame: Frame, { whose, holds, back, url, days }: FeedShown): Html =>
  layout(
    frame,
    { title: whose, backLink: back, unlisted: true },
    html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<h1 class="govuk-heading-l">${whose}</h1>
<p class="govuk-body">${holds}</p>
${textField(emptyForm, { name: 'address', label: 'Address to follow', hint: 'Copy it into your calendar', value: url })}
<p class="govuk-body"><a class="govuk-link" href="${url}">Open it as a file</a></p>
<h2 class="govuk-heading-m">How to follow it</h2>
<ul class="govuk-list govuk-list--bullet">
<li>Outlook: Add calendar, Subscribe from web, and paste the address.</li>
<li>Google Calendar: Other calendars, From URL.</li>
<li>Apple Calendar: File, New Calendar Subscription.</li>
</ul>
<p class="govuk-body">Your calendar looks again by itself: moved and cancelled dates follow within some hours. The address works for ${days} days; take a new one from here before then.</p>
<h2 class="govuk-heading-m">Renew the address</h2>
${insetText('Whoever has the address sees the dates. If it went astray, renew it: every address given out before, in mails too, opens no more, and whoever follows one of them takes the new one from here.')}
<form method="post">${button({ text: 'Renew the address', classes: 'govuk-button--secondary', preventDoubleClick: true })}</form>
</div></div>`,
  )
