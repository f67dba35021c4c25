import { button } from '../../../ui/components/button.ts'
import { insetText } from '../../../ui/components/inset-text.ts'
import { warningText } from '../../../ui/components/warning-text.ts'
import { dateField, type FormState, hiddenField, radiosField } from '../../../ui/fields.ts'
import { type Html, html } from '../../../ui/html.ts'
import { type FallingShort, fieldOfShort } from '../falling-short.ts'

export type AcceptShown = {
  readonly base: string
  readonly placed: number
  readonly names: ReadonlyMap<string, string>
  readonly form: FormState
  /** The mark of what is seen: accepting something else is said first. */
  readonly mark: string
  readonly short: readonly FallingShort[]
  /** What has changed since the page was opened from which it was accepted. */
  readonly changes: readonly string[]
}

const counted = (count: number): string => `${count} ${count === 1 ? 'place is' : 'places are'}`

const changed = (changes: readonly string[]): Html | false =>
  changes.length > 0 &&
  html`${warningText('The proposal, or what it rests on, has changed since you opened this page. Nothing has been offered. Look at what has changed, then accept it as it is now.')}
<ul class="govuk-list govuk-list--bullet">${changes.map((each) => html`<li>${each}</li>`)}</ul>`

const whoIsMissing = ({ missing }: FallingShort, names: AcceptShown['names']): string =>
  missing.length === 0
    ? 'They can be put into it, but they are too few.'
    : `Cannot be put into it any more: ${missing.map((id) => names.get(id) ?? 'a school').join(', ')}.`

const tooFew = ({ short, names, form }: AcceptShown): Html | false =>
  short.length > 0 &&
  html`${short.map((group) =>
    radiosField(form, {
      name: fieldOfShort(group.groupId),
      label: `${group.name} would have ${group.would}, and needs ${group.needs} to run. What is to be done?`,
      hint: whoIsMissing(group, names),
      items: [
        { value: 'fewer', text: 'Offer its places all the same' },
        { value: 'without', text: 'Leave that group out: its schools stay as they are, to be decided on' },
      ],
    }),
  )}`

/** Accepting a placement: what has changed since it was seen, which groups would have too few, and until when to answer. */
export const accepting = (
  shown: AcceptShown,
): Html => html`<h2 class="govuk-heading-m" id="accept">Accept the placement</h2>
${changed(shown.changes)}
${insetText(`${counted(shown.placed)} offered at once, each with one mail to who asked. An offer that is declined or not answered in time goes to the next on the waiting list by itself.`)}
<form method="post" action="${shown.base}/accept" novalidate>
${hiddenField('seen', shown.mark)}
${tooFew(shown)}
${dateField(shown.form, { name: 'respond_by', label: 'Last day to answer', hint: 'Until 11:59pm of that day, or until the first session of the group begins if that is sooner' })}
${button({ text: `Offer ${shown.placed} ${shown.placed === 1 ? 'place' : 'places'}`, preventDoubleClick: true })}
</form>
<form method="post" action="${shown.base}/discard">${button({ text: 'Discard the proposal', classes: 'govuk-button--secondary', preventDoubleClick: true })}</form>`
