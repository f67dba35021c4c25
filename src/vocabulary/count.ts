// Made once: to make one for each number takes longer than to write the rest of a table.
const inBritish = new Intl.NumberFormat('en-GB')

/** A count as it is printed: 1,250. */
export const formatCount = (count: number): string => inBritish.format(count)
