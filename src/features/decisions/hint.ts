/** What whoever decides on a request should know of others. */
export type Hint = {
  readonly kind: 'request' | 'place' | 'elsewhere'
  /** Whose it is: the same organisation’s, or that of the one it follows, or that follows it. */
  readonly relation: 'same' | 'predecessor' | 'successor'
  readonly isHere: boolean
  readonly organisation: string
  readonly group: { readonly id: string; readonly name: string } | null
  readonly request: { readonly id: string; readonly sender: string } | null
}

const whose = ({ relation, organisation }: Hint): string => {
  if (relation === 'predecessor') return `${organisation}, which this school follows,`
  if (relation === 'successor') return `${organisation}, which follows this school,`
  return 'It'
}

/** A hint as one sentence; of other hubs it says no more than rules 2, 9 and 10 of the domain leave to say. */
export const hintInWords = (hint: Hint): string => {
  if (hint.kind === 'elsewhere') return 'It has asked another hub about this project too.'
  if (hint.kind === 'request')
    return hint.relation === 'same'
      ? `It has asked your hub twice about this project: ${hint.request?.sender} has too.`
      : `${whose(hint)} has asked your hub too.`
  return hint.isHere
    ? `${whose(hint)} has a place in this project already, in ${hint.group?.name ?? 'a group'}.`
    : `${whose(hint)} has a place in this project already, with another hub.`
}

/** A few words for a list. */
export const hintInShort = (hint: Hint): string => {
  if (hint.kind === 'elsewhere') return 'Asked another hub too'
  if (hint.kind === 'request') return hint.relation === 'same' ? 'Asked twice' : `Its ${hint.relation} has asked too`
  const where = hint.isHere ? (hint.group?.name ?? 'a group') : 'another hub'
  return hint.relation === 'same' ? `Has a place: ${where}` : `Its ${hint.relation} has a place: ${where}`
}
