import { insetText } from '../../../ui/components/inset-text.ts'
import { scrollable } from '../../../ui/components/scrollable.ts'
import { statFigures } from '../../../ui/components/stat-figure.ts'
import { table } from '../../../ui/components/table.ts'
import { type Html, html } from '../../../ui/html.ts'
import { milesInWords } from '../../../vocabulary/grid.ts'
import type { Figures } from '../../placement-solving/index.ts'
import type { RunSummary } from '../run.ts'

const average = ({ placed, measured = placed, miles }: Figures): number | null =>
  measured === 0 ? null : Math.round((miles / measured) * 10) / 10

const told = (figures: Figures, miles: number): string =>
  average(figures) === null ? 'Not known' : milesInWords(miles)

const timedCells = ({ timed }: Figures) => [
  {
    text: timed && timed.placed > 0 ? Math.round(timed.minutes / timed.placed) : 'Not known',
    format: 'numeric' as const,
  },
  { text: timed && timed.placed > 0 ? timed.longest : 'Not known', format: 'numeric' as const },
]

const wishes = ({ wishing, firstWish, anyWish }: Figures): string =>
  wishing === 0 ? 'None stated' : `${anyWish} of ${wishing}, the first for ${firstWish}`

const cells = (figures: Figures, isTimed: boolean) => [
  { text: figures.placed, format: 'numeric' as const },
  ...(isTimed ? timedCells(figures) : []),
  { text: average(figures) ?? 'Not known', format: 'numeric' as const },
  { text: average(figures) === null ? 'Not known' : figures.longest, format: 'numeric' as const },
  wishes(figures),
]

/** Figures of placements under each other, with what each is. */
export const figuresTable = (caption: string, lines: readonly (readonly [string, Figures])[]): Html => {
  const isTimed = lines.some(([, { timed }]) => timed !== undefined)
  return scrollable(
    caption,
    table({
      stacks: true,
      caption,
      captionClasses: 'govuk-table__caption--m',
      firstCellIsHeader: true,
      head: [
        'Placement',
        { text: 'Placed', format: 'numeric' },
        ...(isTimed
          ? [
              { text: 'Average minutes', format: 'numeric' as const },
              { text: 'Longest minutes', format: 'numeric' as const },
            ]
          : []),
        { text: 'Average miles', format: 'numeric' },
        { text: 'Longest miles', format: 'numeric' },
        'Wishes for a group met',
      ],
      rows: lines.map(([name, figures]) => [name, ...cells(figures, isTimed)]),
    }),
  )
}

/** The figures of a run; null for one of an earlier time that kept fewer. */
export const figuresOfRun = ({ placed, measured, miles, longest, timed, ...wished }: RunSummary): Figures | null =>
  placed === undefined || miles === undefined || longest === undefined
    ? null
    : {
        placed,
        ...(measured === undefined ? {} : { measured }),
        ...(timed === undefined ? {} : { timed }),
        miles,
        longest,
        wishing: wished.wishing ?? 0,
        firstWish: wished.firstWish ?? 0,
        anyWish: wished.anyWish ?? 0,
      }

const proof = ({ proved, gap, groupsLookedAt }: RunSummary): string => {
  const among = groupsLookedAt ? ` For each the ${groupsLookedAt} groups that suit it best were looked at.` : ''
  if (proved !== false) return `Proved: no placement that keeps every limit is better.${among}`
  const places = gap && gap.places > 0 ? `at most ${gap.places} more could be placed` : 'nobody more could be placed'
  const miles = gap
    ? `, and wishes and travel could be better by at most what ${milesInWords(gap.miles)} would weigh`
    : ''
  return `The search was stopped at its limit: this is the best placement found, not proved to be the best there is. ${gap ? `It is proved that ${places}${miles}.` : ''}${among}`
}

/** What a placement comes to, whether it is proved the best, and what first come, first served would have come to. */
export const figures = (summary: RunSummary): Html => {
  const own = figuresOfRun(summary)
  if (!own) return html``
  return html`${statFigures([
    { label: 'Placed', value: `${own.placed} of ${summary.applicants}` },
    ...(own.timed && own.timed.placed > 0
      ? [
          {
            label: 'Average way',
            value: `${Math.round(own.timed.minutes / own.timed.placed)} minutes`,
            definition: `By the hub’s table, which tells those of ${own.timed.placed}; ${own.timed.longest} at the most`,
          },
        ]
      : []),
    {
      label: 'Average distance',
      value: told(own, average(own) ?? 0),
      definition: 'In a straight line, of those whose distance is known',
    },
    { label: 'Longest distance', value: told(own, own.longest) },
    ...(summary.opened === undefined
      ? []
      : [{ label: 'New groups', value: `${summary.opened}`, definition: 'Opened when the placement is accepted' }]),
    ...(summary.moved === undefined || summary.moved === null
      ? []
      : [{ label: 'Moved', value: `${summary.moved}`, definition: 'Elsewhere than in the placement before' }]),
  ])}
${insetText(proof(summary))}
${
  summary.firstCome &&
  figuresTable('Beside first come, first served', [
    ['This placement', own],
    ['In the order of asking, each into the group it likes best of those with room', summary.firstCome],
  ])
}`
}
