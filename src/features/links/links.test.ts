import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type Demonstration, startDemonstration } from '../../../test/support/demonstration.ts'
import { actorWith } from '../../../test/support/installation.ts'
import { createApp } from '../../app.ts'
import { type Context, createContext } from '../../platform/context.ts'
import { Forbidden } from '../../platform/errors.ts'
import { sessionCookie } from '../../platform/http/server.ts'
import { linkToken } from '../../platform/links.ts'
import type { Actor } from '../../vocabulary/actor.ts'
import { newId } from '../../vocabulary/ids.ts'
import { hubsLinkPurposes, type LinkPurpose } from '../../vocabulary/link-purpose.ts'
import { signInAsCast } from '../sign-in/actions/sign-in.ts'
import { stopLinksOfInterest } from './actions/stop-links.ts'

const administrator = 'rohan.petrescu@lcw-hub.example'
const stranger = 'tunde.hallworthy@eme-hub.example'

let world: Demonstration
let app: Awaited<ReturnType<typeof createApp>>
let hubId = ''
const cookies = new Map<string, string>()

before(async () => {
  world = await startDemonstration()
  app = await createApp({ ...world.installation, config: { ...world.installation.config, mostWrites: 1_000_000 } })
  for (const email of [administrator, stranger]) {
    const { token } = await signInAsCast(as({ kind: 'visitor' }), { email, device: null })
    cookies.set(email, `${sessionCookie}=${token}`)
  }
  hubId = (await first(`select id from hubs where slug = 'london-central-and-west'`))['id'] ?? ''
})
after(async () => {
  await app?.close()
  await world?.stop()
})

const as = (actor: Actor): Context => createContext(world.installation, actor, newId())
const rowsOf = async (query: string, values: readonly unknown[] = []) =>
  (await world.installation.connections.pool.query<Record<string, string>>(query, [...values])).rows
const first = async (query: string, values: readonly unknown[] = []) =>
  (await rowsOf(query, values))[0] ?? assert.fail(`Nothing found: ${query}`)

const open = (url: string, email?: string) =>
  app.inject({ url, headers: email ? { cookie: cookies.get(email) ?? '' } : {} })
const send = (url: string, form: Record<string, string> = {}, email?: string) =>
  app.inject({
    method: 'POST',
    url,
    headers: {
      'sec-fetch-site': 'same-origin',
      'content-type': 'application/x-www-form-urlencoded',
      ...(email ? { cookie: cookies.get(email) ?? '' } : {}),
    },
    payload: new URLSearchParams(form).toString(),
  })

const realNow = Date.now
/** A link that was mailed so many days ago. */
const linkOf = (purpose: LinkPurpose, subjectId: string, { daysAgo = 1, lasts = 30 } = {}): string => {
  Date.now = () => realNow() - daysAgo * 86_400_000
  try {
    return `/${purpose}/${linkToken(world.installation.config, purpose, subjectId, lasts)}`
  } finally {
    Date.now = realNow
  }
}
const statusOf = async (url: string, email?: string): Promise<number> => (await open(url, email)).statusCode

const interestAt = (hub: string, status = 'waiting') =>
  first(
    `select i.id, i.sender_email as address from expressions_of_interest i join offers o on o.id = i.offer_id
    where o.hub_id = $1 and i.status = $2 and not exists (select from stopped_links s where s.subject_id = i.id) order by i.id limit 1`,
    [hub, status],
  )

const participantAt = (hub: string) =>
  first(
    `select a.id, a.person_id as person, p.id as place, p.group_id as group, e.address from participants a join places p on p.id = a.place_id
    join groups g on g.id = p.group_id join email_addresses e on e.person_id = a.person_id and e.to_at is null and e.is_primary
    where g.hub_id = $1 and p.status = 'held' and a.to_on is null and a.part <> 'substitute'
      and not exists (select from stopped_links s where s.subject_id = a.id) order by a.id limit 1`,
    [hub],
  )

/** The link to a form with which somebody has begun to change the answers of a request. */
const formChanging = async (interestId: string): Promise<string> => {
  const [form, link] = [newId(), newId()]
  await rowsOf(
    `insert into interest_forms (id, offer_id, organisation_id, changes_interest_id, begun_at, changed_at)
      select $1, offer_id, organisation_id, id, now(), now() from expressions_of_interest where id = $2`,
    [form, interestId],
  )
  await rowsOf(`insert into interest_form_links (id, form_id, part, made_at) values ($1, $2, 'sender', now())`, [
    link,
    form,
  ])
  return linkOf('interest-form', link)
}

