import { z } from 'zod'

/** What is kept as JSON, read as what it has to be: what fits no more is noticed where it is read, and named; never its value. */
export const stored = <T>(schema: z.ZodType<T>, value: unknown, what: string): T => {
  const read = schema.safeParse(value)
  if (read.success) return read.data
  const where = read.error.issues.map(({ path, code }) => `${path.join('.') || 'all of it'} (${code})`).join(', ')
  throw new Error(`What is kept as ${what} is not what it has to be: ${where}`)
}

const words = z.array(z.string())

/** A list of words that is kept as JSON. */
export const storedWords = (value: unknown, what: string): readonly string[] => stored(words, value, what)
