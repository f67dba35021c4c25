/** The blanks of a message, each with what it is filled with. */
export const blanks = {
  name: 'the name of who asked',
  school: 'the school or institution',
  project: 'the project',
  hub: 'your hub',
  dates: 'the dates of the group, or the planned dates of the offer',
  contact: 'the email address that the offer gives for questions',
  'status link': 'a link of their own to where the request stands',
} as const

export type Blank = keyof typeof blanks
export type Filled = Readonly<Record<Blank, string>>

const blank = /\{([^{}\n]*)\}/g

const isBlank = (name: string): name is Blank => Object.hasOwn(blanks, name)

/** What stands between braces in a text and is no blank. */
export const unknownBlanks = (text: string): readonly string[] => [
  ...new Set([...text.matchAll(blank)].map(([, name = '']) => name.trim()).filter((name) => !isBlank(name))),
]

/** The text with its blanks filled in; a value is never read for blanks again. */
export const filledIn = (text: string, values: Filled): string =>
  text.replaceAll(blank, (whole, name: string) => {
    const key = name.trim()
    return isBlank(key) ? values[key] : whole
  })

/** A text as the paragraphs of a letter. */
export const paragraphsOf = (text: string): readonly string[] =>
  text
    .replaceAll('\r\n', '\n')
    .split(/\n{2,}/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '')
