import {
  type Attributes,
  attributes,
  type Content,
  classes,
  type Html,
  html,
  isPresent,
  type Options,
  raw,
} from '../html.ts'
import { type Part, part } from './part.ts'

export type Action = Options<{
  text: Content
  href: string
  visuallyHiddenText?: string
  classes?: string
  attributes?: Attributes
}>

type Actions = readonly Action[] | Options<{ items?: readonly Action[]; classes?: string }>

export type SummaryRow = Options<{
  key: Content | Part
  value: Content | Part
  actions?: Actions
  classes?: string
}>

export type SummaryList = Options<{
  rows: readonly (SummaryRow | null | undefined | false)[]
  card?: Options<{
    title?: Content | (Part & Options<{ headingLevel?: number }>)
    actions?: Actions
    classes?: string
    attributes?: Attributes
  }>
  classes?: string
  attributes?: Attributes
}>

type CardTitle = Part & Options<{ headingLevel?: number }>

const itemsOf = (actions: Actions | undefined): readonly Action[] | undefined =>
  actions === undefined || 'length' in actions ? actions : actions.items

const classesOf = (actions: Actions | undefined): string | undefined =>
  actions === undefined || 'length' in actions ? undefined : actions.classes

const actionLink = (action: Action, title: Content | undefined): Html => {
  const about = html`${action.visuallyHiddenText && ` ${action.visuallyHiddenText}`}${title !== undefined && html` (${title})`}`
  return html`<a class="${classes('govuk-link', action.classes)}"${attributes({ href: action.href, ...action.attributes })}>${action.text}${
    isPresent(about) && html`<span class="govuk-visually-hidden">${about}</span>`
  }</a>`
}

const rowActions = (actions: Actions | undefined, title: Content | undefined): Html | false => {
  const items = itemsOf(actions) ?? []
  if (items.length === 0) return false
  const links = items.map((action) => actionLink(action, title))
  return html`<dd class="${classes('govuk-summary-list__actions', classesOf(actions))}">${
    links.length === 1
      ? links
      : html`<ul class="govuk-summary-list__actions-list">${links.map(
          (link) => html`<li class="govuk-summary-list__actions-list-item">${link}</li>`,
        )}</ul>`
  }</dd>`
}

const row = (given: SummaryRow, anyActions: boolean, title: Content | undefined): Html => {
  const key = part<Part>(given.key)
  const value = part<Part>(given.value)
  const rowClass = classes(
    'govuk-summary-list__row',
    anyActions && !itemsOf(given.actions) && 'govuk-summary-list__row--no-actions',
    given.classes,
  )
  return html`<div class="${rowClass}"><dt class="${classes('govuk-summary-list__key', key.classes)}">${key.text}</dt><dd class="${classes(
    'govuk-summary-list__value',
    value.classes,
  )}">${value.text}</dd>${rowActions(given.actions, title)}</div>`
}

const cardActions = (actions: Actions | undefined, title: Content | undefined): Html | false => {
  const items = itemsOf(actions) ?? []
  if (items.length === 0) return false
  const name = classes('govuk-summary-card__actions', classesOf(actions))
  const links = items.map((action) => actionLink(action, title))
  if (links.length === 1) return html`<div class="${name}">${links}</div>`
  return html`<ul class="${name}">${links.map((link) => html`<li class="govuk-summary-card__action">${link}</li>`)}</ul>`
}

const card = (options: NonNullable<SummaryList['card']>, title: CardTitle | undefined, inside: Html): Html => {
  const heading = raw(`h${title?.headingLevel ?? 2}`)
  return html`<div class="${classes('govuk-summary-card', options.classes)}"${attributes(options.attributes)}><div class="govuk-summary-card__title-wrapper">${
    title && html`<${heading} class="${classes('govuk-summary-card__title', title.classes)}">${title.text}</${heading}>`
  }${cardActions(options.actions, title?.text)}</div><div class="govuk-summary-card__content">${inside}</div></div>`
}

export const summaryList = (options: SummaryList): Html => {
  const rows = options.rows.filter((each) => Boolean(each)) as SummaryRow[]
  const anyActions = rows.some((each) => (itemsOf(each.actions)?.length ?? 0) > 0)
  const title = options.card?.title === undefined ? undefined : part<CardTitle>(options.card.title)
  const list = html`<dl class="${classes('govuk-summary-list', options.classes)}"${attributes(options.attributes)}>${rows.map(
    (each) => row(each, anyActions, title?.text),
  )}</dl>`
  return options.card ? card(options.card, title, list) : list
}
