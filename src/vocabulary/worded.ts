/** What a table says under a word that somebody sent; nothing where the table itself has no such word, whatever every object has. */
export const wordedAs = <T>(table: Readonly<Record<string, T>>, word: string | null | undefined): T | null =>
  word && Object.hasOwn(table, word) ? (table[word] ?? null) : null
