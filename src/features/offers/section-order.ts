/**
 * Sections in the order a hub has chosen, by their keys. One that the order does not name, such as one that came into the national
 * text later, stays behind the section it usually follows.
 */
export const inOwnOrder = <Section extends { readonly key: string }>(
  usual: readonly Section[],
  order: readonly string[],
): readonly Section[] => {
  if (order.length === 0) return usual
  const rank = new Map(order.map((key, at) => [key, at]))
  const rankOf = ({ key }: Section) => rank.get(key) ?? 0
  const ordered = usual.filter(({ key }) => rank.has(key)).toSorted((one, other) => rankOf(one) - rankOf(other))
  return usual.reduce<readonly Section[]>((soFar, section, at) => {
    if (soFar.includes(section)) return soFar
    const before = usual[at - 1]
    return soFar.toSpliced(before ? soFar.indexOf(before) + 1 : 0, 0, section)
  }, ordered)
}
