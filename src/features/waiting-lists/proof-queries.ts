import { z } from 'zod'
import type { Reader } from '../../platform/database/index.ts'
import { stored } from '../../platform/database/stored.ts'
import type { Proof } from '../place-offers/index.ts'

const instant = z.string().transform((text) => Temporal.Instant.from(text))
const maybe = instant.nullable()

const proofKept: z.ZodType<Proof> = z.object({
  room: z.object({
    left: z.record(z.string(), z.object({ organisations: z.number(), people: z.number() })),
    themeId: z.string().nullable(),
  }),
  line: z.array(
    z.object({
      id: z.string(),
      hubId: z.string(),
      waitingSince: instant,
      people: z.number(),
      fewerIsFine: z.boolean(),
      themeId: z.string().nullable(),
      met: z.array(z.number()),
      lostPlaceAt: maybe,
      movedUpAt: maybe,
      why: z.string().nullable(),
    }),
  ),
  waiting: z.number(),
  offeredTo: z.string().nullable(),
  isLeftToHub: z.boolean(),
  placeId: z.string().nullable(),
})

/** A place that was passed on, as the history keeps it. */
export const readProof = (particulars: unknown): Proof => stored(proofKept, particulars, 'the proof of a turn')

export type PassedOnThen = Proof & {
  readonly at: Temporal.Instant
  readonly groupId: string
  /** Why the hub had moved somebody up, by request; erased with the person it may name. */
  readonly reasons: Readonly<Record<string, string>>
}

const reasonsKept = z.object({ reasons: z.record(z.string(), z.string()).catch({}) }).catch({ reasons: {} })

const passedOn = (db: Reader, subject: { readonly type: 'group' | 'offer'; readonly id: string }) =>
  db
    .selectFrom('event_subjects as s')
    .innerJoin('events as e', 'e.id', 's.event_id')
    .leftJoin('event_personal_values as v', 'v.event_id', 'e.id')
    .select(['e.id', 'e.occurred_at', 'e.subject_id', 'e.particulars', 'v.personal'])
    .where('s.subject_type', '=', subject.type)
    .where('s.subject_id', '=', subject.id)
    .where('e.name', '=', 'group.place-passed-on')
    .orderBy('e.id', 'desc')

type Row = Awaited<ReturnType<ReturnType<typeof passedOn>['execute']>>[number]

const then = (row: Row): PassedOnThen => ({
  ...readProof(row.particulars),
  at: row.occurred_at,
  groupId: row.subject_id,
  reasons: reasonsKept.parse(row.personal ?? {}).reasons,
})

/** Every place of a group that was passed on, the latest first. */
export const proofsOfGroup = async (db: Reader, groupId: string): Promise<readonly PassedOnThen[]> =>
  (await passedOn(db, { type: 'group', id: groupId }).execute()).map(then)

/** Every place that was passed on while somebody waited for an offer, the latest first. */
export const proofsOfOffer = async (db: Reader, offerId: string, limit: number): Promise<readonly PassedOnThen[]> =>
  (await passedOn(db, { type: 'offer', id: offerId }).limit(limit).execute()).map(then)
