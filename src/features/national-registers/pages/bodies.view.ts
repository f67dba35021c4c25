import { actionBar } from '../../../ui/components/action-bar.ts'
import { button } from '../../../ui/components/button.ts'
import { emptyState } from '../../../ui/components/empty-state.ts'
import { pager } from '../../../ui/components/pager.ts'
import { table } from '../../../ui/components/table.ts'
import { formFrom, selectField, textField } from '../../../ui/fields.ts'
import { type Html, html } from '../../../ui/html.ts'
import { layout } from '../../../ui/layout.ts'
import type { Frame } from '../../../vocabulary/frame.ts'
import { type OrganisationKind, statusOf } from '../../organisations/index.ts'
import { type BodyInShort, bodyKindLabels } from '../body.ts'

export type Bodies = {
  readonly words: string
  readonly kind: OrganisationKind | null
  readonly bodies: readonly (BodyInShort & { readonly formerly?: string | null })[]
  /** Without words a kind is looked through, a page at a time. */
  readonly listing: { readonly page: number; readonly pageSize: number; readonly total: number } | null
}

const kinds = Object.entries(bodyKindLabels).map(([value, text]) => ({ value, text }))

const none: Partial<Readonly<Record<OrganisationKind, string>>> = {
  authority:
    'An authority is added here when it takes part itself. All of them stand under “Local authorities and their schools”.',
}

const nothing = (words: string, kind: OrganisationKind | null): Html =>
  words
    ? emptyState({ title: `Nothing is found for “${words}”`, text: 'Try fewer words, or any kind.' })
    : emptyState({
        title: 'There are none of this kind yet',
        text: none[kind ?? 'trust'] ?? 'They will be here when a register has been read, or somebody adds one.',
      })

/** Organisations of every kind, to be found or looked through. */
export const bodiesView = (frame: Frame, { words, kind, bodies, listing }: Bodies): Html =>
  layout(
    frame,
    {
      title: 'Organisations',
      breadcrumbs: [{ text: 'National picture', href: '/network' }, { text: 'Organisations' }],
      wide: true,
    },
    html`${actionBar({
      title: 'Organisations',
      text: 'Schools and providers come from the national registers. Trusts come with their schools; other bodies are added here.',
      actions: [
        button({ text: 'Add an organisation', href: '/network/organisations/new' }),
        html`<a class="govuk-link" href="/network/authorities">Local authorities and their schools</a>`,
        html`<a class="govuk-link" href="/network/registers">National registers</a>`,
      ],
    })}
<form method="get" action="/network/organisations">${textField(formFrom({ q: words }), { name: 'q', label: 'Name, town, postcode, URN or UKPRN', width: 30 })}
${selectField(formFrom({ kind: kind ?? '' }), { name: 'kind', label: 'Kind', blank: 'Any kind', items: kinds })}${button({ text: 'Find' })}</form>
${
  bodies.length === 0
    ? nothing(words, kind)
    : table({
        caption: words ? `Found for “${words}”` : `${bodyKindLabels[kind ?? 'trust']}, by name`,
        captionClasses: 'govuk-table__caption--m',
        head: ['Name', 'Kind', 'Number', 'Town', 'Status'],
        rows: bodies.map((body) => [
          html`<a class="govuk-link" href="/network/organisations/${body.id}">${body.name}</a>${body.formerly && html`<br><span class="govuk-hint">Formerly ${body.formerly}</span>`}`,
          bodyKindLabels[body.kind],
          body.urn ?? body.ukprn ?? 'None',
          body.town ?? 'Not known',
          statusOf(body),
        ]),
        stacks: true,
      })
}
${listing && listing.total > 0 && pager({ ...listing, noun: 'organisations', href: (page) => `/network/organisations?kind=${kind ?? 'trust'}&page=${page}` })}`,
  )
