import { found } from '../../../platform/errors.ts'
import { type Page, page } from '../../../platform/http/routes.ts'
import { type LinkPurpose, linkToken } from '../../../platform/links.ts'
import { academicYear } from '../../../vocabulary/academic-year.ts'
import { personIdOf } from '../../people/index.ts'
import { ownGroups, ownInterest, ownPlaces, ownSessions, ownStatements } from '../queries.ts'
import { myView } from './my.view.ts'

const daysALinkLasts = 400

export const showMyPart: Page = async ({ context, frame }) => {
  const personId = found(personIdOf(context.actor))
  const [places, sessions, statements, interest, leads] = await Promise.all([
    ownPlaces(context.db, personId),
    ownSessions(context.db, personId, context.today),
    ownStatements(context.db, personId),
    ownInterest(context.db, personId),
    ownGroups(context.db, personId, context.today),
  ])
  const link = (purpose: LinkPurpose, id: string): string => linkToken(context.config, purpose, id, daysALinkLasts)
  return page(
    myView(frame, {
      feed: `${context.config.baseUrl}/calendar/${link('calendar', personId)}.ics`,
      sessions,
      places: places.map((place) => ({ ...place, year: academicYear(place.year) })),
      interest: interest.map((asked) => ({ ...asked, href: `/status/${link('status', asked.id)}` })),
      statements: statements.map((statement) => ({ ...statement, year: academicYear(statement.year) })),
      leads,
    }),
  )
}
