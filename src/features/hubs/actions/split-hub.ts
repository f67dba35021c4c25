import { found, Refused } from '../../../platform/errors.ts'
import { record } from '../../../platform/history.ts'
import { academicYearOf } from '../../../vocabulary/academic-year.ts'
import { isSlug } from '../../../vocabulary/slug.ts'
import { hubBySlug } from '../../organisations/index.ts'
import { dividedLetter } from '../emails/changes.email.ts'
import { beginRefusal, type Split } from '../hub-change.ts'
import { copyVenues, insertSuccessor, lockWork, type Passing } from '../moving-store.ts'
import { groupsOfOffers } from '../queries.ts'
import { endAreas, insertAreas, insertHub, insertLeads } from '../store.ts'
import { askOfAreaAgain, type Changing } from './change-facts.ts'
import { passWork } from './pass-over.ts'
import { settleStaff } from './settle-staff.ts'

const chosenAreas = ({ hub }: Changing, { areaIds }: Split) =>
  hub.areas.filter(({ id, to }) => to === null && areaIds.includes(id))

export const checkSplit = async (changing: Changing, change: Split): Promise<void> => {
  const { tx, hub, from } = changing
  const areas = chosenAreas(changing, change)
  if (areas.length === 0) throw new Refused('Choose what the new hub serves.')
  if (areas.length !== new Set(change.areaIds).size)
    throw new Refused('A part of the area has ended meanwhile. Look at the hub again.')
  if (areas.length === hub.areas.filter(({ to }) => to === null).length)
    throw new Refused('Leave something to this hub: otherwise give it another name instead of dividing it.')
  if (!isSlug(change.slug)) throw new Refused('Write the address in small letters, digits and hyphens.')
  if (await hubBySlug(tx, change.slug)) throw new Refused(`There is a hub at the address ${change.slug} already.`)
  for (const area of areas) {
    const refusal = beginRefusal(area.describedAs, area.from, from)
    if (refusal !== null) throw new Refused(refusal)
  }
}

// Groups go with their offers; others as they were chosen. What is not of this hub and this year is not touched.
const passingOf = async (changing: Changing, change: Split): Promise<Pick<Passing, 'offers' | 'groups'>> => {
  const { tx, hub, from } = changing
  const work = await lockWork(tx, hub.hub.id, academicYearOf(from))
  const offers = work.offers.filter((id) => change.offerIds.includes(id))
  const following = await groupsOfOffers(tx, offers)
  return { offers, groups: work.groups.filter((id) => following.includes(id) || change.groupIds.includes(id)) }
}

/**
 * Divides a hub from a day: the authorities chosen, with the offers and groups chosen and what hangs on them, become a hub of its
 * own; everything else, and every earlier year, stays. Who works where is chosen person by person.
 */
export const split = async (changing: Changing, change: Split): Promise<void> => {
  await checkSplit(changing, change)
  const { tx, context, hub, from } = changing
  const since = { from, now: context.now }
  const areas = chosenAreas(changing, change)
  const to = await insertHub(tx, { ...change, region: change.region ?? hub.hub.region }, since)
  if (to === null) throw new Refused(`There is a hub at the address ${change.slug} already.`)
  await insertSuccessor(tx, { predecessor: hub.hub.id, successor: to, kind: 'split', since: from })
  if (change.lead) await insertLeads(tx, to, [change.lead], since)
  await endAreas(tx, change.areaIds, from)
  await insertAreas(tx, to, areas, since)
  await askOfAreaAgain(tx, [hub.hub.id, to])
  const passing = { from: hub.hub.id, to, year: academicYearOf(from), ...(await passingOf(changing, change)) }
  await copyVenues(tx, passing)
  const moved = await passWork(tx, context, { ...passing, deed: 'atDivision' }, hub.hub.slug)
  await settleStaff(changing, {
    staff: change.staff,
    otherwise: 'stays',
    otherHubId: to,
    reason: `A part of the hub became ${change.name}`,
    letter: ({ name }, fate) =>
      dividedLetter({
        ...{ from, name, fate, before: hub.hub.name, made: change.name },
        url: `${context.config.baseUrl}/hub/${fate === 'stays' ? hub.hub.slug : change.slug}`,
      }),
  })
  const made = found(await hubBySlug(tx, change.slug))
  await record(tx, context, {
    name: 'hub.divided',
    subject: { type: 'hub', id: hub.hub.id },
    also: [{ type: 'hub', id: made.id }],
    particulars: {
      from: from.toString(),
      made: change.name,
      areas: areas.map(({ describedAs }) => describedAs),
      moved,
    },
  })
}
