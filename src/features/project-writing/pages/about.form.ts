import { z } from 'zod'
import {
  type AcademicYear,
  academicYear,
  parseAcademicYear,
  yearLabel,
  yearSlug,
} from '../../../vocabulary/academic-year.ts'
import { type Audience, audiences } from '../../../vocabulary/audiences.ts'
import { deliveryModels } from '../../../vocabulary/delivery-models.ts'
import type { Typed } from '../../../vocabulary/form.ts'
import { type Phase, phases } from '../../../vocabulary/phases.ts'
import { officialProjectCode, parseProjectCode } from '../../../vocabulary/project-code.ts'
import { slugOf } from '../../../vocabulary/slug.ts'
import type { WrittenProject } from '../written-project.ts'

/** Says that a text is too long, and which where a form has several. */
export const most = (length: number, what?: string): string => {
  const said = `at most ${length.toLocaleString('en-GB')} characters`
  return what === undefined ? `Enter ${said}` : `Shorten ${what}: it can have ${said}`
}

/** One line, or nothing. */
export const line = (length: number) =>
  z
    .string()
    .max(length, most(length))
    .optional()
    .transform((typed) => typed?.replaceAll(/\s+/g, ' ').trim() || null)

const longText = (what: string) =>
  z
    .string()
    .max(20_000, most(20_000, what))
    .optional()
    .transform((typed) => (typed ?? '').replaceAll('\r\n', '\n').trim())

/** One thing a line, with or without a mark before it. */
export const linesOf = (what: string) =>
  longText(what).transform((typed) =>
    typed
      .split('\n')
      .map((each) => each.replace(/^[-•✓*\s]+/, '').trim())
      .filter((each) => each !== ''),
  )

export const several = <T extends string>(allowed: readonly T[]) =>
  z
    .preprocess((typed) => (typed === undefined ? [] : Array.isArray(typed) ? typed : [typed]), z.array(z.string()))
    .transform((chosen) => allowed.filter((each) => chosen.includes(each)))

/** A number, or nothing; such as 3, 2.5 where halves are allowed. */
export const number = ({ least, greatest, halves = false }: { least: number; greatest: number; halves?: boolean }) => {
  const sentence = `Enter a number from ${least} to ${greatest}${halves ? ', with halves such as 2.5' : ''}, or leave it empty`
  return z
    .string()
    .optional()
    .transform((typed) => typed?.trim() ?? '')
    .refine((typed) => {
      const value = Number(typed)
      return typed === '' || (Number.isInteger(halves ? 2 * value : value) && value >= least && value <= greatest)
    }, sentence)
    .transform((typed) => (typed === '' ? null : Number(typed)))
}

const code = z
  .string()
  .optional()
  .transform((typed) => typed?.trim() ?? '')
  .refine((typed) => {
    const read = typed === '' ? null : parseProjectCode(typed)
    return typed === '' || (read !== null && read.strand === null && read.theme === null)
  }, 'Enter a code such as NCP21-15, or leave it empty while it is not known')
  .transform((typed) => (typed === '' ? null : officialProjectCode(typed)))

type Coded = { readonly code: string | null; readonly year: AcademicYear }

const yearOfCode = ({ code }: Coded): AcademicYear | null => {
  const read = code === null ? null : parseProjectCode(code)
  return read && academicYear(read.year)
}

/** A code tells its year: one of another year is a slip of either. */
const requireYearOfCode = (typed: Coded, problems: z.RefinementCtx): void => {
  const told = yearOfCode(typed)
  if (told === null || told === typed.year) return
  const message = `${typed.code} is a code of ${yearLabel(told)}, and this project is of ${yearLabel(typed.year)}. Change the code or the year.`
  problems.addIssue({ code: 'custom', path: ['code'], message })
}

const year = z
  .string('Choose the year')
  .refine((typed) => parseAcademicYear(typed) !== null, 'Choose the year')
  .transform((typed) => parseAcademicYear(typed) ?? academicYear(2000))

const title = z
  .string('Enter a title')
  .trim()
  .max(150, most(150))
  .refine((typed) => slugOf(typed) !== '', 'Enter a title')

const summary = line(300).transform((typed) => typed ?? '')

/** What a project begins with; all else can follow. */
export const newForm = z
  .object({
    year,
    code,
    title,
    summary,
    delivery_model: z.enum(deliveryModels, 'Choose how it is run'),
  })
  .superRefine(requireYearOfCode)

const about = z
  .object({
    year,
    code,
    title,
    summary,
    phases: several<Phase>(phases),
    audiences: several<Audience>(audiences),
    flags: several(['is_new']),
    formerly: line(150),
    running_since: line(60),
    running_since_source: line(300),
    partner_bodies: linesOf('the list of partner bodies'),
  })
  .superRefine(requireYearOfCode)
  .transform((typed) => ({
    year: typed.year,
    code: typed.code,
    title: typed.title,
    summary: typed.summary,
    phases: typed.phases,
    audiences: typed.audiences,
    isNew: typed.flags.includes('is_new'),
    formerly: typed.formerly,
    runningSince: typed.running_since,
    runningSinceSource: typed.running_since_source,
    partnerBodies: typed.partner_bodies,
  }))

/** What a project is; a hub's own has no code, because codes are the national catalogue's. */
export const aboutForm = (hubId: string | null) =>
  hubId === null ? about : about.transform((part) => ({ ...part, code: null }))

export const typedAbout = (written: WrittenProject): Typed => ({
  year: yearSlug(written.year),
  code: written.code ?? '',
  title: written.title,
  summary: written.summary,
  phases: written.phases,
  audiences: written.audiences,
  flags: written.isNew ? ['is_new'] : [],
  formerly: written.formerly ?? '',
  running_since: written.runningSince ?? '',
  running_since_source: written.runningSinceSource ?? '',
  partner_bodies: written.partnerBodies.join('\n'),
})
