import type { Directory } from '../directory.ts'
import { providers } from '../facts/providers.ts'
import { schools } from '../facts/schools.ts'

/** A school by its URN, another body by its UKPRN. */
export type OrganisationKey = number | string

/** Open, state-funded schools made up for the demonstration, of one phase and some authorities, in the order of their numbers. */
export const schoolsIn = (phase: 'primary' | 'secondary', authorities: readonly string[]): readonly number[] =>
  schools
    .filter(
      (school) => school.phase === phase && school.stateFunded && school.status === 'open' && school.urn > 900_100,
    )
    .filter(({ authorityCode }) => authorities.includes(authorityCode))
    .map(({ urn }) => urn)

export const organisationIdOf = (ids: Directory, organisation: OrganisationKey): string =>
  typeof organisation === 'number' ? ids.school(organisation) : ids.body(organisation)

/** The domain at which an organisation's people are reached. */
export const domainOf = (organisation: OrganisationKey): string => {
  const found =
    typeof organisation === 'number'
      ? schools.find(({ urn }) => urn === organisation)
      : providers.find(({ ukprn }) => ukprn === organisation)
  return found?.emailDomains[0] ?? 'school.example'
}
