import { button } from '../../../ui/components/button.ts'
import { table } from '../../../ui/components/table.ts'
import { hiddenField } from '../../../ui/fields.ts'
import { type Html, html } from '../../../ui/html.ts'
import { layout } from '../../../ui/layout.ts'
import type { FieldError } from '../../../vocabulary/form.ts'
import type { Frame } from '../../../vocabulary/frame.ts'
import { balanceInWords } from '../statement-of-account.ts'
import type { AccountShown, HubNamed } from './accounts.view.ts'

type Issuing = {
  readonly hub: HubNamed
  readonly chosen: readonly (AccountShown & {
    readonly readers: readonly { readonly name: string; readonly address: string }[]
  })[]
  readonly errors: readonly FieldError[]
}

/** Which statements would be issued, what each comes to and who is told, before anything is done. */
export const issueView = (frame: Frame, { hub, chosen, errors }: Issuing): Html => {
  const title = chosen.length === 1 ? 'Issue a statement' : `Issue ${chosen.length} statements`
  return layout(
    frame,
    { title, backLink: `/hub/${hub.slug}/accounts`, errors, wide: true, unlisted: true },
    html`<span class="govuk-caption-l">${hub.name}</span><h1 class="govuk-heading-l">${title}</h1>
<p class="govuk-body">A statement has the next number of your hub’s year. It cannot be changed or taken back: what is wrong is put right by an entry on the next.</p>
<div id="payer" tabindex="-1">${table({
      stacks: true,
      caption: 'Statements',
      captionClasses: 'govuk-visually-hidden',
      firstCellIsHeader: true,
      head: ['School or provider', 'New on it', 'Comes to', 'Who is told'],
      rows: chosen.map((account) => [
        account.organisation,
        account.unstated === 1 ? '1 entry' : `${account.unstated} entries`,
        balanceInWords(account.owed),
        account.readers.length === 0
          ? 'Nobody with an address is known: print it, and send it yourself'
          : account.readers.map(({ name, address }) => `${name}, ${address}`).join('; '),
      ]),
    })}</div>
<form method="post" action="/hub/${hub.slug}/accounts/issue" novalidate>${chosen.map(({ organisationId, owed }) => hiddenField('payer', `${organisationId} ${owed}`))}
${button({ text: title, preventDoubleClick: true })}</form>`,
  )
}
