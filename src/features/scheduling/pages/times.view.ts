import { button } from '../../../ui/components/button.ts'
import { insetText } from '../../../ui/components/inset-text.ts'
import { table } from '../../../ui/components/table.ts'
import { type FormState, textArea, textField } from '../../../ui/fields.ts'
import { type Html, html } from '../../../ui/html.ts'
import { layout } from '../../../ui/layout.ts'
import type { Frame } from '../../../vocabulary/frame.ts'
import { formatDate, formatTime, localDate } from '../../../vocabulary/local-time.ts'
import { dayName } from '../asked.ts'
import type { Away, Stretch } from '../day.ts'

export type TimesShown = {
  readonly title: string
  readonly caption: string
  readonly lead: string
  /** Who stated what stands, where it is not the reader. */
  readonly said?: string | null
  readonly action: string
  readonly backLink: string
  readonly can: readonly Stretch[]
  readonly away: readonly Away[]
  readonly form: FormState
}

const shortOf = (day: Temporal.PlainDate): string => `${day.day}/${day.month}/${day.year}`
const lineOf = ({ from, to }: Away): string => (from.equals(to) ? shortOf(from) : `${shortOf(from)} to ${shortOf(to)}`)

/** Who stated last what stands, the lead where it is nobody else; null where nothing is stated. */
type LastStated = { readonly by: string | null; readonly at: Temporal.Instant } | null

/** Who stated what stands, in a sentence: of oneself only where it was somebody else. */
export const saidInWords = (stated: LastStated, own: string | null): string | null => {
  if (stated === null || (own !== null && stated.by === null)) return null
  const on = formatDate(localDate(stated.at))
  if (stated.by === null) return `The lead stated this on ${on}.`
  return own === null
    ? `${stated.by} stated this on ${on}.`
    : `${stated.by} stated this for you on ${on}. Change what is not right.`
}

/** When somebody, or a venue, can: schedules are proposed within these times. */
export const timesView = (
  frame: Frame,
  { title, caption, lead, said = null, action, backLink, can, away, form }: TimesShown,
): Html => {
  const of = (day: number) => can.find((each) => each.day === day)
  const box = (name: string, label: string, time: Temporal.PlainTime | undefined): Html =>
    textField(form, {
      name,
      label: html`<span class="govuk-visually-hidden">${label}</span>`,
      width: 10,
      value: time ? formatTime(time) : null,
    })
  return layout(
    frame,
    { title, backLink, errors: form.errors, unlisted: true },
    html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<span class="govuk-caption-l">${caption}</span><h1 class="govuk-heading-l">${title}</h1>
<p class="govuk-body">${lead} A day that is left empty is not possible; if all are left empty, any time is.</p>
${said !== null && insetText(said)}
<form method="post" action="${action}" novalidate>
${table({
  caption: 'By day of the week',
  captionClasses: 'govuk-table__caption--m',
  firstCellIsHeader: true,
  head: ['Day', 'From', 'Until'],
  rows: [1, 2, 3, 4, 5, 6].map((day) => [
    dayName(day),
    box(`from-${day}`, `${dayName(day)}, from`, of(day)?.from),
    box(`to-${day}`, `${dayName(day)}, until`, of(day)?.to),
  ]),
})}
${textArea(form, { name: 'away', label: 'Days on which it is not possible', hint: 'One to a line: 25/10/2021, or 25/10/2021 to 29/10/2021', rows: 4, value: away.map(lineOf).join('\n') })}
${button({ text: 'Save', preventDoubleClick: true })}</form></div></div>`,
  )
}
