/** Words that stand for a person anywhere: long enough to be nobody else's, whole names and addresses only. */
export const tellingWords = (names: readonly string[]): readonly string[] =>
  [...new Set(names.map((name) => name.trim()))].filter(
    (name) => name.length >= 5 && (name.includes('@') || /\S\s+\S/.test(name) || /^[+\d][\d\s()-]{6,}$/.test(name)),
  )

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')

const asHtml = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;')

const asJson = (text: string): string => JSON.stringify(text).slice(1, -1)

/** A pattern (PostgreSQL, without regard to case) that finds the words in plain text, in HTML and in JSON; null without words. */
export const mentionPattern = (words: readonly string[]): string | null => {
  const written = [...new Set(words.flatMap((word) => [word, asHtml(word), asJson(word)]))]
  if (written.length === 0) return null
  const each = written.map((word) => escaped(word).replaceAll(/\s+/g, '\\s+'))
  return `(?<![[:alnum:]])(${each.join('|')})(?![[:alnum:]])`
}

/** The same in calendar texts inside JSON, where a long line is broken anywhere. */
export const foldedPattern = (words: readonly string[]): string | null => {
  if (words.length === 0) return null
  const fold = '(?:\\\\r)?(?:\\\\n )?'
  const each = words.map((word) => [...word].map((letter) => (letter === ' ' ? '\\s+' : escaped(letter))).join(fold))
  return `(${each.join('|')})`
}
