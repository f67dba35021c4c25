import { actionBar } from '../../../ui/components/action-bar.ts'
import { button } from '../../../ui/components/button.ts'
import { details } from '../../../ui/components/details.ts'
import { emptyState } from '../../../ui/components/empty-state.ts'
import { hiddenField } from '../../../ui/fields.ts'
import { type Html, html } from '../../../ui/html.ts'
import { layout } from '../../../ui/layout.ts'
import type { Frame } from '../../../vocabulary/frame.ts'
import { milesInWords } from '../../../vocabulary/grid.ts'
import { type Change, isMadeHere, type Others, openedInTrial } from '../change.ts'

type KeptChange = Change & { readonly id: string; readonly isPlaced: boolean; readonly others: Others }
type Left = {
  readonly id: string
  readonly name: string
  readonly reason: string
  readonly obstacles: readonly string[]
  readonly explained: {
    readonly finishedAt: Temporal.Instant | null
    readonly failedAt: Temporal.Instant | null
  } | null
  readonly changes: readonly KeptChange[]
}

export type LeftOutPage = {
  readonly hub: { readonly name: string; readonly slug: string }
  readonly run: { readonly id: string; readonly offerTitle: string; readonly status: string }
  readonly names: ReadonlyMap<string, string>
  readonly groups: readonly { readonly id: string; readonly name: string }[]
  /** What the placement allows at most, where it measured minutes. */
  readonly mostMinutes: number | null
  readonly left: readonly Left[]
}

type Named = Pick<LeftOutPage, 'names' | 'groups'>

const groupName = ({ groups }: Named, id: string | null): string =>
  groups.find((group) => group.id === id)?.name ?? 'another group'

const extraMinutes = ({ mostMinutes }: LeftOutPage, amount: number): string => {
  const more = amount - (mostMinutes ?? 0)
  return mostMinutes === null
    ? `Going up to ${amount} minutes`
    : `${more === 1 ? 'One more minute' : `${more} more minutes`} (${amount} instead of ${mostMinutes})`
}

const changeInWords = (data: LeftOutPage, { kind, groupId, amount }: Change): string => {
  const group = groupName(data, groupId)
  switch (kind) {
    case 'places':
      return amount === 1 ? `One more place in ${group}` : `${amount} more places in ${group}`
    case 'minimum':
      return `Letting ${group} run with ${amount}`
    case 'miles':
      return `Going up to ${milesInWords(amount)}, to ${group}`
    case 'minutes':
      return `${extraMinutes(data, amount)}, to ${group}`
    case 'clash':
      return `Going to ${group} although its dates clash`
    case 'ruled_out':
      return `No longer ruling ${group} out for it`
    case 'opening':
      return `Another group, of ${amount} or more, opened ${groupId === null ? 'near it' : `where ${group} meets`}`
  }
}

const namesOf = ({ names }: Named, ids: readonly string[]): string =>
  ids.map((id) => names.get(id) ?? 'one who asks no more').join(', ')

const movesInWords = (data: Named, { moved }: Others): readonly string[] => {
  const ways = Map.groupBy(moved, ({ from, to }) => `${from} ${to}`)
  const to = (id: string) => (id === openedInTrial ? 'the new group' : groupName(data, id))
  return [...ways.values()].map(
    (way) =>
      `${namesOf(
        data,
        way.map(({ id }) => id),
      )} would move from ${groupName(data, way[0]?.from ?? null)} to ${to(way[0]?.to ?? '')}`,
  )
}

/** What else a change would do, in a sentence; those who move the same way are named together. */
export const othersInWords = (data: Named, others: Others): string => {
  const parts = [
    ...(others.placed.length > 0 ? [`it would place ${namesOf(data, others.placed)} too`] : []),
    ...movesInWords(data, others),
    ...(others.left.length > 0 ? [`${namesOf(data, others.left)} would lose the place`] : []),
  ]
  return parts.length === 0
    ? 'Nobody else would move.'
    : `${parts.join('; ').replace(/^./, (first) => first.toUpperCase())}.`
}

const doLabels: Partial<Record<Change['kind'], string>> = {
  places: 'Give this room and work it out again',
  minimum: 'Lower the minimum and work it out again',
  miles: 'The school agrees: work it out again',
  minutes: 'The school agrees: work it out again',
  ruled_out: 'Allow it and work it out again',
  opening: 'Let a group open there and work it out again',
}

