import { type FormState, textArea } from '../../../ui/fields.ts'
import { type Html, html } from '../../../ui/html.ts'
import { layout } from '../../../ui/layout.ts'
import type { Frame } from '../../../vocabulary/frame.ts'
import { feedOfHub, frameOfHub } from '../address.ts'
import type { OfferEntry } from '../offer-entry.ts'
import { entriesView } from './frame.view.ts'

type Embedding = {
  readonly hub: { readonly name: string; readonly slug: string }
  readonly baseUrl: string
  readonly script: string
  readonly frame: string
  readonly entries: readonly OfferEntry[]
  readonly none: string
}

/** The lines that show a hub's offers in its own website, and how that looks now. */
export const embeddingView = (frame: Frame, form: FormState, shown: Embedding): Html => {
  const { hub, baseUrl } = shown
  return layout(
    frame,
    {
      title: 'Your offers in your own website',
      breadcrumbs: [
        { text: 'Hub work', href: `/hub/${hub.slug}` },
        { text: 'Offers', href: `/hub/${hub.slug}/offers` },
        { text: 'In your own website' },
      ],
      unlisted: true,
    },
    html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds"><span class="govuk-caption-l">${hub.name}</span><h1 class="govuk-heading-l">Your offers in your own website</h1>
<p class="govuk-body">Put one line into a page of your website, and it lists what you offer. When you publish, change or withdraw an offer here, it changes there.</p>
<h2 class="govuk-heading-m">The line for most websites</h2>
${textArea(form, { name: 'script', label: 'Copy this line to where the list is to stand', rows: 3, value: shown.script })}
<p class="govuk-body">It takes on the look of your website, loads nothing else and sets no cookie. If your website has headings of another level above the list, add <code>data-heading-level="2"</code> (or 4) to the line.</p>
<h2 class="govuk-heading-m">Where scripts are not allowed</h2>
${textArea(form, { name: 'frame', label: 'Copy this line instead: a frame', rows: 4, value: shown.frame })}
<p class="govuk-body">The frame shows <a class="govuk-link" href="${frameOfHub(hub)}">this page</a>. Set its height to what your page has room for.</p>
<h2 class="govuk-heading-m">For readers of feeds</h2>
<p class="govuk-body"><a class="govuk-link" href="${feedOfHub(hub)}">${baseUrl}${feedOfHub(hub)}</a> (Atom) tells newsletters, intranets and programs of what is new.</p>
<h2 class="govuk-heading-l">How it looks now</h2>
</div></div>
<div class="app-embedded">${entriesView(shown, null)}</div>`,
  )
}
