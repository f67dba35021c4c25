import { actionBar } from '../../../ui/components/action-bar.ts'
import { button } from '../../../ui/components/button.ts'
import { emptyState } from '../../../ui/components/empty-state.ts'
import { insetText } from '../../../ui/components/inset-text.ts'
import { scrollable } from '../../../ui/components/scrollable.ts'
import { statusTag } from '../../../ui/components/status-tag.ts'
import { table } from '../../../ui/components/table.ts'
import { checkboxesField, type FormState, hiddenField, textArea, textField } from '../../../ui/fields.ts'
import { type Html, html } from '../../../ui/html.ts'
import { layout } from '../../../ui/layout.ts'
import type { Frame } from '../../../vocabulary/frame.ts'
import { minutesInWords } from '../../../vocabulary/length-of-day.ts'
import { formatShortDate, localDate } from '../../../vocabulary/local-time.ts'
import { type Counting, countingInWords } from '../../registers/index.ts'
import type { Particulars } from '../completion.ts'
import { type Asked, type Done, type Outcome, type Terms, termsInWords } from '../terms.ts'

type Group = { readonly id: string; readonly name: string }
export type Line = Done & {
  readonly placeId: string
  readonly organisation: string
  readonly people: number
  readonly minutes: number
  readonly asked: Asked
  readonly outcome: Outcome
  readonly shortfalls: readonly string[]
}

export type Preview = {
  readonly group: Group
  readonly against: string | null
  readonly terms: Terms
  readonly counting: Counting
  readonly lines: readonly Line[]
  /** The place of each participant who came at least once. */
  readonly people: readonly string[]
  readonly stage: { readonly name: string; readonly next: string | null } | null
  readonly mark: string
}

const consequences = ({ lines, people, stage }: Preview): Html => {
  const completing = new Set(lines.flatMap(({ placeId, outcome }) => (outcome === 'meets' ? [placeId] : [])))
  const schools = `${completing.size} ${completing.size === 1 ? 'school' : 'schools'}`
  const statements = people.filter((placeId) => completing.has(placeId)).length
  return html`<ul class="govuk-list govuk-list--bullet">
<li>${statements} ${statements === 1 ? 'participant gets a statement' : 'participants get statements'} of participation by mail</li>
${stage ? html`<li>the stage ${stage.name} is recorded as completed for ${schools}</li>` : ''}
${stage?.next ? html`<li>invitations of these schools to the next stage, ${stage.next}, are prepared: they go when the hub says so</li>` : ''}
<li>the registers of this group can be changed no longer</li></ul>
<p class="govuk-body">If you decide otherwise below, the numbers change with it.</p>`
}

const whatCame = (line: Line): string => {
  const { asked } = line
  const tasks = asked.tasksSet === 0 ? '' : `, returned ${line.tasksReturned} of ${asked.tasksSet} reflections`
  return `${line.people} ${line.people === 1 ? 'person' : 'people'}, came to ${line.sessionsAttended} of ${asked.held} sessions${tasks}, ${minutesInWords(line.minutes)}`
}

const placeFields = (form: FormState, line: Line): Html => {
  const isMet = line.outcome === 'meets'
  return html`<div class="govuk-!-margin-bottom-6">${checkboxesField(form, {
    name: 'complete',
    label: line.organisation,
    hint: `${whatCame(line)}.${isMet ? '' : ` It ${line.shortfalls.join('; it ')}.`}`,
    items: [{ value: line.placeId, text: isMet ? 'Completes' : 'Completes all the same' }],
    values: isMet ? [line.placeId] : [],
    small: true,
  })}${textField(form, { name: `reason-${line.placeId}`, label: html`${isMet ? 'If not: why?' : 'If it does: why?'}<span class="govuk-visually-hidden"> (${line.organisation})</span>` })}</div>`
}

const ofOutcome = ({ lines }: Preview, outcome: Outcome): readonly Line[] =>
  lines.filter((line) => line.outcome === outcome)

const decisions = (form: FormState, preview: Preview): Html => {
  const [meeting, short, never] = [
    ofOutcome(preview, 'meets'),
    ofOutcome(preview, 'short'),
    ofOutcome(preview, 'never'),
  ]
  return html`${meeting.length > 0 && html`<h2 class="govuk-heading-m">Did what is asked</h2>${meeting.map((line) => placeFields(form, line))}`}
${short.length > 0 && html`<h2 class="govuk-heading-m">Fell short</h2><p class="govuk-body">These leave the group without completing, unless you say why they complete all the same.</p>${short.map((line) => placeFields(form, line))}`}
${never.length > 0 && html`<h2 class="govuk-heading-m">Nobody came</h2><p class="govuk-body">These leave the group without completing:</p><ul class="govuk-list">${never.map((line) => html`<li>${line.organisation} ${statusTag('Leaves', 'over')}</li>`)}</ul>`}`
}

