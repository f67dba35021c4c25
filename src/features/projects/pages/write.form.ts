import { z } from 'zod'
import { academicYear, parseAcademicYear } from '../../../vocabulary/academic-year.ts'
import { deliveryModels } from '../../../vocabulary/delivery-models.ts'
import type { Typed } from '../../../vocabulary/form.ts'
import { type Phase, phases } from '../../../vocabulary/phases.ts'
import { officialProjectCode, parseProjectCode } from '../../../vocabulary/project-code.ts'
import { slugOf } from '../../../vocabulary/slug.ts'
import { type Draft, type SectionKey, usualSections } from '../draft.ts'

const tidy = (typed: string): string => typed.replaceAll('\r\n', '\n').trim()
const most = (length: number) => `Enter at most ${length} characters`
const long = z
  .string()
  .max(20_000, most(20_000))
  .transform(tidy)
  .optional()
  .transform((typed) => typed ?? '')

const several = <T extends string>(allowed: readonly T[]) =>
  z
    .preprocess((typed) => (typed === undefined ? [] : Array.isArray(typed) ? typed : [typed]), z.array(z.string()))
    .transform((chosen) => allowed.filter((each) => chosen.includes(each)))

const code = z
  .string()
  .optional()
  .transform((typed) => typed?.trim() ?? '')
  .refine((typed) => {
    const read = typed === '' ? null : parseProjectCode(typed)
    return typed === '' || (read !== null && read.strand === null && read.theme === null)
  }, 'Enter a code such as NCP21-15, or leave it empty while it is not known')
  .transform((typed) => (typed === '' ? null : officialProjectCode(typed)))

const texts = Object.fromEntries(usualSections.map(({ key }) => [key, long])) as Record<SectionKey, typeof long>

const fields = z
  .object({
    year: z
      .string('Choose the year')
      .refine((typed) => parseAcademicYear(typed) !== null, 'Choose the year')
      .transform((typed) => parseAcademicYear(typed) ?? academicYear(2000)),
    code,
    title: z
      .string('Enter a title')
      .trim()
      .max(150, most(150))
      .refine((typed) => slugOf(typed) !== '', 'Enter a title'),
    summary: z.string('Enter one sentence about it').trim().min(1, 'Enter one sentence about it').max(300, most(300)),
    delivery_model: z.enum(deliveryModels, 'Choose how it is run'),
    unit: z.enum(['organisation', 'person'], 'Choose who joins'),
    phases: several<Phase>(phases),
    flags: several(['is_new', 'headteacher_confirms']),
    benefits: long,
    ...texts,
  })
  .transform(
    (typed): Draft => ({
      year: typed.year,
      code: typed.code,
      title: typed.title,
      summary: typed.summary,
      deliveryModel: typed.delivery_model,
      unit: typed.unit,
      phases: typed.phases,
      isNew: typed.flags.includes('is_new'),
      headteacherConfirms: typed.flags.includes('headteacher_confirms'),
      texts: Object.fromEntries(usualSections.map(({ key }) => [key, typed[key]])) as Draft['texts'],
      benefits: typed.benefits
        .split('\n')
        .map((line) => line.replace(/^[-•*\s]+/, '').trim())
        .filter((line) => line !== ''),
    }),
  )

/** What is typed of a project; a hub's own has no code, because codes are the national catalogue's. */
export const writeForm = (hubId: string | null) =>
  hubId === null ? fields : fields.transform((draft): Draft => ({ ...draft, code: null }))

export const withdrawForm = z.object({
  reason: z.string('Say why').trim().min(1, 'Say why it is withdrawn').max(500, most(500)),
})

/** A draft as the form shows it again. */
export const typedOf = (draft: Draft): Typed => ({
  year: `${draft.year}-${String((draft.year + 1) % 100).padStart(2, '0')}`,
  code: draft.code ?? '',
  title: draft.title,
  summary: draft.summary,
  delivery_model: draft.deliveryModel,
  unit: draft.unit,
  phases: draft.phases,
  flags: [...(draft.isNew ? ['is_new'] : []), ...(draft.headteacherConfirms ? ['headteacher_confirms'] : [])],
  benefits: draft.benefits.join('\n'),
  ...draft.texts,
})
