// Every query that is asked for somebody or for a hub, asked for one whose records they are and for one whose they are not.
import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import type { GroupSeen } from '../../src/features/groups/index.ts'
import { groupInSight } from '../../src/features/groups/index.ts'
import type { Context } from '../../src/platform/context.ts'
import type { Reader } from '../../src/platform/database/index.ts'
import type { AcademicYear } from '../../src/vocabulary/academic-year.ts'
import type { Records } from '../access-matrix/records.ts'

const features = join(import.meta.dirname, '../../src/features')

type Written = { readonly key: string; readonly file: string; readonly name: string; readonly by: 'actor' | 'hub' }

/** What stands between the brackets of a function, from where they open. */
const within = (source: string, from: number): string => {
  let depth = 1
  let at = from
  while (depth > 0) {
    const letter = source[at] ?? ')'
    if ('([{'.includes(letter)) depth += 1
    if (')]}'.includes(letter)) depth -= 1
    at += 1
  }
  return source.slice(from, at - 1)
}

const askedFor = (parameters: string): Written['by'] | null => {
  if (/\b(Context|Actor)\b/.test(parameters)) return 'actor'
  return /\bhub(Ids?|Slug)?\b/.test(parameters) ? 'hub' : null
}

/** The queries of all rooms that take an actor, or a hub, as their files write them: a new one joins by itself. */
export const queriesWritten = (): readonly Written[] =>
  globSync('**/*queries.ts', { cwd: features })
    .sort()
    .flatMap((file) => {
      const source = readFileSync(join(features, file), 'utf8')
      return [...source.matchAll(/^export (?:const (\w+) = (?:async )?\(|(?:async )?function (\w+)\()/gm)].flatMap(
        (found) => {
          const by = askedFor(within(source, found.index + found[0].length))
          const name = found[1] ?? found[2] ?? ''
          return by ? [{ key: `${file.replace(/(-?queries)?\.ts$/, '')} ${name}`, file, name, by }] : []
        },
      )
    })

/** One who asks: for their hub, of records that are the first hub's. */
export type Asking = {
  readonly context: Context
  readonly db: Reader
  readonly hubId: string
  readonly slug: string
  readonly today: Temporal.PlainDate
  readonly now: Temporal.Instant
  readonly of: Readonly<Record<keyof Records, string>>
  /** The group as those who work on it see it: what a query is handed that comes after another. */
  readonly group: GroupSeen
}

type Queries = Readonly<Record<string, (...given: never[]) => unknown>>
type Row = readonly unknown[] | string

const year = 2021 as AcademicYear
const window = { offset: 0, limit: 50 }

/** What each query is given; or why it is asked of no hub in particular. */
export const given = (asking: Asking): Readonly<Record<string, Row>> => {
  const { context, db, hubId, slug, today, now, of, group } = asking
  const long = Temporal.Instant.from('2000-01-01T00:00:00Z')
  return {
    'access/record namesOfScopes': 'names of the hubs, groups and schools of roles that have been found',
    'access/record peopleAround': 'the actors whom a page then asks the gates for',
    'access/record peopleFound': [db, { words: 'taking part', hubId, limit: 20 }],
    'charges/charge chargeOfHub': [context, hubId, of['charge']],
    'charges/charge chargeTotals': [db, hubId],
    'charges/charge chargesOfHub': [db, hubId, null],
    'criteria/ verdictsFor': 'a school’s history: asked when it has been confirmed that school or hub ask (rule 15)',
    'criteria/ verdictsForVisitor': 'public: the register alone',
    'criteria/ verdictsOfProjects': 'a school’s history: asked when it has been found that school or hub ask (rule 15)',
    'criteria/ verdictsOfProjectsForVisitor': 'public: the register alone',
    'decisions/api interestForPrograms': [db, { hub: slug, after: null, most: 20 }],
    'decisions/ answersAwaited': [db, hubId, now],
    'decisions/ chargesToDecide': [db, hubId],
    'decisions/ countsOfHub': [db, hubId],
    'decisions/ groupsToChoose': [db, hubId, group.projectId],
    'decisions/ offersCounted': [db, hubId],
    'groups/ groupInSight': [context, of['group']],
    'groups/ groupsOfHub': [context, hubId, year],
    'groups/ groupsOfOffer': [context, group.offerId],
    'groups/ offersToGroup': [db, hubId],
    'groups/ ownGroups': [context, { groupIds: [of['group']], hubIds: [hubId] }],
    'groups/ possibleLeads': [db, hubId, today],
    'groups/ yearsWithGroups': [db, hubId],
    'groups/venue venuesOfHub': [db, hubId],
    'hubs/preview groupsToMove': [db, hubId, year, 'passing'],
    'hubs/preview offersToMove': [db, hubId, year],
    'hubs/preview otherWorkOf': [db, hubId, year],
    'hubs/preview referringTo': 'how many records name a hub, for the national team alone',
    'hubs/ fingerprintOf': 'a hash, for the national team alone',
    'hubs/ plannedChangesOf': [db, hubId],
    'hubs/ processorOf': 'public: who processes data for a hub',
    'hubs/ staffOfHub': [db, hubId, today],
    'imports/known knownFor': 'what a hub’s own file names, and whether it is known; a name is never told',
    'imports/matching matchingNamed': [db, hubId, 'Old form'],
    'imports/matching matchingOfShape': [db, hubId, { kind: 'people', shape: 'a shape' }],
    'imports/matching matchingsOf': [db, hubId],
    'imports/ importAtHub': [db, of['import'], hubId],
    'imports/ importsOfHub': [db, hubId],
    'imports/school decisionsOf': [db, hubId, ['a key']],
    'invitations/history historyForHub': 'of a person whom the hub knows, without values: what is its own it shows',
    'invitations/hub-moves movesAwaiting': [db, hubId],
    'invitations/hub-people changesOfHub': [db, hubId, { today, since: long, limit: 20 }],
    'invitations/hub-people groupsToLead': [db, hubId],
    'invitations/hub-people peopleOfHub': [db, hubId, { words: '', part: null, today, ...window }],
    'invitations/hub-people schoolsWithoutLead': [db, hubId, today],
    'invitations/ openInvitationsOfHub': [db, hubId],
    'moves/ decisionsOfHub': [db, hubId, 20],
    'moves/ moveForHub': [db, hubId, of['move']],
    'moves/ movesToDecide': [db, hubId],
    'moves/ participationsToDecide': [db, { hubId, moveId: of['move'], today }],
    'offers/editing choicesFor': [db, { hubId, projectId: of['project'] }],
    'offers/editing offerToEdit': [db, hubId, of['offerId']],
    'offers/editing offersWithDates': [db, hubId],
    'offers/editing projectsToOffer': 'public: the projects of a year',
    'offers/hub-terms policiesOfHub': [db, hubId],
    'offers/hub-terms venuesOfHub': [db, hubId],
    'offers/ offerInFull': [db, 'london-central-and-west', year, of['draft'], context.actor],
    'offers/ formerAddressOf': 'public: where an offer stood before',
    'offers/ offersOfHub': [db, hubId],
    'offers/ publishedOffersOfHubs': 'public: what hubs offer',
    'organisations/hub areasOf': 'public: whom a hub serves',
    'organisations/hub isOpenHub': 'public: whether there is such a hub',
    'people/hub peopleKnownTo': 'a part of other queries, which have rows of their own',
    'people/ hubStaffAddresses': 'whom a letter to a hub goes to',
    'people/ slugsOfHubs': 'public: the addresses of hubs',
    'people/role holdersOf': 'who holds a role, for those who give and end it',
    'personal-data/controller controllerAt': 'public: the notice of a hub',
    'personal-data/export participantsOf': 'for the national team alone, with a reason, recorded',
    'personal-data/people peopleFound': [db, { words: 'taking part', hubIds: [hubId] }],
    'personal-data/reading readsAtHub': [db, hubId, window],
    'personal-data/retention hubLeadsOf': 'whom a letter about retention goes to',
    'placement/ offersToPlace': [db, hubId],
    'placement/ runAtHub': [db, of['run'], hubId],
    'placement/ runsAtHub': [db, hubId],
    'places/ participantsInSight': 'of a group that has been found in the sight of who asks',
    'places/ participantsOfGroup': [context, of['group']],
    'places/ placesInSight': 'of a group that has been found in the sight of who asks',
    'places/ placesOfGroup': [context, of['group']],
    'records/duplicates openDuplicates': [db, 'person', { hubId, page: 1, pageSize: 20 }],
    'records/merges latestMerges': [db, hubId],
    'records/undo undoFor': 'of a merge that has been found in the sight of who asks',
    'registers/ groupWorkedOn': [context, of['group']],
    'sessions/ sessionInSight': [context, of['session']],
  }
}

/** Nothing: no rows, no figure above nought, no text. */
const isNothing = (value: unknown): boolean => {
  if (value === null || value === undefined || value === '' || value === 0 || value === false) return true
  if (value instanceof Map) return [...value.values()].every(isNothing)
  if (value instanceof Set) return value.size === 0
  if (Array.isArray(value)) return value.length === 0
  return (
    typeof value === 'object' &&
    Object.getPrototypeOf(value) === Object.prototype &&
    Object.values(value).every(isNothing)
  )
}

const answerOf = async ({ file, name }: Written, row: readonly unknown[]): Promise<unknown> => {
  const module = (await import(join(features, file))) as Queries
  return module[name]?.(...(row as never[]))
}

export type Askers = {
  readonly own: Omit<Asking, 'group' | 'of'>
  /** Who has no part in any of it: a visitor, the lead of a hub without work, of another group, of another school. */
  readonly strangers: readonly Omit<Asking, 'group' | 'of'>[]
  readonly of: Asking['of']
}

/** The tests of the queries, on a world that is there by the time they run. */
export const foreignQueryTests = (askers: () => Askers): void => {
  const written = queriesWritten()
  const asked = async (asking: Omit<Asking, 'group' | 'of'>) => {
    const { own, of } = askers()
    const group = await groupInSight(own.context, of['group'] ?? '')
    assert.ok(group)
    return given({ ...asking, of, group })
  }

  test('every query that takes an actor or a hub has its row, and every row its query', async () => {
    const rows = Object.keys(await asked(askers().own))
    const keys = written.map(({ key }) => key)
    assert.deepEqual(
      { missing: keys.filter((key) => !rows.includes(key)), surplus: rows.filter((key) => !keys.includes(key)) },
      { missing: [], surplus: [] },
    )
  })

  test('asked by those whose they are, queries find something', async () => {
    const rows = await asked(askers().own)
    const nothing: string[] = []
    for (const query of written) {
      const row = rows[query.key]
      if (Array.isArray(row) && isNothing(await answerOf(query, row))) nothing.push(query.key)
    }
    assert.deepEqual(nothing, [])
  })

  test('asked by strangers, no query finds anything of them', async () => {
    const found: string[] = []
    for (const stranger of askers().strangers) {
      const rows = await asked(stranger)
      for (const query of written) {
        const row = rows[query.key]
        if (Array.isArray(row) && !isNothing(await answerOf(query, row)))
          found.push(`${query.key} for ${JSON.stringify(stranger.context.actor)}`)
      }
    }
    assert.deepEqual(found, [])
  })
}
