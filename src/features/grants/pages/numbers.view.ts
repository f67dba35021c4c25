import { emptyState } from '../../../ui/components/empty-state.ts'
import { table } from '../../../ui/components/table.ts'
import { type Html, html } from '../../../ui/html.ts'
import { layout } from '../../../ui/layout.ts'
import { type AcademicYear, yearLabel } from '../../../vocabulary/academic-year.ts'
import type { Frame } from '../../../vocabulary/frame.ts'
import { formatMoney, type Pence } from '../../../vocabulary/money.ts'
import { type GrantStatus, grantStatusLabels } from '../grant.ts'
import { type GrantKind, grantKindLabels } from '../grant-rule.ts'

type Numbers = readonly {
  readonly hub: string
  readonly kind: GrantKind
  readonly status: GrantStatus
  readonly count: number
  readonly pence: Pence
}[]

/** What hubs granted in a year, in numbers: no school and nobody is named. */
export const numbersView = (
  frame: Frame,
  { year, numbers }: { readonly year: AcademicYear; readonly numbers: Numbers },
): Html =>
  layout(
    frame,
    {
      title: 'Grants in numbers',
      breadcrumbs: [{ text: 'National picture', href: '/network' }, { text: 'Grants in numbers' }],
      unlisted: true,
      wide: true,
    },
    html`<span class="govuk-caption-l">${yearLabel(year)}</span><h1 class="govuk-heading-l">Grants in numbers</h1>
${
  numbers.length === 0
    ? emptyState({
        title: 'Nothing has been granted',
        text: 'What hubs work out as due stands here by kind and state.',
      })
    : table({
        stacks: true,
        caption: 'Grants by hub, kind and state',
        captionClasses: 'govuk-visually-hidden',
        firstCellIsHeader: true,
        head: [
          'Hub',
          'Kind',
          'State',
          { text: 'How many', format: 'numeric' as const },
          { text: 'Amount', format: 'numeric' as const },
        ],
        rows: numbers.map((one) => [
          one.hub,
          grantKindLabels[one.kind],
          grantStatusLabels[one.status],
          { text: String(one.count), format: 'numeric' as const },
          { text: formatMoney(one.pence), format: 'numeric' as const },
        ]),
      })
}
<p class="govuk-body"><a class="govuk-link" href="/network/grants/rules">The network’s rules of grants</a></p>`,
  )
