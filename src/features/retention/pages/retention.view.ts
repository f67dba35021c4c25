import { button } from '../../../ui/components/button.ts'
import { scrollable } from '../../../ui/components/scrollable.ts'
import { table } from '../../../ui/components/table.ts'
import { type FormState, selectField, textField } from '../../../ui/fields.ts'
import { type Html, html } from '../../../ui/html.ts'
import { layout } from '../../../ui/layout.ts'
import type { Frame } from '../../../vocabulary/frame.ts'
import { formatDate, formatInstant } from '../../../vocabulary/local-time.ts'
import { monthsInWords } from '../retention-rule.ts'

type Rule = {
  readonly key: string
  readonly called: string
  readonly from: string
  readonly does: string
  readonly months: number
}

type Sweep = {
  readonly called: string
  readonly announced_on: Temporal.PlainDate
  readonly due_on: Temporal.PlainDate
  readonly records_announced: number
  readonly people_announced: number
  readonly carried_out_at: Temporal.Instant | null
  readonly records_cleared: number | null
  readonly people_affected: number | null
}

type Retention = {
  readonly form: FormState
  readonly rules: readonly Rule[]
  readonly toCome: readonly Sweep[]
  readonly done: readonly Sweep[]
}

const number = (value: number | null) => ({ text: String(value ?? 0), format: 'numeric' as const })

const toCome = (sweeps: readonly Sweep[]): Html =>
  sweeps.length === 0
    ? html`<p class="govuk-body">Nothing is due within a week.</p>`
    : table({
        stacks: true,
        caption: 'What will be cleared, said a week before',
        captionClasses: 'govuk-visually-hidden',
        head: ['What', 'On', 'Said on', { text: 'Records', format: 'numeric' }, { text: 'People', format: 'numeric' }],
        rows: sweeps.map((sweep) => [
          sweep.called,
          formatDate(sweep.due_on),
          formatDate(sweep.announced_on),
          number(sweep.records_announced),
          number(sweep.people_announced),
        ]),
      })

const done = (sweeps: readonly Sweep[]): Html =>
  sweeps.length === 0
    ? html`<p class="govuk-body">Nothing has been cleared yet.</p>`
    : table({
        stacks: true,
        caption: 'What was cleared',
        captionClasses: 'govuk-visually-hidden',
        head: ['What', 'When', { text: 'Records', format: 'numeric' }, { text: 'People', format: 'numeric' }],
        rows: sweeps.map((sweep) => [
          sweep.called,
          sweep.carried_out_at ? formatInstant(sweep.carried_out_at) : '',
          number(sweep.records_cleared),
          number(sweep.people_affected),
        ]),
      })

const rulesTable = (rules: readonly Rule[]): Html =>
  scrollable(
    'The rules of retention',
    table({
      stacks: true,
      caption: 'The rules of retention',
      captionClasses: 'govuk-visually-hidden',
      head: ['What', 'Kept for', 'After', 'Then the program'],
      rows: rules.map((rule) => [rule.called, monthsInWords(rule.months), rule.from, rule.does]),
    }),
  )

type HubRetention = {
  readonly hub: { readonly slug: string; readonly name: string }
  readonly rules: readonly Rule[]
  readonly toCome: readonly {
    readonly rule: { readonly called: string; readonly does: string }
    readonly dueOn: Temporal.PlainDate
    readonly records: number
    readonly people: number
  }[]
}

/** The same for the leads of a hub: what goes of theirs in the coming week. */
export const hubRetentionView = (frame: Frame, { hub, rules, toCome: next }: HubRetention): Html =>
  layout(
    frame,
    {
      title: 'How long things are kept',
      breadcrumbs: [
        { text: 'Hub work', href: `/hub/${hub.slug}` },
        { text: 'People’s data', href: `/hub/${hub.slug}/personal-data` },
        { text: 'How long things are kept' },
      ],
      wide: true,
      unlisted: true,
    },
    html`<h1 class="govuk-heading-l">How long things are kept</h1>
<p class="govuk-body">Every night the program looks for what has been kept long enough, says so here and by mail to you a week before, and then clears it. What was counted stays counted. If something must be kept longer, because a complaint or a claim is open, tell the national team before that day.</p>
<h2 class="govuk-heading-m">In the coming week at ${hub.name}</h2>
${
  next.length === 0
    ? html`<p class="govuk-body">Nothing of your hub is due within a week.</p>`
    : table({
        stacks: true,
        caption: 'What will be cleared at your hub',
        captionClasses: 'govuk-visually-hidden',
        head: [
          'On',
          'What',
          'The program',
          { text: 'Records', format: 'numeric' },
          { text: 'People', format: 'numeric' },
        ],
        rows: next.map(({ rule, dueOn, records, people }) => [
          formatDate(dueOn),
          rule.called,
          rule.does,
          number(records),
          number(people),
        ]),
      })
}
<h2 class="govuk-heading-m">The rules</h2>
${rulesTable(rules)}`,
  )

/** How long things are kept, what is about to go, and what has gone. */
export const retentionView = (frame: Frame, { form, rules, toCome: next, done: past }: Retention): Html =>
  layout(
    frame,
    {
      title: 'How long things are kept',
      breadcrumbs: [
        { text: 'National picture', href: '/network' },
        { text: 'People’s data', href: '/network/personal-data' },
        { text: 'How long things are kept' },
      ],
      errors: form.errors,
      wide: true,
      unlisted: true,
    },
    html`<h1 class="govuk-heading-l">How long things are kept</h1>
<p class="govuk-body">Every night the program looks for what has been kept long enough. It says so here a week before, tells hub leads whose people it touches, and then clears it. What was counted stays counted.</p>
<h2 class="govuk-heading-m">In the coming week</h2>
${toCome(next)}
<h2 class="govuk-heading-m">The rules</h2>
${rulesTable(rules)}
<h2 class="govuk-heading-m">Change a rule</h2>
<form method="post" action="/network/retention" novalidate>
${selectField(form, { name: 'rule', label: 'What', items: rules.map(({ key, called }) => ({ value: key, text: called })) })}
${textField(form, { name: 'months', label: 'Kept for so many months', inputmode: 'numeric', width: 4, hint: 'What is shorter than before is announced first: nothing goes within a week.' })}
${button({ text: 'Save', classes: 'govuk-button--secondary' })}
</form>
<h2 class="govuk-heading-m">What was cleared</h2>
${done(past)}`,
  )
