import { button } from '../../../ui/components/button.ts'
import { checkboxesField, type FormState, radiosField } from '../../../ui/fields.ts'
import { type Html, html } from '../../../ui/html.ts'
import { layout } from '../../../ui/layout.ts'
import type { Frame } from '../../../vocabulary/frame.ts'
import type { HubSeen } from './placements.view.ts'

type Choice = {
  readonly hub: HubSeen
  readonly run: { readonly id: string; readonly offerTitle: string }
  readonly proposal: {
    readonly interestId: string
    readonly organisation: string
    readonly people: number
    readonly groupId: string | null
    readonly reason: string
  }
  readonly groups: readonly {
    readonly id: string
    readonly name: string
    readonly isNew: boolean
    readonly way: string
    readonly refusal: string | null
  }[]
  readonly form: FormState
}

type Group = Choice['groups'][number]

const hintOf = (group: Group): string => group.refusal ?? group.way

const notPossible = (groups: readonly Group[]): Html =>
  groups.length === 0
    ? html``
    : html`<p class="govuk-body">Not possible:</p><ul class="govuk-list govuk-list--bullet">${groups.map((group) => html`<li>${group.refusal}</li>`)}</ul>`

/** One school of a proposal put into another group: each group with its distance, or why it cannot be. */
export const changeView = (frame: Frame, { hub, run, proposal, groups, form }: Choice): Html => {
  const canBe = (group: Group) => group.refusal === null || group.id === proposal.groupId
  return layout(
    frame,
    {
      title: `Where does ${proposal.organisation} go?`,
      backLink: `/hub/${hub.slug}/placement/${run.id}`,
      errors: form.errors,
      unlisted: true,
    },
    html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<form method="post" action="/hub/${hub.slug}/placement/${run.id}/change/${proposal.interestId}" novalidate>
<span class="govuk-caption-l">${run.offerTitle}</span>
<h1 class="govuk-heading-l">Where does ${proposal.organisation} go?</h1>
<p class="govuk-body">${proposal.people === 1 ? 'One person' : `${proposal.people} people`} would come. The proposal’s reason: ${proposal.reason.slice(0, 1).toLowerCase()}${proposal.reason.slice(1)}. What you choose here stays so when the placement is worked out again.</p>
${radiosField(form, {
  name: 'group',
  label: 'Group',
  items: [
    ...groups.filter(canBe).map((group) => ({ value: group.id, text: group.name, hint: hintOf(group) })),
    { divider: 'or' },
    { value: 'none', text: 'Leave it out', hint: 'It stays as it is and can be placed later' },
    {
      value: 'free',
      text: 'Nothing is settled',
      hint: 'It stays as proposed, and goes where it fits best when the placement is worked out again',
    },
  ],
})}
${notPossible(groups.filter((group) => !canBe(group)))}
${checkboxesField(form, {
  name: 'never',
  label: 'Never in these groups',
  hint: 'Counts when the placement is worked out again',
  items: groups.flatMap((group) => (group.isNew ? [] : [{ value: group.id, text: group.name }])),
  small: true,
})}
${button({ text: 'Save', preventDoubleClick: true })}
</form></div></div>`,
  )
}
