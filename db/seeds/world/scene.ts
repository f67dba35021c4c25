import { actingAs, type Context } from '../../../src/platform/context.ts'
import type { Transaction } from '../../../src/platform/database/index.ts'
import type { Actor, RoleName } from '../../../src/vocabulary/actor.ts'
import { localInstant } from '../../../src/vocabulary/local-time.ts'
import { cast } from '../cast.ts'
import type { Directory } from '../directory.ts'
import { chanceFrom } from '../facts/chance.ts'
import { peopleFrom, type Somebody } from './names.ts'
import { domainOf, type OrganisationKey } from './organisations.ts'

/** A local time such as 2021-09-13T10:20. */
export type When = string

/** Where the year is played: who acts, and at which moment. */
export type Scene = {
  readonly tx: Transaction
  readonly ids: Directory
  /** Somebody of the world, signed in, with the roles held by now. */
  readonly as: (email: string, when: When) => Promise<Context>
  readonly visitor: (when: When) => Context
  /** The holder of a link that was mailed. */
  readonly link: (purpose: string, subjectId: string, when: When) => Context
  readonly system: (when: When) => Context
  /** An invented person at a school (by its URN) or another body (by its UKPRN), the same each time. */
  readonly somebodyAt: (organisation: OrganisationKey, which?: string) => Somebody
}

export const instantOf = (when: When): Temporal.Instant => {
  const local = Temporal.PlainDateTime.from(when)
  return localInstant(local.toPlainDate(), local.toPlainTime())
}

/** The time some minutes later. */
export const after = (when: When, minutes: number): When =>
  Temporal.PlainDateTime.from(when).add({ minutes }).toString({ smallestUnit: 'minute' })

// Some of the cast are the people of their school in the year that is played.
const known: Readonly<Record<string, string>> = {
  '900001 lead': 'nadia.rosewarne@tamsel.sch.example',
  '900001 head': 'desmond.ayliffe-khan@tamsel.sch.example',
  '900002 lead': 'ifeoma.castellan@brackenwell.sch.example',
  '19000001 lead': 'leofric.mbeki-shaw@norththameside.example',
  '19000013 other 1': 'yasmin.thorogood@dunnockstow.sch.example',
}

/** Opens the scene in the transaction in which the world is loaded. */
export const openScene = (context: Context, tx: Transaction, ids: Directory): Scene => {
  const invent = peopleFrom(chanceFrom(20_210_901))
  const met = new Map<string, Somebody>()
  const at = (actor: Actor, when: When): Context => actingAs(context, actor, instantOf(when))
  return {
    tx,
    ids,
    as: async (email, when) => at(await signedIn(tx, email), when),
    visitor: (when) => at({ kind: 'visitor' }, when),
    link: (purpose, subjectId, when) => at({ kind: 'link', purpose, subjectId }, when),
    system: (when) => at({ kind: 'system', task: 'demonstration' }, when),
    somebodyAt: (organisation, which = 'lead') => {
      const key = `${organisation} ${which}`
      const member = cast.find(({ email }) => email === known[key])
      const person = member ?? met.get(key) ?? invent(domainOf(organisation))
      met.set(key, person)
      return { name: person.name, email: person.email }
    },
  }
}

const signedIn = async (tx: Transaction, email: string): Promise<Actor> => {
  const person = await tx
    .selectFrom('email_addresses as e')
    .innerJoin('people as p', 'p.id', 'e.person_id')
    .select(['p.id', 'p.name'])
    .where('e.address', '=', email)
    .executeTakeFirstOrThrow()
  const roles = await tx
    .selectFrom('roles as r')
    .leftJoin('hubs as h', 'h.id', 'r.hub_id')
    .select(['r.role', 'r.hub_id', 'h.slug', 'r.group_id', 'r.organisation_id'])
    .where('r.person_id', '=', person.id)
    .where('r.to_on', 'is', null)
    .execute()
  return {
    kind: 'person',
    personId: person.id,
    name: person.name,
    roles: roles.map((role) => ({
      name: role.role as RoleName,
      hubId: role.hub_id,
      hubSlug: role.slug,
      groupId: role.group_id,
      organisationId: role.organisation_id,
    })),
  }
}
