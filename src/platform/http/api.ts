import { z } from 'zod'
import type { Actor } from '../../vocabulary/actor.ts'
import type { Context } from '../context.ts'

/** A program that has shown its token: whose it is, with the roles that its scopes leave, and what it may read. */
export type Program = {
  readonly actor: Actor
  readonly tokenId: string
  readonly name: string
  readonly scopes: readonly string[]
  readonly expiresAt: Temporal.Instant
}

/** Who may ask: the sentence goes into the table of routes and into the description of the interface. */
export type ApiAccess = {
  readonly sentence: string
  readonly needsToken: boolean
  readonly scope: string | null
  readonly admits: (actor: Actor, params: Readonly<Record<string, string>>) => boolean
}

/** What is public, with a token or without. */
export const anyProgram: ApiAccess = { sentence: 'everyone', needsToken: false, scope: null, admits: () => true }

/** Any program with a token. */
export const withToken: ApiAccess = {
  sentence: 'programs with a token',
  needsToken: true,
  scope: null,
  admits: () => true,
}

/** Programs whose token has a scope, of somebody whom the records belong to; for others there is nothing at the address. */
export const withScope = (scope: string, who: string, admits: ApiAccess['admits']): ApiAccess => ({
  sentence: `programs with a token for ${scope} of ${who}`,
  needsToken: true,
  scope,
  admits,
})

export type ApiRequest<Query> = {
  readonly context: Context
  readonly params: Readonly<Record<string, string>>
  readonly query: Query
  readonly program: Program | null
}

type Described = {
  readonly path: string
  /** In the description of the interface: one name for programs, one line for people. */
  readonly id: string
  readonly summary: string
  readonly access: ApiAccess
}

export type Endpoint = Described & {
  readonly query: z.ZodObject
  readonly answer: z.ZodType
  readonly handle: (request: ApiRequest<never>) => Promise<unknown>
}

type Given<Q extends z.ZodObject, A extends z.ZodType> = Described & {
  readonly query?: Q
  readonly answer: A
  readonly handle: (request: ApiRequest<z.infer<Q>>) => Promise<z.input<A>>
}

const nothingAsked = z.object({})

/** An address for programs. What is not in the schema of the answer is not sent, whatever is handed over. */
export const endpoint = <Q extends z.ZodObject, A extends z.ZodType>({ query, ...rest }: Given<Q, A>): Endpoint =>
  ({ ...rest, query: query ?? nothingAsked }) as Endpoint

const mostOnAPage = 100

/** Pages of a list: how many at once, and after which entry. */
export const paging = {
  limit: z.coerce
    .number('a number from 1 to 100')
    .int('a whole number')
    .min(1, 'a number from 1 to 100')
    .max(mostOnAPage, 'a number from 1 to 100')
    .default(50)
    .meta({ description: 'How many entries at once' }),
  after: z
    .string()
    .max(300, 'the `next` of the page before')
    .optional()
    .meta({ description: 'The `next` of the page before, as it was given' }),
}

/** One page of a list; `next` is null on the last one. */
export const pageSchema = <T extends z.ZodType>(item: T) =>
  z.object({ items: z.array(item), next: z.string().nullable() })

/** Where a page ends, as a text that means something only here. */
export const cursorOf = (key: readonly (string | number)[]): string =>
  Buffer.from(JSON.stringify(key)).toString('base64url')

/** What a cursor made here holds; null when it was made elsewhere. */
export const readCursor = (cursor: string, length: number): readonly string[] | null => {
  try {
    const key: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'))
    return Array.isArray(key) && key.length === length && key.every((part) => typeof part === 'string') ? key : null
  } catch {
    return null
  }
}

/** A request that asks for what there is not; every fault with its field. */
export class WrongQuery extends Error {
  override readonly name = 'WrongQuery'
  readonly errors: readonly { readonly field: string; readonly message: string }[]
  constructor(errors: WrongQuery['errors']) {
    super('The query cannot be answered')
    this.errors = errors
  }
}

/** The page of a list that begins after a cursor, from rows of which one more than asked for was read. */
export const pageFrom = <T>(
  rows: readonly T[],
  limit: number,
  keyOf: (row: T) => readonly string[],
): { items: readonly T[]; next: string | null } => {
  const items = rows.slice(0, limit)
  const last = items.at(-1)
  return { items, next: rows.length > limit && last ? cursorOf(keyOf(last)) : null }
}

/** The parts of a request's cursor; none at the beginning of a list. */
export const startOf = (after: string | undefined, length: number): readonly string[] | null => {
  if (after === undefined) return null
  const key = readCursor(after, length)
  if (!key) throw new WrongQuery([{ field: 'after', message: 'the `next` of the page before' }])
  return key
}
