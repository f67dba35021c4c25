import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { FastifyInstance } from 'fastify'
import { createApp, endpoints, routes } from '../../src/app.ts'
import { giveNotice } from '../../src/features/charges/actions/give-notice.ts'
import { actorOfPerson } from '../../src/features/people/index.ts'
import { endPlace } from '../../src/features/places/index.ts'
import { tellEveryone } from '../../src/features/sessions/index.ts'
import { signInAsCast } from '../../src/features/sign-in/actions/sign-in.ts'
import { makeToken } from '../../src/features/tokens/actions/make-token.ts'
import { standingClock } from '../../src/platform/clock.ts'
import { createContext, type Installation } from '../../src/platform/context.ts'
import type { Route } from '../../src/platform/http/routes.ts'
import { sessionCookieOf } from '../../src/platform/http/server.ts'
import type { Actor } from '../../src/vocabulary/actor.ts'
import { newId } from '../../src/vocabulary/ids.ts'
import { addressWith, formOf, keyOf, namesIn } from '../access-matrix/addresses.ts'
import { castEmails } from '../access-matrix/expected.ts'
import { foreignRecords, ownRecords, type Records } from '../access-matrix/records.ts'
import { type Demonstration, startDemonstration, sweptOnce } from '../support/demonstration.ts'
import { actorWith } from '../support/installation.ts'
import { makeGroup, makeHub, makeOffer, makeProject } from '../support/records.ts'
import { foreignQueryTests } from './foreign-queries.ts'
import { linkTests } from './links-alone.ts'
import { oddNameTests } from './odd-names.ts'
import {
  hubOf,
  type Kind,
  makeLead,
  makeMoreWork,
  type SharedGroup,
  type Side,
  secrets,
  shareGroup,
  sides,
  signedInAs,
} from './shared-group.ts'

let world: Demonstration
let installation: Installation
let app: FastifyInstance
let shared: SharedGroup
let groupOfOthers: string
let records: Readonly<Record<Side, Records>>

const kinds = Object.keys(secrets.ours) as readonly Kind[]
const none: readonly Kind[] = []
const toldToLead: readonly Kind[] = ['address', 'reason of an end', 'reflection for the lead alone']

/** Who looks, and what of each side they may find. */
const sight = {
  // The hub that holds the group reads what is for its lead alone; a partner hub reads that of its own schools.
  'hub lead of ours': { ours: kinds, theirs: ['reflection for the lead alone'] },
  'hub lead of theirs': { ours: none, theirs: kinds },
  // Who leads the group is told whom to write to, and why somebody does not come.
  'lead of the group': { ours: toldToLead, theirs: toldToLead },
  'participant of ours': { ours: kinds, theirs: none },
  'participant of theirs': { ours: none, theirs: kinds },
  'school lead of ours': { ours: kinds, theirs: none },
  'school lead of theirs': { ours: none, theirs: kinds },
  'national team': { ours: none, theirs: none },
  analyst: { ours: none, theirs: none },
  visitor: { ours: none, theirs: none },
} as const satisfies Record<string, Readonly<Record<Side, readonly Kind[]>>>
type Member = keyof typeof sight
const members = Object.keys(sight) as readonly Member[]
const cookies = new Map<Member, string>()

/** Where the national team reads personal data because it is its work there; each such page says so in the record of reads. */
const nationalWork: Readonly<Record<string, readonly Kind[]>> = {
  // Whom it finds, and what stands against forgetting them.
  'GET /network/personal-data/:person': ['address', 'amount of a charge'],
}

before(async () => {
  world = await startDemonstration(sweptOnce)
  // Not as a demonstration, whose outbox shows every mail to everybody.
  const config = { ...world.installation.config, demo: false, mostWrites: 1_000_000, baseUrl: 'https://hubs.example' }
  installation = { ...world.installation, config, clock: standingClock('2021-10-18T08:00:00Z') }
  app = await createApp(installation)
  const [own, foreign] = [await ownRecords(installation), await foreignRecords(installation)]
  groupOfOthers = foreign['group'] ?? ''
  shared = await shareGroup(world, own['group'] ?? '')
  const { group, session, task, units } = shared
  records = {
    ours: { ...own, ...units.ours, group, session, task },
    theirs: { ...foreign, ...units.theirs, group, session, task },
  }
  await signEverybodyIn()
  await somethingHappens()
})
after(async () => {
  await app?.close()
  await world?.stop()
})

const db = () => installation.connections.kysely
const contextOf = (actor: Actor) => createContext(installation, actor, 'test')

