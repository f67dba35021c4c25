import { z } from 'zod'
import type { Typed } from '../../../vocabulary/form.ts'
import { parsePostcode } from '../../../vocabulary/postcode.ts'
import { parseUkprn } from '../../../vocabulary/ukprn.ts'
import type { Body, BodyStated } from '../body.ts'
import { ittKinds, ittPhases } from '../provider-row.ts'

const most = (length: number) => `Enter at most ${length} characters`
const text = (length = 200) =>
  z
    .string()
    .max(length, most(length))
    .optional()
    .transform((typed) => typed?.trim() || null)

const readable = (read: (typed: string) => string | null, sentence: string) =>
  z
    .string()
    .optional()
    .transform((typed) => typed?.trim() ?? '')
    .refine((typed) => typed === '' || read(typed) !== null, sentence)
    .transform((typed) => (typed === '' ? null : read(typed)))

const chosen = z
  .preprocess((typed) => (typed === undefined ? [] : Array.isArray(typed) ? typed : [typed]), z.array(z.string()))
  .transform((typed) => ittPhases.filter((phase) => typed.includes(phase)))

/** What the national team states of a body. */
export const bodyForm = z
  .object({
    kind: z.enum(['itt_provider', 'trust', 'authority', 'other'], 'Choose what it is'),
    name: z.string('Enter its name').trim().min(1, 'Enter its name').max(200, most(200)),
    ukprn: readable(parseUkprn, 'Enter the UKPRN as eight digits that begin with 1, or leave it empty'),
    street: text(),
    town: text(),
    postcode: readable(parsePostcode, 'Enter a postcode such as W3 9PP, or leave it empty'),
    website: text(),
    status: z.enum(['open', 'closed'], 'Choose whether it is open'),
    itt_kind: z.enum(ittKinds, 'Choose what kind of provider it is').optional(),
    itt_phases: chosen,
    accredited: z.string().optional(),
  })
  .refine(({ kind, itt_kind }) => kind !== 'itt_provider' || itt_kind !== undefined, {
    message: 'Choose what kind of provider it is',
    path: ['itt_kind'],
  })
  .transform(
    ({ itt_kind, itt_phases, accredited, ...stated }): BodyStated => ({
      ...stated,
      ittKind: itt_kind ?? null,
      ittPhases: itt_kind ? itt_phases : [],
      accredited: accredited === 'yes',
    }),
  )

/** A body as the form shows it again. */
export const typedOf = (body: Body, accredited: boolean): Typed => ({
  kind: body.kind,
  name: body.name,
  ukprn: body.ukprn ?? '',
  street: body.street ?? '',
  town: body.town ?? '',
  postcode: body.postcode ?? '',
  website: body.website ?? '',
  status: body.status === 'closed' ? 'closed' : 'open',
  itt_kind: body.ittKind ?? '',
  itt_phases: body.ittPhases,
  accredited: accredited ? 'yes' : '',
})
