/** What to look for: the telling words find candidates, all words put them in order. */
export type SearchWords = {
  readonly telling: readonly string[]
  readonly words: readonly string[]
  readonly weights: readonly number[]
}

// Words that so many schools carry that they tell little about which one is meant.
export const usualWords =
  `a acad academy aided at boys catholic ce centre church college comm community controlled england first for form free girls grammar high
  in infant infants jnr junior juniors lower methodist middle nursery of prim primary rc road roman sch school secondary sixth st street
  the trust university upper voluntary`.split(/\s+/)
const usual = new Set(usualWords)

/** Splits normalised words: usual ones weigh little, and of them alone only the first finds anything. */
export const searchWords = (normalised: string): SearchWords => {
  const words = [...new Set(normalised.split(' ').filter(Boolean))].slice(0, 10)
  const telling = words.filter((word) => !usual.has(word) && word.length > 1)
  return {
    words,
    telling: telling.length > 0 ? telling : words.slice(0, 1),
    weights: words.map((word) => (usual.has(word) ? 0.3 : 1)),
  }
}
