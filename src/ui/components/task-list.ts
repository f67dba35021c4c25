import { type Attributes, attributes, type Content, classes, type Html, html, type Options } from '../html.ts'
import { type Part, part } from './part.ts'
import { type Tag, tag } from './tag.ts'

export type TaskListItem = Options<{
  title: Content | Part
  href?: string
  hint?: Content | Part
  status: Options<{ text?: Content; tag?: Content | Tag; classes?: string }>
  classes?: string
}>

export type TaskList = Options<{
  items: readonly (TaskListItem | null | undefined | false)[]
  idPrefix?: string
  classes?: string
  attributes?: Attributes
}>

const task = (item: TaskListItem, prefix: string): Html => {
  const title = part<Part>(item.title)
  const hintId = item.hint !== undefined && `${prefix}-hint`
  const statusId = `${prefix}-status`
  const name = item.href
    ? html`<a class="${classes('govuk-link govuk-task-list__link', title.classes)}" href="${item.href}" aria-describedby="${classes(hintId, statusId)}">${title.text}</a>`
    : html`<div${attributes({ class: title.classes })}>${title.text}</div>`
  return html`<li class="${classes('govuk-task-list__item', item.href && 'govuk-task-list__item--with-link', item.classes)}"><div class="govuk-task-list__name-and-hint">${name}${
    item.hint !== undefined &&
    html`<div id="${hintId || ''}" class="govuk-task-list__hint">${part<Part>(item.hint).text}</div>`
  }</div><div class="${classes('govuk-task-list__status', item.status.classes)}" id="${statusId}">${
    item.status.tag === undefined ? item.status.text : tag(item.status.tag)
  }</div></li>`
}

export const taskList = (options: TaskList): Html =>
  html`<ul class="${classes('govuk-task-list', options.classes)}"${attributes(options.attributes)}>${options.items.map(
    (item, index) => item && task(item, `${options.idPrefix ?? 'task-list'}-${index + 1}`),
  )}</ul>`
