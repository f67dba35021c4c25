import { found } from '../../../platform/errors.ts'
import { type Page, page } from '../../../platform/http/routes.ts'
import { ownLinkToken } from '../../../platform/links.ts'
import { academicYear } from '../../../vocabulary/academic-year.ts'
import { actingOf } from '../../../vocabulary/actor.ts'
import type { LinkPurpose } from '../../../vocabulary/link-purpose.ts'
import { organisationIdsOf, personIdOf } from '../../people/index.ts'
import {
  groupsOfOrganisations,
  interestToConfirm,
  ownGroups,
  ownInterest,
  ownOrganisations,
  ownPlaces,
  ownSessions,
  ownStatements,
} from '../queries.ts'
import { myView } from './my.view.ts'

const daysALinkLasts = 400

export const showMyPart: Page = async ({ context, frame }) => {
  const personId = found(personIdOf(context.actor))
  const organisationIds = organisationIdsOf(context.actor)
  const acting = actingOf(context.actor)
  const within = acting?.hubIds ?? null
  const [places, sessions, statements, interest, leads, toConfirm, schools, schoolGroups] = await Promise.all([
    ownPlaces(context.db, personId, within),
    ownSessions(context.db, { personId, within, today: context.today }),
    ownStatements(context.db, personId, within),
    ownInterest(context.db, { personId, organisationIds, within }),
    ownGroups(context.db, { personId, within, today: context.today }),
    // What a headteacher confirms they confirm in person, and their feed is theirs alone.
    acting ? [] : interestToConfirm(context.db, personId),
    ownOrganisations(context.db, organisationIds),
    groupsOfOrganisations(context.db, organisationIds, within),
  ])
  const link = (purpose: LinkPurpose, id: string): string => ownLinkToken(context, purpose, id, daysALinkLasts)
  return page(
    myView(frame, {
      feed: acting ? null : `${context.config.baseUrl}/calendar/${link('calendar', personId)}.ics`,
      sessions,
      places: places.map((place) => ({
        ...place,
        year: academicYear(place.year),
        cancelHref:
          place.status === 'held' && place.to_on === null ? `/cancel/${link('cancel', place.participant_id)}` : null,
      })),
      interest: interest.map((asked) => ({ ...asked, href: `/status/${link('status', asked.id)}` })),
      statements: statements.map((statement) => ({ ...statement, year: academicYear(statement.year) })),
      leads,
      toConfirm: toConfirm.map((asked) => ({ ...asked, href: `/headteacher/${link('headteacher', asked.id)}` })),
      schoolGroups: schoolGroups.map((group) => ({ ...group, year: academicYear(group.year) })),
      schools: schools.map(({ id, name, urn, ukprn }) => ({ name, href: `/schools/${urn ?? ukprn ?? id}` })),
    }),
  )
}
