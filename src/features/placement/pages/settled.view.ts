import { button } from '../../../ui/components/button.ts'
import { pager } from '../../../ui/components/pager.ts'
import { type FormState, radiosField, selectField } from '../../../ui/fields.ts'
import { type Html, html } from '../../../ui/html.ts'
import type { Pin } from '../asked.ts'

type Settled = {
  readonly base: string
  readonly pins: readonly Pin[]
  readonly proposals: readonly { readonly interestId: string; readonly organisation: string }[]
  readonly groups: readonly { readonly id: string; readonly name: string }[]
  readonly form: FormState
  /** The page of what is settled, counted from 1. */
  readonly page: number
}

const pinsOnAPage = 20

const sentence = ({ proposals, groups }: Settled, pin: Pin): string => {
  const name = (id: string | null) =>
    proposals.find((each) => each.interestId === id)?.organisation ?? 'One who asks no more'
  const group = groups.find(({ id }) => id === pin.groupId)?.name ?? 'a group that is over'
  switch (pin.kind) {
    case 'put':
      return pin.groupId === null ? `${name(pin.interestId)} is left out` : `${name(pin.interestId)} goes to ${group}`
    case 'never':
      return `${name(pin.interestId)} never goes to ${group}`
    case 'together':
      return `${name(pin.interestId)} and ${name(pin.otherInterestId)} are kept together`
    case 'apart':
      return `${name(pin.interestId)} and ${name(pin.otherInterestId)} are kept apart`
  }
}

const list = (data: Settled): Html => {
  const { base, pins, page } = data
  const shown = pins.slice((page - 1) * pinsOnAPage, page * pinsOnAPage)
  return html`<ul class="govuk-list govuk-list--bullet">${shown.map(
    (pin) =>
      html`<li>${sentence(data, pin)} <form class="app-inline" method="post" action="${base}/pins/${pin.id}/remove">${button({ text: html`Take off<span class="govuk-visually-hidden">: ${sentence(data, pin)}</span>`, classes: 'govuk-button--secondary govuk-!-margin-bottom-1', preventDoubleClick: true })}</form></li>`,
  )}</ul>${
    pins.length > pinsOnAPage &&
    pager({
      page,
      pageSize: pinsOnAPage,
      total: pins.length,
      noun: 'things settled',
      href: (next) => `${base}?page=${next}#settled`,
    })
  }`
}

/** What is settled by hand, each to be taken off; two to be kept together or apart; and working the placement out again under it. */
export const settled = (data: Settled): Html => {
  const { base, pins, proposals, form } = data
  const items = proposals.map(({ interestId, organisation }) => ({ value: interestId, text: organisation }))
  return html`<h2 class="govuk-heading-m" id="settled">Settled by hand</h2>
${
  pins.length === 0
    ? html`<p class="govuk-body">Nothing yet. What you settle stays so when the placement is worked out again.</p>`
    : list(data)
}
<details class="govuk-details"${form.errors.some(({ field }) => field === 'first') ? html` open` : ''}><summary class="govuk-details__summary"><span class="govuk-details__summary-text">Keep two together or apart</span></summary><div class="govuk-details__text">
<form method="post" action="${base}/company" novalidate>
${selectField(form, { name: 'first', label: 'One', items })}
${selectField(form, { name: 'second', label: 'The other', items })}
${radiosField(form, {
  name: 'kept',
  label: 'Are kept',
  items: [
    { value: 'together', text: 'Together' },
    { value: 'apart', text: 'Apart' },
  ],
  value: 'together',
  inline: true,
})}
${button({ text: 'Settle it', classes: 'govuk-button--secondary', preventDoubleClick: true })}
</form></div></details>
<form method="post" action="${base}/again">${button({ text: 'Work it out again', classes: 'govuk-button--secondary', preventDoubleClick: true })}</form>
<p class="govuk-hint">As few as can be are moved. This proposal stays as it is, to compare and to go back to.</p>`
}
