import { parseProjectCode, printProjectCode, withoutVariant } from '../../vocabulary/project-code.ts'

/** One thing that has to be found: a word, with others that it may have been meant for, or a project's code. */
export type Term =
  | { readonly kind: 'word'; readonly word: string; readonly meant: readonly string[] }
  | { readonly kind: 'code'; readonly code: string }

const most = 8

const codeOf = (text: string): string | null => {
  const code = parseProjectCode(text)
  return code && printProjectCode(withoutVariant(code))
}

// A single word is a code only when it is written as one: two numbers with a space between them are two words.
const codeInWord = (word: string): string | null => (/^ncp|^\d{2}-/i.test(word) ? codeOf(word) : null)

const plain = (text: string): readonly string[] =>
  text
    .normalize('NFKD')
    .replaceAll(/\p{M}|['’.]/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)

/** What was typed, as what has to be found: each once, a code in any spelling as the code it is. */
export const termsOf = (text: string): readonly Term[] => {
  const whole = codeOf(text)
  if (whole) return [{ kind: 'code', code: whole }]
  const joined = text.replaceAll(/\bncp[\s-]+(?=\d{2}\s*[-/]?\s*\d)/gi, 'ncp')
  const all = joined.split(/\s+/).flatMap((word): readonly Term[] => {
    const code = codeInWord(word)
    return code ? [{ kind: 'code', code }] : plain(word).map((each) => ({ kind: 'word', word: each, meant: [] }))
  })
  const signs = all.map((term) => (term.kind === 'code' ? term.code : term.word))
  return all.filter((_, at) => signs.indexOf(signs[at] ?? '') === at).slice(0, most)
}
