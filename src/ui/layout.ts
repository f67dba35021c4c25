import type { FieldError } from '../vocabulary/form.ts'
import type { Frame } from '../vocabulary/frame.ts'
import { assetPath } from './assets.ts'
import { backLink } from './components/back-link.ts'
import { type Breadcrumb, breadcrumbs } from './components/breadcrumbs.ts'
import { notificationBanner } from './components/notification-banner.ts'
import { skipLink } from './components/skip-link.ts'
import { errorSummary } from './fields.ts'
import { footer } from './footer.ts'
import { header } from './header.ts'
import { type Content, classes, type Html, html, type Options } from './html.ts'

export type PageOptions = Options<{
  /** What the page is, as its `h1` says; the title of the window is made from it. */
  title: string
  /** The way here, without the page itself; "Home" is put before it. */
  breadcrumbs?: readonly Breadcrumb[]
  /** Where "Back" leads: an address, or a link with other words. */
  backLink?: string | { readonly text: string; readonly href: string }
  /** Everything wrong with the form; the summary is drawn here, above the content. */
  errors?: readonly FieldError[]
  /** For tables that people work in all day: the page uses the whole window. */
  wide?: boolean
  /** Further addresses of the page for other readers, such as a feed. */
  alternates?: readonly { readonly href: string; readonly type: string; readonly title: string }[]
  /** Not to be found by search engines: pages behind a link or a sign-in. */
  unlisted?: boolean
  description?: string
  /** Modules of `client/` that this page runs besides the usual one: "register". */
  scripts?: readonly string[]
}>

const headOf = (frame: Frame, options: PageOptions): Html => {
  const parts = [options.title, frame.networkName, frame.serviceName].filter(
    (words, index, all) => all.indexOf(words) === index,
  )
  const title = `${options.errors?.length ? 'Error: ' : ''}${parts.join(' – ')}`
  return html`<head>
<meta charset="utf-8">
<title>${title}</title>
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
<meta name="theme-color" content="#14344f">
${options.description && html`<meta name="description" content="${options.description}">`}
${options.unlisted && html`<meta name="robots" content="noindex">`}
<link rel="icon" href="${assetPath('favicon.svg')}" type="image/svg+xml">
<link rel="stylesheet" href="${assetPath('tessellate.css')}">
${options.alternates?.map(({ href, type, title: words }) => html`<link rel="alternate" href="${href}" type="${type}" title="${words}">`)}
<script type="module" src="${assetPath('tessellate.js')}"></script>
${options.scripts?.map((name) => html`<script type="module" src="${assetPath(`${name}.js`)}"></script>`)}
</head>`
}

const wayHere = (options: PageOptions): Html | false => {
  if (options.backLink !== undefined) {
    const link = typeof options.backLink === 'string' ? { href: options.backLink } : options.backLink
    return html`<nav class="govuk-width-container" aria-label="Back">${backLink(link)}</nav>`
  }
  if (options.breadcrumbs === undefined) return false
  const items = [{ text: 'Home', href: '/' }, ...options.breadcrumbs]
  return html`<div class="govuk-width-container">${breadcrumbs({ items, collapseOnMobile: true })}</div>`
}

const notice = (words: string | null): Html | false =>
  words !== null && notificationBanner({ type: 'success', text: words })

// Whoever was sent a link by mistake is asked to say so, wherever it led them.
const wrongPerson = ({ mistakenAt }: Frame): Html | false =>
  Boolean(mistakenAt) &&
  html`<p class="govuk-body-s govuk-!-margin-top-8">Is this not about you? <a class="govuk-link" href="${mistakenAt}">This link was sent to me by mistake</a></p>`

/** The whole document around a page's own content. */
export const layout = (frame: Frame, options: PageOptions, body: Content): Html => {
  const errors = options.errors ?? []
  return html`<!DOCTYPE html>
<html lang="en-GB" class="govuk-template">
${headOf(frame, options)}
<body class="${classes('govuk-template__body', options.wide && 'app-wide')}">
${skipLink({ text: 'Skip to main content', href: '#main-content' })}
${header(frame)}
${wayHere(options)}
<div class="govuk-width-container">
<main class="govuk-main-wrapper app-main" id="main-content">
${errors.length > 0 && errorSummary(errors)}
${notice(frame.notice)}
${body}
${wrongPerson(frame)}
</main>
</div>
${footer(frame)}
</body>
</html>`
}
