import { insetText } from '../../../ui/components/inset-text.ts'
import { scrollable } from '../../../ui/components/scrollable.ts'
import { table } from '../../../ui/components/table.ts'
import { timeline } from '../../../ui/components/timeline.ts'
import { type Html, html } from '../../../ui/html.ts'
import { layout } from '../../../ui/layout.ts'
import { academicYear, yearLabel } from '../../../vocabulary/academic-year.ts'
import type { Frame } from '../../../vocabulary/frame.ts'
import { formatDate, formatInstant, formatShortDate, localDate } from '../../../vocabulary/local-time.ts'
import { formatMoney } from '../../../vocabulary/money.ts'
import { causeLabels, chargeStatusLabels } from '../../charges/index.ts'
import { type Counting, countingInWords, type MarkName, markLabels } from '../../registers/index.ts'

type Named = { readonly name: string; readonly organisation: string }
type Own = Named & { readonly placeId: string; readonly isHere: boolean; readonly part: string }

export type OwnPart = {
  readonly group: {
    readonly id: string
    readonly name: string
    readonly year: number
    readonly project: string
    readonly hub: string
    readonly leads: readonly string[]
  }
  readonly own: readonly Own[]
  /** Everybody's name and school, for who takes part; null for who only leads a school that does. */
  readonly everybody: readonly Named[] | null
  readonly sessions: readonly {
    readonly id: string
    readonly number: number
    readonly onDate: Temporal.PlainDate | null
  }[]
  readonly counting: Counting
  readonly lines: readonly (Named & {
    readonly marks: Readonly<Record<string, MarkName | 'conflict'>>
    readonly attended: number
  })[]
  readonly tasks: readonly {
    readonly name: string
    readonly title: string
    readonly dueOn: Temporal.PlainDate
    readonly returnedAt: Temporal.Instant | null
    /** Where the reader returns or reads their own reflection. */
    readonly href: string | null
  }[]
  readonly charges: readonly {
    readonly name: string
    readonly cause: string
    readonly pence: number
    readonly status: string
    readonly session: number
    readonly onDate: Temporal.PlainDate | null
  }[]
  /** Who has left, and by when somebody who follows is named. */
  readonly successors: readonly {
    readonly participantId: string
    readonly person: string
    readonly byOn: Temporal.PlainDate
    readonly saysNobody: boolean
  }[]
  readonly past: readonly { readonly title: string; readonly at: Temporal.Instant }[]
}

/** A mark as those read it whom it is about. */
export const markInWords = (mark: MarkName | 'conflict' | undefined): string => {
  if (mark === undefined) return '–'
  return mark === 'conflict' ? 'To be settled' : markLabels[mark]
}

const captioned = (caption: string) => ({ caption, captionClasses: 'govuk-table__caption--m', stacks: true })

const attendance = ({ lines, sessions, counting }: OwnPart): Html =>
  lines.length === 0
    ? html`<h2 class="govuk-heading-m">Attendance</h2><p class="govuk-body">No register has been taken yet.</p>`
    : html`${scrollable(
        'Attendance',
        table({
          ...captioned('Attendance'),
          firstCellIsHeader: true,
          head: [
            'Name',
            ...sessions.map(
              ({ number, onDate }) => html`Session ${number}${onDate && html`<br>${formatShortDate(onDate)}`}`,
            ),
            { text: 'Came to', format: 'numeric' as const },
          ],
          rows: lines.map((line) => [
            line.name,
            ...sessions.map(({ id }) => markInWords(line.marks[id])),
            { text: line.attended, format: 'numeric' as const },
          ]),
        }),
      )}<p class="govuk-body">${countingInWords(counting)}</p>`

const tasks = (own: OwnPart): Html | false =>
  own.tasks.length > 0 &&
  table({
    ...captioned('School-based tasks'),
    head: ['Task', 'Who', 'Due', 'Reflection'],
    rows: own.tasks.map(({ title, name, dueOn, returnedAt, href }) => [
      href === null ? title : html`<a class="govuk-link" href="${href}">${title}</a>`,
      name,
      formatDate(dueOn),
      returnedAt === null ? 'Not returned yet' : `Returned ${formatDate(localDate(returnedAt))}`,
    ]),
  })

