import type { Attributes, Content, Options } from '../html.ts'

/** A piece of a component with its own class names and attributes; plain words will do where no more is needed. */
export type Part = Options<{ text?: Content; classes?: string; attributes?: Attributes }>

const isPart = <P extends Part>(given: Content | P): given is P =>
  typeof given === 'object' && !('isEscaped' in given) && !(given instanceof String)

/** The same piece, written out. */
export const part = <P extends Part>(given: Content | P): P => (isPart(given) ? given : ({ text: given } as P))
