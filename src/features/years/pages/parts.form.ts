import { z } from 'zod'
import { typedText } from '../../../platform/forms.ts'
import type { Typed } from '../../../vocabulary/form.ts'
import { dateFromParts } from '../../../vocabulary/typed-date.ts'
import type { LaidOutGoal, LaidOutNotice, LaidOutPartner, LaidOutSection } from '../layout.ts'

const tidy = (typed: string): string => typed.replaceAll('\r\n', '\n').trim()
const most = (length: number, what: string) =>
  `Shorten ${what}: it can have at most ${length.toLocaleString('en-GB')} characters`
const long = (what: string) =>
  z
    .string()
    .max(20_000, most(20_000, what))
    .optional()
    .transform((typed) => tidy(typed ?? ''))
const line = (what: string, missing: string, length = 150) =>
  z
    .string(missing)
    .transform((typed) => typed.replaceAll(/\s+/g, ' ').trim())
    .pipe(z.string().min(1, missing).max(length, most(length, what)))

export const introductionForm = z.object({ introduction: long('the introduction of the year') })

export const noticeForm = z.object({
  heading: line('the heading', 'Enter a heading'),
  body: z
    .string('Enter the text of the notice')
    .transform(tidy)
    .pipe(z.string().min(1, 'Enter the text of the notice').max(20_000, most(20_000, 'the text of the notice'))),
}) satisfies z.ZodType<Omit<LaidOutNotice, 'id'>>

export const sectionForm = z.object({
  title: line('the title', 'Enter a title'),
  introduction: long('the introduction of the section'),
  parent: z
    .string()
    .optional()
    .transform((typed) => typed || null),
}) satisfies z.ZodType<Pick<LaidOutSection, 'title' | 'introduction' | 'parent'>>

const isWebAddress = (typed: string): boolean =>
  typed === '' || (/^https?:\/\/[^\s/]+\.[^\s]+$/i.test(typed) && URL.canParse(typed))

/** A partner body of the year. */
export const partnerForm = z.object({
  name: line('the name', 'Enter the name of the body'),
  about: long('what it does'),
  website: z
    .string()
    .optional()
    .transform((typed) => typed?.trim() ?? '')
    .refine(isWebAddress, 'Enter an address of the web such as https://www.example.org, or leave it empty')
    .refine((typed) => typed.length <= 300, most(300, 'the address')),
}) satisfies z.ZodType<Omit<LaidOutPartner, 'id'>>

const datePart = z.string().optional()

/** A goal; where it stands is said with its source and its day, or not at all. */
export const goalForm = z
  .object({
    goal: line('the goal', 'Enter the goal', 500),
    by: line('by when', 'Enter by when, such as “By 2023”', 60),
    project: datePart,
    standing: long('where the goal stands'),
    source: long('where this is from'),
    'from-day': datePart,
    'from-month': datePart,
    'from-year': datePart,
  })
  .transform((typed, check): Omit<LaidOutGoal, 'id'> => {
    const parts = [typed['from-day'], typed['from-month'], typed['from-year']].map((part) => part?.trim() ?? '')
    const [day = '', month = '', year = ''] = parts
    const isGiven = parts.some((part) => part !== '')
    const on = dateFromParts(day, month, year)
    const issue = (field: string, message: string) => check.addIssue({ code: 'custom', path: [field], message })
    if (isGiven && !on) issue('from-day', 'Enter the day it is from, such as 17 11 2021')
    if (typed.standing !== '' && typed.source === '') issue('source', 'Enter where this is from')
    if (typed.standing !== '' && !isGiven) issue('from-day', 'Enter the day it is from, such as 17 11 2021')
    if (typed.standing === '' && (typed.source !== '' || isGiven))
      issue('standing', 'Enter where the goal stands, or leave its source and day empty')
    return {
      goal: typed.goal,
      by: typed.by,
      projectId: typed.project || null,
      standing: typed.standing,
      source: typed.source,
      standingOn: on?.toString() ?? null,
    }
  })

/** A goal as the form shows it. */
export const typedGoal = ({ goal, by, projectId, standing, source, standingOn }: LaidOutGoal): Typed => {
  const on = standingOn === null ? null : Temporal.PlainDate.from(standingOn)
  const parts = { 'from-day': on?.day, 'from-month': on?.month, 'from-year': on?.year }
  return {
    goal,
    by,
    project: projectId ?? '',
    standing,
    source,
    ...Object.fromEntries(Object.entries(parts).map(([name, part]) => [name, String(part ?? '')])),
  }
}

/** What a correction changes, as it will stand among the versions; null where nothing is said. */
export const noteOf = (body: Typed): string | null => typedText(body, 'note').slice(0, 500) || null
