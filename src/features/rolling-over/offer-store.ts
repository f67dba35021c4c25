import { sql } from 'kysely'
import { json, type Transaction } from '../../platform/database/index.ts'
import { copyRows } from '../../platform/database/row-copies.ts'
import { newId } from '../../vocabulary/ids.ts'
import { carryNames } from './names-store.ts'

/** Locks the offers of the old year: of two who take one along at once, the second finds what the first has made. */
export const lockOffers = (tx: Transaction, ids: readonly string[]) =>
  tx
    .selectFrom('offers')
    .select('id')
    .where('id', 'in', [...ids])
    .orderBy('id')
    .forNoKeyUpdate()
    .execute()

type Carried = {
  readonly from: string
  readonly to: string
  readonly projectId: string
  readonly now: Temporal.Instant
}

/** Gives a draft what its offer of the year before said: own texts, contact, places, how one asks, venue, today's version of the policy, notes and themes. */
export const carryInto = async (tx: Transaction, { from, to, projectId, now }: Carried): Promise<void> => {
  await sql`update offers n set contact_email = o.contact_email, contact_telephone = o.contact_telephone, request_word = o.request_word,
      practical_notes = o.practical_notes, joining_note = o.joining_note, section_order = o.section_order,
      most_organisations = o.most_organisations, most_people = o.most_people, fewest_organisations = o.fewest_organisations,
      registering = o.registering, registering_address = o.registering_address,
      venue_id = (select v.id from venues v where v.id = o.venue_id and v.retired_on is null),
      policy_id = (select q.id from cancellation_policies p join cancellation_policies q on q.hub_id = p.hub_id and q.name = p.name
        where p.id = o.policy_id order by q.version desc limit 1),
      theme_id = (select u.id from project_themes t join project_themes u on u.suffix = t.suffix where t.id = o.theme_id and u.project_id = ${projectId})
    from offers o where o.id = ${from} and n.id = ${to}`.execute(tx)
  await sql`insert into offer_themes (offer_id, theme_id) select ${to}, u.id from offer_themes x join project_themes t on t.id = x.theme_id
      join project_themes u on u.suffix = t.suffix and u.project_id = ${projectId} where x.offer_id = ${from}`.execute(
    tx,
  )
  const sections = await tx.selectFrom('offer_sections').select('id').where('offer_id', '=', from).execute()
  await copyRows(
    tx,
    'offer_sections',
    sections.map(({ id }) => ({ from: id, changes: { id: newId(), offer_id: to } })),
  )
  await carryOwnRules(tx, { from, to, projectId, now })
  await carryNames(tx, { from: { offer_id: from }, to: { offer_id: to }, now })
  await tx
    .insertInto('rolled_offers')
    .values({ offer_id: to, earlier_offer_id: from, project_id: projectId, rolled_at: now })
    .execute()
}

/** The rules of a hub's own come along composed, and in force for nobody until the hub has looked at them beside the new project's. */
const carryOwnRules = async (tx: Transaction, { from, to, projectId, now }: Carried): Promise<void> => {
  const rules = await tx
    .selectFrom('offer_rules as r')
    .select(['r.widens_sentence', 'r.strength', 'r.sentence', 'r.rule'])
    .select((select) =>
      select
        .selectFrom('criteria as c')
        .select('c.id')
        .where('c.project_id', '=', projectId)
        .whereRef('c.sentence', '=', 'r.widens_sentence')
        .where('c.widens_id', 'is', null)
        .orderBy('c.position')
        .limit(1)
        .as('widensId'),
    )
    .where('r.offer_id', '=', from)
    .orderBy('r.position')
    .execute()
  if (rules.length === 0) return
  const proposed = rules.map(({ widensId, widens_sentence: widensSentence, strength, sentence, rule }) => ({
    ...{ id: newId(), widensId, widensSentence, strength, sentence, rule },
  }))
  await tx
    .insertInto('offer_rule_sets')
    .values({ offer_id: to, proposed: json(proposed), changed_at: now })
    .execute()
}
