import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Reader } from '../../platform/database/index.ts'
import { stored } from '../../platform/database/stored.ts'
import { academicYear } from '../../vocabulary/academic-year.ts'
import type { Strength } from '../criteria/index.ts'
import { offerById, offerPath } from '../offers/index.ts'
import { type Allowed, fitOf, type OfferRules, type OwnRule, type OwnRuleSeen } from './own-rule.ts'
import { ownRulesKept } from './own-rules-kept.form.ts'

const allowedBy = async (db: Reader, projectId: string): Promise<Allowed> => {
  const [project, rules] = await Promise.all([
    db.selectFrom('projects').select('hubs_may_narrow').where('id', '=', projectId).executeTakeFirstOrThrow(),
    db
      .selectFrom('criteria as c')
      .leftJoin('project_themes as t', 't.id', 'c.theme_id')
      .select(['c.id', 'c.sentence', 'c.strength', 't.title as theme', 'c.hubs_may_widen'])
      .where('c.project_id', '=', projectId)
      .where('c.widens_id', 'is', null)
      .orderBy('c.position')
      .orderBy('c.id')
      .execute(),
  ])
  return {
    mayNarrow: project.hubs_may_narrow,
    rules: rules.map(({ hubs_may_widen, strength, ...rule }) => ({
      ...rule,
      strength: strength as Strength,
      hubsMayWiden: hubs_may_widen,
    })),
  }
}

const rulesInForce = async (db: Reader, offerId: string): Promise<readonly OwnRule[]> => {
  const rows = await db
    .selectFrom('offer_rules')
    .select(['id', 'widens_id as widensId', 'widens_sentence as widensSentence', 'strength', 'sentence', 'rule'])
    .where('offer_id', '=', offerId)
    .orderBy('position')
    .execute()
  return stored(ownRulesKept, rows, 'the own rules of an offer')
}

/** The rules of one offer for its hub to write; null when there is no such offer of this hub. */
export const rulesOfOffer = async (db: Reader, hubId: string, offerId: string): Promise<OfferRules | null> => {
  const offer = await offerById(db, offerId)
  if (offer?.hub.id !== hubId) return null
  const [allowed, inForce, set] = await Promise.all([
    allowedBy(db, offer.project.id),
    rulesInForce(db, offerId),
    db.selectFrom('offer_rule_sets').select('proposed').where('offer_id', '=', offerId).executeTakeFirst(),
  ])
  const proposed = set?.proposed ? stored(ownRulesKept, set.proposed, 'composed rules of an offer') : null
  const composed = proposed ?? inForce
  const mark = createHash('sha256').update(JSON.stringify(composed)).digest('base64url').slice(0, 16)
  return { offer, allowed, inForce, composed, isChanged: proposed !== null, mark }
}

/** Every rule of hubs' own that is in force in a year, with how it goes with the project's: projects by title, then hubs. */
export const ownRulesOfYear = async (db: Reader, year: number): Promise<readonly OwnRuleSeen[]> => {
  const { rows } = await sql<{
    offer_id: string
    slug: string
    hub_slug: string
    hub: string
    project_id: string
    title: string
  }>`select o.id as offer_id, o.slug, h.slug as hub_slug, n.name as hub, p.id as project_id, p.title
    from offers o join hubs h on h.id = o.hub_id join hub_names n on n.hub_id = h.id and n.to_on is null join projects p on p.id = o.project_id
    where o.year = ${year} and o.status in ('published', 'closed') and exists (select from offer_rules r where r.offer_id = o.id)
    order by p.title, p.id, n.name, o.slug`.execute(db)
  const projects = new Map<string, Allowed>()
  for (const { project_id } of rows)
    if (!projects.has(project_id)) projects.set(project_id, await allowedBy(db, project_id))
  const each = await Promise.all(
    rows.map(async (row) => {
      const hub = { slug: row.hub_slug, name: row.hub }
      const allowed = projects.get(row.project_id) ?? { mayNarrow: false, rules: [] }
      return (await rulesInForce(db, row.offer_id)).map((rule) => ({
        hub,
        offer: offerPath({ hub, year: academicYear(year), slug: row.slug }),
        project: { id: row.project_id, title: row.title, year },
        rule,
        fit: fitOf(rule, allowed),
      }))
    }),
  )
  return each.flat()
}
