import type { Context } from '../../../platform/context.ts'
import type { Transaction } from '../../../platform/database/index.ts'
import { Refused } from '../../../platform/errors.ts'
import { record } from '../../../platform/history.ts'
import { enqueue } from '../../../platform/jobs.ts'
import type { HubThroughTime } from '../../organisations/index.ts'
import { type AreaChange, beginRefusal, type LeadChange, type NameChange, type NewArea } from '../hub-change.ts'
import { endAreas, endLeads, insertAreas, insertLeads, replaceName } from '../store.ts'

/** What a change is made of: the hub as it is, locked, and the day from which it is to be otherwise. */
export type Changing = {
  readonly tx: Transaction
  readonly context: Context
  readonly hub: HubThroughTime
  readonly from: Temporal.PlainDate
}

const requireNone = (refusal: string | null): void => {
  if (refusal !== null) throw new Refused(refusal)
}

/** The facts named that still hold; refused where one of them does not, or began only later. */
const ending = <Fact extends { id: string; from: Temporal.PlainDate | null; to: Temporal.PlainDate | null }>(
  facts: readonly Fact[],
  ids: readonly string[],
  from: Temporal.PlainDate,
  nameOf: (fact: Fact) => string,
): readonly Fact[] => {
  const chosen = facts.filter(({ id, to }) => to === null && ids.includes(id))
  if (chosen.length !== new Set(ids).size) throw new Refused('What is to end has ended already. Look at the hub again.')
  for (const fact of chosen) requireNone(beginRefusal(nameOf(fact), fact.from, from))
  return chosen
}

export const checkName = ({ hub, from }: Changing, { name }: NameChange): void => {
  const [today] = hub.names
  if (today?.name === name) throw new Refused(`The hub is called ${name} already.`)
  requireNone(beginRefusal(`The name ${today?.name}`, today?.from ?? null, from))
}

/** The hub takes another name from a day; the one before stays readable for the time it held. */
export const changeName = async (changing: Changing, change: NameChange): Promise<void> => {
  checkName(changing, change)
  const { tx, context, hub, from } = changing
  await replaceName(tx, hub.hub.id, change.name, { from, now: context.now })
  await record(tx, context, {
    name: 'hub.renamed',
    subject: { type: 'hub', id: hub.hub.id },
    particulars: { from: from.toString(), name: change.name, before: hub.hub.name },
  })
}

export const checkLeads = ({ hub, from }: Changing, { ends, begins }: Pick<LeadChange, 'ends' | 'begins'>): void => {
  ending(hub.leads, ends, from, ({ name }) => name)
  const staying = hub.leads.filter(({ id, to }) => to === null && !ends.includes(id))
  if (ends.length + begins.length === 0) throw new Refused('Say which lead organisation ends or begins.')
  if (staying.length + begins.length === 0) throw new Refused('A hub needs a lead organisation: say who leads it next.')
  const twice = begins.find(({ name }) => staying.some((lead) => lead.name === name))
  if (twice) throw new Refused(`${twice.name} leads the hub already.`)
}

/** Lead organisations end and begin on a day; a hub may have several. */
export const changeLeads = async (changing: Changing, change: LeadChange): Promise<void> => {
  checkLeads(changing, change)
  const { tx, context, hub, from } = changing
  await endLeads(tx, change.ends, from)
  await insertLeads(tx, hub.hub.id, change.begins, { from, now: context.now })
  await record(tx, context, {
    name: 'hub.leads-changed',
    subject: { type: 'hub', id: hub.hub.id },
    particulars: {
      from: from.toString(),
      ended: hub.leads.filter(({ id }) => change.ends.includes(id)).map(({ name }) => name),
      begun: change.begins.map(({ name }) => name),
    },
  })
}

const isServed = (hub: HubThroughTime, ends: readonly string[], { authorityCode, describedAs }: NewArea): boolean =>
  hub.areas.some(
    (area) =>
      area.to === null &&
      !ends.includes(area.id) &&
      (area.describedAs === describedAs ||
        (authorityCode !== null && area.authorityCode === authorityCode && !area.part)),
  )

export const checkArea = ({ hub, from }: Changing, { ends, begins }: AreaChange): void => {
  if (ends.length + begins.length === 0) throw new Refused('Say which authority begins or ends.')
  ending(hub.areas, ends, from, ({ describedAs }) => describedAs)
  const twice = begins.find((area) => isServed(hub, ends, area))
  if (twice) throw new Refused(`The hub serves ${twice.describedAs} already.`)
}

/** Rules ask whether an organisation is in the area of its hub: what they said of requests that wait is looked at again. */
export const askOfAreaAgain = async (tx: Transaction, hubIds: readonly string[]): Promise<void> => {
  for (const hubId of hubIds) await enqueue(tx, 'reach-verdicts-of-area', { hubId }, { key: `area:${hubId}` })
}

/** Authorities, or districts of them, are added to the area of a hub or taken from it on a day. */
export const changeArea = async (changing: Changing, change: AreaChange): Promise<void> => {
  checkArea(changing, change)
  const { tx, context, hub, from } = changing
  await endAreas(tx, change.ends, from)
  await insertAreas(tx, hub.hub.id, change.begins, { from, now: context.now })
  await askOfAreaAgain(tx, [hub.hub.id])
  await record(tx, context, {
    name: 'hub.area-changed',
    subject: { type: 'hub', id: hub.hub.id },
    particulars: {
      from: from.toString(),
      ended: hub.areas.filter(({ id }) => change.ends.includes(id)).map(({ describedAs }) => describedAs),
      begun: change.begins.map(({ describedAs }) => describedAs),
    },
  })
}
