/** What to look for: the telling words find candidates, all words put them in order. */
export type SearchWords = {
  readonly telling: readonly string[]
  readonly words: readonly string[]
  readonly weights: readonly number[]
}

// Words that so many schools carry that they tell little about which one is meant.
const kindsOfSchool =
  `a acad academy aided at boys catholic ce centre church college comm community controlled england first for form free girls grammar high
  in infant infants jnr junior juniors lower methodist middle nursery of prim primary rc road roman sch school secondary sixth st street
  the trust university upper voluntary`.split(/\s+/)
// Words that stand in so many addresses; a name may all the same be nothing else (The Avenue, Grove Primary School).
const kindsOfStreet = 'avenue close court crescent drive gardens grove lane place square terrace way'.split(' ')

export const usualWords = [...kindsOfSchool, ...kindsOfStreet]
const usual = new Set(usualWords)

const tellingOf = (words: readonly string[]): readonly string[] => {
  const telling = words.filter((word) => !usual.has(word) && word.length > 1)
  return telling.length > 0 ? telling : words.filter((word) => kindsOfStreet.includes(word))
}

/** Splits normalised words: usual ones weigh little, and find nothing where there are others; of the most usual alone the first finds. */
export const searchWords = (normalised: string): SearchWords => {
  const words = [...new Set(normalised.split(' ').filter(Boolean))].slice(0, 10)
  const telling = tellingOf(words)
  return {
    words,
    telling: telling.length > 0 ? telling : words.slice(0, 1),
    weights: words.map((word) => (usual.has(word) ? 0.3 : 1)),
  }
}
