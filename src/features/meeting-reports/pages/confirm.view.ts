import { button } from '../../../ui/components/button.ts'
import { insetText } from '../../../ui/components/inset-text.ts'
import { statusTag } from '../../../ui/components/status-tag.ts'
import { checkboxesField, type FormState, selectField, textField } from '../../../ui/fields.ts'
import { type Html, html } from '../../../ui/html.ts'
import { layout } from '../../../ui/layout.ts'
import type { Frame } from '../../../vocabulary/frame.ts'
import { type Marking, markLabels } from '../../../vocabulary/marks.ts'
import type { InRegister, Line } from '../confirming.ts'
import type { RefusedRow } from '../report.ts'

type Shown = {
  readonly group: { readonly id: string; readonly name: string }
  readonly session: { readonly id: string; readonly number: number }
  readonly against: string | null
  readonly report: {
    readonly id: string
    readonly fileName: string
    readonly readAs: string
    readonly refused: readonly RefusedRow[]
  }
  readonly expected: readonly InRegister[]
  readonly lines: readonly Line[]
  readonly isClosed: boolean
  readonly form: FormState
}

const inWords = ({ mark, minutes }: Marking): string =>
  minutes === null ? markLabels[mark] : `${markLabels[mark]}, ${minutes} minutes missed`

const certaintyWords = { certain: 'Certain', likely: 'Likely', unknown: 'Unknown' } as const
const tones = { certain: 'good', likely: 'attention', unknown: 'waiting' } as const

const hintOf = ({ match, marking, rows, email }: Line): string => {
  const [best] = match.candidates
  const why = best ? `${certaintyWords[match.certainty]}: ${best.why}` : 'Nobody of the register is called so'
  const would = marking ? `Would be marked: ${inWords(marking)}` : 'Not there while the session lasted, so not marked'
  return `${why}. ${would}. ${email ? `${email}, ` : ''}${rows.length === 1 ? 'row' : 'rows'} ${rows.join(', ')}.`
}

const nobody = { value: 'nobody', text: 'Nobody of the register' }
const choose = { value: '', text: 'Choose' }

const choicesOf = ({ match }: Line, expected: readonly InRegister[]) => {
  const rank = new Map(match.candidates.map(({ id }, at) => [id, at]))
  const people = expected
    .toSorted((one, other) => (rank.get(one.id) ?? expected.length) - (rank.get(other.id) ?? expected.length))
    .map(({ id, name, organisation, standing: [mark] }) => ({
      value: id,
      text: `${name}, ${organisation}${mark ? ` (now: ${inWords(mark)})` : ''}`,
    }))
  if (match.certainty === 'unknown') return [nobody, ...people]
  return match.certainty === 'likely' ? [choose, ...people, nobody] : [...people, nobody]
}

const lineField = (form: FormState, line: Line, expected: readonly InRegister[]): Html =>
  selectField(form, {
    name: `whom-${line.number}`,
    label: html`${line.name} ${statusTag(certaintyWords[line.match.certainty], tones[line.match.certainty])}`,
    hint: hintOf(line),
    items: choicesOf(line, expected),
    blank: false,
    value: line.match.certainty === 'certain' ? (line.match.candidates[0]?.id ?? null) : null,
  })

const refusedRows = (refused: readonly RefusedRow[]): Html | false =>
  refused.length > 0 &&
  html`<h2 class="govuk-heading-m">Rows that could not be read</h2><ul class="govuk-list govuk-list--bullet">${refused.map(({ row, what, why }) => html`<li>Row ${row}${what && html`, ${what}`}: ${why}</li>`)}</ul>`

/** Who of the register each person of a report is, confirmed before anybody is marked. */
export const confirmView = (frame: Frame, shown: Shown): Html => {
  const { group, session, report, expected, lines, form, against, isClosed } = shown
  const base = `/groups/${group.id}/sessions/${session.id}`
  const certain = lines.filter(({ match }) => match.certainty === 'certain').length
  return layout(
    frame,
    { title: 'Confirm who was there', backLink: `${base}/report`, errors: form.errors },
    html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<span class="govuk-caption-l">${group.name}, session ${session.number}</span>
<h1 class="govuk-heading-l">Confirm who was there</h1>
<p class="govuk-body">${report.fileName} was read as ${report.readAs}: ${lines.length} ${lines.length === 1 ? 'person' : 'people'}, ${certain} of them certain. Nobody is marked before you confirm.</p>
${against !== null && insetText(against)}
${refusedRows(report.refused)}
<form method="post" action="${base}/report/${report.id}" novalidate>
${lines.map((line) => lineField(form, line, expected))}
${checkboxesField(form, { name: 'rest', label: 'Those whom the report does not name', items: [{ value: 'absent', text: 'Whoever is not marked was absent; whoever gave notice sent apologies' }], small: true })}
${isClosed ? textField(form, { name: 'reason', label: 'Why it is entered after the register has closed' }) : ''}
${button({ text: 'Mark them', preventDoubleClick: true })}
</form>
<form method="post" action="${base}/report/${report.id}/discard">${button({ text: 'Discard the report', classes: 'govuk-button--secondary', preventDoubleClick: true })}</form>
</div></div>`,
  )
}
