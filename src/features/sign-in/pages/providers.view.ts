import { button } from '../../../ui/components/button.ts'
import { type Html, html } from '../../../ui/html.ts'
import { layout } from '../../../ui/layout.ts'
import type { Frame } from '../../../vocabulary/frame.ts'

const telling = (frame: Frame, title: string, body: Html): Html =>
  layout(
    frame,
    { title, unlisted: true },
    html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<h1 class="govuk-heading-l">${title}</h1>
${body}
</div></div>`,
  )

/** The provider does not answer: this is not the person's fault, and there is another way. */
export const providerAwayView = (frame: Frame, name: string): Html =>
  telling(
    frame,
    `${name} does not answer`,
    html`<p class="govuk-body">We could not reach ${name} just now. Try again in a few minutes, or <a class="govuk-link" href="/sign-in">sign in by mail</a>.</p>`,
  )

/** Nobody we know, or nobody the provider vouches for: the same page in both cases, and nobody is made known by it. */
export const notKnownView = (frame: Frame, name: string): Html =>
  telling(
    frame,
    'We do not know this account yet',
    html`<p class="govuk-body">${name} let you in, but we cannot tell from what it says who you are here. An account is known by an email address that ${name} has checked and that your hub has for you.</p>
<p class="govuk-body"><a class="govuk-link" href="/sign-in">Sign in by mail</a> with the address your hub knows. You can link your account at ${name} there.</p>
<p class="govuk-body">You need no account to <a class="govuk-link" href="/projects">find a project</a> or to express interest.</p>`,
  )

/** The way back does not belong to one that was begun in this browser, or to this moment. */
export const tryAgainView = (frame: Frame, name: string): Html =>
  telling(
    frame,
    `You are not signed in through ${name}`,
    html`<p class="govuk-body">It was not finished there, it took too long, or it was begun in another window or browser. <a class="govuk-link" href="/sign-in">Start again</a>.</p>`,
  )

/** Before an account elsewhere is linked, its owner says so on a page of ours. */
export const linkView = (frame: Frame, { name, address }: { name: string; address: string | null }): Html =>
  layout(
    frame,
    {
      title: `Link your account at ${name}`,
      backLink: { text: 'How you sign in', href: '/account/sign-in' },
      unlisted: true,
    },
    html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<h1 class="govuk-heading-l">Link your account at ${name}</h1>
<p class="govuk-body">${name} says that you are ${address ? html`<strong>${address}</strong>` : 'signed in there'}. Whoever has that account can sign in here as you once it is linked.</p>
<form method="post" action="/account/sign-in/link">${button({ text: 'Link it', preventDoubleClick: true })}</form>
</div></div>`,
  )
