import { statusTag, type Tone } from '../../../ui/components/status-tag.ts'
import { table } from '../../../ui/components/table.ts'
import { type Html, html } from '../../../ui/html.ts'
import { formatDay, formatTimeRange } from '../../../vocabulary/local-time.ts'
import type { Noted, PlanStatus } from '../plan.ts'

const labels: Readonly<Record<PlanStatus, string>> = {
  provisional: 'Provisional',
  confirmed: 'Confirmed',
  held: 'Held',
}
const tones: Readonly<Record<PlanStatus, Tone>> = { provisional: 'waiting', confirmed: 'good', held: 'over' }

export const timeOf = ({ from, to }: Pick<Noted, 'from' | 'to'>): string =>
  from && to ? formatTimeRange(from, to) : 'Times to be confirmed'

/** The sessions of a plan in a table: when, which group, where, and what speaks against it. */
export const plannedTable = (caption: string, plan: readonly Noted[]): Html =>
  table({
    caption,
    captionClasses: 'govuk-table__caption--m',
    stacks: true,
    head: ['When', 'Session', 'Where', 'State', 'Clashes'],
    rows: plan.map((session) => [
      html`${formatDay(session.on)}<br>${timeOf(session)}`,
      html`<a class="govuk-link" href="/groups/${session.groupId}">${session.group}</a>, session ${session.number}${session.title && html`: ${session.title}`}<br><span class="govuk-body-s">${session.leads.map(({ name }) => name).join(', ')}</span>`,
      session.place ?? 'To be confirmed',
      statusTag(labels[session.status], tones[session.status]),
      session.clashes.length === 0
        ? ''
        : html`${session.clashes.map((clash, at) => html`${at > 0 && html`<br>`}${clash}.`)}`,
    ]),
  })
