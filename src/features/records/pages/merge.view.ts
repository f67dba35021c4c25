import { actionBar } from '../../../ui/components/action-bar.ts'
import { button } from '../../../ui/components/button.ts'
import { insetText } from '../../../ui/components/inset-text.ts'
import { summaryList } from '../../../ui/components/summary-list.ts'
import { timeline } from '../../../ui/components/timeline.ts'
import { warningText } from '../../../ui/components/warning-text.ts'
import { type Html, html } from '../../../ui/html.ts'
import { layout } from '../../../ui/layout.ts'
import type { Frame } from '../../../vocabulary/frame.ts'
import { formatDate, formatInstant, localDate } from '../../../vocabulary/local-time.ts'
import { lastDayToUndo } from '../merge.ts'
import { title as listTitle, type Side, waysTo } from './duplicates.view.ts'

export type ShownMerge = {
  readonly side: Side
  readonly merge: {
    readonly id: string
    readonly kept: string
    readonly merged: string
    readonly hub: string | null
    readonly moved: readonly string[]
    readonly mergedAt: Temporal.Instant
    readonly by: string | null
    readonly undoneAt: Temporal.Instant | null
    readonly undoneBy: string | null
    readonly left: readonly string[]
  }
  readonly undo: { readonly against: readonly string[]; readonly stays: readonly string[]; readonly changes: number }
  readonly history: readonly { readonly title: string; readonly at: Temporal.Instant; readonly by: string }[]
}

const undoing = ({ merge, undo, side }: ShownMerge): Html => {
  if (merge.undoneAt)
    return html`${insetText(`Undone on ${formatInstant(merge.undoneAt)}${merge.undoneBy ? ` by ${merge.undoneBy}` : ''}: the two are two records again.`)}${merge.left.map((sentence) => html`<p class="govuk-body">${sentence}</p>`)}`
  if (undo.against.length > 0)
    return html`<h2 class="govuk-heading-m">It cannot be undone</h2>${undo.against.map((sentence) => warningText(sentence))}`
  return html`<h2 class="govuk-heading-m">Undo</h2>
<p class="govuk-body">Exactly what the merge changed goes back, ${undo.changes === 1 ? '1 change' : `${undo.changes} changes`}; what has come since stays with ${merge.kept}. It can be undone until ${formatDate(lastDayToUndo(localDate(merge.mergedAt)))}.</p>
${undo.stays.map((sentence) => insetText(sentence))}
<form method="post" action="${side.base}/merges/${merge.id}" novalidate>${button({ text: 'Undo the merge', classes: 'govuk-button--warning', preventDoubleClick: true })}</form>`
}

/** A merge that was made: what moved, what has happened to the record since, and its undo. */
export const mergeView = (frame: Frame, shown: ShownMerge): Html => {
  const { side, merge, history } = shown
  const title = `${merge.merged} was merged into ${merge.kept}`
  return layout(
    frame,
    { title, breadcrumbs: [...waysTo(side), { text: listTitle, href: `${side.base}/duplicates` }, { text: 'Merge' }] },
    html`${actionBar({ title })}${summaryList({
      rows: [
        { key: 'When', value: formatInstant(merge.mergedAt) },
        { key: 'By', value: html`${merge.by ?? 'Tessellate'}${merge.hub && html`, ${merge.hub}`}` },
        {
          key: 'What moved',
          value:
            merge.moved.length === 0
              ? 'Nothing'
              : html`${merge.moved.map((words, at) => html`${at > 0 && html`<br>`}${words}`)}`,
        },
      ],
    })}${undoing(shown)}<h2 class="govuk-heading-m">What has happened to both</h2>${timeline(
      history.map(({ title: what, at, by }) => ({ title: what, when: formatInstant(at), datetime: at.toString(), by })),
    )}`,
  )
}
