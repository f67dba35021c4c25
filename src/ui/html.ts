import { html as honoHtml, raw as honoRaw } from 'hono/html'
import type { HtmlEscapedString } from 'hono/utils/html'

/** A piece of page that is safe to place in another: made only by `html` and `raw`. */
export type Html = HtmlEscapedString

/** What may stand in a template: text is escaped, `Html` is kept, nothing is drawn for null, undefined and booleans. */
export type Value = Html | string | number | boolean | null | undefined | readonly Value[]

/** Words of a component: plain text, which is escaped, or `Html`. */
export type Content = Html | string | number

/** Options of a component: whatever may be left out may also be given as undefined. */
export type Options<T> = { readonly [K in keyof T]: Record<string, never> extends Pick<T, K> ? T[K] | undefined : T[K] }

export type Attributes = Readonly<Record<string, string | number | boolean | null | undefined>>

/** The escaping template. Promises are refused by its type, so the result is always at hand. */
export const html = honoHtml as (strings: TemplateStringsArray, ...values: readonly Value[]) => Html

export const raw: (trusted: string) => Html = honoRaw

export const nothing: Html = raw('')

/** The class names that apply, in one string. */
export const classes = (...names: readonly (string | false | null | undefined)[]): string =>
  names.filter(Boolean).join(' ')

const attribute = (name: string, value: string | number | true): Html =>
  value === true ? html` ${raw(name)}` : html` ${raw(name)}="${value}"`

/** Attributes with a leading space each; null, undefined and false are left out, true stands without a value. */
export const attributes = (all: Attributes | undefined): Html =>
  html`${Object.entries(all ?? {}).map(([name, value]) =>
    value === null || value === undefined || value === false ? nothing : attribute(name, value),
  )}`

/** Whether there is anything to draw (an empty `Html` is an object, and so would count as true). */
export const isPresent = (content: Content | null | undefined): content is Content =>
  content !== null && content !== undefined && String(content) !== ''
