// A cell of the table “Who may do what” as it is tried: what somebody asks for, and what must come of it.
import type { Records } from '../access-matrix/records.ts'

export const columns = [
  'visitor',
  'school lead',
  'participant',
  'group lead',
  'hub administrator',
  'hub lead',
  'national team',
  'analyst',
] as const
export type Column = (typeof columns)[number]

export type Ask = {
  readonly method: 'GET' | 'POST'
  readonly url: string
  readonly form?: Readonly<Record<string, string>>
  /** done: a page that opens, or a form that is taken and leaves its mark in the history; the others change nothing. */
  readonly outcome: 'opens' | 'done' | 'sign in' | 'forbidden' | 'not there'
  readonly says?: RegExp
  readonly hides?: RegExp
}

/** What each column asks for, of our own records and of another hub's, school's or group's. */
export type World = {
  readonly own: Records
  readonly foreign: Records
  readonly more: Readonly<Record<string, string>>
}

export type Row = {
  readonly title: string
  readonly cells: Readonly<Record<Column, (world: World) => readonly Ask[]>>
}

type Said = { readonly says?: RegExp; readonly hides?: RegExp }
export const opens = (url: string, said: Said = {}): Ask => ({ method: 'GET', url, outcome: 'opens', ...said })
export const does = (url: string, form: Readonly<Record<string, string>>): Ask => ({
  method: 'POST',
  url,
  form,
  outcome: 'done',
})
const refused =
  (outcome: Ask['outcome']) =>
  (url: string, form?: Readonly<Record<string, string>>): Ask => ({
    method: form ? 'POST' : 'GET',
    url,
    outcome,
    ...(form ? { form } : {}),
  })
/** Not theirs: there is no such thing (domain rule 9). */
export const notThere = refused('not there')
/** They see it, and may not do it. */
export const forbidden = refused('forbidden')
export const signInFirst = refused('sign in')

/** The same for several columns. */
export const each = <T>(names: readonly Column[], value: T): Partial<Record<Column, T>> =>
  Object.fromEntries(names.map((name) => [name, value]))
