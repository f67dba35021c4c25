import { button } from '../../../ui/components/button.ts'
import { type FormState, selectField, textArea } from '../../../ui/fields.ts'
import { type Html, html } from '../../../ui/html.ts'
import { layout } from '../../../ui/layout.ts'
import type { Frame } from '../../../vocabulary/frame.ts'

type Choice = { readonly value: string; readonly text: string }

/** Taking out a list of participants: what for is stated first, and every person on it can see it. */
export const exportView = (
  frame: Frame,
  { form, years, hubs }: { form: FormState; years: readonly Choice[]; hubs: readonly Choice[] },
): Html =>
  layout(
    frame,
    {
      title: 'Take out a list of participants',
      breadcrumbs: [
        { text: 'National picture', href: '/network' },
        { text: 'People’s data', href: '/network/personal-data' },
        { text: 'List of participants' },
      ],
      errors: form.errors,
      unlisted: true,
    },
    html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<h1 class="govuk-heading-l">Take out a list of participants</h1>
<p class="govuk-body">Names, posts and schools, without addresses. Who took it out and why is recorded, and everybody on the list can see it. For figures use the <a class="govuk-link" href="/network">national picture</a>: it needs no names.</p>
<form method="post" action="/network/participants" novalidate>
${selectField(form, { name: 'year', label: 'Year', blank: false, items: years })}
${selectField(form, { name: 'hub', label: 'Hub', blank: 'All hubs', items: hubs })}
${textArea(form, { name: 'reason', label: 'What is it for?', hint: 'Such as: the evaluator draws a sample for interviews, agreed with the ministry on 4 October.', rows: 3 })}
${button({ text: 'Take it out', preventDoubleClick: true })}
</form>
</div></div>`,
  )
