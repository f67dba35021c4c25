import { actionBar } from '../../../ui/components/action-bar.ts'
import { emptyState } from '../../../ui/components/empty-state.ts'
import { scrollable } from '../../../ui/components/scrollable.ts'
import { table } from '../../../ui/components/table.ts'
import { type Html, html } from '../../../ui/html.ts'
import { layout } from '../../../ui/layout.ts'
import type { Frame } from '../../../vocabulary/frame.ts'
import { minutesInWords } from '../../../vocabulary/length-of-day.ts'
import { countingInWords } from '../../registers/index.ts'
import type { GroupSums, Line } from '../group-sums.ts'
import { againstAsked, askedInWords } from '../sums.ts'

const reached = (isMet: boolean | null): string => (isMet === null ? '–' : isMet ? 'Reached' : 'Not yet')

const lines = (caption: string, named: string, { asked, held }: GroupSums, all: readonly Line[]): Html =>
  scrollable(
    caption,
    table({
      caption,
      captionClasses: 'govuk-table__caption--m',
      firstCellIsHeader: true,
      head: [
        named,
        { text: 'Sessions', format: 'numeric' },
        { text: 'Time', format: 'numeric' },
        'Against what is asked',
        'Reached',
      ],
      rows: all.map((line) => [
        html`${line.name}${line.name !== line.organisation && html`<br><span class="govuk-!-font-weight-regular">${line.organisation}${line.isSubstitute && ', as a substitute'}</span>`}`,
        { text: `${line.sum.sessions} of ${held}`, format: 'numeric' as const },
        { text: minutesInWords(line.sum.minutes), format: 'numeric' as const },
        html`${againstAsked(line.sum, asked) || '–'}${line.sum.toSettle > 0 && html`<br>${line.sum.toSettle} to settle`}`,
        reached(line.isMet),
      ]),
    }),
  )

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
      text: `${sums.held} ${sums.held === 1 ? 'session' : 'sessions'} held so far, ${minutesInWords(sums.minutesHeld)}. ${askedInWords(sums.asked)}`,
    })}
<p class="govuk-body">${countingInWords(sums.asked)}</p>
${
  sums.organisations.length === 0
    ? emptyState({ title: 'Nobody takes part yet', text: 'Attendance stands here once registers have been taken.' })
    : html`${lines('By school or provider', 'School or provider', sums, sums.organisations)}${lines('By person', 'Name', sums, sums.people)}
<p class="govuk-body"><a class="govuk-link" href="${path}.csv">Download as a file (CSV)</a></p>`
}`,
  )
