import { type Context, transaction } from '../../../platform/context.ts'
import { refusedBy, type Transaction } from '../../../platform/database/index.ts'
import { Forbidden, found, Refused } from '../../../platform/errors.ts'
import { record } from '../../../platform/history.ts'
import { bodyInFull } from '../bodies-queries.ts'
import { insertBody, isAccredited, lockBody } from '../bodies-store.ts'
import { type Body, type BodyStated, isStatedHere } from '../body.ts'
import { mayKeepRegisters } from '../policy.ts'
import type { ProviderChange } from '../provider-change.ts'
import { setAccreditation, updateProvider, writeChange } from '../providers-store.ts'

const inWords: Readonly<Record<string, string>> = {
  organisations_ukprn_is_unique: 'Another organisation has this UKPRN already.',
}

const orRefused = async <T>(work: Promise<T>): Promise<T> => {
  try {
    return await work
  } catch (problem) {
    const sentence = inWords[refusedBy(problem) ?? '']
    throw sentence ? new Refused(sentence) : problem
  }
}

const requireNationalTeam = ({ actor }: Context): void => {
  if (!mayKeepRegisters(actor)) throw new Forbidden('Only the national team keeps organisations')
}

const accredit = async (tx: Transaction, context: Context, id: string, stated: BodyStated): Promise<ProviderChange> => {
  const before = await isAccredited(tx, id)
  const after = stated.ittKind !== null && stated.accredited
  if (before === after) return {}
  await setAccreditation(tx, { id, accredited: after, on: context.today })
  return { accredited: [before ? 'yes' : 'no', after ? 'yes' : 'no'] }
}

/** Adds a body that no register tells of. */
export const addBody = (context: Context, stated: BodyStated): Promise<string> =>
  orRefused(
    transaction(context, async (tx, context) => {
      requireNationalTeam(context)
      const id = await insertBody(tx, stated)
      const change = await accredit(tx, context, id, stated)
      await writeChange(tx, { importId: null, now: context.now, today: context.today }, { id, kind: 'new', change })
      await record(tx, context, {
        name: 'organisation.added',
        subject: { type: 'organisation', id },
        particulars: { kind: stated.kind },
      })
      return id
    }),
  )

const changesOf = (body: Body, stated: BodyStated): ProviderChange => {
  const own: readonly (readonly [string, string | null, string | null])[] = isStatedHere(body)
    ? [
        ['name', body.name, stated.name],
        ['ukprn', body.ukprn, stated.ukprn],
        ['street', body.street, stated.street],
        ['town', body.town, stated.town],
        ['postcode', body.postcode, stated.postcode],
        ['website', body.website, stated.website],
        ['status', body.status, stated.status],
      ]
    : []
  const itt: readonly (readonly [string, string | readonly string[] | null, string | readonly string[] | null])[] = [
    ['itt_kind', body.ittKind, stated.ittKind],
    ['itt_phases', body.ittPhases.toSorted(), stated.ittPhases.toSorted()],
  ]
  const isSame = (before: unknown, after: unknown) => JSON.stringify(before) === JSON.stringify(after)
  return Object.fromEntries(
    [...own, ...itt]
      .filter(([, before, after]) => !isSame(before, after))
      .map(([fact, before, after]) => [fact, [before, after]]),
  )
}

/** Changes a body, or a school's part in training teachers; the name it had is kept, and what was said before. */
export const changeBody = (context: Context, { id, stated }: { id: string; stated: BodyStated }): Promise<void> =>
  orRefused(
    transaction(context, async (tx, context) => {
      if (!(await lockBody(tx, id))) found(null)
      const { body } = found(await bodyInFull(tx, id))
      requireNationalTeam(context)
      const columns = changesOf(body, stated)
      await updateProvider(tx, { id, change: columns, today: context.today })
      const change = { ...columns, ...(await accredit(tx, context, id, stated)) }
      if (Object.keys(change).length === 0) return
      await writeChange(tx, { importId: null, now: context.now, today: context.today }, { id, kind: 'changed', change })
      await record(tx, context, {
        name: 'organisation.changed',
        subject: { type: 'organisation', id },
        particulars: { changed: Object.keys(change) },
      })
    }),
  )