/** What completing a group does, organisation by organisation, before anything is done. */
export const completeView = (frame: Frame, { preview, form }: { preview: Preview; form: FormState }): Html =>
  layout(
    frame,
    {
      title: `Complete ${preview.group.name}`,
      backLink: { text: preview.group.name, href: `/groups/${preview.group.id}` },
      errors: form.errors,
    },
    html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<span class="govuk-caption-l">${preview.group.name}</span>
<h1 class="govuk-heading-l">Complete the year</h1>
${
  preview.against
    ? insetText(preview.against)
    : html`<p class="govuk-body">${termsInWords(preview.terms)} ${countingInWords(preview.counting)}</p>
<p class="govuk-body">When you complete the group:</p>
${consequences(preview)}
<form method="post" action="/groups/${preview.group.id}/complete" novalidate>${hiddenField('seen', preview.mark)}
${decisions(form, preview)}
${button({ text: 'Complete the group', classes: 'govuk-button--warning', preventDoubleClick: true })}
<p class="govuk-body">This cannot be undone.</p></form>`
}
<p class="govuk-body"><a class="govuk-link" href="/groups/${preview.group.id}/statements">Statements of this group</a></p>
</div></div>`,
  )

type Listed = {
  readonly id: string
  readonly code: string
  readonly name: string | null
  readonly particulars: Particulars
  readonly issued_at: Temporal.Instant
  readonly withdrawn_at: Temporal.Instant | null
}

/** The statements that a group's participants hold. */
export const statementsView = (
  frame: Frame,
  { group, statements, mayWithdraw }: { group: Group; statements: readonly Listed[]; mayWithdraw: boolean },
): Html =>
  layout(
    frame,
    { title: `Statements of ${group.name}`, backLink: { text: group.name, href: `/groups/${group.id}` }, wide: true },
    html`${actionBar({ caption: group.name, title: 'Statements of participation', text: 'Anyone who holds a code can check it. A statement that was wrong is withdrawn, never deleted.' })}
${
  statements.length === 0
    ? emptyState({
        title: 'No statement has been issued yet',
        text: 'They are issued when the group is completed.',
        action: { text: 'Complete the year', href: `/groups/${group.id}/complete` },
      })
    : scrollable(
        'Statements',
        table({
          stacks: true,
          caption: 'Statements',
          captionClasses: 'govuk-visually-hidden',
          firstCellIsHeader: true,
          head: ['Name', 'Organisation', 'Code', 'Issued', 'Status'],
          rows: statements.map((one) => [
            one.name ?? 'Details erased',
            one.particulars.organisation,
            html`<a class="govuk-link" href="/statements/${one.code}">${one.code}</a>`,
            formatShortDate(localDate(one.issued_at)),
            one.withdrawn_at
              ? statusTag('Withdrawn', 'bad')
              : html`${statusTag('Stands', 'good')}${mayWithdraw ? html` <a class="govuk-link" href="/groups/${group.id}/statements/${one.id}">Withdraw<span class="govuk-visually-hidden"> the statement of ${one.name}</span></a>` : ''}`,
          ]),
        }),
      )
}`,
  )

/** Withdrawing one statement, with a reason. */
export const withdrawView = (
  frame: Frame,
  { group, statement, form }: { group: Group; statement: Listed; form: FormState },
): Html =>
  layout(
    frame,
    {
      title: `Withdraw ${statement.code}`,
      backLink: { text: 'Statements', href: `/groups/${group.id}/statements` },
      errors: form.errors,
    },
    html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<span class="govuk-caption-l">${statement.name ?? 'Details erased'}, ${statement.particulars.organisation}</span>
<h1 class="govuk-heading-l">Withdraw ${statement.code}</h1>
<p class="govuk-body">Whoever checks this code is told that the statement was withdrawn. This cannot be undone.</p>
<form method="post" action="/groups/${group.id}/statements/${statement.id}" novalidate>
${textArea(form, { name: 'reason', label: 'Why?', hint: 'Kept in the history. It is not shown to whoever checks the code.', rows: 3 })}
${button({ text: 'Withdraw the statement', classes: 'govuk-button--warning', preventDoubleClick: true })}</form></div></div>`,
  )
