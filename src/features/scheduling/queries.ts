import { z } from 'zod'
import type { Reader } from '../../platform/database/index.ts'
import { stored } from '../../platform/database/stored.ts'
import type { Proposal, ProposalStatus } from './proposal.ts'

const day = z.string().transform((text) => Temporal.PlainDate.from(text))
const time = z.string().transform((text) => Temporal.PlainTime.from(text))

const askedKept = z.object({
  sessions: z.number(),
  minutes: z.number(),
  startsAt: time,
  days: z.array(z.number()),
  from: day,
  to: day,
  leastWeeks: z.number(),
  mostWeeks: z.number(),
  // What was asked before there was a choice was asked for the usual venue.
  atSchools: z.boolean().default(false),
})
const alternativesKept = z.array(
  z.object({
    title: z.string(),
    reasons: z.array(z.string()),
    dates: z.array(
      z.object({ on: day, startsAt: time, endsAt: time, cost: z.number(), warnings: z.array(z.string()) }),
    ),
  }),
)
const nothingKept = z.object({ inTheWay: z.array(z.string()), changes: z.array(z.string()) })

const proposals = (db: Reader) => db.selectFrom('schedule_proposals').selectAll()
type Row = Awaited<ReturnType<ReturnType<typeof proposals>['execute']>>[number]

const proposalOf = (row: Row): Proposal => ({
  id: row.id,
  groupId: row.group_id,
  status: row.status as ProposalStatus,
  asked: stored(askedKept, row.asked, 'what a schedule was asked for'),
  alternatives: stored(alternativesKept, row.alternatives, 'what was proposed for a schedule'),
  nothingFits: row.nothing_fits === null ? null : stored(nothingKept, row.nothing_fits, 'why nothing fits'),
  accepted: row.accepted,
  madeAt: row.made_at,
})

export const proposalById = async (db: Reader, id: string): Promise<Proposal | null> => {
  const row = await proposals(db).where('id', '=', id).executeTakeFirst()
  return row ? proposalOf(row) : null
}

/** What was proposed last for a group, unless it was dropped; null where nobody has asked. */
export const latestProposal = async (db: Reader, groupId: string): Promise<Proposal | null> => {
  const row = await proposals(db)
    .where('group_id', '=', groupId)
    .where('status', '<>', 'dropped')
    .orderBy('made_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ? proposalOf(row) : null
}
