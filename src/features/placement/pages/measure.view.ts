import { type FormState, radiosField, textField } from '../../../ui/fields.ts'
import { type Html, html } from '../../../ui/html.ts'
import { formatCount } from '../../../vocabulary/count.ts'
import { milesInWords } from '../../../vocabulary/grid.ts'
import { formatDate, localDate } from '../../../vocabulary/local-time.ts'
import type { Instance } from '../../placement-solving/index.ts'
import type { Asked } from '../asked.ts'
import type { HubSeen } from './placements.view.ts'

/** The table of minutes that counts, as the form names it. */
export type TableSeen = { readonly id: string; readonly ways: number; readonly inForceAt: Temporal.Instant | null }

const number = (form: FormState, name: string, label: string, hint: string): Html =>
  textField(form, { name, label, hint, width: 3, inputmode: 'numeric' })

const straight = 'In a straight line, beside the limits that schools stated themselves'

/** How ways are measured, and how far anybody goes at most. */
export const measureFields = (hub: HubSeen, table: TableSeen | null, form: FormState): Html =>
  table === null
    ? html`${number(form, 'most_miles', 'Most miles for anybody (optional)', straight)}
<p class="govuk-body">Ways can be counted in minutes instead: <a class="govuk-link" href="/hub/${hub.slug}/travel-times">bring a table of minutes</a> first.</p>`
    : radiosField(form, {
        name: 'measure',
        label: 'How ways are measured',
        items: [
          {
            value: 'miles',
            text: 'In miles, in a straight line',
            conditional: number(form, 'most_miles', 'Most miles for anybody (optional)', straight),
          },
          {
            value: 'minutes',
            text: 'In minutes, by the hub’s table',
            hint: html`<a class="govuk-link" href="/hub/${hub.slug}/travel-times/${table.id}">${formatCount(table.ways)} ways, counting since ${table.inForceAt ? formatDate(localDate(table.inForceAt)) : 'today'}</a>. Where it says nothing of a school and a group the straight line is used.`,
            conditional: html`${number(form, 'most_minutes', 'Most minutes for anybody (optional)', 'Beside the limits in miles that schools stated themselves')}${number(form, 'untold_miles', 'Most miles where the table says nothing', 'In a straight line; needed where you give the most minutes')}`,
          },
        ],
      })

/** What was chosen of ways, as sentences that hold for all of a placement. */
export const measureInWords = ({ measure, mostMiles, mostMinutes }: Asked): readonly string[] => {
  if (measure === 'miles') return mostMiles === null ? [] : [`Nobody travels more than ${milesInWords(mostMiles)}.`]
  return [
    `Ways are measured in minutes by the hub’s table.${mostMinutes === null ? '' : ` Nobody travels more than ${mostMinutes} minutes.`}`,
    `Where the table says nothing the straight line is used${mostMiles === null ? '' : `, ${milesInWords(mostMiles)} at the most`}.`,
  ]
}

/** How many of the ways that a placement chose among the table says nothing of; null where miles are measured. */
export const untoldWays = ({ applicants, groups, rules }: Instance): string | null => {
  if (rules.measure === 'miles') return null
  const ways = applicants.length * groups.length
  const told = applicants.reduce((sum, { minutes }) => sum + Object.keys(minutes).length, 0)
  return told === ways
    ? 'The table tells the minutes of every way in it.'
    : `Of the ${formatCount(ways)} ways in it the table says nothing of ${formatCount(ways - told)}: each reason says where that counts.`
}

/** "25 minutes", and how far it is in a straight line. */
export const wayCell = ({
  miles,
  minutes,
}: {
  readonly miles: number | null
  readonly minutes: number | null
}): string =>
  minutes === null ? (miles === null ? '' : `${miles}`) : `${minutes} min${miles === null ? '' : ` (${miles})`}`