const castOf: Partial<Record<Member, string | null>> = {
  'hub lead of ours': castEmails['hub lead'],
  'lead of the group': castEmails['group lead'],
  'national team': castEmails['national team'],
  analyst: castEmails.analyst,
}

const signEverybodyIn = async () => {
  for (const [member, email] of Object.entries(castOf))
    if (email) {
      const visitor = createContext(world.installation, { kind: 'visitor' }, 'test')
      const signedIn = await signInAsCast(visitor, { email, device: null })
      cookies.set(member as Member, signedIn.token)
    }
  cookies.set('hub lead of theirs', await signedInAs(db(), await makeLead(db(), shared.hubIds.theirs)))
  for (const side of sides) {
    cookies.set(`participant of ${side}`, await signedInAs(db(), shared.units[side].person))
    cookies.set(`school lead of ${side}`, await signedInAs(db(), shared.units[side].schoolLead))
  }
}

/** What makes mails and history: a place ends for a reason, somebody gives late notice, everyone is told the dates. */
const somethingHappens = async () => {
  for (const side of sides) {
    const { ended, participant } = shared.units[side]
    const staff = contextOf(actorWith(shared.units[side].person, 'hub_lead', { hubId: shared.hubIds[side] }))
    await endPlace(staff, ended, secrets[side]['reason of an end'])
    const link = contextOf({ kind: 'link', purpose: 'cancel', subjectId: participant })
    const reason = secrets[side]['reason of a notice']
    await giveNotice(link, { sessionId: shared.soon, reason, shownPence: 1_000_000 })
  }
  await tellEveryone(contextOf({ kind: 'system', task: 'test' }), shared.group)
}

const headersOf = (member: Member): Record<string, string> => {
  const token = cookies.get(member)
  return {
    'sec-fetch-site': 'same-origin',
    ...(token ? { cookie: `${sessionCookieOf(installation.config.baseUrl)}=${token}` } : {}),
  }
}

type Asked = {
  readonly route: Pick<Route, 'method' | 'path'>
  readonly url: string
  readonly form: Readonly<Record<string, string>>
}

/** The records of a side that addresses are made of: what goes on, and what came to nothing. */
const recordsOf = (side: Side): readonly Records[] => {
  const { declined, ended } = shared.units[side]
  return [records[side], { ...records[side], interest: declined, place: ended }]
}

/** What addresses are filled with: for those who work for a hub the records of each side, below each hub. */
const fillings = (member: Member): readonly Records[] =>
  member.startsWith('hub lead')
    ? sides.flatMap(recordsOf).flatMap((each) => sides.map((hub) => ({ ...each, hub: hubOf[hub] })))
    : sides.map((side) => ({ ...records[side], hub: hubOf[side] }))

const addressesOf = (route: Pick<Route, 'method' | 'path'>, member: Member): readonly Asked[] => {
  const asked = fillings(member).map((filled) => ({
    route,
    url: addressWith(route.path, filled).url,
    form: formOf(route, filled),
  }))
  return [...new Map(asked.map((each) => [each.url, each])).values()]
}

const ask = async (member: Member, { route, url, form }: Asked) => {
  const payload = route.method === 'POST' ? { payload: new URLSearchParams(form).toString() } : {}
  const type = route.method === 'POST' ? { 'content-type': 'application/x-www-form-urlencoded' } : {}
  return app.inject({ method: route.method, url, headers: { ...headersOf(member), ...type }, ...payload })
}

/** The marks of a side that stand in a text. */
const marksIn = (text: string, side: Side): readonly Kind[] =>
  kinds.filter((kind) => text.includes(secrets[side][kind]))

const leaksIn = (text: string, member: Member, key: string): readonly string[] =>
  sides.flatMap((side) => {
    const allowed: readonly Kind[] = [
      ...sight[member][side],
      ...(member === 'national team' ? (nationalWork[key] ?? []) : []),
    ]
    const found = marksIn(text, side).filter((kind) => !allowed.includes(kind))
    return found.map((kind) => `${member} finds of ${side}: ${kind}`)
  })

