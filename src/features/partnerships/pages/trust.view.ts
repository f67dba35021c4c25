import { button } from '../../../ui/components/button.ts'
import { dateField, type FormState, radiosField, suggestingField } from '../../../ui/fields.ts'
import { type Html, html } from '../../../ui/html.ts'
import { layout } from '../../../ui/layout.ts'
import type { Frame } from '../../../vocabulary/frame.ts'
import { formatDate } from '../../../vocabulary/local-time.ts'
import type { SchoolInTrust } from '../partnership.ts'

type Asked = { readonly known: SchoolInTrust; readonly today: Temporal.PlainDate; readonly form: FormState }

const todayInWords = ({ trust, isByHand }: SchoolInTrust): string => {
  const since = trust?.from ? ` since ${formatDate(trust.from)}` : ''
  const who = isByHand ? 'as the national team stated' : 'as the register says'
  return trust ? `It belongs to ${trust.name}${since}, ${who}.` : `It belongs to no trust, ${who}.`
}

/** Which trust a school belongs to, since when. */
export const trustView = (frame: Frame, { known, today, form }: Asked): Html => {
  const { school } = known
  const title = `The trust of ${school.name}`
  const trustField = suggestingField(form, {
    from: '/schools/suggestions?kind=trust',
    name: 'trust',
    label: 'Which trust?',
    hint: 'Its UKPRN or its whole name',
  })
  return layout(
    frame,
    { title, backLink: `/network/organisations/${school.id}`, errors: form.errors, scripts: ['suggestions'] },
    html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds"><h1 class="govuk-heading-l">${title}</h1>
<p class="govuk-body">${todayInWords(known)} What you state holds until the register says something else of this school than it does now.</p>
<form method="post" action="/network/organisations/${school.id}/trust" novalidate>
${radiosField(form, {
  name: 'belongs',
  label: 'Does it belong to a trust?',
  items: [
    { value: 'trust', text: 'Yes', conditional: trustField },
    { value: 'none', text: 'No' },
  ],
})}
${dateField(form, { name: 'on', label: 'Since when?', hint: 'For example 1 9 2021', value: today })}
${button({ text: 'Save', preventDoubleClick: true })}</form></div></div>`,
  )
}
