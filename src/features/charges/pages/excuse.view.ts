import { details } from '../../../ui/components/details.ts'
import { type FormState, hiddenField, radiosField, textField } from '../../../ui/fields.ts'
import { type Html, html } from '../../../ui/html.ts'
import type { PolicyTerms, Proposal } from '../cancellation.ts'
import { penceOf } from '../cancellation.ts'

type Asked = { readonly policy: PolicyTerms | null; readonly hub: string }

/** What is asked beside, only where an answer changes what is charged. */
export const excuses = ({ policy, hub }: Asked, form: FormState, { mayBeReplaced = true } = {}): Html | false => {
  if (policy === null || policy.amountPence === 0) return false
  const reasons = policy.exemptReasons.map((reason) => ({ value: `reason ${reason}`, text: reason }))
  const instead =
    policy.substituteAllowed && mayBeReplaced
      ? [
          {
            value: 'substitute',
            text: 'A colleague comes instead: then nothing is charged',
            conditional: textField(form, { name: 'colleague', label: 'Name of the colleague', autocomplete: 'off' }),
          },
        ]
      : []
  if (reasons.length + instead.length === 0) return false
  return radiosField(form, {
    name: 'excuse',
    label: 'Is it one of these?',
    hint:
      reasons.length > 0
        ? `Nothing is asked for where a reason of the policy holds. A person at ${hub} looks at it.`
        : undefined,
    small: true,
    value: 'none',
    items: [...reasons, ...instead, { value: 'none', text: 'None of these' }],
  })
}

/** The policy as it was agreed to. */
export const policyAgreed = ({ policy, hub }: Asked): Html | string =>
  policy === null
    ? ''
    : details({
        summaryText: 'The policy you agreed to',
        text: html`<p class="govuk-body">${policy.wording}</p><p class="govuk-body">${policy.name}, version ${policy.version}. A charge is never asked for by itself: a person at ${hub} decides.</p>`,
      })

type Noticed = { readonly participantId: string; readonly sessionId: string; readonly proposal: Proposal }

/** What was shown, line by line: confirming carries out this and nothing dearer. */
export const shownFields = (notices: readonly Noticed[]): readonly Html[] =>
  notices.map(({ participantId, sessionId, proposal }) =>
    hiddenField('shown', `${participantId} ${sessionId} ${penceOf(proposal)}`),
  )
