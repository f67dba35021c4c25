import { button } from '../../../ui/components/button.ts'
import { type Html, html } from '../../../ui/html.ts'
import { layout } from '../../../ui/layout.ts'
import type { Frame } from '../../../vocabulary/frame.ts'

/** Offers a new link for one whose time is over. Where it goes is not shown: this one may be in anybody's hands. */
export const newLinkView = (frame: Frame, path: string): Html =>
  layout(
    frame,
    { title: 'Have a new link sent', unlisted: true },
    html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<h1 class="govuk-heading-l">Have a new link sent</h1>
<p class="govuk-body">Links in mails work for a limited time, and that of this one is over. We send a new one to the address that it was meant for, once a day at most.</p>
<form method="post" action="${path}" novalidate>${button({ text: 'Send a new link', preventDoubleClick: true })}</form>
<p class="govuk-body">Do you no longer read mail at that address? Ask your <a class="govuk-link" href="/hubs">hub</a>.</p>
</div></div>`,
  )

export const newLinkSentView = (frame: Frame): Html =>
  layout(
    frame,
    { title: 'Check your email', unlisted: true },
    html`<h1 class="govuk-heading-l">Check your email</h1>
<p class="govuk-body">If there is still something to do by it, a new link is on its way to the address that the old one was meant for. If nothing has come in an hour, ask the hub named in the mail.</p>`,
  )
