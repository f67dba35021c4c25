import { button } from '../../../ui/components/button.ts'
import { details } from '../../../ui/components/details.ts'
import { type FormState, hiddenField, radiosField, selectField, textField } from '../../../ui/fields.ts'
import { type Html, html } from '../../../ui/html.ts'
import { postKinds, postLabels } from '../../../vocabulary/posts.ts'
import { type Interest, mayReplacePeople } from '../../interest/index.ts'

type Shown = { readonly interest: Interest; readonly path: string; readonly form: FormState }

/** Somebody else comes in place of one who is named. */
export const whoElse = ({ interest, path, form }: Shown): Html | false => {
  const [only, ...others] = interest.people
  return (
    mayReplacePeople(interest) &&
    details({
      summaryText: 'Change who would take part',
      open: form.errors.some(({ field }) => !field.startsWith('headteacher_')),
      text: html`<form method="post" action="${path}" novalidate>${hiddenField('act', 'replace')}
${
  only && others.length === 0
    ? html`<p class="govuk-body">In place of ${only.name}:</p>${hiddenField('position', String(only.position))}`
    : radiosField(form, {
        name: 'position',
        label: 'Who would not come?',
        small: true,
        items: interest.people.map(({ position, name }) => ({ value: String(position), text: name })),
      })
}
${textField(form, { name: 'name', label: 'Who comes instead?', autocomplete: 'off' })}
${textField(form, { name: 'email', label: 'Their email address', type: 'email', autocomplete: 'off' })}
${selectField(form, { name: 'post', label: 'What they do', items: postKinds.map((kind) => ({ value: kind, text: postLabels[kind] })) })}
${radiosField(form, {
  name: 'held',
  label: 'Do they do this now?',
  small: true,
  inline: true,
  items: [
    { value: 'yes', text: 'Yes' },
    { value: 'no', text: 'Not yet' },
  ],
})}
${button({ text: 'Save who would take part', preventDoubleClick: true })}</form>`,
    })
  )
}
