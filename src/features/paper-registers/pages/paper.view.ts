import { button } from '../../../ui/components/button.ts'
import { insetText } from '../../../ui/components/inset-text.ts'
import { type FormState, hiddenField, textField } from '../../../ui/fields.ts'
import { type Html, html } from '../../../ui/html.ts'
import { layout } from '../../../ui/layout.ts'
import type { Frame } from '../../../vocabulary/frame.ts'
import { newId } from '../../../vocabulary/ids.ts'
import { isSameMarking, type Marking } from '../../../vocabulary/marks.ts'
import { asOnPaper, paperLegend } from '../paper-mark.ts'

type Row = {
  readonly id: string
  readonly number: number
  readonly name: string
  readonly organisation: string
  readonly standing: readonly (Marking & { readonly id: string })[]
}

type Shown = {
  readonly group: { readonly id: string; readonly name: string }
  readonly session: { readonly id: string; readonly number: number }
  readonly rows: readonly Row[]
  readonly against: string | null
  readonly isClosed: boolean
  readonly form: FormState
}

const typedOr = (form: FormState, name: string, value: string): string => String(form.typed[name] ?? value)

const rowField = (form: FormState, base: string, { id, number, name, organisation, standing }: Row): Html => {
  const [now] = standing
  const differs = now && standing.some((mark) => !isSameMarking(mark, now))
  if (differs)
    return html`<p class="govuk-body">${number}. ${name}: two marks differ. <a class="govuk-link" href="${base}/register/${id}">Settle it<span class="govuk-visually-hidden"> for ${name}</span></a></p>`
  return html`${textField(form, { name: `mark-${id}`, label: `${number}. ${name}`, hint: organisation, width: 10, value: now ? asOnPaper(now) : null, autocomplete: 'off' })}
${hiddenField(`id-${id}`, typedOr(form, `id-${id}`, newId()))}${hiddenField(`seen-${id}`, typedOr(form, `seen-${id}`, standing.map((mark) => mark.id).join(' ')))}`
}

const newcomer = (form: FormState, number: number): Html =>
  html`${hiddenField(`newcomer-id-${number}`, typedOr(form, `newcomer-id-${number}`, newId()))}
${textField(form, { name: `newcomer-name-${number}`, label: `Name written in by hand, line ${number}`, width: 20, autocomplete: 'off' })}
${textField(form, { name: `newcomer-school-${number}`, label: html`School<span class="govuk-visually-hidden">, line ${number}</span>`, width: 30, autocomplete: 'off' })}`

/** Typing in a register that was filled in on paper, row by row as it was printed. */
export const paperView = (frame: Frame, { group, session, rows, against, isClosed, form }: Shown): Html => {
  const base = `/groups/${group.id}/sessions/${session.id}`
  return layout(
    frame,
    { title: 'Register on paper', backLink: `${base}/register`, errors: form.errors },
    html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<span class="govuk-caption-l">${group.name}, session ${session.number}</span>
<h1 class="govuk-heading-l">Register on paper</h1>
<p class="govuk-body"><a class="govuk-link" href="${base}/register.pdf">Print the list (PDF)</a>, fill it in by hand, and type it in here afterwards, row by row. The rows have the numbers of the sheet.</p>
${
  against !== null
    ? insetText(against)
    : html`<p class="govuk-body">${paperLegend}. An empty row says nothing.</p>
<form method="post" action="${base}/paper" novalidate>
${rows.map((row) => rowField(form, base, row))}
<h2 class="govuk-heading-m">Written in by hand</h2>
${[1, 2, 3].map((number) => newcomer(form, number))}
${isClosed ? textField(form, { name: 'reason', label: 'Why you change it, if you change a mark', hint: 'This register has closed. The reason is kept with the change.' }) : ''}
${button({ text: 'Save the register', preventDoubleClick: true })}
</form>`
}
</div></div>`,
  )
}
