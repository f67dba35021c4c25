import { table } from '../../../ui/components/table.ts'
import { type Html, html } from '../../../ui/html.ts'
import { formatDate } from '../../../vocabulary/local-time.ts'
import { changeLabels } from '../register-import.ts'
import { type Changed, type ChangeSeen, inWords } from '../said.ts'
import { labelOf } from '../schools-register.ts'

const differences = (changed: Changed): Html =>
  html`${Object.entries(changed).map(([fact, [before, after]]) => html`<div>${labelOf(fact)}: ${inWords(fact, before)} → ${inWords(fact, after)}</div>`)}`

/** A table of changes, of several organisations or of one. */
export const changesTable = (
  changes: readonly ChangeSeen[],
  { caption, isOfOne }: { caption: string; isOfOne: boolean },
): Html =>
  table({
    caption,
    captionClasses: 'govuk-table__caption--m',
    head: [...(isOfOne ? [] : ['Organisation']), 'What happened', 'Since', 'What was said before and after'],
    rows: changes.map((change) => [
      ...(isOfOne
        ? []
        : [
            html`<a class="govuk-link" href="/network/organisations/${change.organisationId}">${change.name}</a>${change.urn !== null && html` (${change.urn})`}`,
          ]),
      changeLabels[change.kind],
      formatDate(change.heldOn),
      differences(change.changed),
    ]),
    stacks: true,
  })