// Pages that are kept are the same for everybody who is not signed in, and the links of a mail have a test of their own.
const ofRecords = routes.filter(({ access, isKept }) => !access.purpose && !isKept)
const reading = ofRecords.filter(({ method, path }) => method === 'GET' && !path.endsWith('.pdf'))
const writing = ofRecords.filter(({ method, path }) => method === 'POST' && /^\/(groups|hub)\//.test(path))

const seen = new Map<Member, Map<string, string>>()

const leaksOf = async (
  member: Member,
  chosen: readonly Pick<Route, 'method' | 'path'>[],
): Promise<readonly string[]> => {
  const leaks: string[] = []
  const bodies = seen.get(member) ?? new Map<string, string>()
  seen.set(member, bodies)
  for (const asked of chosen.flatMap((route) => addressesOf(route, member))) {
    const { statusCode, body } = await ask(member, asked)
    if (statusCode >= 500) leaks.push(`${asked.url} is ${statusCode}`)
    if (statusCode === 200 && asked.route.method === 'GET') bodies.set(asked.url, body)
    leaks.push(
      ...leaksIn(body, member, keyOf(asked.route)).map((leak) => `${keyOf(asked.route)}: ${leak} (${asked.url})`),
    )
  }
  return leaks
}

const both = [
  ['ours', 'theirs'],
  ['theirs', 'ours'],
] as const

// The register of schools is public, and likens words.
const findsSchools = /schools|interest\/new|moved/

/** Whether a search tells a word that somebody has from one that nobody has. */
const tells = async (member: Member, url: string, known: string): Promise<boolean> => {
  const search = async (q: string) =>
    (await app.inject({ url: `${url}?q=${encodeURIComponent(q)}`, headers: headersOf(member) })).body.replaceAll(q, '')
  const unknown = known.replaceAll(/[a-z0-9](?=.*@|\d*$)/g, (letter) => (/\d/.test(letter) ? '7' : 'q'))
  return (await search(known)) !== (await search(unknown))
}

/** The pages on which somebody searches for people and what they asked. */
const searches = (member: Member): readonly string[] =>
  [...(seen.get(member) ?? [])].flatMap(([url, body]) =>
    body.includes('name="q"') && !findsSchools.test(url) ? [url] : [],
  )

const toldBySearch = async (side: Side, other: Side): Promise<readonly string[]> => {
  const member = `hub lead of ${side}` as const
  const pages = searches(member)
  assert.ok(pages.length >= 3)
  const found: string[] = []
  for (const url of pages)
    for (const kind of ['address', 'telephone', 'address of the headteacher'] as const)
      if (await tells(member, url, secrets[other][kind])) found.push(`${member} ${url} by ${kind}`)
  return found
}

/** The records that a search leads to. */
const foundBy = async (member: Member, url: string, words: string): Promise<number> => {
  const { body } = await app.inject({ url: `${url}?q=${encodeURIComponent(words)}`, headers: headersOf(member) })
  return body.match(/href="\/[^"]*\/[0-9a-f]{8}-[0-9a-f-]{27}/g)?.length ?? 0
}

