import { type Context, transaction } from '../../../platform/context.ts'
import type { Transaction } from '../../../platform/database/index.ts'
import { Forbidden, found } from '../../../platform/errors.ts'
import { record } from '../../../platform/history.ts'
import { post } from '../../../platform/mail/index.ts'
import { personIdOf } from '../../people/index.ts'
import { retentionLetter } from '../emails/retention.email.ts'
import { eraseRows } from '../erasure-store.ts'
import { maySetRetention } from '../policy.ts'
import {
  type DueCount,
  dueByHub,
  holdingsOf,
  hubLeadsOf,
  isDue,
  lastAnnounced,
  monthsOf,
  peopleDue,
} from '../retention-queries.ts'
import { type RetentionRule, retentionRules } from '../retention-rule.ts'
import { forgetReads, insertAnnouncement, lockDueSweeps, noteCarriedOut, saveMonths } from '../retention-store.ts'
import { erasePerson } from './erase-person.ts'

const daysSaidBefore = 7
const mostPeopleANight = 200

type Touched = Map<string, { rule: RetentionRule; people: number }[]>

/** Says a week before what each rule will clear; leads of hubs whose people it touches are told by mail. */
export const announceRetention = (context: Context): Promise<void> =>
  transaction(context, async (tx, context) => {
    const months = await monthsOf(tx)
    const dueOn = context.today.add({ days: daysSaidBefore })
    const touched: Touched = new Map()
    for (const rule of retentionRules) {
      const until = { day: dueOn, months: months.get(rule.key) ?? rule.months }
      const counts = await dueByHub(tx, rule, until, await lastAnnounced(tx, rule.key))
      if (await isAnnounced(tx, context, { rule, until, counts })) noteTouched(touched, rule, counts)
    }
    await tellHubLeads(tx, context, dueOn, touched)
  })

const noteTouched = (touched: Touched, rule: RetentionRule, counts: readonly DueCount[]): void => {
  for (const { hubId, people } of counts)
    if (hubId && people > 0) touched.set(hubId, [...(touched.get(hubId) ?? []), { rule, people }])
}

type Announced = { readonly rule: RetentionRule; readonly until: Until; readonly counts: readonly DueCount[] }

const isAnnounced = async (tx: Transaction, context: Context, { rule, until, counts }: Announced): Promise<boolean> => {
  const [records, people] = [sumOf(counts, 'records'), sumOf(counts, 'people')]
  if (records === 0) return false
  const said = { rule: rule.key, months: until.months, announcedOn: context.today, dueOn: until.day, records, people }
  const id = await insertAnnouncement(tx, said)
  if (!id) return false
  await record(tx, context, {
    name: 'retention.announced',
    subject: { type: 'retention', id },
    particulars: { rule: rule.key, dueOn: until.day.toString(), records, people },
  })
  return true
}

const sumOf = (counts: readonly DueCount[], of: 'records' | 'people'): number =>
  counts.reduce((sum, count) => sum + Number(count[of]), 0)

const tellHubLeads = async (
  tx: Transaction,
  context: Context,
  dueOn: Temporal.PlainDate,
  touched: Touched,
): Promise<void> => {
  for (const lead of await hubLeadsOf(tx, [...touched.keys()], context.today)) {
    const lines = (touched.get(lead.hub_id ?? '') ?? []).map(({ rule, people }) => ({ does: rule.does, people }))
    const url = `${context.config.baseUrl}/hub/${lead.slug}/retention`
    const letter = retentionLetter({ name: lead.name, dueOn, lines, url })
    await post(
      tx,
      context,
      { address: lead.address, personId: lead.person_id },
      letter,
      `retention:${lead.hub_id}:${dueOn}:${lead.person_id}`,
    )
  }
}

/** Clears what was announced and is due, as it was announced: a row that was not told of waits for its own week. */
export const carryOutRetention = (context: Context): Promise<void> =>
  transaction(context, async (tx, context) => {
    const months = await monthsOf(tx)
    for (const sweep of await lockDueSweeps(tx, context.today)) {
      const rule = retentionRules.find(({ key }) => key === sweep.rule)
      // Set to longer in the meantime, it is kept longer; set to shorter, the week runs from when that was said.
      const kept = Math.max(sweep.months, months.get(sweep.rule) ?? 0)
      const done = rule
        ? await clear(tx, context, rule, { day: sweep.due_on, months: kept })
        : { records: 0, people: 0 }
      await noteCarriedOut(tx, { id: sweep.id, now: context.now, ...done })
      await record(tx, context, {
        name: 'retention.carried-out',
        subject: { type: 'retention', id: sweep.id },
        particulars: { rule: sweep.rule, ...done },
      })
    }
  })

type Until = { readonly day: Temporal.PlainDate; readonly months: number }

const clear = async (tx: Transaction, context: Context, rule: RetentionRule, until: Until) => {
  if (rule.key === 'person') return erasePeople(context, await peopleDue(tx, until, mostPeopleANight))
  const counts = await dueByHub(tx, rule, until)
  if (rule.key === 'reads')
    return { records: await forgetReads(tx, until.day.subtract({ months: until.months })), people: 0 }
  let records = 0
  for (const { holding, due } of holdingsOf(rule)) records += await eraseRows(tx, holding, isDue(holding, due, until))
  return { records, people: sumOf(counts, 'people') }
}

const erasePeople = async (context: Context, people: readonly string[]) => {
  for (const personId of people) await erasePerson(context, { personId, mentionsByName: false })
  return { records: people.length, people: people.length }
}

/** Sets how many months a rule keeps; what is shorter now is announced for its own week. */
export const setRetention = (context: Context, input: { rule: string; months: number }): Promise<void> =>
  transaction(context, async (tx, context) => {
    if (!maySetRetention(context.actor)) throw new Forbidden('Not theirs to set')
    const rule = found(retentionRules.find(({ key }) => key === input.rule))
    const from = (await monthsOf(tx)).get(rule.key) ?? rule.months
    await saveMonths(tx, {
      rule: rule.key,
      months: input.months,
      by: found(personIdOf(context.actor)),
      now: context.now,
    })
    await record(tx, context, {
      name: 'retention.set',
      subject: { type: 'person', id: found(personIdOf(context.actor)) },
      particulars: { rule: rule.key, from, to: input.months },
    })
  })