const charges = (own: OwnPart): Html | false =>
  own.charges.length > 0 &&
  html`${table({
    ...captioned('Charges'),
    head: ['For', 'Session', 'Cause', { text: 'Amount', format: 'numeric' }, 'Where it stands'],
    rows: own.charges.map((charge) => [
      charge.name,
      `Session ${charge.session}${charge.onDate ? `, ${formatShortDate(charge.onDate)}` : ''}`,
      causeLabels[charge.cause as keyof typeof causeLabels] ?? charge.cause,
      { text: formatMoney(charge.pence), format: 'numeric' as const },
      chargeStatusLabels[charge.status as keyof typeof chargeStatusLabels] ?? charge.status,
    ]),
  })}<p class="govuk-body">Nothing is asked for before ${own.group.hub} has confirmed it.</p>`

// Who only stood in for somebody once has nothing to cancel.
const cancelling = ({ own }: OwnPart): readonly Html[] =>
  [...Map.groupBy(own, ({ placeId }) => placeId)].flatMap(([placeId, parts]) => {
    const here = parts.filter(({ isHere, part }) => isHere && part !== 'substitute')
    return here.length === 0
      ? []
      : html`<p class="govuk-body"><a class="govuk-link" href="/places/${placeId}/cancel">Cancel sessions for ${here.map(({ name }) => name).join(' or ')}</a></p>`
  })

const successors = ({ successors: asked }: OwnPart): readonly Html[] =>
  asked.map(({ participantId, person, byOn, saysNobody }) =>
    insetText(
      html`${person} has left. ${saysNobody ? 'Nobody follows, as you said: the hub decides. ' : ''}<a class="govuk-link" href="/my/successors/${participantId}">Say who follows<span class="govuk-visually-hidden"> ${person}</span></a>${!saysNobody && ` by the end of ${formatDate(byOn)}`}.`,
    ),
  )

const everybody = ({ everybody: all }: OwnPart): Html | false =>
  all !== null &&
  table({
    ...captioned('Who takes part'),
    head: ['Name', 'School or institution'],
    rows: all.map(({ name, organisation }) => [name, organisation]),
  })

/** A group as those read it who take part in it, or lead a school that does. */
export const ownPartView = (frame: Frame, own: OwnPart): Html => {
  const { group, past } = own
  const organisations = [...new Set(own.own.map(({ organisation }) => organisation))]
  return layout(
    frame,
    {
      title: group.name,
      breadcrumbs: [{ text: 'My part', href: '/my' }, { text: group.name }],
      unlisted: true,
      wide: true,
    },
    html`<span class="govuk-caption-l">${group.project}, ${yearLabel(academicYear(group.year))}</span><h1 class="govuk-heading-l">${group.name}</h1>
<p class="govuk-body">${group.hub} holds the group. ${group.leads.length > 0 && `It is led by ${group.leads.join(' and ')}. `}What is told here is of ${[...new Set(own.own.map(({ name }) => name))].join(', ')} of ${organisations.join(' and ')}.</p>
${successors(own)}
${own.everybody !== null && html`<p class="govuk-body"><a class="govuk-link" href="/my/groups/${group.id}/page">The page of the group: dates, materials, tasks, messages</a></p>`}
${attendance(own)}
<p class="govuk-body"><a class="govuk-link" href="/my/groups/${group.id}/attendance">Against what the project asks: sessions, hours and days</a></p>
${own.own.some(({ isHere }) => isHere) && html`<p class="govuk-body"><a class="govuk-link" href="/my/groups/${group.id}/who-comes">Who comes to which session</a></p>`}
${cancelling(own)}
${tasks(own)}
${charges(own)}
${everybody(own)}
<p class="govuk-body"><a class="govuk-link" href="/my/groups/${group.id}/people.csv">Attendance of ${organisations.join(' and ')} as a file (CSV)</a></p>
${past.length > 0 && html`<h2 class="govuk-heading-m">What has happened to the place</h2>${timeline(past.map(({ title, at }) => ({ title, when: formatInstant(at), datetime: at.toString() })))}`}`,
  )
}
