import { sql } from 'kysely'
import type { Reader } from '../../platform/database/index.ts'
import type { Criterion, Strength } from './criterion.ts'
import { parseRule } from './rule.form.ts'

type Row = {
  readonly offer_id: string
  readonly id: string
  readonly widens_id: string | null
  readonly strength: string
  readonly sentence: string
  readonly rule: unknown
  readonly hub: string
}

const ruleOf = ({ id, rule }: Row) => {
  const parsed = parseRule(rule)
  if (!parsed.ok) throw new Error(`The rule ${id} of an offer cannot be read: ${parsed.message}`)
  return parsed.rule
}

/** The rules of hubs' own that count, by offer: those that the project allows today. */
export const ownRulesOf = async (
  db: Reader,
  offerIds: readonly string[],
): Promise<ReadonlyMap<string, readonly Criterion[]>> => {
  if (offerIds.length === 0) return new Map()
  const { rows } = await sql<Row>`select r.offer_id, r.id, r.widens_id, r.strength, r.sentence, r.rule, n.name as hub
    from offer_rules r join offers o on o.id = r.offer_id join projects p on p.id = o.project_id
      join hub_names n on n.hub_id = o.hub_id and n.to_on is null left join criteria c on c.id = r.widens_id
    where r.offer_id = any(${offerIds}::uuid[]) and case when r.widens_sentence is null then p.hubs_may_narrow else c.hubs_may_widen end
    order by r.position, r.id`.execute(db)
  return new Map(
    [...Map.groupBy(rows, ({ offer_id }) => offer_id)].map(([offerId, own]) => [
      offerId,
      own.map((row) => ({
        id: row.id,
        themeId: null,
        strength: row.strength as Strength,
        sentence: row.sentence,
        rule: ruleOf(row),
        widens: row.widens_id,
        of: { kind: 'hub' as const, name: row.hub },
      })),
    ]),
  )
}
