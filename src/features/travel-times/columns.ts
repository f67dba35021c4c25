/** What a table of minutes says, column by column. */
export const columns = ['school', 'urn', 'postcode', 'to', 'toUrn', 'toPostcode', 'minutes'] as const
export type Column = (typeof columns)[number]
export type Found = Readonly<Record<Column, number | null>>

const there = String.raw`\b(to|venue|destination|where|arrives?)\b`
// The surer ones first: "To postcode" is no postcode of the school, "Minutes to the venue" no venue.
const wanted: readonly (readonly [Column, RegExp])[] = [
  ['minutes', /\b(minutes?|mins?|travel time|drive time|journey time|duration|time)\b/i],
  ['toUrn', new RegExp(`${there}.*\\burn\\b`, 'i')],
  ['toPostcode', new RegExp(`${there}.*\\bpost ?code\\b`, 'i')],
  ['urn', /\burn\b/i],
  ['postcode', /\bpost ?code\b/i],
  ['to', new RegExp(there, 'i')],
  ['school', /\b(from|school|name|organisation|institution|provider|start)\b/i],
]

/** Which column of a file means what: the first heading that fits and is not taken. */
export const columnsOf = (headings: readonly string[]): Found => {
  const taken = new Map<Column, number>()
  for (const [column, pattern] of wanted) {
    const at = headings.findIndex((heading, index) => ![...taken.values()].includes(index) && pattern.test(heading))
    if (at !== -1) taken.set(column, at)
  }
  const of = (column: Column) => taken.get(column) ?? null
  return {
    school: of('school'),
    urn: of('urn'),
    postcode: of('postcode'),
    to: of('to'),
    toUrn: of('toUrn'),
    toPostcode: of('toPostcode'),
    minutes: of('minutes'),
  }
}

/** What a table lacks before it can be read, in words; null when it has all it needs. */
export const lackOf = ({ school, urn, postcode, to, toUrn, toPostcode, minutes }: Found): string | null => {
  const missing = [
    ...(school === null && urn === null && postcode === null ? ['School (or URN)'] : []),
    ...(to === null && toUrn === null && toPostcode === null ? ['Venue'] : []),
    ...(minutes === null ? ['Minutes'] : []),
  ]
  return missing.length === 0
    ? null
    : `The file lacks a column headed ${missing.join(' and one headed ')}: name its columns School, URN, Venue and Minutes`
}