const change = (data: LeftOutPage, left: Left, each: KeptChange): Html => {
  const label = data.run.status === 'proposed' && isMadeHere(each) ? doLabels[each.kind] : undefined
  return html`<li><strong>${changeInWords(data, each)}</strong> would place it. ${othersInWords(data, each.others)}${
    label &&
    html`<form method="post" action="/hub/${data.hub.slug}/placement/${data.run.id}/left-out/${each.id}">${button({ text: html`${label}<span class="govuk-visually-hidden">: ${left.name}, ${changeInWords(data, each)}</span>`, classes: 'govuk-button--secondary govuk-!-margin-top-1 govuk-!-margin-bottom-2', preventDoubleClick: true })}</form>`
  }</li>`
}

const askForOne = (data: LeftOutPage, left: Left): Html | false =>
  data.run.status === 'proposed' &&
  html`<form method="post" action="/hub/${data.hub.slug}/placement/${data.run.id}/left-out">${hiddenField('interest', left.id)}${button({ text: html`Find what would place it<span class="govuk-visually-hidden">: ${left.name}</span>`, classes: 'govuk-button--secondary', preventDoubleClick: true })}</form>`

const whatIf = (data: LeftOutPage, left: Left): Html => {
  if (left.explained === null) return html`${askForOne(data, left)}`
  if (left.explained.failedAt !== null)
    return html`<p class="govuk-body">What would place it could not be worked out, through a fault of the service. Ask for it again; if it fails again, tell whoever runs the service.</p>${askForOne(data, left)}`
  if (left.explained.finishedAt === null)
    return html`<p class="govuk-body">What would place it is being worked out.</p>`
  const placing = left.changes.filter(({ isPlaced }) => isPlaced)
  const vain = left.changes.filter(({ isPlaced }) => !isPlaced)
  return html`${
    placing.length === 0
      ? html`<p class="govuk-body">No single change that was tried places it.</p>`
      : html`<p class="govuk-body govuk-!-margin-bottom-1">What one change would do:</p><ul class="govuk-list govuk-list--bullet">${placing.map((each) => change(data, left, each))}</ul>`
  }${vain.length > 0 && details({ summaryText: `Tried, and not enough: ${vain.length}`, text: html`<ul class="govuk-list govuk-list--bullet">${vain.map((each) => html`<li>${changeInWords(data, each)}. ${each.others.placed.length > 0 ? `The place would go to ${namesOf(data, each.others.placed)}.` : ''}</li>`)}</ul>` })}`
}

const one = (data: LeftOutPage, left: Left): Html => html`<section class="govuk-!-margin-bottom-6">
<h2 class="govuk-heading-m" id="left-${left.id}">${left.name}</h2>
<p class="govuk-body">${left.reason}.</p>
${left.obstacles.length > 0 && details({ summaryText: 'What keeps it out of each group', text: html`<ul class="govuk-list govuk-list--bullet">${left.obstacles.map((each) => html`<li>${each}.</li>`)}</ul>` })}
${whatIf(data, left)}</section>`

/** Whoever a proposal leaves out, what keeps each out of each group, and what one change would place it, as found by solving. */
export const leftOutView = (frame: Frame, data: LeftOutPage): Html => {
  const { hub, run, left } = data
  const base = `/hub/${hub.slug}/placement`
  const isUnderWay = left.some(({ explained }) => explained?.finishedAt === null && explained.failedAt === null)
  const unasked = left.some(({ explained }) => explained === null)
  return layout(
    frame,
    {
      title: 'Left out, and what would place them',
      breadcrumbs: [
        { text: 'Hub work', href: `/hub/${hub.slug}` },
        { text: 'Best placement', href: base },
        { text: run.offerTitle, href: `${base}/${run.id}` },
        { text: 'Left out' },
      ],
      unlisted: true,
      ...(isUnderWay ? { scripts: ['look-again'] } : {}),
    },
    html`${actionBar({ title: 'Left out, and what would place them', caption: run.offerTitle, text: 'Each change is tried by working the placement out again with that change alone, from where everybody is. Nothing is changed before you decide.' })}
${isUnderWay && html`<p class="govuk-body" data-under-way>Worked out for ${left.filter(({ explained }) => explained?.finishedAt).length} of ${left.filter(({ explained }) => explained !== null).length} so far. You can leave this page and come back to it.</p>`}
${
  left.length === 0
    ? emptyState({ title: 'Nobody is left out', text: 'Everybody who could be placed has a group in this proposal.' })
    : html`${run.status === 'proposed' && unasked && html`<form method="post" action="${base}/${run.id}/left-out">${button({ text: 'Find what would place them', preventDoubleClick: true })}</form><p class="govuk-hint">The first 12 in order at once; the others one by one below.</p>`}${left.map((each) => one(data, each))}`
}`,
  )
}
