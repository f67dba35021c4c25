import type { Html, Options } from '../html.ts'
import { type Choices, choices } from './choices.ts'

export type Checkboxes = Choices & Options<{ values?: readonly string[] }>

export const checkboxes = (options: Checkboxes): Html =>
  choices('checkboxes', options, (value) => options.values?.includes(value) ?? false)
