import { button } from '../../../ui/components/button.ts'
import { type FormState, fileField, textField } from '../../../ui/fields.ts'
import { type Html, html } from '../../../ui/html.ts'
import { filesTaken } from '../../../vocabulary/file-taken.ts'

export type MaterialShown = {
  readonly id: string
  readonly title: string
  readonly link: string | null
  readonly name: string | null
  readonly bytes: number | null
}

const sizeInWords = (bytes: number): string =>
  bytes < 1024 * 1024 ? `${Math.ceil(bytes / 1024)} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`

const materialLink = ({ id, title, link, name, bytes }: MaterialShown, path: string): Html =>
  link === null
    ? html`<a class="govuk-link" href="${path}/${id}">${title}</a> (${name !== title && `${name}, `}${sizeInWords(bytes ?? 0)})`
    : html`<a class="govuk-link" href="${link}" rel="noreferrer">${title}</a> (a link to another site)`

/** What belongs to a task, to be opened; nothing where nothing does. */
export const materialsList = (materials: readonly MaterialShown[], path: string): Html | false =>
  materials.length > 0 &&
  html`<h2 class="govuk-heading-m">Materials</h2>
<ul class="govuk-list govuk-list--spaced">${materials.map((material) => html`<li>${materialLink(material, path)}</li>`)}</ul>`

/** The fields for a link or a file; `optional` where a task is set at the same time. */
export const materialFields = (form: FormState, optional: boolean): Html => html`
${textField(form, { name: 'link', label: optional ? 'A link that belongs to it (optional)' : 'Link', type: 'url' })}
${fileField(form, { name: 'file', label: optional ? 'Or a file (optional)' : 'Or a file', hint: `${filesTaken}.` })}
${textField(form, { name: 'material_title', label: optional ? 'What it is (optional)' : 'What it is (the name of the file if left empty)' })}`

/** The same for the lead, who adds and removes. */
export const materialsToKeep = (
  materials: readonly MaterialShown[],
  { path, form, isOver }: { path: string; form: FormState; isOver: boolean },
): Html => html`<h2 class="govuk-heading-m">Materials</h2>
${
  materials.length === 0
    ? html`<p class="govuk-body">None yet. Everyone with the task finds them under their personal link.</p>`
    : html`<ul class="govuk-list govuk-list--spaced">${materials.map((material) => html`<li>${materialLink(material, path)}${!isOver && html`<form method="post" action="${path}/${material.id}/remove"><button type="submit" class="govuk-button govuk-button--secondary govuk-!-margin-bottom-0 govuk-!-margin-top-1" data-module="govuk-button" data-prevent-double-click="true">Remove<span class="govuk-visually-hidden"> ${material.title}</span></button></form>`}</li>`)}</ul>`
}
${!isOver && html`<form method="post" action="${path}" enctype="multipart/form-data" novalidate>${materialFields(form, false)}${button({ text: 'Add it to the task', classes: 'govuk-button--secondary', preventDoubleClick: true })}</form>`}`
