import { diffArrays, diffWordsWithSpace } from 'diff'

/** A run of text that stands in both versions, or in one of them alone. */
export type Change = { readonly kind: 'same' | 'added' | 'removed'; readonly text: string }

const either = (kind: Change['kind'], text: string): readonly Change[] => (text === '' ? [] : [{ kind, text }])
const oneThenOther = (before: string, after: string): readonly Change[] =>
  before === after ? either('same', before) : [...either('removed', before), ...either('added', after)]

// Beyond so many words two texts have too little in common to be read word by word.
const mostEdits = 2000

const lengthOf = (text: string): number => text.replaceAll(/\s/g, '').length

// Words that happen to stand in both of two texts that say something else are no help to a reader.
const leastInCommon = 0.5

const isReadable = (changes: readonly Change[], before: string, after: string): boolean => {
  const both = changes.reduce((sum, { kind, text }) => sum + (kind === 'same' ? lengthOf(text) : 0), 0)
  return both >= leastInCommon * Math.min(lengthOf(before), lengthOf(after))
}

const without = (changes: readonly Change[], kind: Change['kind']): string =>
  changes.flatMap((change) => (change.kind === kind ? [] : [change.text])).join('')

// A small word between two that changed belongs to the change: "the" alone stops a reader and tells nothing.
const fewLetters = 3
const isSmall = ({ kind, text }: Change): boolean => kind === 'same' && lengthOf(text) <= fewLetters

const inWholePhrases = (changes: readonly Change[]): readonly Change[] => {
  const phrases: Change[][] = []
  changes.forEach((change, at) => {
    const isBetween = isSmall(change) && at > 0 && at < changes.length - 1
    const last = phrases.at(-1)
    const isGoingOn = last !== undefined && last[0]?.kind !== 'same'
    if (isGoingOn && (change.kind !== 'same' || isBetween)) last.push(change)
    else phrases.push([change])
  })
  return phrases.flatMap((phrase) =>
    phrase[0]?.kind === 'same' ? phrase : oneThenOther(without(phrase, 'added'), without(phrase, 'removed')),
  )
}

const byWords = (before: string, after: string): readonly Change[] => {
  const changes = diffWordsWithSpace(before, after, { maxEditLength: mostEdits })?.map(
    ({ value, added, removed }): Change => ({ kind: added ? 'added' : removed ? 'removed' : 'same', text: value }),
  )
  return changes && isReadable(changes, before, after) ? inWholePhrases(changes) : oneThenOther(before, after)
}

const linesOf = (text: string): readonly string[] => text.match(/[^\n]*\n+|[^\n]+$/g) ?? []
const wordsOf = (text: string): readonly string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []

const likeness = (one: readonly string[], other: readonly string[]): number => {
  const left = new Set(other)
  const both = [...new Set(one)].filter((word) => left.has(word)).length
  return (2 * both) / Math.max(1, new Set(one).size + left.size)
}

const mostLines = 60

// Which paragraphs of the one became which of the other, in their order, so that as much as can be is alike.
const pairsOf = (before: readonly string[], after: readonly string[]): readonly (readonly [number, number])[] => {
  const [ones, others] = [before.map(wordsOf), after.map(wordsOf)]
  const best = Array.from({ length: before.length + 1 }, () => new Array<number>(after.length + 1).fill(0))
  const at = (i: number, j: number): number => best[i]?.[j] ?? 0
  const alike = (i: number, j: number): number => {
    const how = likeness(ones[i] ?? [], others[j] ?? [])
    return how >= leastInCommon ? how : Number.NEGATIVE_INFINITY
  }
  for (let i = before.length - 1; i >= 0; i -= 1)
    for (let j = after.length - 1; j >= 0; j -= 1)
      best[i]?.splice(j, 1, Math.max(at(i + 1, j), at(i, j + 1), alike(i, j) + at(i + 1, j + 1)))
  const pairs: (readonly [number, number])[] = []
  for (let i = 0, j = 0; i < before.length && j < after.length; ) {
    if (at(i, j) === at(i + 1, j)) i += 1
    else if (at(i, j) === at(i, j + 1)) j += 1
    else pairs.push([i++, j++])
  }
  return pairs
}

const byParagraphs = (before: readonly string[], after: readonly string[]): readonly Change[] => {
  if (Math.max(before.length, after.length) > mostLines) return byWords(before.join(''), after.join(''))
  const changes: Change[] = []
  let [i, j] = [0, 0]
  for (const [one, other] of [...pairsOf(before, after), [before.length, after.length] as const]) {
    changes.push(...oneThenOther(before.slice(i, one).join(''), after.slice(j, other).join('')))
    if (one < before.length) changes.push(...byWords(before[one] ?? '', after[other] ?? ''))
    ;[i, j] = [one + 1, other + 1]
  }
  return changes
}

const joined = (changes: readonly Change[]): readonly Change[] => {
  const all: Change[] = []
  for (const { kind, text } of changes) {
    const last = all.at(-1)
    if (last?.kind === kind) all[all.length - 1] = { kind, text: last.text + text }
    else if (text !== '') all.push({ kind, text })
  }
  return all
}

/**
 * What has to change in one text to make the other: all but the added is the first, all but the removed the second. A
 * paragraph that was worded anew is told word by word; one that says something else is told whole.
 */
export const changesBetween = (before: string, after: string): readonly Change[] => {
  const hunks = diffArrays([...linesOf(before)], [...linesOf(after)])
  const changes: Change[] = []
  hunks.forEach(({ value, added, removed }, at) => {
    const [previous, next] = [hunks[at - 1], hunks[at + 1]]
    if (!added && !removed) changes.push(...either('same', value.join('')))
    else if (removed && next?.added) changes.push(...byParagraphs(value, next.value))
    else if (removed || !previous?.removed) changes.push(...either(added ? 'added' : 'removed', value.join('')))
  })
  return joined(changes)
}
