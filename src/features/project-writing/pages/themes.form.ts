import type { Parsed, Typed } from '../../../vocabulary/form.ts'
import { newId } from '../../../vocabulary/ids.ts'
import { parseProjectCode } from '../../../vocabulary/project-code.ts'
import { familyFields, themeFields } from '../part.ts'
import { type Row, typedRows } from '../rows.ts'
import { choicesOf, descentWords } from '../wording.ts'
import type { WrittenProject, WrittenTheme } from '../written-project.ts'
import { most } from './about.form.ts'
import { knownOnce, oneLine, parseRows, problemsOf, type Read, tidy } from './rows.form.ts'

type Ending = { readonly suffix: string; readonly problem: string }

// The ending alone, or the whole code as people write it.
const endingOf = (typed: string, kind: WrittenTheme['kind']): Ending => {
  const code = parseProjectCode(typed)
  if (kind === 'strand') {
    const letter = (code?.strand ?? typed).toLowerCase()
    return /^[a-z]$/.test(letter)
      ? { suffix: letter, problem: '' }
      : { suffix: '', problem: 'Enter the letter of the start, such as a' }
  }
  const word = code?.theme ?? typed.replace(/^_/, '')
  return /^[A-Za-z][A-Za-z0-9]{0,39}$/.test(word)
    ? { suffix: word.charAt(0).toUpperCase() + word.slice(1), problem: '' }
    : { suffix: '', problem: 'Enter the ending of its code in one word, such as Mentor' }
}

type Taken = { readonly once: (id: string) => string | null; readonly used: Set<string> }

const readTheme = (row: Row, { once, used }: Taken): Read<WrittenTheme> => {
  const line = (field: string): string => oneLine(row[field] ?? '')
  const [typed, title, focus, starts] = [line('suffix'), line('title'), tidy(row['focus'] ?? ''), line('starts')]
  if (`${typed}${title}${focus}` === '') return null
  const kind = row['kind'] === 'strand' ? 'strand' : 'theme'
  const { suffix, problem } = endingOf(typed, kind)
  const problems = problemsOf([
    ['suffix', problem !== '', problem],
    ['suffix', used.has(suffix.toLowerCase()), 'Give each its own ending'],
    ['title', title === '', 'Enter what it is called'],
    ['title', title.length > 150, most(150)],
    ['focus', focus.length > 5000, most(5000, `the focus of “${title}”`)],
    ['starts', starts.length > 120, most(120)],
  ])
  if (problems) return { problems }
  used.add(suffix.toLowerCase())
  return { value: { id: once(line('id')) ?? newId(), kind, suffix, title, focus, starts: starts || null } }
}

/** The themes of a project, or its starts. */
export const readThemes = (body: Typed, { themes }: WrittenProject): Parsed<Partial<WrittenProject>> => {
  const taken = { once: knownOnce(themes.map(({ id }) => id)), used: new Set<string>() }
  const rows = parseRows(body, themeFields, (row) => readTheme(row, taken))
  return rows.ok ? { ok: true, value: { themes: rows.value } } : rows
}

export const typedThemes = ({ themes }: WrittenProject): Typed =>
  typedRows(themes.map((theme) => ({ ...theme, starts: theme.starts ?? '' })))

/** The projects of earlier years from which it comes; each is one of those that the page offers, and named once. */
export const readFamily = (body: Typed, earlier: readonly string[]): Parsed<Partial<WrittenProject>> => {
  const used = new Set<string>()
  const rows = parseRows(body, familyFields, (row) => {
    const [earlierId, note] = [row['earlier'] ?? '', oneLine(row['note'] ?? '')]
    if (earlierId === '' && note === '') return null
    const kind = choicesOf(descentWords).find(({ value }) => value === row['kind'])?.value
    const problems = problemsOf([
      ['earlier', !earlier.includes(earlierId), 'Choose a project of an earlier year'],
      ['earlier', used.has(earlierId), 'This project is named above already'],
      ['kind', kind === undefined, 'Choose how the two belong together'],
      ['note', note.length > 500, most(500)],
    ])
    if (problems || kind === undefined) return { problems: problems ?? {} }
    used.add(earlierId)
    return { value: { earlierId, kind, note: note || null } }
  })
  if (!rows.ok) return rows
  return { ok: true, value: { lineage: rows.value.toSorted((a, b) => (a.earlierId < b.earlierId ? -1 : 1)) } }
}

export const typedFamily = ({ lineage }: WrittenProject): Typed =>
  typedRows(lineage.map(({ earlierId, kind, note }) => ({ earlier: earlierId, kind, note: note ?? '' })))
