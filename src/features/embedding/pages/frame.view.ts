import { assetPath } from '../../../ui/assets.ts'
import { type Html, html } from '../../../ui/html.ts'
import type { OfferEntry } from '../offer-entry.ts'

type Hub = { readonly name: string; readonly slug: string }
type Offered = { readonly hub: Hub; readonly entries: readonly OfferEntry[]; readonly none: string }

/** What a hub offers, as a list; `target` is where its links open. */
export const entriesView = ({ entries, none }: Omit<Offered, 'hub'>, target: '_top' | null): Html =>
  entries.length === 0
    ? html`<p class="govuk-body">${none}</p>`
    : html`<ul class="govuk-list">${entries.map(
        (entry) =>
          html`<li class="govuk-!-margin-bottom-4"><h2 class="govuk-heading-s govuk-!-margin-bottom-1"><a class="govuk-link" href="${entry.address}"${target && html` target="${target}"`}>${entry.title}</a></h2><p class="govuk-body govuk-!-margin-bottom-1">${entry.summary}</p><p class="govuk-body-s">${entry.facts.join(' · ')}</p></li>`,
      )}</ul>`

/** A page that stands in a frame of another website: the list, and the way to the hub's page. */
export const frameView = (offered: Offered & { readonly baseUrl: string }): Html => html`<!DOCTYPE html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<title>What ${offered.hub.name} offers</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<link rel="icon" href="${assetPath('favicon.svg')}" type="image/svg+xml">
<link rel="stylesheet" href="${assetPath('tessellate.css')}">
</head>
<body class="govuk-template__body">
<main class="govuk-!-padding-3">
<h1 class="govuk-heading-m">What ${offered.hub.name} offers</h1>
${entriesView(offered, '_top')}
<p class="govuk-body"><a class="govuk-link" href="${offered.baseUrl}/hubs/${offered.hub.slug}" target="_top">Everything about ${offered.hub.name}</a></p>
</main>
</body>
</html>`
