import { actionBar } from '../../../ui/components/action-bar.ts'
import { button } from '../../../ui/components/button.ts'
import { insetText } from '../../../ui/components/inset-text.ts'
import { table } from '../../../ui/components/table.ts'
import { warningText } from '../../../ui/components/warning-text.ts'
import { type FormState, hiddenField, radiosField } from '../../../ui/fields.ts'
import { type Html, html } from '../../../ui/html.ts'
import { layout } from '../../../ui/layout.ts'
import type { Frame } from '../../../vocabulary/frame.ts'
import { formatInstant } from '../../../vocabulary/local-time.ts'
import type { FieldGroup, MergeKind, Moving, Standing } from '../merge.ts'
import { daysToUndo } from '../merge.ts'
import { title as listTitle, type Side, waysTo } from './duplicates.view.ts'

type Record = {
  readonly id: string
  readonly name: string
  readonly fields: Readonly<{ [key: string]: string | null }>
  readonly facts: readonly { readonly key: string; readonly values: readonly string[] }[]
}

export type Comparison = {
  readonly side: Side
  readonly kind: MergeKind
  readonly kept: Record
  readonly merged: Record
  readonly fields: readonly FieldGroup[]
  readonly usual: Readonly<{ [key: string]: 'kept' | 'merged' }>
  readonly moving: readonly Moving[]
  readonly standing: Standing
  readonly seen: string
  readonly pair: {
    readonly reasons: readonly string[]
    readonly status: string
    readonly decidedBy: string | null
    readonly decidedAt: Temporal.Instant | null
    readonly proposedBy: string | null
  } | null
  /** Whether who looks may merge the two, or only propose it. */
  readonly mayMerge: boolean
  readonly form: FormState
}

const path = ({ side, kept, merged }: Comparison): string => `${side.base}/duplicates/${kept.id}/${merged.id}`

const lines = (values: readonly string[]): Html | string =>
  values.length === 0 ? 'None' : html`${values.map((value, at) => html`${at > 0 && html`<br>`}${value}`)}`

const sideBySide = ({ kept, merged, fields }: Comparison): Html =>
  table({
    caption: 'Side by side',
    captionClasses: 'govuk-table__caption--m',
    head: ['What', html`Kept: ${kept.name}`, html`Merged into it: ${merged.name}`],
    firstCellIsHeader: true,
    rows: [
      ...fields.map(({ key, label }) => [label, kept.fields[key] ?? 'None', merged.fields[key] ?? 'None']),
      ...kept.facts.map(({ key, values }, at) => [key, lines(values), lines(merged.facts[at]?.values ?? [])]),
    ],
    stacks: true,
  })

const why = ({ pair }: Comparison): Html | false =>
  pair !== null &&
  html`${
    pair.reasons.length > 0 && html`<p class="govuk-body">Why they may be one: ${pair.reasons.join('; ')}.</p>`
  }${pair.proposedBy !== null && insetText(`${pair.proposedBy} proposes to merge them.`)}${
    pair.status === 'not_the_same' &&
    insetText(
      `${pair.decidedBy ?? 'Somebody'} said that they are not the same${pair.decidedAt ? `, on ${formatInstant(pair.decidedAt)}` : ''}.`,
    )
  }`

const dryRun = ({ moving, standing, kept }: Comparison): Html =>
  html`<h2 class="govuk-heading-m">What would move</h2>
${
  moving.length === 0
    ? html`<p class="govuk-body">Nothing refers to the record that is merged.</p>`
    : html`<p class="govuk-body">All of this would be of ${kept.name} from then on. Nothing is lost.</p>
<ul class="govuk-list govuk-list--bullet">${moving.map(
        ({ words, names, count }) =>
          html`<li>${words}${names.length > 0 && html`: ${names.join('; ')}${count > names.length && ' and others'}`}</li>`,
      )}</ul>`
}${standing.notes.map((note) => insetText(note))}${standing.against.map((sentence) => warningText(sentence))}`

const choosing = ({ form, fields, kept, merged, usual }: Comparison): Html =>
  html`${fields
    .filter(({ key }) => (kept.fields[key] ?? null) !== (merged.fields[key] ?? null) && merged.fields[key])
    .map(({ key, label }) =>
      radiosField(form, {
        name: key,
        label,
        inline: false,
        small: true,
        value: usual[key] ?? 'kept',
        items: [
          { value: 'kept', text: kept.fields[key] ?? 'None' },
          { value: 'merged', text: merged.fields[key] ?? 'None' },
        ],
      }),
    )}`

const act = (comparison: Comparison, name: string, inside: Html): Html =>
  html`<form method="post" action="${path(comparison)}" novalidate>${hiddenField('act', name)}${inside}</form>`

const merging = (comparison: Comparison): Html => {
  const { kept, merged, side, mayMerge, standing, seen, kind } = comparison
  const swap = html`<p class="govuk-body"><a class="govuk-link" href="${side.base}/duplicates/${merged.id}/${kept.id}">Keep the other record instead</a></p>`
  if (standing.against.length > 0) return swap
  if (!mayMerge)
    return html`${swap}${act(comparison, 'propose', html`<p class="govuk-body">Other hubs know one of them too, or they work for a hub: the national team decides.</p>${button({ text: 'Propose to merge them', preventDoubleClick: true })}`)}`
  return html`${swap}${act(
    comparison,
    'merge',
    html`${hiddenField('seen', seen)}<h2 class="govuk-heading-m">What to keep</h2>${choosing(comparison)}<p class="govuk-body">${
      kind === 'person'
        ? 'Both addresses sign in as the one person afterwards; a message tells them at each.'
        : 'The numbers and addresses of both lead to the one record afterwards.'
    } It can be undone for ${daysToUndo} days.</p>${button({ text: 'Merge the two', classes: 'govuk-button--warning', preventDoubleClick: true })}`,
  )}`
}

/** Two records side by side, what merging them would move, and what to keep of each. */
export const compareView = (frame: Frame, comparison: Comparison): Html => {
  const { side, kept, merged, pair } = comparison
  const title = `Are ${kept.name} and ${merged.name} the same?`
  return layout(
    frame,
    {
      title,
      breadcrumbs: [...waysTo(side), { text: listTitle, href: `${side.base}/duplicates` }, { text: 'Compare' }],
      errors: comparison.form.errors,
      wide: true,
    },
    html`${actionBar({ title })}${why(comparison)}${sideBySide(comparison)}${dryRun(comparison)}${merging(comparison)}${
      pair?.status !== 'not_the_same' &&
      act(
        comparison,
        'not-the-same',
        button({ text: 'They are not the same', classes: 'govuk-button--secondary', preventDoubleClick: true }),
      )
    }`,
  )
}
