import { diffWordsWithSpace } from 'diff'

/** A run of text that stands in both versions, or in one of them alone. */
export type Change = { readonly kind: 'same' | 'added' | 'removed'; readonly text: string }

const either = (kind: Change['kind'], text: string): readonly Change[] => (text === '' ? [] : [{ kind, text }])

// Beyond so many words two texts have too little in common to be read word by word.
const mostEdits = 2000

/** What has to change in one text to make the other, word by word: all but the added is the first, all but the removed the second. */
export const changesBetween = (before: string, after: string): readonly Change[] =>
  diffWordsWithSpace(before, after, { maxEditLength: mostEdits })?.map(({ value, added, removed }) => ({
    kind: added ? 'added' : removed ? 'removed' : 'same',
    text: value,
  })) ?? [...either('removed', before), ...either('added', after)]
