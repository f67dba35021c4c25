import type { Context } from '../../../platform/context.ts'
import { headteacherOf, isOfOrganisation, type KnownPerson, tookPartFor } from '../known-queries.ts'
import type { OpenForm } from './open-form.page.ts'

export type Known = {
  readonly people: readonly KnownPerson[]
  readonly headteacher: { readonly name: string; readonly email: string } | null
}

/**
 * Whom the network knows at the organisation: shown to its lead, to the sender of a request who is known to be of it, and to
 * the hub of its own groups; never to a visitor, nor to whoever sent a request in its name (domain rule 15).
 */
export const knownPeople = async (
  { db }: Context,
  { form, asking }: Pick<OpenForm, 'form' | 'asking'>,
): Promise<Known | null> => {
  if (!(await isOfOrganisation(db, form))) return null
  const { organisationId, onBehalf } = form
  const { year, hub } = asking.offer
  const [people, headteacher] = await Promise.all([
    tookPartFor(db, { organisationId, year, hubId: onBehalf ? hub.id : null }),
    headteacherOf(db, organisationId),
  ])
  return { people, headteacher }
}
