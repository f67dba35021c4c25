import { checkboxesField, type FormState, radiosField, selectField, textArea, textField } from '../../../ui/fields.ts'
import { type Html, html } from '../../../ui/html.ts'
import { yearLabel, yearSlug } from '../../../vocabulary/academic-year.ts'
import { audienceLabels, audiences } from '../../../vocabulary/audiences.ts'
import { deliveryModels, deliveryModelWords } from '../../../vocabulary/delivery-models.ts'
import { phaseLabels, phases } from '../../../vocabulary/phases.ts'
import type { Choices } from '../part.ts'

/** What a project is. */
export const aboutFields = (form: FormState, { years, isNational, isPublic }: Choices): Html =>
  html`${selectField(form, { name: 'year', label: 'Academic year', blank: false, items: years.map((year) => ({ value: yearSlug(year), text: yearLabel(year) })), ...(isPublic ? { hint: 'It is public, and stays in its year.' } : {}) })}
${isNational && textField(form, { name: 'code', label: 'Code (leave empty while it is not known)', hint: 'For example NCP21-15, in any spelling', width: 10 })}
${textField(form, { name: 'title', label: 'Title', ...(isPublic ? { hint: 'The address of its page stays as it is.' } : {}) })}
${textField(form, { name: 'summary', label: 'One sentence about it', hint: 'It stands in the catalogue' })}
${checkboxesField(form, { name: 'phases', label: 'Phases', small: true, items: phases.map((phase) => ({ value: phase, text: phaseLabels[phase] })) })}
${checkboxesField(form, { name: 'audiences', label: 'Audiences beside the phases', small: true, items: audiences.map((audience) => ({ value: audience, text: audienceLabels[audience] })) })}
${checkboxesField(form, { name: 'flags', label: 'Where it comes from', small: true, items: [{ value: 'is_new', text: 'New this year' }] })}
${textField(form, { name: 'formerly', label: 'Formerly called', hint: 'Leave empty if it had no other title' })}
${textField(form, { name: 'running_since', label: 'Running since', hint: 'As it is stated, for example 2018/19. It is never worked out from the family line.', width: 20 })}
${textField(form, { name: 'running_since_source', label: 'Who states that', hint: 'For example: the flyer of 2021/22 calls it the fourth year' })}
${textArea(form, { name: 'partner_bodies', label: 'Partner bodies', hint: 'One to a line', rows: 3 })}`

const costs = [
  { value: 'free', text: 'Free to those who take part' },
  { value: 'not_free', text: 'Not free: the text says what it costs' },
  { value: 'not_said', text: 'Not said' },
]

/** How a project is run. */
export const runningFields = (form: FormState, { stages, isNational }: Choices): Html =>
  html`${radiosField(form, { name: 'delivery_model', label: 'How is it run?', small: true, items: deliveryModels.map((model) => ({ value: model, text: deliveryModelWords[model].label })) })}
<fieldset class="govuk-fieldset"><legend class="govuk-fieldset__legend govuk-fieldset__legend--s">How long does it take?</legend>
${textField(form, { name: 'days_min', label: 'Days, at least', hint: 'The equivalent of so many days. Leave empty if it is told in meetings alone.', width: 4, inputmode: 'decimal' })}
${textField(form, { name: 'days_max', label: 'Days, at most', hint: 'The same number, if there is no range', width: 4, inputmode: 'decimal' })}
${textField(form, { name: 'time_beside', label: 'What takes time beside them', hint: 'For example: planning and evaluation' })}
${textField(form, { name: 'sessions_count', label: 'Number of meetings', hint: 'For example 6. Leave empty if it is not fixed.', width: 4, inputmode: 'numeric' })}</fieldset>
${textArea(form, { name: 'models', label: 'Models of working', hint: 'The ways in which a group may work, one to a line. What introduces them is said in the text, under “Models of working”.', rows: 5 })}
${isNational && selectField(form, { name: 'stage', label: 'Stage of a pathway', blank: 'None', items: stages.map(({ id, name, pathway }) => ({ value: id, text: `${pathway}: ${name}` })) })}
${radiosField(form, { name: 'cost', label: 'What does it cost those who take part?', small: true, items: costs })}
${checkboxesField(form, { name: 'flags', label: 'Money for those who lead', small: true, items: [{ value: 'leads_funding', text: 'Leads of its groups have additional funding' }] })}`