describe('a group that two hubs share (rule 10)', () => {
  for (const member of members)
    test(`every page shows the ${member} what is theirs to know and nothing else`, async () => {
      assert.deepEqual(await leaksOf(member, reading), [])
    })

  test('each hub finds its own school in full', () => {
    for (const side of sides) {
      const text = [...(seen.get(`hub lead of ${side}`)?.values() ?? [])].join('\n')
      const kept = kinds.filter((kind) => !text.includes(secrets[side][kind]))
      // Asked for by a button, one at a time, and recorded.
      assert.deepEqual(kept, ['teacher reference number', 'reason of a notice'])
    }
  })

  test('of the other’s school each hub sees what running the group needs', () => {
    for (const [side, other] of both) {
      const pages = seen.get(`hub lead of ${side}`)
      const page = pages?.get(`/groups/${shared.group}`) ?? ''
      const register = pages?.get(`/groups/${shared.group}/sessions/${shared.session}/register`) ?? ''
      for (const text of [page, register]) {
        assert.ok(text.includes(shared.units[other].name))
        assert.ok(text.includes(`Taking Part ${other}`))
        assert.ok(text.includes(`needs of ${other}`))
      }
    }
  })

  test('a search by another hub’s address or telephone finds no more than one that nobody has', async () => {
    assert.deepEqual([...(await toldBySearch('ours', 'theirs')), ...(await toldBySearch('theirs', 'ours'))], [])
  })

  test('a sign that stands for others in the database finds nothing', async () => {
    const member = 'hub lead of ours'
    const wide: string[] = []
    for (const url of searches(member))
      for (const signs of ['%', '_', '%%', '%_%', '\\', '.*'])
        if ((await foundBy(member, url, signs)) > (await foundBy(member, url, 'qqzzqq'))) wide.push(`${url} ${signs}`)
    assert.deepEqual(wide, [])
  })

  test('programs are answered of their own hub alone', async () => {
    const leaks: string[] = []
    for (const side of sides) {
      const lead = await db()
        .selectFrom('roles')
        .select('person_id')
        .where('hub_id', '=', shared.hubIds[side])
        .where('role', '=', 'hub_lead')
        .executeTakeFirstOrThrow()
      const actor = await actorOfPerson(db(), lead.person_id, contextOf({ kind: 'visitor' }).today)
      const token = await makeToken(contextOf(actor), { name: 'program', scopes: ['interest:read'], days: 3 })
      for (const { path } of endpoints)
        for (const hub of sides) {
          const url = path.replace(':hub', hubOf[hub]).replace(':urn', '900001')
          const { body } = await app.inject({ url, headers: { authorization: `Bearer ${token}` } })
          leaks.push(...leaksIn(body, `hub lead of ${side}`, path).map((leak) => `${url}: ${leak}`))
        }
    }
    assert.deepEqual(leaks, [])
  })

  test('no mail tells one hub’s people what is the other’s', async () => {
    const sideOf = (address: string): Side | null => sides.find((side) => address.includes(`${side}-school`)) ?? null
    const mails = await db().selectFrom('messages').selectAll().orderBy('created_at', 'desc').limit(200).execute()
    const leaks = mails.flatMap((mail) => {
      const side = sideOf(mail.to_address)
      const text = JSON.stringify([mail.subject, mail.body_text, mail.body_html, mail.invitations])
      return sides
        .filter((each) => each !== side)
        .flatMap((other) =>
          marksIn(text, other).map((kind) => `${mail.to_address} "${mail.subject}": ${kind} of ${other}`),
        )
    })
    assert.deepEqual(leaks, [])
    assert.ok(mails.some(({ to_address }) => sideOf(to_address) === 'theirs'))
  })

  test('a charge is its own hub’s to decide', async () => {
    const charges = await db()
      .selectFrom('charges')
      .select(['participant_id', 'hub_id'])
      .where('session_id', '=', shared.soon)
      .execute()
    const hubs = Object.fromEntries(charges.map(({ participant_id, hub_id }) => [participant_id, hub_id]))
    assert.deepEqual(hubs, {
      [shared.units.ours.participant]: shared.hubIds.ours,
      [shared.units.theirs.participant]: shared.hubIds.theirs,
    })
  })

  test('nothing that is added in confidence to one hub’s school changes a page, a count or a figure of the other’s', async () => {
    const changed: string[] = []
    for (const [side, other] of both) {
      const member = `hub lead of ${other}` as const
      const before = await lookAgain(member)
      await addInConfidence(side)
      const after = await lookAgain(member)
      assert.ok(before.size >= 20)
      changed.push(...[...after].filter(([url, body]) => body !== before.get(url)).map(([url]) => `${member} ${url}`))
    }
    assert.deepEqual(changed, [])
  })

  test('a form that is sent shows no more', async () => {
    const leaks: string[] = []
    for (const member of ['hub lead of ours', 'hub lead of theirs'] as const)
      leaks.push(...(await leaksOf(member, writing)))
    assert.deepEqual(leaks, [])
  })
})

/** What a member's pages say, without links and ids that are made anew each time, and without the record of this very reading. */
const lookAgain = async (member: Member): Promise<ReadonlyMap<string, string>> => {
  const pages = new Map<string, string>()
  for (const [url] of seen.get(member) ?? []) {
    if (!/^\/(groups|my|hub\/|$)/.test(url) || url.endsWith('/reads')) continue
    const { body } = await app.inject({ url, headers: headersOf(member) })
    pages.set(url, body.replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}|[A-Za-z0-9_-]{45,}/g, ''))
  }
  return pages
}

const addInConfidence = async (side: Side) => {
  const { person, interest, charge } = shared.units[side]
  await db().updateTable('people').set({ telephone: '01632 960999' }).where('id', '=', person).execute()
  await db()
    .updateTable('email_addresses')
    .set({ address: `new@${side}-school.example` })
    .where('person_id', '=', person)
    .execute()
  await db()
    .updateTable('charges')
    .set({ status: 'proposed', amount_pence: 9999, decided_by_person_id: null, decided_at: null })
    .where('id', '=', charge)
    .execute()
  await db()
    .updateTable('expressions_of_interest')
    .set({ comments: 'more', headteacher_email: 'other@school.example' })
    .where('id', '=', interest)
    .execute()
  await db()
    .updateTable('interest_verdicts')
    .set({ answer: 'not_yet_known' })
    .where('interest_id', '=', interest)
    .execute()
}

