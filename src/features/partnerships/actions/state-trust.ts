import { type Context, transaction } from '../../../platform/context.ts'
import type { Transaction } from '../../../platform/database/index.ts'
import { Forbidden, found, Refused } from '../../../platform/errors.ts'
import { record } from '../../../platform/history.ts'
import { formatDate } from '../../../vocabulary/local-time.ts'
import { type Organisation, organisationById } from '../../organisations/index.ts'
import type { SchoolInTrust } from '../partnership.ts'
import { mayStatePartnerships } from '../policy.ts'
import { schoolInTrust } from '../queries.ts'
import { lockOrganisations, moveToTrust, noteByHand, noteTrustChange } from '../store.ts'

export type TrustStated = {
  readonly schoolId: string
  /** null: it belongs to none. */
  readonly trustId: string | null
  readonly on: Temporal.PlainDate
}

const requireSense = (
  { school, trust }: SchoolInTrust,
  { trustId, on }: TrustStated,
  today: Temporal.PlainDate,
): void => {
  if (school.status === 'closed') throw new Refused(`${school.name} has closed: it belongs to no trust any more.`)
  if ((trust?.id ?? null) === trustId)
    throw new Refused(trust ? `It belongs to ${trust.name} already.` : 'It belongs to no trust already.')
  if (Temporal.PlainDate.compare(on, today) > 0)
    throw new Refused('A day to come cannot be stated: come back when it has come.')
  if (trust?.from && Temporal.PlainDate.compare(on, trust.from) < 0)
    throw new Refused(`It joined ${trust.name} on ${formatDate(trust.from)}: name that day or a later one.`)
}

const trustMeant = async (tx: Transaction, id: string | null): Promise<Organisation | null> => {
  if (id === null) return null
  const trust = found(await organisationById(tx, id))
  if (trust.kind !== 'trust' || trust.status === 'closed')
    throw new Refused(`${trust.name} is no trust that a school can belong to.`)
  return trust
}

/** States the trust that a school belongs to since a day. It stands until the register says of the school something new. */
export const stateTrust = (context: Context, stated: TrustStated): Promise<void> =>
  transaction(context, async (tx, context) => {
    const { schoolId, trustId, on } = stated
    await lockOrganisations(tx, trustId === null ? [schoolId] : [schoolId, trustId])
    const known = found(await schoolInTrust(tx, schoolId))
    const trust = await trustMeant(tx, trustId)
    const { actor, now, today } = context
    if (!mayStatePartnerships(actor)) throw new Forbidden('Only the national team states the trust of a school')
    requireSense(known, stated, today)
    await moveToTrust(tx, stated)
    await noteByHand(tx, { schoolId, registerSaid: known.trust?.code ?? null, by: actor.personId, now })
    await noteTrustChange(tx, { schoolId, names: [known.trust?.name ?? null, trust?.name ?? null], on, now })
    await record(tx, context, {
      name: 'trust.stated',
      subject: { type: 'organisation', id: schoolId },
      also: [known.trust?.id, trustId].flatMap((id) => (id ? [{ type: 'organisation', id }] : [])),
      particulars: { before: known.trust?.id ?? null, after: trustId, on: on.toString() },
    })
  })
