import { found, Refused } from '../../../platform/errors.ts'
import { record } from '../../../platform/history.ts'
import { academicYearOf } from '../../../vocabulary/academic-year.ts'
import { type Hub, hubById, hubThroughTime } from '../../organisations/index.ts'
import { hubStaffAddresses } from '../../people/index.ts'
import { areasToTakeOver, openAreas } from '../areas.ts'
import { mergedLetter } from '../emails/changes.email.ts'
import { beginRefusal, type Merge } from '../hub-change.ts'
import { closeInto, dropOwnPartnerships, lockWork } from '../moving-store.ts'
import { endAreas, insertAreas } from '../store.ts'
import { askOfAreaAgain, type Changing } from './change-facts.ts'
import { passWork } from './pass-over.ts'
import { settleStaff, tell } from './settle-staff.ts'

/** Both hubs are there, and everything that ends with the one that merges had begun before the day. */
export const checkMerge = async ({ tx, hub, from }: Changing, { intoHubId }: Merge): Promise<Hub> => {
  if (intoHubId === hub.hub.id) throw new Refused('A hub does not merge into itself: choose another hub.')
  const into = found(await hubById(tx, intoHubId))
  if (!into.isOpen) throw new Refused(`${into.name} is closed: choose a hub that is there.`)
  const begun = [hub.openedOn, ...openAreas(hub).map((area) => area.from), ...hub.leads.map((lead) => lead.from)]
  for (const since of begun) {
    const refusal = beginRefusal('Something about this hub', since, from)
    if (refusal !== null) throw new Refused(refusal)
  }
  return into
}

/**
 * Merges a hub into another from a day: its area and the work of that day's academic year pass over in one transaction, earlier
 * years stay with it, and it closes with the other as its successor. Who works at the other hub is chosen person by person
 * (domain rule 9: nobody else sees anything of it).
 */
export const merge = async (changing: Changing, change: Merge): Promise<void> => {
  const into = await checkMerge(changing, change)
  const { tx, context, hub, from } = changing
  const sides = { from: hub.hub.id, to: into.id, year: academicYearOf(from) }
  const work = await lockWork(tx, hub.hub.id, sides.year)
  const moved = await passWork(tx, context, { ...sides, ...work, deed: 'atMerge' }, hub.hub.slug)
  await dropOwnPartnerships(tx, sides)
  const areas = areasToTakeOver(hub, found(await hubThroughTime(tx, into.slug)))
  await endAreas(
    tx,
    openAreas(hub).map(({ id }) => id),
    from,
  )
  await insertAreas(tx, into.id, areas, { from, now: context.now })
  await askOfAreaAgain(tx, [hub.hub.id, into.id])
  const already = await hubStaffAddresses(tx, into.id, context.today)
  const told = { from, before: hub.hub.name, into: into.name, url: `${context.config.baseUrl}/hub/${into.slug}` }
  await settleStaff(changing, {
    staff: change.staff,
    otherwise: 'stays',
    otherHubId: into.id,
    reason: `The hub merged into ${into.name}`,
    letter: ({ name }, fate) =>
      mergedLetter({
        ...told,
        name,
        fate,
        ...(fate === 'stays' ? { url: `${context.config.baseUrl}/hub/${hub.hub.slug}` } : {}),
      }),
  })
  for (const { personId, name, address } of already)
    await tell(changing, { personId, address }, mergedLetter({ ...told, name, fate: null }))
  await closeInto(tx, sides, { from, reason: `Merged into ${into.name}`, now: context.now })
  await record(tx, context, {
    name: 'hub.merged',
    subject: { type: 'hub', id: hub.hub.id },
    also: [{ type: 'hub', id: into.id }],
    particulars: { from: from.toString(), into: into.name, hub: hub.hub.name, areas: areas.length, moved },
  })
}
