import { button } from '../../../ui/components/button.ts'
import { type Html, html } from '../../../ui/html.ts'
import { layout } from '../../../ui/layout.ts'
import type { Frame } from '../../../vocabulary/frame.ts'

/** A failure as a page: what happened, what to do, and the reference for whoever helps. */
export const problemView = (
  frame: Frame,
  problem: { status: number; heading: string; sentence: string; next?: { text: string; href: string } },
  requestId: string,
): Html =>
  layout(
    frame,
    { title: problem.heading, unlisted: true },
    html`<h1 class="govuk-heading-l">${problem.heading}</h1>
<p class="govuk-body">${problem.sentence}</p>
${problem.next && button({ text: problem.next.text, href: problem.next.href })}
<p class="govuk-body"><a class="govuk-link" href="/">Go to the first page</a></p>
${problem.status >= 500 ? html`<p class="govuk-body-s">Reference: ${requestId}</p>` : ''}`,
  )
