import { details } from '../../../ui/components/details.ts'
import { difference } from '../../../ui/components/difference.ts'
import { emptyState } from '../../../ui/components/empty-state.ts'
import { summaryList } from '../../../ui/components/summary-list.ts'
import { type Html, html } from '../../../ui/html.ts'
import { layout } from '../../../ui/layout.ts'
import type { Frame } from '../../../vocabulary/frame.ts'
import { formatInstant } from '../../../vocabulary/local-time.ts'
import type { Offer } from '../../offers/index.ts'
import type { FieldChanged, OfferAct } from '../offer-version.ts'
import { crumbsOf } from './part.view.ts'

export type VersionShown = {
  readonly number: number
  readonly act: OfferAct
  readonly at: Temporal.Instant
  readonly by: string | null
  readonly changes: readonly FieldChanged[]
}

const acts: Readonly<Record<OfferAct, string>> = {
  drafted: 'Begun as a draft',
  changed: 'Changed',
  published: 'Published',
  closed: 'Closed',
  withdrawn: 'Withdrawn',
}

const changesOf = (changes: readonly FieldChanged[]): Html =>
  summaryList({
    rows: changes.map(({ label, before, after }) => ({ key: label, value: difference({ before, after }) })),
  })

const versionOf = ({ number, act, at, by, changes }: VersionShown): Html => {
  const what = changes.map(({ label }) => label).join(', ')
  return html`<h2 class="govuk-heading-m">${number}. ${acts[act]}${act === 'changed' && what ? `: ${what}` : ''}</h2>
<p class="govuk-body-s">${formatInstant(at)}${by ? `, ${by}` : ''}</p>
${changes.length === 0 ? html`<p class="govuk-body">No words were changed.</p>` : number === 1 ? details({ summaryText: 'What it said', text: changesOf(changes) }) : changesOf(changes)}`
}

/** Every version of an offer with what was added and what was removed. */
export const versionsView = (
  frame: Frame,
  { offer, versions }: { offer: Offer; versions: readonly VersionShown[] },
): Html =>
  layout(
    frame,
    { title: `Versions: ${offer.project.title}`, breadcrumbs: crumbsOf(offer, { text: 'Versions' }), unlisted: true },
    html`<span class="govuk-caption-l">${offer.project.title}, ${offer.hub.name}</span><h1 class="govuk-heading-l">Versions</h1>
${
  versions.length === 0
    ? emptyState({ title: 'No versions yet', text: 'Each change from now on is kept here, with who made it.' })
    : html`<p class="govuk-body">What your hub wrote, and who changed it. The national text has versions of its own.</p>${versions.map(versionOf)}`
}`,
  )
