import { diffWordsWithSpace } from 'diff'

/** A run of text that stands in both versions, or in one of them alone. */
export type Change = { readonly kind: 'same' | 'added' | 'removed'; readonly text: string }

const either = (kind: Change['kind'], text: string): readonly Change[] => (text === '' ? [] : [{ kind, text }])

// Beyond so many words two texts have too little in common to be read word by word.
const mostEdits = 2000

const lengthOf = (text: string): number => text.replaceAll(/\s/g, '').length

// Words that happen to stand in both of two texts that say something else are no help to a reader.
const leastInCommon = 0.3

const isReadable = (changes: readonly Change[], before: string, after: string): boolean => {
  const both = changes.reduce((sum, { kind, text }) => sum + (kind === 'same' ? lengthOf(text) : 0), 0)
  return both >= leastInCommon * Math.min(lengthOf(before), lengthOf(after))
}

/** What has to change in one text to make the other, word by word: all but the added is the first, all but the removed the second. */
export const changesBetween = (before: string, after: string): readonly Change[] => {
  const changes = diffWordsWithSpace(before, after, { maxEditLength: mostEdits })?.map(
    ({ value, added, removed }): Change => ({ kind: added ? 'added' : removed ? 'removed' : 'same', text: value }),
  )
  if (changes && isReadable(changes, before, after)) return changes
  return [...either('removed', before), ...either('added', after)]
}