describe('the queries of every room', () => {
  const asking = (actor: Actor, hub: { id: string; slug: string }) => {
    const context = contextOf(actor)
    return { context, db: db(), hubId: hub.id, slug: hub.slug, today: context.today, now: context.now }
  }
  let nowhere: { id: string; slug: string }
  let otherGroup: string
  let draft: string
  let ownProject: string
  let more: { run: string }
  before(async () => {
    nowhere = await makeHub(db())
    const { project_id: projectId } = await db()
      .selectFrom('groups')
      .select('project_id')
      .where('id', '=', shared.group)
      .executeTakeFirstOrThrow()
    otherGroup = await makeGroup(db(), nowhere.id, projectId, { status: 'forming' })
    draft = `draft-${newId().slice(-6)}`
    ownProject = await makeProject(db(), { hub_id: shared.hubIds.ours })
    await makeOffer(db(), shared.hubIds.ours, projectId, { slug: draft, status: 'draft', published_at: null })
    const { offerId = '', move = '' } = records.ours
    const { participant, organisation, person } = shared.units.ours
    more = await makeMoreWork(db(), shared.hubIds.ours, { offerId, move, participant, organisation, person })
    await db().deleteFrom('groups').where('id', '=', otherGroup).execute()
  })
  foreignQueryTests(() => {
    const somebody = newId()
    const ours = { id: shared.hubIds.ours, slug: hubOf.ours }
    const takingPart: Actor = { kind: 'person', personId: shared.units.ours.person, name: 'Somebody', roles: [] }
    const strangers: readonly Actor[] = [
      { kind: 'visitor' },
      actorWith(somebody, 'hub_lead', { hubId: nowhere.id, hubSlug: nowhere.slug }),
      actorWith(somebody, 'group_lead', { groupId: otherGroup }),
      actorWith(somebody, 'school_lead', { organisationId: newId() }),
      { kind: 'link', purpose: 'status', subjectId: shared.units.theirs.interest },
    ]
    return {
      own: {
        ...asking(actorWith(somebody, 'hub_lead', { hubId: ours.id, hubSlug: ours.slug }), ours),
        taking: contextOf(takingPart),
      },
      strangers: strangers.map((actor) => asking(actor, nowhere)),
      of: { ...records.ours, ...more, draft, ownProject } as Readonly<Record<string, string>>,
    }
  })
})

describe('links without an account', () => linkTests(() => ({ installation, app, shared })))

describe('what is another’s', () => {
  /** An answer without the ids that were asked for, and the reference that each failure has. */
  const told = async (member: Member, url: string) => {
    const { statusCode, body } = await app.inject({ url, headers: headersOf(member) })
    return `${statusCode} ${body.replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}|\b[0-9a-f]{12}\b/g, '')}`
  }

  // What is public is told to everybody.
  const isPublic = /^\/(offers|schools|statements|projects|hubs|api|o|network\/figures)\//

  test('is told apart by nothing from what is not there', async () => {
    const hub = hubOf.ours
    const asked = reading
      .filter(({ path }) => namesIn(path).some((name) => name !== 'hub' && name in records.ours))
      .map(
        ({ path }) =>
          [
            addressWith(path, { ...records.ours, hub, group: groupOfOthers }).url,
            addressWith(path, { hub }).url,
          ] as const,
      )
      .filter(([url]) => !isPublic.test(url))
    const found: string[] = []
    for (const member of ['participant of theirs', 'school lead of theirs'] as const)
      for (const [theirs, nobodysOwn] of asked)
        if ((await told(member, theirs)) !== (await told(member, nobodysOwn))) found.push(`${member} ${theirs}`)
    assert.ok(asked.length > 50)
    assert.deepEqual(found, [])
  })
})

describe('odd names', () => {
  oddNameTests(
    () => ({ installation, app, shared }),
    () => ({
      records: { ...records.ours, hub: hubOf.ours },
      take: (hub: string) =>
        app.inject({
          method: 'POST',
          url: '/network/participants',
          headers: { ...headersOf('national team'), 'content-type': 'application/x-www-form-urlencoded' },
          payload: new URLSearchParams({ year: '2021', hub, reason: 'To try the walls of this house' }).toString(),
        }),
      askers: (['visitor', 'hub lead of ours', 'national team'] as const).map(
        (member) => (url: string) => app.inject({ url, headers: headersOf(member) }),
      ),
    }),
  )
})
