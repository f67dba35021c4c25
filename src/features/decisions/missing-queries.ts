import type { Context } from '../../platform/context.ts'
import { factsMissing, type Question } from '../criteria/index.ts'
import { interestById, statedIn } from '../interest/index.ts'

const undecided: readonly string[] = ['received', 'confirmed', 'waiting']

/** Whether nobody at the hub has decided on a request yet. */
export const isUndecided = ({ status }: { readonly status: string }): boolean => undecided.includes(status)

/** What the rules still leave open of a request that nobody has decided on, and its hub could be told. */
export const missingOf = async (context: Context, interestId: string): Promise<readonly Question[]> => {
  const interest = await interestById(context.db, interestId)
  if (!interest || !isUndecided(interest)) return []
  const { offerId, projectId, themeId, organisation, hub } = interest
  const stated = (await statedIn(context.db, [interestId], context.today)).get(interestId)
  return factsMissing(context, {
    offerId,
    projectId,
    themeId,
    organisationId: organisation.id,
    hubId: hub.id,
    ...stated,
  })
}
