import { createHash } from 'node:crypto'
import { type Context, transaction } from '../../../platform/context.ts'
import type { Transaction } from '../../../platform/database/index.ts'
import { Conflict, Forbidden, found, NotFound, Refused } from '../../../platform/errors.ts'
import { record } from '../../../platform/history.ts'
import { hubIdsOf, isNationalTeam, personIdOf } from '../../people/index.ts'
import { acquaintanceOf } from '../knowing-queries.ts'
import { type Choices, fieldsOf, type MergeKind, type Moving, type Pair, type Standing } from '../merge.ts'
import { carryDecisions, decidePair, insertMerge } from '../merge-store.ts'
import { whatMoves } from '../moving-queries.ts'
import { exchangeFields, type Journal, lockPair, makeAlias, moveEverything } from '../moving-store.ts'
import { mayMergeOrganisations, mayMergePeople } from '../policy.ts'
import { rememberName, rememberOrganisationName, settleOrganisations, settlePeople } from '../settling-store.ts'
import { standingOf } from '../standing-queries.ts'
import { tellMerged } from './tell-merged.ts'

type Merge = {
  readonly kind: MergeKind
  readonly pair: Pair
  readonly choices: Choices
  /** The fingerprint of what was shown before; left out where nothing was. */
  readonly seen?: string
}

/** What a merge would move and what stands against it, with a fingerprint that changes whenever either does. */
export type DryRun = { readonly moving: readonly Moving[]; readonly standing: Standing; readonly seen: string }

export const tryMerge = async ({ db }: Pick<Context, 'db'>, kind: MergeKind, pair: Pair): Promise<DryRun> => {
  const moving = await whatMoves(db, kind, pair.mergedId)
  const standing = await standingOf(db, kind, pair)
  const seen = createHash('sha256')
    .update(JSON.stringify([pair, moving, standing]))
    .digest('base64url')
    .slice(0, 22)
  return { moving, standing, seen }
}

const happened = { person: 'person.merged', organisation: 'organisation.merged' } as const

/** Makes two records one: everything of the one means the other from then on, and it stays as an alias; nothing is lost. */
export const mergeRecords = (context: Context, input: Merge): Promise<string> =>
  transaction(context, async (tx, context) => {
    const { kind, pair, choices } = input
    if (pair.keptId === pair.mergedId) throw new Refused('These are one record already.')
    found(await lockPair(tx, kind, pair))
    await permit(context, input)
    const { moving, standing, seen } = await tryMerge(context, kind, pair)
    requireAsSeen({ standing, seen }, input)
    const journal = await change(tx, context, { kind, pair, choices })
    const { now, actor } = context
    const by = personIdOf(actor)
    const hubId = kind === 'organisation' || isNationalTeam(actor) ? null : (hubIdsOf(actor)[0] ?? null)
    const id = await insertMerge(tx, { kind, pair, hubId, moved: moving, by, now }, journal)
    await decidePair(tx, kind, pair, { status: 'merged', by, now })
    await carryDecisions(tx, pair)
    await record(tx, context, {
      name: happened[kind],
      subject: { type: kind, id: pair.keptId },
      also: [{ type: kind, id: pair.mergedId }],
      particulars: { merge: id, merged: pair.mergedId, moved: moving.map(({ words }) => words) },
    })
    if (kind === 'person') await tellMerged(tx, context, { mergeId: id, personId: pair.keptId })
    return id
  })

const requireAsSeen = ({ standing, seen }: Pick<DryRun, 'standing' | 'seen'>, asked: Merge): void => {
  if (standing.against.length > 0) throw new Refused(standing.against.join(' '))
  if (asked.seen !== undefined && asked.seen !== seen)
    throw new Conflict(
      'Something about the two has changed since you looked. Look again at what would move, then merge.',
    )
}

const permit = async (context: Context, { kind, pair }: Merge): Promise<void> => {
  if (kind === 'organisation') {
    if (!mayMergeOrganisations(context.actor)) throw new Forbidden('The national team merges organisations')
    return
  }
  const known = await acquaintanceOf(context.db, pair, context.today)
  if (mayMergePeople(context.actor, known)) return
  if (hubIdsOf(context.actor).some((id) => known.hubsOfBoth.includes(id)))
    throw new Forbidden('Propose it: the national team decides about people whom other hubs know')
  throw new NotFound('Not people of this hub')
}

const change = async (tx: Transaction, { now, today }: Context, { kind, pair, choices }: Merge): Promise<Journal> => {
  const journal: Journal = []
  const day = { now, today }
  if (kind === 'person') await settlePeople(tx, journal, pair, { ...day, choices })
  else await settleOrganisations(tx, journal, pair)
  await moveEverything(tx, journal, kind, pair)
  await makeAlias(tx, journal, kind, pair)
  await exchangeFields(tx, journal, { kind, pair, groups: fieldsOf(kind), choices })
  if (kind === 'person') await rememberName(tx, journal, pair, day)
  else await rememberOrganisationName(tx, journal, pair, day)
  return journal
}
