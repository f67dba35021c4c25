export const questionKinds = [
  'closed_without_successor',
  'several_successors',
  'unknown_authority',
  'unknown_urn',
  'places_of_both',
  'interest_of_both',
] as const
export type QuestionKind = (typeof questionKinds)[number]

export const questionLabels: Readonly<Record<QuestionKind, string>> = {
  closed_without_successor: 'Closed, and nobody follows',
  several_successors: 'Closed, and several follow',
  unknown_authority: 'Local authority that is not known',
  unknown_urn: 'Linked to a school that is not known',
  places_of_both: 'Closed, and its successor has a place too',
  interest_of_both: 'Closed, and its successor asks too',
}

/** How a question can be answered. `register`: the register has answered it itself since. */
export const answers = ['successor', 'nobody', 'add', 'leave', 'register'] as const
export type Answer = (typeof answers)[number]

export const answersTo: Readonly<Record<QuestionKind, readonly Answer[]>> = {
  closed_without_successor: ['successor', 'nobody'],
  several_successors: ['successor', 'nobody'],
  unknown_authority: ['add', 'leave'],
  unknown_urn: ['leave'],
  places_of_both: ['leave'],
  interest_of_both: ['leave'],
}

export const answerLabels: Readonly<Record<Answer, string>> = {
  successor: 'Another school takes over what it had here',
  nobody: 'Nobody takes over: what it had here ends with it',
  add: 'Add the authority, and put its schools under it',
  leave: 'Leave it as it is',
  register: 'The register has answered it itself',
}

/** What a register left open, as it was told. */
export type RegisterQuestion = {
  readonly id: string
  readonly kind: QuestionKind
  readonly about: string
  readonly organisation: { readonly id: string; readonly name: string; readonly urn: number | null } | null
  readonly told: {
    readonly closed_on?: string | null
    readonly successors?: readonly { readonly id: string; readonly urn: number; readonly name: string }[]
    readonly code?: string
    readonly name?: string | null
    readonly region?: string | null
    readonly schools?: number
    readonly urn?: number
    readonly part?: 'predecessor' | 'successor'
  }
  readonly raisedAt: Temporal.Instant
  readonly settledAt: Temporal.Instant | null
}

/** The question in one sentence. */
export const questionSentence = ({ kind, organisation, told }: RegisterQuestion): string => {
  const name = organisation?.name ?? ''
  const followers = (told.successors ?? []).map((each) => `${each.name} (${each.urn})`)
  const sentences: Readonly<Record<QuestionKind, string>> = {
    closed_without_successor: `${name} has closed and the register names no school that follows it.`,
    several_successors: `${name} has closed and is followed by ${followers.join(' and ')}.`,
    unknown_authority: `${told.schools} ${told.schools === 1 ? 'school is' : 'schools are'} under authority ${told.code}${told.name ? ` (${told.name})` : ''}, which is not known here.`,
    places_of_both: `${name} has closed, and the school that follows it has a place in the same project.`,
    interest_of_both: `${name} has closed, and the school that follows it asks to join the same offer.`,
    unknown_urn: `The register names ${told.urn} as the ${told.part} of ${name}, and no school with that number is known.`,
  }
  return sentences[kind]
}
