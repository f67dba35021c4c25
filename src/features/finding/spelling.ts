type Rows = { readonly before: readonly number[]; readonly last: readonly number[]; readonly next: readonly number[] }

/** One step of the count: a letter more, a letter less, another letter, or the last two the other way round. */
const stepOf = (one: string, other: string, { before, last, next }: Rows): number => {
  const at = next.length
  const row = (next[0] ?? 0) - 1
  const isSame = one[row] === other[at - 1]
  const isSwapped = row > 0 && at > 1 && one[row] === other[at - 2] && one[row - 1] === other[at - 1]
  const ways = [(last[at] ?? 0) + 1, (next[at - 1] ?? 0) + 1, (last[at - 1] ?? 0) + (isSame ? 0 : 1)]
  return Math.min(...ways, isSwapped ? (before[at - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY)
}

/** How many slips lie between two words: a letter dropped, added, wrong, or two that changed places. */
export const slipsBetween = (one: string, other: string): number => {
  let before: number[] = []
  let last = Array.from({ length: other.length + 1 }, (_, at) => at)
  for (let row = 1; row <= one.length; row += 1) {
    const next = [row]
    while (next.length <= other.length) next.push(stepOf(one, other, { before, last, next }))
    before = last
    last = next
  }
  return last[other.length] ?? 0
}

/** How many slips are forgiven: none in short words, where each letter makes another word. */
export const forgiven = (word: string): number => (word.length < 4 || /\d/.test(word) ? 0 : word.length < 6 ? 1 : 2)

const most = 3

/** The words that a misspelt one was most likely meant for, of those that are known; none where nothing is near. */
export const meantBy = (word: string, known: readonly string[]): readonly string[] => {
  const near = known
    .map((each) => ({ each, slips: slipsBetween(word, each) }))
    .filter(({ slips }) => slips <= forgiven(word))
  const fewest = Math.min(...near.map(({ slips }) => slips))
  return near
    .filter(({ slips }) => slips === fewest)
    .map(({ each }) => each)
    .slice(0, most)
}