test('the hub stops every link about a request, and its sender is sent a new one that opens', async () => {
  const { id, address } = await interestAt(hubId)
  const before = linkOf('status', id ?? '')
  assert.equal(await statusOf(before), 200)
  const form = await formChanging(id ?? '')
  assert.equal(await statusOf(form), 200)
  const stop = () => send(`/hub/london-central-and-west/access/interest/${id}/stop-links`, {}, administrator)
  for (const { headers } of await Promise.all([stop(), stop(), stop()]))
    assert.match((await open(String(headers.location), administrator)).body, /The links were stopped/)
  const stopped = await open(before)
  assert.equal(stopped.statusCode, 404)
  assert.match(stopped.body, /This link opens no more/)
  assert.equal(await statusOf(form), 404, 'nor does the form with which its answers were being changed')
  const mail = await world.mailTo(address ?? '', 'A new link')
  assert.equal(await statusOf(/\/status\/[\w-]+/.exec(mail.text)?.[0] ?? ''), 200)
  const about = "select from messages where to_address = $1 and subject like 'A new link%'"
  assert.equal((await rowsOf(about, [address])).length, 1, 'Sent thrice at once, it is done once')
})

test('another hub, a lead of a school and the national team do not stop them', async () => {
  const { id = '' } = await interestAt(hubId)
  for (const actor of [
    actorWith(newId(), 'hub_lead', { hubId: newId() }),
    actorWith(newId(), 'school_lead', { organisationId: newId() }),
    actorWith(newId(), 'national_team'),
  ])
    await assert.rejects(stopLinksOfInterest(as(actor), id), Forbidden)
  const { id: participant = '', place, group } = await participantAt(hubId)
  const url = `/groups/${group}/places/${place}/stop-links`
  assert.equal((await send(url, { participant }, stranger)).statusCode, 404)
  assert.equal(await statusOf(linkOf('cancel', participant)), 200)
})

test('the hub stops the links of somebody who takes part, calendar and all, and of nobody else', async () => {
  const { id = '', person = '', place, group, address } = await participantAt(hubId)
  const other = await first('select id from participants where place_id <> $1 and to_on is null order by id limit 1', [
    place,
  ])
  const before = [linkOf('cancel', id), linkOf('evaluate', id), `${linkOf('calendar', person)}.ics`]
  const others = linkOf('cancel', other['id'] ?? '')
  assert.equal(await statusOf(before[0] ?? ''), 200)
  const page = `/groups/${group}/places/${place}`
  assert.match((await open(page, administrator)).body, /Stop the links and send new ones/)
  assert.equal((await send(`${page}/stop-links`, { participant: other['id'] ?? '' }, administrator)).statusCode, 404)
  assert.equal((await send(`${page}/stop-links`, { participant: id }, administrator)).statusCode, 303)
  assert.deepEqual(await Promise.all(before.map((url) => statusOf(url))), [404, 404, 404])
  assert.equal(await statusOf(others), 200)
  const { text } = await world.mailTo(address ?? '', 'A new link')
  for (const anew of [/\/cancel\/[\w-]+/, /\/calendar\/[\w-]+\.ics/])
    assert.equal(await statusOf(anew.exec(text)?.[0] ?? ''), 200, String(anew))
})

test('whoever got a link by mistake says so on any page it opens: it is stopped at once, and the hub is told', async () => {
  const { id = '' } = await interestAt(hubId)
  const url = linkOf('status', id)
  assert.match((await open(url)).body, new RegExp(`href="${url}/mistaken"`))
  assert.doesNotMatch((await open(url, administrator)).body, /mistaken/, 'who is signed in came as themselves')
  assert.equal(await statusOf(`${url}/mistaken`), 200)
  assert.equal((await send(`${url}/mistaken`)).statusCode, 422)
  assert.equal(await statusOf(url), 200, 'opening it or sending nothing stops nothing')
  const twice = await Promise.all([1, 2].map(() => send(`${url}/mistaken`, { answer: 'stop' })))
  assert.ok(twice.every(({ statusCode }) => statusCode === 303 || statusCode === 404))
  assert.equal(await statusOf('/link-stopped'), 200)
  assert.equal(await statusOf(url), 404)
  const told = await rowsOf(
    `select to_address from messages where subject like 'A link reached the wrong person%' and to_address = $1`,
    [administrator],
  )
  assert.equal(told.length, 1, 'told once')
  assert.equal((await rowsOf(`select id from events where name = 'link.mistaken' and subject_id = $1`, [id])).length, 1)
  const mail = await world.mailTo(administrator, 'A link reached the wrong person')
  assert.equal(await statusOf(new URL(/http\S+\/hub\/\S+/.exec(mail.text)?.[0] ?? '').pathname, administrator), 200)
})

