import type { Html, Options } from '../html.ts'
import { type Choices, choices } from './choices.ts'

export type Radios = Choices & Options<{ value?: string | null }>

export const radios = (options: Radios): Html =>
  choices('radios', options, (value) => Boolean(options.value) && value === String(options.value))
