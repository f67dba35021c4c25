import { button } from '../../../ui/components/button.ts'
import { insetText } from '../../../ui/components/inset-text.ts'
import { dateField, type FormState, hiddenField, radiosField, selectField, textField } from '../../../ui/fields.ts'
import { type Html, html } from '../../../ui/html.ts'
import { layout } from '../../../ui/layout.ts'
import type { Frame } from '../../../vocabulary/frame.ts'
import { postKinds, postLabels } from '../../../vocabulary/posts.ts'

const back = '/account/details'
export const posts = postKinds.map((kind) => ({ value: kind, text: postLabels[kind] }))

/** A page that asks one thing. */
export const oneThing = (
  frame: Frame,
  { title, action, form, backLink = back }: { title: string; action: string; form: FormState; backLink?: string },
  { fields, save }: { fields: Html; save: string },
): Html =>
  layout(
    frame,
    { title, backLink, errors: form.errors, unlisted: true },
    html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<h1 class="govuk-heading-l">${title}</h1>
<form method="post" action="${action}" novalidate>
${fields}
${button({ text: save, preventDoubleClick: true })}
</form>
</div></div>`,
  )

type Drawing = (frame: Frame, form: FormState) => Html

export const nameView: Drawing = (frame, form) =>
  oneThing(
    frame,
    { title: 'What are you called?', action: '/account/details/name', form },
    {
      fields: html`${textField(form, { name: 'name', label: 'Full name', autocomplete: 'name', hint: 'The name you had before is kept, so that your hub still finds you. Statements you were given stay as they were.' })}`,
      save: 'Save',
    },
  )

export const telephoneView: Drawing = (frame, form) =>
  oneThing(
    frame,
    { title: 'Your telephone number', action: '/account/details/telephone', form },
    {
      fields: html`${textField(form, { name: 'telephone', label: 'Telephone number (optional)', type: 'tel', autocomplete: 'tel', width: 20, hint: 'For the day itself. Leave it empty to have it removed.' })}`,
      save: 'Save',
    },
  )

export const referenceNumberView: Drawing = (frame, form) =>
  oneThing(
    frame,
    { title: 'Your teacher reference number', action: '/account/details/reference-number', form },
    {
      fields: html`${textField(form, { name: 'number', label: 'Teacher reference number (optional)', width: 10, inputmode: 'numeric', autocomplete: 'off', hint: 'Seven digits, for example 12/34567. It is shown to nobody but you, and to a hub in whose groups you take part when it needs it. Leave it empty to have it removed.' })}`,
      save: 'Save',
    },
  )

export const addressView: Drawing = (frame, form) =>
  oneThing(
    frame,
    { title: 'Your new email address', action: '/account/details/address', form },
    {
      fields: html`${textField(form, { name: 'address', label: 'New email address', type: 'email', autocomplete: 'email' })}
${insetText('We write to the new address and ask you to confirm it. Until you do, nothing changes. The old address is told, and can stop the change for a week.')}`,
      save: 'Continue',
    },
  )

export type Workplace = { readonly id: string; readonly name: string }

const workplaceField = (form: FormState, name: string, label: string, workplaces: readonly Workplace[]): Html => {
  const [only] = workplaces
  return only && workplaces.length === 1
    ? html`${hiddenField(name, only.id)}<p class="govuk-body">${label} <strong>${only.name}</strong></p>`
    : radiosField(form, { name, label, items: workplaces.map(({ id, name: text }) => ({ value: id, text })) })
}

export const postView = (
  frame: Frame,
  { form, workplaces }: { form: FormState; workplaces: readonly Workplace[] },
): Html =>
  oneThing(
    frame,
    { title: 'What do you do now?', action: '/account/details/post', form },
    {
      fields: html`${workplaceField(form, 'organisation', 'Where?', workplaces)}
${selectField(form, { name: 'post', label: 'What you do there now', items: posts })}
${dateField(form, { name: 'on', label: 'Since when?', hint: 'For example, 1 9 2021' })}`,
      save: 'Save',
    },
  )

export const leaveView = (
  frame: Frame,
  { form, workplaces }: { form: FormState; workplaces: readonly Workplace[] },
): Html =>
  oneThing(
    frame,
    { title: 'I no longer work here', action: '/account/leave', form, backLink: '/account' },
    {
      fields: html`<p class="govuk-body">We end what you did there and any part you had as its lead. Its other leads are told. If you take part in a group for it, the hub decides what becomes of the place. If nobody is left to lead it here, the hub is asked to find somebody.</p>
<p class="govuk-body">Do you work at another school now? <a class="govuk-link" href="/account/moved">Say that you have moved</a> instead.</p>
${workplaceField(form, 'organisation', 'Where do you no longer work?', workplaces)}
${dateField(form, { name: 'on', label: 'From when?', hint: 'The first day on which you no longer work there, for example 1 9 2021. It may be a day still to come.' })}`,
      save: 'I no longer work there',
    },
  )

export const movedView = (
  frame: Frame,
  { form, workplaces, to }: { form: FormState; workplaces: readonly Workplace[]; to: Workplace },
): Html =>
  oneThing(
    frame,
    { title: `I move to ${to.name}`, action: '/account/moved', form, backLink: '/account/moved' },
    {
      fields: html`<p class="govuk-body">We end what you do at the school you leave, tell its leads, and ask the hub what becomes of each group you take part in: the place can stay with the old school, or you go on for the new one. Your dates stand until it is decided.</p>
${hiddenField('to', to.id)}
${workplaceField(form, 'from', 'Which school do you leave?', workplaces)}
${selectField(form, { name: 'post', label: `What you do at ${to.name}`, items: posts })}
${dateField(form, { name: 'on', label: 'From when?', hint: 'Your first day there, for example 1 9 2021. If it is still to come, nothing changes until then.' })}`,
      save: 'Save the move',
    },
  )
