import { found } from '../../../platform/errors.ts'
import type { Page } from '../../../platform/http/routes.ts'
import { interestById, isOfItsSchool } from '../../interest/index.ts'
import { organisationById } from '../../organisations/index.ts'
import { allOfHistory, nothingOfHistory } from '../sight-queries.ts'
import { drawSchool } from './school.page.ts'

/** What the school of a request can join, for whoever followed the link to it: with its history where they are of the school. */
export const showByLink: Page = async (request) => {
  const { actor, db } = request.context
  const interest = found(actor.kind === 'link' ? await interestById(db, actor.subjectId) : null)
  const school = found(interest.receivedAt === null ? null : await organisationById(db, interest.organisation.id))
  const isOfSchool = isOfItsSchool(interest, school.emailDomains)
  return drawSchool(request, school, isOfSchool ? allOfHistory : nothingOfHistory)
}
