import type { Reader } from '../../platform/database/index.ts'
import { atOnce, type NamesLater, namesByDay, namesRuleOf } from '../interest/index.ts'

/** What an offer itself says, what its project says, and which of them holds; with the first date known of the offer. */
export const namesOfOffer = async (
  db: Reader,
  { id, projectId }: { readonly id: string; readonly projectId: string },
): Promise<{
  readonly own: NamesLater | null
  readonly ofProject: NamesLater
  readonly rule: NamesLater
  readonly by: Temporal.PlainDate | null
}> => {
  const [rows, first] = await Promise.all([
    db
      .selectFrom('names_later')
      .select(['offer_id', 'days', 'by_on'])
      .where((is) => is.or([is('offer_id', '=', id), is('project_id', '=', projectId)]))
      .execute(),
    db
      .selectFrom('planned_dates')
      .select((select) => select.fn.min('on_date').as('on'))
      .where('offer_id', '=', id)
      .executeTakeFirst(),
  ])
  const [own, ofProject] = [rows.find((row) => row.offer_id !== null), rows.find((row) => row.offer_id === null)]
  const national = ofProject ? namesRuleOf(ofProject) : atOnce
  const rule = own ? namesRuleOf(own) : national
  return { own: own ? namesRuleOf(own) : null, ofProject: national, rule, by: namesByDay(rule, first?.on ?? null) }
}

/** What a project says, before any offer of it. */
export const namesOfProject = async (db: Reader, projectId: string): Promise<NamesLater> => {
  const row = await db
    .selectFrom('names_later')
    .select(['days', 'by_on'])
    .where('project_id', '=', projectId)
    .executeTakeFirst()
  return row ? namesRuleOf(row) : atOnce
}
