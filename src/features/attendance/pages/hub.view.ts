import { actionBar } from '../../../ui/components/action-bar.ts'
import { emptyState } from '../../../ui/components/empty-state.ts'
import { scrollable } from '../../../ui/components/scrollable.ts'
import { table } from '../../../ui/components/table.ts'
import { type Html, html } from '../../../ui/html.ts'
import { layout } from '../../../ui/layout.ts'
import { type AcademicYear, yearLabel, yearSlug } from '../../../vocabulary/academic-year.ts'
import type { Frame } from '../../../vocabulary/frame.ts'
import { minutesInWords } from '../../../vocabulary/length-of-day.ts'
import { whatCounts } from '../../registers/index.ts'
import type { GroupLine } from '../group-sums.ts'

type Shown = {
  readonly hub: { readonly slug: string; readonly name: string }
  readonly year: AcademicYear
  readonly years: readonly AcademicYear[]
  readonly lines: readonly {
    readonly id: string
    readonly name: string
    readonly project: string
    readonly line: GroupLine
  }[]
}

const number = (text: string | number) => ({ text, format: 'numeric' as const })

/** What attendance comes to in the groups of a hub, group by group. */
export const hubSumsView = (frame: Frame, { hub, year, years, lines }: Shown): Html => {
  const address = `/hub/${hub.slug}/attendance`
  const others = years.filter((each) => each !== year)
  return layout(
    frame,
    {
      title: `Attendance in ${yearLabel(year)}`,
      backLink: { text: 'Groups', href: `/hub/${hub.slug}/groups` },
      wide: true,
    },
    html`${actionBar({
      caption: hub.name,
      title: `Attendance in ${yearLabel(year)}`,
      text: 'What registers come to in the groups that this hub leads, against what their projects ask.',
    })}
<p class="govuk-body">${whatCounts} Whether minutes that were missed are taken off, each project says.</p>
${others.length > 0 && html`<p class="govuk-body">Other years: ${others.map((each, at) => html`${at > 0 ? ', ' : ''}<a class="govuk-link" href="${address}?year=${yearSlug(each)}">${yearLabel(each)}</a>`)}</p>`}
${
  lines.length === 0
    ? emptyState({ title: 'No groups in this year', text: 'Attendance stands here once groups have met.' })
    : html`${scrollable(
        'Attendance by group',
        table({
          caption: 'By group',
          captionClasses: 'govuk-table__caption--m',
          firstCellIsHeader: true,
          head: [
            'Group',
            number('Sessions held'),
            number('Schools that have reached what is asked'),
            number('People'),
            number('Sessions of all people'),
            number('Time of all people'),
            number('To settle'),
          ],
          rows: lines.map(({ id, name, project, line }) => [
            html`<a class="govuk-link" href="/groups/${id}/attendance/asked">${name}</a><br><span class="govuk-!-font-weight-regular">${project}</span>`,
            number(line.held),
            number(line.met === null ? '–' : `${line.met} of ${line.organisations}`),
            number(line.people),
            number(line.sessionsOfPeople),
            number(minutesInWords(line.minutesOfPeople)),
            number(line.toSettle),
          ]),
        }),
      )}<p class="govuk-body"><a class="govuk-link" href="${address}.csv?year=${yearSlug(year)}">By school and person as a file (CSV)</a></p>`
}`,
  )
}
