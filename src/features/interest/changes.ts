import type { Asked, Interest, InterestPerson, PersonNamed } from './expression-of-interest.ts'

/** What of a request can be changed by its own side, with the words for it. */
export const changeable = {
  people: 'who would take part',
  answers: 'the answers to the project’s questions',
  preferences: 'what would suit them',
  theme: 'the theme',
  fewer: 'whether a place for fewer people is fine',
  travel: 'how far they would travel',
  access: 'access needs',
  comments: 'the comments',
  commitments: 'what they commit to',
} as const
export type Changeable = keyof typeof changeable

/** Answers are changed until a place is offered; after that the hub has planned with them. */
export const isStillChanged = ({ status }: Pick<Interest, 'status'>): boolean =>
  ['received', 'confirmed', 'waiting'].includes(status)

const named = (people: readonly (PersonNamed | InterestPerson)[]) =>
  people.map(({ name, email, post, held, part }) => [name, email.toLowerCase(), post, held, part])

const saidIn = (asked: Asked | Interest): Readonly<Record<Changeable, unknown>> => ({
  people: [named(asked.people), asked.unnamed ?? 0],
  answers: asked.answers.map(({ key, value }) => [key, value]),
  preferences: [asked.preferences.groups, asked.preferences.days, asked.preferences.places],
  theme: asked.themeId,
  fewer: asked.fewerIsFine,
  travel: asked.travelLimitMiles,
  access: asked.accessNeeds,
  comments: asked.comments,
  commitments: asked.commitments.toSorted(),
})

/** What differs between a request and what is asked for now. */
export const changesBetween = (before: Interest, after: Asked): readonly Changeable[] => {
  const [one, other] = [saidIn(before), saidIn(after)]
  return (Object.keys(changeable) as Changeable[]).filter(
    (key) => JSON.stringify(one[key]) !== JSON.stringify(other[key]),
  )
}

/** What was changed, in a sentence for the history and for the hub. */
export const changesInWords = (changed: readonly string[]): string => {
  const words = changed.flatMap((key) => (Object.hasOwn(changeable, key) ? [changeable[key as Changeable]] : []))
  return words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`
}
