import { actionBar } from '../../../ui/components/action-bar.ts'
import { emptyState } from '../../../ui/components/empty-state.ts'
import { scrollable } from '../../../ui/components/scrollable.ts'
import { summaryList } from '../../../ui/components/summary-list.ts'
import { table } from '../../../ui/components/table.ts'
import { type Html, html } from '../../../ui/html.ts'
import { layout } from '../../../ui/layout.ts'
import type { Frame } from '../../../vocabulary/frame.ts'
import { minutesInWords } from '../../../vocabulary/length-of-day.ts'
import { countingInWords } from '../../registers/index.ts'
import type { GroupSums, Line } from '../group-sums.ts'
import { againstAsked, askedInWords, countedOf, plannedInWords, type Standing, standingLabels } from '../sums.ts'

const reached = (standing: Standing | null): string => (standing === null ? '–' : standingLabels[standing])
const beside = ({ done, planned }: Line['beside']): string =>
  [done > 0 ? minutesInWords(done) : null, planned > 0 ? `${minutesInWords(planned)} planned` : null]
    .filter((words) => words !== null)
    .join(', ') || '–'

const number = (text: string) => ({ text, format: 'numeric' as const })

const against = (line: Line, asked: GroupSums['asked']) => {
  const { far, planned } = countedOf(line, asked)
  return { done: againstAsked(far, asked), planned: plannedInWords(planned, asked) || '–' }
}

// Where nothing is asked for, nothing stands against it.
const lines = (caption: string, named: string, { asked, held }: GroupSums, all: readonly Line[]): Html => {
  const asks = asked.sessions !== null || asked.days !== null
  return scrollable(
    caption,
    table({
      caption,
      captionClasses: 'govuk-table__caption--m',
      firstCellIsHeader: true,
      stacks: true,
      head: [
        named,
        number('Sessions'),
        number('Time in sessions'),
        number('Time beside sessions'),
        ...(asks ? ['Done so far'] : []),
        'Still planned',
        ...(asks ? ['Reached'] : []),
        ...(all.some(({ sum }) => sum.toSettle > 0) ? [number('To settle')] : []),
      ],
      rows: all.map((line) => [
        html`${line.name}${line.name !== line.organisation && html`<br><span class="govuk-!-font-weight-regular">${line.organisation}${line.isSubstitute && ', as a substitute'}</span>`}`,
        number(`${line.sum.sessions} of ${held}`),
        number(minutesInWords(line.sum.minutes)),
        number(beside(line.beside)),
        ...(asks ? [against(line, asked).done] : []),
        against(line, asked).planned,
        ...(asks ? [reached(line.standing)] : []),
        ...(all.some(({ sum }) => sum.toSettle > 0) ? [number(String(line.sum.toSettle))] : []),
      ]),
    }),
  )
}

const theGroup = ({ asked, held, group }: GroupSums): Html => {
  const { far, planned } = countedOf(group, asked)
  return summaryList({
    rows: [
      {
        key: 'The group so far',
        value: `${held} ${held === 1 ? 'session' : 'sessions'} held, ${minutesInWords(group.sum.minutes)}${againstAsked(far, asked) ? `: ${againstAsked(far, asked)}` : ''}`,
      },
      { key: 'Still planned', value: plannedInWords(planned, asked) || 'Nothing' },
      { key: 'Beside its sessions', value: beside(group.beside).replace('–', 'Nothing recorded') },
    ],
  })
}

type Shown = {
  readonly group: { readonly name: string; readonly project: string }
  readonly sums: GroupSums
  readonly path: string
  readonly backTo: string
}

/** What attendance in a group comes to, by organisation and person, against what the project asks. */
export const sumsView = (frame: Frame, { group, sums, path, backTo }: Shown): Html =>
  layout(
    frame,
    { title: `Attendance against what is asked, ${group.name}`, backLink: backTo, wide: true },
    html`${actionBar({
      caption: `${group.name}, ${group.project}`,
      title: 'Attendance against what is asked',
      text: askedInWords(sums.asked),
    })}
${theGroup(sums)}
<p class="govuk-body">${countingInWords(sums.asked)}</p>
${
  sums.organisations.length === 0
    ? emptyState({ title: 'Nobody takes part yet', text: 'Attendance stands here once registers have been taken.' })
    : html`${lines('By school or provider', 'School or provider', sums, sums.organisations)}${lines('By person', 'Name', sums, sums.people)}
<p class="govuk-body"><a class="govuk-link" href="${path}.csv">Download as a file (CSV)</a></p>`
}`,
  )
