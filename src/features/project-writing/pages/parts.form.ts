import { z } from 'zod'
import { parseForm, typedText as typedIn } from '../../../platform/forms.ts'
import type { Parsed, Typed } from '../../../vocabulary/form.ts'
import { familyFields, type PartKey, ruleFields, textFields, themeFields } from '../part.ts'
import { afterPressing, type Row, rowsIn, withRows } from '../rows.ts'
import type { WrittenProject } from '../written-project.ts'
import { aboutForm, most, typedAbout } from './about.form.ts'
import { readJoining, typedJoining } from './joining.form.ts'
import { runningForm, typedRunning } from './running.form.ts'
import { readOutcomes, readText, typedOutcomes, typedText } from './text.form.ts'
import { readFamily, readThemes, typedFamily, typedThemes } from './themes.form.ts'

export type Known = {
  readonly written: WrittenProject
  readonly hubId: string | null
  /** Ids of the stages and of the earlier projects that the page offers. */
  readonly stages: readonly string[]
  readonly earlier: readonly string[]
}

type Reader = (body: Typed, known: Known) => Parsed<Partial<WrittenProject>>

const readers: Readonly<Record<PartKey, Reader>> = {
  about: (body, { hubId }) => parseForm(aboutForm(hubId), body),
  running: (body, { stages }) => parseForm(runningForm(stages), body),
  joining: (body, { written }) => readJoining(body, written),
  text: (body, { written }) => readText(body, written),
  outcomes: (body, { written }) => readOutcomes(body, written),
  themes: (body, { written }) => readThemes(body, written),
  family: (body, { earlier }) => readFamily(body, earlier),
}

/** A part of a project as it was typed. */
export const readPart = (key: PartKey, body: Typed, known: Known): Parsed<Partial<WrittenProject>> =>
  readers[key](body, known)

const writers: Readonly<Record<PartKey, (written: WrittenProject) => Typed>> = {
  about: typedAbout,
  running: typedRunning,
  joining: typedJoining,
  text: typedText,
  outcomes: typedOutcomes,
  themes: typedThemes,
  family: typedFamily,
}

/** A part of a project as its form shows it. */
export const typedPart = (key: PartKey, written: WrittenProject): Typed => writers[key](written)

const rowsOf: Partial<Readonly<Record<PartKey, { fields: readonly string[]; blank: Row }>>> = {
  text: { fields: textFields, blank: { key: '', heading: '', body: '' } },
  joining: { fields: ruleFields, blank: { id: '', sentence: '', strength: 'required', theme: '' } },
  themes: { fields: themeFields, blank: { id: '', kind: 'theme', suffix: '', title: '', focus: '', starts: '' } },
  family: { fields: familyFields, blank: { earlier: '', kind: '', note: '' } },
}

/** What was typed, after a button that adds, removes or moves one of several, or shows how it will read; null for a form to be saved. */
export const pressed = (key: PartKey, body: Typed): Typed | null => {
  const button = typedIn(body, 'press')
  if (button === 'preview') return body
  const rows = rowsOf[key]
  const after = rows && afterPressing(button, rowsIn(body, rows.fields), rows.blank)
  return after ? withRows(body, after) : null
}

export const withdrawForm = z.object({
  reason: z.string('Say why').trim().min(1, 'Say why it is withdrawn').max(500, most(500)),
})

export const correctForm = z.object({
  note: z
    .string('Say what was corrected')
    .trim()
    .min(1, 'Say what was corrected: the note stands beside this version')
    .max(500, most(500)),
  mark: z
    .string()
    .optional()
    .transform((typed) => typed ?? ''),
})
