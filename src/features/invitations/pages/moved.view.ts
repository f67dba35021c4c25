import { button } from '../../../ui/components/button.ts'
import { dateField, type FormState, hiddenField, radiosField, selectField } from '../../../ui/fields.ts'
import { type Html, html } from '../../../ui/html.ts'
import { layout } from '../../../ui/layout.ts'
import type { Frame } from '../../../vocabulary/frame.ts'
import { posts } from '../../details/index.ts'

type Named = { readonly id: string; readonly name: string }

/** A hub says where somebody it knows works now. */
export const movedElsewhereView = (
  frame: Frame,
  around: { person: string; base: string; workplaces: readonly Named[]; to: Named; form: FormState },
): Html =>
  layout(
    frame,
    {
      title: `${around.person} moves to ${around.to.name}`,
      backLink: `${around.base}/moved`,
      errors: around.form.errors,
      unlisted: true,
    },
    html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<h1 class="govuk-heading-l">${around.person} moves to ${around.to.name}</h1>
<p class="govuk-body">On the day what they did at the school they leave is ended; they and both schools’ leads are told. What becomes of each place is decided afterwards, one by one.</p>
<form method="post" action="${around.base}/moved" novalidate>
${hiddenField('to', around.to.id)}
${radiosField(around.form, { name: 'from', label: 'Which school do they leave?', items: around.workplaces.filter(({ id }) => id !== around.to.id).map(({ id, name }) => ({ value: id, text: name })) })}
${selectField(around.form, { name: 'post', label: `What they do at ${around.to.name}`, items: posts })}
${dateField(around.form, { name: 'on', label: 'From when?', hint: 'Their first day there, for example 1 9 2021. It may be a day still to come.' })}
${button({ text: 'Save the move', preventDoubleClick: true })}
</form>
</div></div>`,
  )
