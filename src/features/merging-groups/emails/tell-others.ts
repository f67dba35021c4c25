import type { Context } from '../../../platform/context.ts'
import type { Transaction } from '../../../platform/database/index.ts'
import { found } from '../../../platform/errors.ts'
import { post } from '../../../platform/mail/index.ts'
import { interestById, tellSender } from '../../interest/index.ts'
import { hubStaffAddresses } from '../../people/index.ts'
import type { Merger } from '../merger.ts'
import { leadAddresses } from '../telling-queries.ts'
import { placeMovedLetter, takenInLetter, waitElsewhereLetter } from './joined-letters.email.ts'

export type Moved = { readonly organisation: string; readonly interestIds: readonly string[] }
type Telling = {
  readonly merger: Merger
  readonly moved: readonly Moved[]
  readonly waiting: readonly string[]
  readonly reason: string
  /** Addresses that have had a mail about it. */
  readonly told: readonly string[]
}

/** Everybody else who is concerned and has not been written to: who asked, who leads the other group, the hub that holds it. */
export const tellOthers = async (tx: Transaction, context: Context, telling: Telling): Promise<number> => {
  const told = new Set(telling.told.map((address) => address.toLowerCase()))
  await tellSenders(tx, context, telling, told)
  await tellGroup(tx, context, telling, told)
  return told.size - new Set(telling.told.map((address) => address.toLowerCase())).size
}

const tellSenders = async (
  tx: Transaction,
  context: Context,
  { merger: { from, into }, moved, waiting, reason }: Telling,
  told: Set<string>,
): Promise<void> => {
  for (const id of [...moved.flatMap(({ interestIds }) => interestIds), ...waiting]) {
    const interest = found(await interestById(tx, id))
    const isOffered = interest.place?.status === 'offered'
    // Whoever has an offer to answer is told where it is now, whatever else they were told.
    if (told.has(interest.sender.email.toLowerCase()) && !isOffered) continue
    const draw = waiting.includes(id) ? waitElsewhereLetter(from.name, reason) : placeMovedLetter(from.name, reason)
    await tellSender({ tx, context, interest }, draw, `joined:${from.id}:${into.id}`, isOffered ? 'place' : 'status')
    told.add(interest.sender.email.toLowerCase())
  }
}

const tellGroup = async (
  tx: Transaction,
  context: Context,
  { merger: { from, into }, moved, reason }: Telling,
  told: Set<string>,
): Promise<void> => {
  const leads = (await leadAddresses(tx, into.id, context.today)).map((lead) => ({
    ...lead,
    why: `you lead ${into.name} of ${into.hubName}.`,
  }))
  const staff =
    from.hubId === into.hubId
      ? []
      : (await hubStaffAddresses(tx, into.hubId, context.today)).map((one) => ({
          ...one,
          why: `you work for ${into.hubName}, which holds ${into.name}.`,
        }))
  for (const { personId, name, address, why } of [...leads, ...staff]) {
    if (told.has(address.toLowerCase())) continue
    const letter = takenInLetter({
      name,
      hubName: into.hubName,
      projectTitle: into.projectTitle,
      from: from.name,
      into: into.name,
      reason,
      organisations: moved.map(({ organisation }) => organisation),
      url: `${context.config.baseUrl}/groups/${into.id}`,
      why,
    })
    await post(tx, context, { address, personId }, letter, `taken-in:${from.id}:${into.id}:${personId}`)
    told.add(address.toLowerCase())
  }
}
