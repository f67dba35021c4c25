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

/** Names that two rooms have for different questions. */
const isTwice: ReadonlySet<string> = new Set(['peopleFound'])

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
          return by ? [{ key: isTwice.has(name) ? `${file.split('/')[0]} ${name}` : name, file, name, by }] : []
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
  /** Somebody who takes part, where it is for them to ask. */
  readonly taking?: Context
  readonly of: Readonly<Record<keyof Records, string>>
  /** The group as those who work on it see it: what a query is handed that comes after another. */
  readonly group: GroupSeen
}

type Queries = Readonly<Record<string, (...given: never[]) => unknown>>
type Row = readonly unknown[] | string

const year = 2021 as AcademicYear
const everyCharge = { status: null, cause: null, claimed: false, words: '' }
const window = { offset: 0, limit: 50 }

/** What each query is given; or why it is asked of no hub in particular. */
export const given = (asking: Asking): Readonly<Record<string, Row>> => {
  const { context, taking = context, db, hubId, slug, today, now, of, group } = asking
  const long = Temporal.Instant.from('2000-01-01T00:00:00Z')
  const mailAsked = { hubId, subjectId: null, until: today.add({ days: 60 }) }
  return {
    groupsToSum: [db, hubId, year],
    actAtHub: [db, hubId, of['act']],
    actsOfHub: [db, hubId, 20],
    invitationsOfHub: [db, hubId, { today, sentSince: long }],
    answersAwaited: [db, hubId, now],
    areasAsking: [db, hubId],
    areaKey: 'a key for what has been asked: it reads nothing',
    notReached: [db, hubId],
    countNotReached: [db, hubId],
    mailTimesOf: 'when mail of a hub goes: rules that name nobody',
    mailSettingsOf: 'how a hub writes before its sessions: told to everybody who is written to',
    mailToCome: [context, hubId],
    mailOfToday: 'mail of every hub that may go today: the one sweep over all of them asks it, and no page',
    bundlesToCome: [context, hubId, { kind: null, days: 60 }],
    bundleToCome: [context, { hubId, kind: 'headteacher-reminder', subjectId: (of['mailToCome'] ?? '').split('.')[1] }],
    kindsStopped: 'what a hub said about all its mail of a kind: rules that name nobody',
    remindersToCome: [context, mailAsked],
    digestsToCome: [context, mailAsked],
    owingAnywhere: [db, { after: null, most: 1000, hubId }],
    namesMailToCome: ['names-reminder', context, mailAsked],
    successorMailDue: ['successor-reminder', context, mailAsked],
    successorMailToCome: ['successor-reminder', context, mailAsked],
    successorsDue: [db, { hubId, participantId: null, by: today.add({ days: 60 }) }, today],
    headteacherReminders: [context, mailAsked],
    placeReminders: [context, mailAsked],
    askingsToCome: [context, mailAsked],
    mailBefore: [context, { hubId, sessionId: of['datedSession'], kind: 'reminder' }],
    mailSentBefore: [db, hubId, Temporal.Instant.from('2021-09-01T00:00:00Z')],
    sessionsToCome: [db, hubId, { from: today, to: today.add({ days: 60 }) }],
    sessionComing: [db, hubId, of['datedSession']],
    answerTermsOf: 'how long there is to answer: told to everybody who is offered a place',
    usualLastDay: 'the day that comes of it, proposed in the forms of those who offer',
    areasOf: 'public: whom a hub serves',
    changesOfHub: [db, hubId, { today, since: long, limit: 20 }],
    chargeOfHub: [context, hubId, of['charge']],
    accountsOfHub: [db, hubId],
    grantRules: 'the rules of the network count at every hub; a hub’s own are found with its id, behind its staff',
    grantsOfHub: [db, hubId, { status: null, kind: null, words: '' }],
    grantOfHub: [db, hubId, of['grant']],
    grantTotals: [db, hubId],
    earningsOfPlaces: [db, hubId, year],
    earningsOfLeads: [context, hubId, year],
    grantActOfHub: [db, hubId, of['approved']],
    actOfHub: [db, hubId, of['decided']],
    chargesCounted: [db, hubId, everyCharge],
    linesOfAccount: [db, hubId, of['payer']],
    linesOfHub: [db, hubId],
    readersOfAccount: 'whom a letter about an account goes to',
    statementInSight: [context, of['account']],
    statementsOfAccount: [db, hubId, of['payer']],
    chargesOfHub: [db, hubId, everyCharge, { offset: 0, limit: 50 }],
    chargeTotals: [db, hubId],
    authoritiesFor:
      'public: which authorities a hub serves, and where schools of its groups lie; it names none of them',
    knownForTerms: 'the terms of schools, which authorities publish, read against the area of a hub, which is public',
    termListOf: [db, of['termListOfHub'], hubId],
    termListsOf: [db, hubId],
    venueAt: [db, { hubId, venueId: of['venue'] }],
    choicesAwaited: [db, hubId],
    choicesFor: [db, { hubId, projectId: of['project'] }],
    comingMovesAtHub: [db, hubId],
    controllerAt: 'public: the notice of a hub',
    countsOfHub: [db, hubId],
    decisionsOf: [db, hubId, ['a key']],
    decisionsOfHub: [db, hubId, 20],
    entriesFor: 'public records, with a school’s history where it has been found that school or hub look (rule 15)',
    entriesForAll: 'the same for several',
    fingerprintOf: 'a hash, for the national team alone',
    formerAddressOf: 'public: where an offer stood before',
    groupInSight: [context, of['group']],
    hubsToPassTo: 'of an act that has been found at its hub: who else offers a project is public',
    groupsForAct: 'of an act that has been found at its hub; an offer of a place asks of the group itself again',
    groupsOfHub: [context, hubId, year],
    groupsOfOffer: [context, group.offerId],
    groupsToChoose: [db, hubId, group.projectId],
    groupsToLead: [db, hubId],
    groupsToMove: [db, hubId, year, 'passing'],
    groupWorkedOn: [context, of['group']],
    historyForHub: 'of a person whom the hub knows, without values: what is its own it shows',
    holdersOf: 'who holds a role, for those who give and end it',
    hubLeadsOf: 'whom a letter about retention goes to',
    hubStaffAddresses: 'whom a letter to a hub goes to',
    importAtHub: [db, of['import'], hubId],
    importsOfHub: [db, hubId],
    interestForPrograms: [db, { hub: slug, after: null, most: 20 }],
    interestMatching: [context, { hubId, query: new URLSearchParams(), most: 20 }],
    isOpenHub: 'public: whether there is such a hub',
    joinersOf: 'who asks for offers that are named: counted, and named to the hub of the offer alone',
    knownFor: 'what a hub’s own file names, and whether it is known; a name is never told',
    latestMerges: [db, hubId],
    leadOrganisations: 'public: the notice of a hub',
    matchingNamed: [db, hubId, 'Old form'],
    matchingOfShape: [db, hubId, { kind: 'people', shape: 'a shape' }],
    matchingsOf: [db, hubId],
    messageTextsOf: 'the product’s texts are every hub’s: what is its own is found by its address alone',
    moveForHub: [db, hubId, of['move']],
    movesAwaiting: [db, hubId],
    movesToDecide: [db, hubId],
    namesOfAskers: [db, hubId, [of['interest']]],
    namesOfScopes: 'names of the hubs, groups and schools of roles that have been found',
    offerInFull: [db, 'london-central-and-west', year, of['draft'], context.actor],
    offersAsked: [db, hubId],
    offersCounted: [db, hubId],
    offersNeeding: [db, { year, hubId }],
    offersOfHub: [db, hubId],
    offersToShow: 'public: what a hub offers, for its own website and readers of feeds',
    offersToCarry: [db, hubId, year],
    offersToGroup: [db, hubId],
    offersToMove: [db, hubId, year],
    offersToPlace: [db, hubId],
    venuesToOpenAt: [db, hubId],
    offersWithDates: [db, hubId],
    offerToEdit: [db, hubId, of['offerId']],
    openDuplicates: [db, 'person', { hubId, page: 1, pageSize: 20 }],
    openInvitationsOfHub: [db, hubId],
    missingOf: 'what rules leave open of a request that has been found among those of the hub; no people',
    otherWorkOf: [db, hubId, year],
    ownPartIn: [taking, of['group']],
    memberIn: [taking, of['group']],
    ownGroups: [context, { groupIds: [of['group']], hubIds: [hubId] }],
    ownOf: [db, { organisationId: of['schoolOfHub'], year, hubIds: [hubId] }],
    factsMissing: 'what rules leave open of a request that has been found among those of the hub',
    partsInSight: [context, of['place']],
    participantOfLink: 'the holder of a link: whom it was made for, and nobody else',
    participantsInSight: 'of a group that has been found in the sight of who asks',
    placesAndPeopleInSight: 'of a group that has been found in the sight of who asks',
    participantsOf: 'for the national team alone, with a reason, recorded',
    participantsOfGroup: [context, of['group']],
    participationsToDecide: [db, { hubId, moveId: of['move'], today }],
    passingForHub: [db, hubId, of['passing']],
    passingsToDecide: [db, hubId],
    peopleAround: 'the actors whom a page then asks the gates for',
    'access peopleFound': [db, { words: 'taking part', hubId, limit: 20 }],
    'personal-data peopleFound': [db, { words: 'taking part', hubId }],
    peopleKnownTo: 'a part of other queries, which have rows of their own',
    peopleOfHub: [db, hubId, { words: '', part: null, today, ...window }],
    placesInSight: 'of a group that has been found in the sight of who asks',
    placesOfGroup: [context, of['group']],
    plannedChangesOf: [db, hubId],
    policiesOfHub: [db, hubId],
    possibleLeads: [db, hubId, today],
    possibleTwins: [db, hubId, of['first']],
    processorStated: 'public: the notice of a hub',
    projectsBefore: 'public: the projects of earlier years',
    projectsToManage: [db, year, hubId],
    projectsToOffer: 'public: the projects of a year',
    publishedOffersOfHubs: 'public: what hubs offer',
    readsAtHub: [db, hubId, window],
    referringTo: 'how many records name a hub, for the national team alone',
    rulesOfOffer: [db, hubId, of['offerId']],
    rulesTried: 'answers without names, of requests that have been found: a part of the trial of rules',
    runAtHub: [db, of['run'], hubId],
    runsAtHub: [db, hubId],
    schoolsWithoutLead: [db, hubId, today],
    sessionInSight: [context, of['session']],
    sightOf: [context, of['schoolOfHub']],
    slugsOfHubs: 'public: the addresses of hubs',
    staffOfHub: [db, hubId, today],
    statementsOf: 'public: the notice of a hub',
    sweepsToComeAt: [db, hubId],
    knownForRows:
      'the register, and the venues of the hub whose staff send the list: asked when they have been found to be',
    groupFormerlyWorkedOn:
      'asked by those whose part in a group is over, whom this world does not have: a test of its room asks it',
    groupsToJoin: 'groups that are each asked for in the sight of who asks',
    mergerInSight: [context, { fromId: of['group'], intoId: of['group'] }],
    askingsOfHub: [db, hubId],
    minutesToVenues:
      'minutes between places: of the requests of offers that its caller has found among those of the hub',
    tableAtHub: [db, hubId, of['table']],
    tableInForce: [db, { hubId, year }],
    tablesAtHub: [db, hubId],
    waysAsked: [db, { hubId, year, tableId: null }],
    countSuccessorsAwaited: [db, hubId, today],
    successorsOfHub: [db, hubId, today],
    targetsOfHub: [db, hubId, year],
    termsToChoose: [db, { hubId, projectId: of['project'] }],
    tookPartFor:
      'whom the network knows at a school: asked when it has been found that its lead or its hub fill in (rule 15)',
    tryOn:
      'of requests of the projects or the hub that its caller has found in the sight of who asks; organisations, no people',
    tryOwnRules: 'of an offer that has been found among those of the hub; organisations, no people',
    tryRules: 'of the draft of a project that has been found in the sight of who writes it; organisations, no people',
    undoFor: 'of a merge that has been found in the sight of who asks',
    unmetInterest: 'requests of one hub’s offers, or of all counted: schools are named to that hub alone',
    venuesOfHub: [db, hubId],
    waitingForDates: [db, hubId],
    venuesToPrefer: 'public: where groups of a hub can meet',
    venuesToChoose: [db, hubId],
    verdictsAndQuestion: 'public: the register and what a visitor says of themselves',
    verdictsFor: 'a school’s history: asked when it has been confirmed that school or hub ask (rule 15)',
    verdictsForVisitor: 'public: the register alone',
    verdictsToKeep: 'what is kept with a request that is being sent or decided, by those actions alone',
    askedOfArea: 'ids alone, for the job that looks again at verdicts when the area of a hub has changed',
    verdictsOfOffers: 'a school’s history: asked when it has been found that school or hub look (rule 15)',
    writtenProject: [db, of['ownProject'], hubId],
    yearsWithGroups: [db, hubId],
    yearsWithOffers: [db, hubId],
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

/** What the demonstration has not come to on its first day. */
const notInThisWorld: readonly string[] = ['namesMailToCome', 'sweepsToComeAt']

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
    assert.deepEqual(nothing, notInThisWorld)
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
