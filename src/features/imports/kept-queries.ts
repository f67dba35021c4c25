import { z } from 'zod'
import { stored, storedWords } from '../../platform/database/stored.ts'
import { postKinds } from '../../vocabulary/posts.ts'
import type { Entry, Options } from '../old-lists/index.ts'
import { type Counts, outcomes } from './import.ts'

const options = z.object({ surnameFirst: z.boolean().default(false), fillsDown: z.boolean().default(false) })
const counts = z.partialRecord(z.enum(outcomes), z.int().nonnegative())
const said = z.object({ name: z.string(), urn: z.string(), postcode: z.string(), town: z.string() })
const entry = z.object({
  school: said,
  people: z.array(z.object({ name: z.string(), email: z.string(), post: z.enum(postKinds) })),
  headteacher: z.object({ name: z.string(), email: z.string() }).nullable().default(null),
  telephone: z.string().nullable(),
  askedOn: z.string().nullable(),
  preference: z.string().nullable(),
  travel: z.number().nullable(),
  accessNeeds: z.string().nullable(),
  comments: z.string().nullable(),
})
const choices = z.array(z.object({ organisationId: z.uuid(), reason: z.string().nullable() }))

/** What an import keeps as JSON, read as what it has to be. */
export const kept = {
  header: (value: unknown): readonly string[] => storedWords(value, 'the header of an import'),
  matching: (value: unknown): readonly string[] => storedWords(value, 'the matching of an import'),
  cells: (value: unknown): readonly string[] => storedWords(value, 'the cells of a row'),
  warnings: (value: unknown): readonly string[] => storedWords(value, 'the warnings of a row'),
  options: (value: unknown): Options => stored(options, value, 'the options of an import'),
  counts: (value: unknown): Counts => stored(counts, value, 'the counts of an import'),
  entry: (value: unknown): Entry => stored(entry, value, 'a row that was understood'),
  choices: (value: unknown) => stored(choices, value, 'the schools that may be meant'),
}
