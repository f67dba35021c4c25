import { button } from '../../../ui/components/button.ts'
import { insetText } from '../../../ui/components/inset-text.ts'
import { warningText } from '../../../ui/components/warning-text.ts'
import { type FormState, textArea } from '../../../ui/fields.ts'
import { type Html, html } from '../../../ui/html.ts'
import { layout } from '../../../ui/layout.ts'
import type { Frame } from '../../../vocabulary/frame.ts'
import { formatMoney } from '../../../vocabulary/money.ts'
import { totalOf } from '../cancellation.ts'
import { proposalInWords } from '../consequence.ts'
import { excuses, policyAgreed, shownFields } from './excuse.view.ts'
import { type Several, sessionNamed } from './several.view.ts'

/** What giving up the place would mean for everybody of the school. */
export const giveUpView = (
  frame: Frame,
  { several, form }: { readonly several: Several; readonly form: FormState },
): Html => {
  const open = several.lines.filter(({ cancelledAt }) => cancelledAt === null)
  const total = totalOf(open.map(({ proposal }) => proposal))
  const late = open.filter(({ proposal }) => proposal.kind === 'late')
  return layout(
    frame,
    { title: 'Give up the place', backLink: several.address.home, errors: form.errors, unlisted: true },
    html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<span class="govuk-caption-l">${several.group}</span>
<h1 class="govuk-heading-l">Give up the place of ${several.organisation}</h1>
<p class="govuk-body">Everybody of ${several.organisation} leaves the group, for all sessions still to come. The place goes to the next school that waits. This cannot be undone here.</p>
<div id="confirm" tabindex="-1">${
      late.length > 0
        ? html`${warningText(`${formatMoney(total)} in all is proposed to ${several.hub}, where a person decides whether to ask for it.`)}${late.map((line) => html`<p class="govuk-body"><strong>${sessionNamed(line)}, ${line.who.name}.</strong> ${proposalInWords(line.proposal, several.hub)}</p>`)}`
        : insetText('There is no charge.')
    }</div>
<form method="post" action="${several.address.place}" novalidate>
${shownFields(open)}
${total > 0 && excuses(several, form, { mayBeReplaced: false })}
${textArea(form, { name: 'reason', label: 'Why is the place given up? (optional)', rows: 3 })}
${button({ text: 'Give up the place', classes: 'govuk-button--warning', preventDoubleClick: true })}
</form>
<p class="govuk-body"><a class="govuk-link" href="${several.address.home}">Keep the place</a></p>
${policyAgreed(several)}
</div></div>`,
  )
}