test('a link whose time is over says so, and a new one goes to whom it was meant for, once a day', async () => {
  const { id = '', address = '' } = await participantAt(hubId)
  const url = linkOf('cancel', id, { daysAgo: 40, lasts: 30 })
  const over = await open(url)
  assert.equal(over.statusCode, 404)
  const anew = /href="(\/new-link\/cancel\/[\w-]+)"/.exec(over.body)?.[1] ?? assert.fail('no way to a new link')
  assert.doesNotMatch((await open(anew)).body, new RegExp(address))
  for (const _ of [1, 2]) assert.equal((await send(anew)).statusCode, 200)
  const mails = await rowsOf(
    `select body_text from messages where to_address = $1 and body_text like '%after its time was over%'`,
    [address],
  )
  assert.equal(mails.length, 1)
  assert.equal(await statusOf(/\/cancel\/[\w-]+/.exec(mails[0]?.['body_text'] ?? '')?.[0] ?? ''), 200)
})

test('a link that is still good, was stopped, or was not made here gets no new one', async () => {
  const { id = '' } = await participantAt(hubId)
  await rowsOf(`insert into stopped_links values ($1, 'cancel', now())`, [id])
  for (const url of [
    linkOf('cancel', newId()),
    linkOf('cancel', id, { daysAgo: 40 }),
    linkOf('calendar', id, { daysAgo: 40 }),
    '/cancel/no-such-token',
  ])
    assert.equal((await send(`/new-link${url}`)).statusCode, 404, url)
})

const addresses = /[\w.+-]+@[\w-]+\.[\w.-]*\w/g

test('no link shows how anybody but its holder is reached', async () => {
  const open = new Set(
    (await rowsOf('select contact_email as it from offers union select email from hubs')).map((row) => row['it']),
  )
  const telephones = (await rowsOf('select telephone as it from people where telephone is not null')).map(
    (row) => row['it'] ?? '',
  )
  const holders = await rowsOf(`
    select * from (select *, row_number() over (partition by purpose order by id) as nth from (select 'status' as purpose, id, sender_email::text as own from expressions_of_interest where received_at is not null
    union all select 'place', id, sender_email from expressions_of_interest where received_at is not null
    union all select 'headteacher', id, headteacher_email from expressions_of_interest where received_at is not null
    union all select 'cancel', a.id, e.address from participants a join email_addresses e on e.person_id = a.person_id
    union all select 'evaluate', a.id, e.address from participants a join email_addresses e on e.person_id = a.person_id
      join places p on p.id = a.place_id join evaluations v on v.group_id = p.group_id
    union all select 'passing-on', s.id, i.sender_email from interest_passings s join expressions_of_interest i on i.id = s.interest_id
    union all select 'reflect', r.id, e.address from task_requests r join participants a on a.id = r.participant_id join email_addresses e on e.person_id = a.person_id) all_links) numbered where nth <= 20`)
  const shown = new Set<string>()
  for (const { purpose = '', id = '', own } of holders) {
    const { statusCode, body } = await app.inject({ url: linkOf(purpose as LinkPurpose, id) })
    if (statusCode !== 200) continue
    shown.add(purpose)
    const seen = [...body.matchAll(addresses)].map(([address]) => address)
    assert.deepEqual(
      seen.filter((address) => address !== own && !open.has(address)),
      [],
      `${purpose} ${id}`,
    )
    assert.deepEqual(
      telephones.filter((number) => body.includes(number)),
      [],
      `${purpose} ${id}`,
    )
  }
  assert.deepEqual([...shown].sort(), hubsLinkPurposes.filter((purpose) => purpose !== 'confirm-interest').toSorted())
})
