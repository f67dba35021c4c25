import type { SectionFact } from './shapes.ts'

const headings = {
  outline: 'Outline',
  involvement: 'What is involved?',
  models: 'Models of working',
  who: 'Who can take part?',
  benefits: 'What are the benefits?',
  cost: 'What is the cost?',
  funding: 'Additional funding',
  context: 'The wider context',
  expectations: 'Expectations of participants and their schools',
} as const

type Bodies = Partial<Readonly<Record<keyof typeof headings, string>>>

/** The sections of a text in their usual order under their usual headings, those left out left out. */
export const sections = (bodies: Bodies, renamed: Bodies = {}): readonly SectionFact[] =>
  (Object.keys(headings) as (keyof typeof headings)[]).flatMap((key) => {
    const body = bodies[key]
    return body === undefined ? [] : [{ key, heading: renamed[key] ?? headings[key], body }]
  })

/** A list as it stands in a section. */
export const list = (...items: readonly string[]): string => items.map((item) => `- ${item}`).join('\n')
