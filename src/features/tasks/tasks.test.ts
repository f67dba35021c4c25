import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { actorWith, type TestInstallation, testInstallation } from '../../../test/support/installation.ts'
import {
  makeGroup,
  makeHub,
  makeParticipant,
  makePerson,
  makePlace,
  makeProject,
  makeSchool,
  makeSession,
} from '../../../test/support/records.ts'
import { signedInAs } from '../../../test/support/signed-in.ts'
import { createApp } from '../../app.ts'
import { NotFound, Refused } from '../../platform/errors.ts'
import { newId } from '../../vocabulary/ids.ts'
import { followSessions } from './actions/follow-sessions.ts'
import { addMaterial } from './actions/keep-materials.ts'
import { remindOfTasks } from './actions/remind-of-tasks.ts'
import { returnReflection } from './actions/return-reflection.ts'
import { setTask } from './actions/set-task.ts'
import { tellOfTasks } from './actions/tell-of-tasks.ts'
import { answersTo, datedSessions, taskOfGroup } from './queries.ts'
import { changeableUntil, suggestedDue } from './task.ts'

const date = (text: string) => Temporal.PlainDate.from(text)
const session = (id: string, on: string | null, status = 'confirmed') => ({
  id,
  number: 1,
  status,
  onDate: on ? date(on) : null,
  startsAt: on ? Temporal.PlainTime.from('09:30') : null,
})

describe('when a task is due and how long it can be changed', () => {
  const year = [
    session('c', '2022-05-25'),
    session('a', '2021-11-17'),
    session('b', '2022-02-03'),
    session('x', '2021-12-01', 'cancelled'),
    session('z', null),
  ]
  it('suggests two days before the session that follows', () =>
    assert.equal(suggestedDue(year, 'a', date('2021-11-18')).toString(), '2022-02-01'))
  it('suggests four weeks when no session follows', () =>
    assert.equal(suggestedDue(year, 'c', date('2022-05-26')).toString(), '2022-06-23'))
  it('ends with the session after next, in local time', () =>
    assert.equal(changeableUntil(year, 'a')?.toString(), '2022-05-25T08:30:00Z'))
  it('has no end without a session after next', () => assert.equal(changeableUntil(year, 'b'), null))
  it('has no end for a task after no session', () => assert.equal(changeableUntil(year, null), null))
})

describe('a school-based task', () => {
  let there: TestInstallation
  let groupId: string
  let sessionId: string
  let leadId: string
  const db = () => there.installation.connections.kysely
  const asLead = () => there.as(actorWith(leadId, 'group_lead', { groupId }))
  const byLink = (requestId: string) => there.as({ kind: 'link', purpose: 'reflect', subjectId: requestId })
  const task = (more = {}) => ({
    groupId,
    sessionId,
    title: `Try it ${newId()}`,
    brief: 'Try it with a class.',
    dueOn: date('2022-02-01'),
    sharedWith: 'group' as const,
    ...more,
  })
  const requestsOf = (taskId: string) =>
    db().selectFrom('task_requests').selectAll().where('task_id', '=', taskId).execute()
  const mails = (key: string) => db().selectFrom('messages').selectAll().where('key', 'like', `${key}%`).execute()

  before(async () => {
    there = await testInstallation()
    there.clock.set('2021-11-18T09:00:00Z')
    const hub = await makeHub(db())
    const projectId = await makeProject(db())
    groupId = await makeGroup(db(), hub.id, projectId, { status: 'running' })
    leadId = (await makePerson(db())).id
    sessionId = await makeSession(db(), groupId, { status: 'held' })
    await makeSession(db(), groupId, { on_date: date('2022-02-03') })
    await makeSession(db(), groupId, { on_date: date('2022-05-25') })
    for (let n = 0; n < 3; n += 1) {
      const place = await makePlace(db(), { groupId, projectId, organisationId: await makeSchool(db()) })
      await makeParticipant(db(), place, (await makePerson(db())).id)
    }
  })
  after(() => there.release())

  it('goes to everyone who takes part in one mail with a link of their own', async () => {
    const { id, asked } = await setTask(asLead(), task())
    assert.equal(asked, 3)
    const sent = (await Promise.all((await requestsOf(id)).map((request) => mails(`task:${request.id}`)))).flat()
    assert.equal(new Set(sent.map((mail) => mail.to_address)).size, 3)
    assert.equal(new Set(sent.map((mail) => mail.body_text.match(/reflect\/(\S+)/)?.[1])).size, 3)
  })

  it('is one task, and one mail each, when its form is sent twice', async () => {
    const same = task()
    const [one, other] = await Promise.all([setTask(asLead(), same), setTask(asLead(), same)])
    assert.equal(one.id, other.id)
    assert.deepEqual([one.asked, other.asked].sort(), [0, 3])
  })

  it('is set by nobody from elsewhere', async () => {
    const stranger = there.as(actorWith(leadId, 'group_lead', { groupId: newId() }))
    await assert.rejects(setTask(stranger, task()), NotFound)
  })

  it('takes one reflection each, however often it is sent at once, and lets it be changed', async () => {
    const { id } = await setTask(asLead(), task())
    const requestId = (await requestsOf(id))[0]?.id ?? ''
    await Promise.all(
      Array.from({ length: 8 }, () => returnReflection(byLink(requestId), { reflection: 'It worked.' })),
    )
    await returnReflection(byLink(requestId), { reflection: 'It worked, mostly.' })
    const answers = (await answersTo(db(), id)).filter((answer) => answer.reflection !== null)
    assert.deepEqual(
      answers.map((answer) => [answer.reflection, answer.changed_at !== null]),
      [['It worked, mostly.', true]],
    )
  })

  it('takes no more when the session after next has begun', async () => {
    there.clock.set('2021-11-18T09:00:00Z')
    const { id } = await setTask(asLead(), task())
    there.clock.set('2022-05-25T08:29:00Z')
    const requestId = (await requestsOf(id))[0]?.id ?? ''
    await returnReflection(byLink(requestId), { reflection: 'Just in time.' })
    there.clock.set('2022-05-25T08:30:00Z')
    await assert.rejects(returnReflection(byLink(requestId), { reflection: 'Too late.' }), Refused)
    there.clock.set('2021-11-18T09:00:00Z')
  })

  it('is reminded of once, three days before it is due, and only where nothing came', async () => {
    const { id } = await setTask(asLead(), task({ dueOn: date('2022-01-20') }))
    const requests = await requestsOf(id)
    await returnReflection(byLink(requests[0]?.id ?? ''), { reflection: 'Done.' })
    const reminded = async () =>
      (await Promise.all(requests.map((request) => mails(`task-reminder:${request.id}`)))).flat().length
    there.clock.set('2022-01-16T09:00:00Z')
    await remindOfTasks(there.system())
    assert.equal(await reminded(), 0)
    there.clock.set('2022-01-17T09:00:00Z')
    await Promise.all([remindOfTasks(there.system()), remindOfTasks(there.system())])
    await remindOfTasks(there.system())
    assert.equal(await reminded(), 2)
    there.clock.set('2021-11-18T09:00:00Z')
  })

  it('shows the reflections of the others only after one’s own, under the personal link and without an account', async () => {
    const { id } = await setTask(asLead(), task())
    const requests = await requestsOf(id)
    await returnReflection(byLink(requests[1]?.id ?? ''), { reflection: 'The others can read this.' })
    const [mail] = await mails(`task:${requests[0]?.id}`)
    const path = new URL(mail?.body_text.match(/http\S+reflect\/\S+/)?.[0] ?? '').pathname
    const app = await createApp(there.installation)
    const before = await app.inject({ method: 'GET', url: path })
    assert.equal(before.statusCode, 200)
    assert.ok(!before.body.includes('The others can read this.'))
    const empty = await app.inject({
      method: 'POST',
      url: path,
      payload: 'reflection=',
      headers: { 'content-type': 'application/x-www-form-urlencoded', origin: 'http://hubs.example' },
    })
    assert.equal(empty.statusCode, 422)
    const sent = await app.inject({
      method: 'POST',
      url: path,
      payload: 'reflection=Mine',
      headers: { 'content-type': 'application/x-www-form-urlencoded', origin: 'http://hubs.example' },
    })
    assert.equal(sent.statusCode, 303)
    assert.ok((await app.inject({ method: 'GET', url: path })).body.includes('The others can read this.'))
    assert.equal((await app.inject({ method: 'GET', url: '/reflect/something-made-up' })).statusCode, 404)
    await app.close()
  })

  it('takes a file with a reflection, told by what is in it, for those alone who read the reflection', async () => {
    const { id } = await setTask(asLead(), task())
    const requests = await requestsOf(id)
    const pathOf = async (at: number) => {
      const [mail] = await mails(`task:${requests[at]?.id}`)
      return new URL(mail?.body_text.match(/http\S+reflect\/\S+/)?.[0] ?? '').pathname
    }
    const [mine, theirs] = [await pathOf(0), await pathOf(1)]
    const app = await createApp(there.installation)
    const send = (url: string, fields: Record<string, string>, name = '', content = '') => {
      const parts = Object.entries(fields).map(
        ([field, value]) => `--x\r\ncontent-disposition: form-data; name="${field}"\r\n\r\n${value}\r\n`,
      )
      const file = `--x\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: application/octet-stream\r\n\r\n${content}\r\n`
      const headers = { 'content-type': 'multipart/form-data; boundary=x', 'sec-fetch-site': 'same-origin' }
      return app.inject({ method: 'POST', url, payload: `${parts.join('')}${file}--x--\r\n`, headers })
    }
    const see = (url: string) => app.inject({ url })
    const linkIn = (body: string) => /href="([^"]*\/files\/[^"]+)"/.exec(body)?.[1] ?? ''

    const odd = await send(mine, { reflection: 'With a picture' }, 'board.png', 'not a picture at all')
    assert.equal(odd.statusCode, 415)
    assert.match(odd.body, /not saved yet/)
    assert.match(odd.body, /With a picture/, 'what was typed is kept')
    assert.equal((await send(mine, { reflection: 'With a picture' }, 'plan.pdf', '%PDF-1.7 plan')).statusCode, 303)
    const own = linkIn((await see(mine)).body)
    const got = await see(own)
    assert.equal(got.body, '%PDF-1.7 plan')
    assert.match(String(got.headers['content-disposition']), /^attachment;.*plan\.pdf/)

    const other = own.replace(mine, theirs)
    assert.equal((await see(other)).statusCode, 404, 'not before one has returned one’s own')
    await send(theirs, { reflection: 'Mine too' })
    assert.equal((await see(other)).statusCode, 200)
    const alone = await setTask(asLead(), task({ sharedWith: 'lead' }))
    const [stranger] = await requestsOf(alone.id)
    const [mail] = await mails(`task:${stranger?.id}`)
    const elsewhere = new URL(mail?.body_text.match(/http\S+reflect\/\S+/)?.[0] ?? '').pathname
    assert.equal((await see(own.replace(mine, elsewhere))).statusCode, 404, 'another task has no part in it')

    await send(mine, { reflection: 'With another picture' }, 'plan.txt', 'A plan in words')
    assert.equal((await see(own)).statusCode, 404, 'the last that was sent takes the place')
    assert.equal((await see(linkIn((await see(mine)).body))).body, 'A plan in words')
    await send(mine, { reflection: 'With another picture', drop_file: 'yes' })
    assert.equal(linkIn((await see(mine)).body), '')
    await app.close()
  })

  it('has links and files that belong to it, for the lead to keep and for everyone with its link to open', async () => {
    const { id } = await setTask(asLead(), {
      ...task(),
      material: { title: 'Plan', link: 'https://a.example/p', file: null },
    })
    const path = `/groups/${groupId}/tasks/${id}`
    const app = await createApp(there.installation)
    const cookie = await signedInAs(there, 'group_lead', { group_id: groupId })
    const stranger = await signedInAs(there, 'hub_lead', { hub_id: (await makeHub(db())).id })
    const send = (url: string, fields: Record<string, string>, who = cookie, name = '', content = '') => {
      const parts = Object.entries(fields).map(
        ([field, value]) => `--x\r\ncontent-disposition: form-data; name="${field}"\r\n\r\n${value}\r\n`,
      )
      const file = `--x\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: application/octet-stream\r\n\r\n${content}\r\n`
      const headers = {
        'content-type': 'multipart/form-data; boundary=x',
        'sec-fetch-site': 'same-origin',
        cookie: who,
      }
      return app.inject({ method: 'POST', url, payload: `${parts.join('')}${file}--x--\r\n`, headers })
    }
    const wrong = await send(`${path}/materials`, { link: 'javascript:alert(1)', material_title: 'Odd' })
    assert.equal(wrong.statusCode, 422)
    assert.match(wrong.body, /Enter a link that starts with https[\s\S]*value="Odd"/)
    assert.equal((await send(`${path}/materials`, {}, cookie, 'plan.pdf', 'no pdf')).statusCode, 415)
    assert.equal((await send(`${path}/materials`, {})).statusCode, 422)
    assert.equal((await send(`${path}/materials`, {}, stranger, 'plan.pdf', '%PDF-1.7')).statusCode, 404)
    const noPdf = { name: 'plan.pdf', type: 'application/pdf', content: Buffer.from('no pdf') }
    for (const odd of [
      { title: 'Odd', link: 'javascript:alert(1)', file: null },
      { title: 'Odd', link: null, file: noPdf },
    ])
      await assert.rejects(
        addMaterial(asLead(), { groupId, taskId: id, material: odd }),
        Refused,
        'nor by any other way than the page',
      )
    for (const _ of [1, 2])
      assert.equal((await send(`${path}/materials`, {}, cookie, 'plan.pdf', '%PDF-1.7 board')).statusCode, 303)
    const [request] = await requestsOf(id)
    const [mail] = await mails(`task:${request?.id}`)
    const link = new URL(mail?.body_text.match(/http\S+reflect\/\S+/)?.[0] ?? '').pathname
    const { body } = await app.inject({ url: link })
    assert.match(body, /href="https:\/\/a\.example\/p"/)
    const files = [...body.matchAll(/href="([^"]*\/materials\/[^"]+)"/g)].map(([, href]) => href ?? '')
    assert.equal(files.length, 1, 'the same file sent twice is one')
    const got = await app.inject({ url: files[0] ?? '' })
    assert.equal(got.body, '%PDF-1.7 board')
    assert.match(String(got.headers['content-disposition']), /^attachment;/)
    const other = await setTask(asLead(), task({ title: 'Another' }))
    const [foreign] = await requestsOf(other.id)
    const [otherMail] = await mails(`task:${foreign?.id}`)
    const elsewhere = new URL(otherMail?.body_text.match(/http\S+reflect\/\S+/)?.[0] ?? '').pathname
    assert.equal((await app.inject({ url: (files[0] ?? '').replace(link, elsewhere) })).statusCode, 404)
    const material = (files[0] ?? '').split('/').at(-1)
    const remove = { method: 'POST', url: `${path}/materials/${material}/remove` } as const
    const headers = { 'sec-fetch-site': 'same-origin', 'content-type': 'application/x-www-form-urlencoded' }
    assert.equal((await app.inject({ ...remove, headers: { ...headers, cookie: stranger } })).statusCode, 404)
    assert.equal((await app.inject({ ...remove, headers: { ...headers, cookie } })).statusCode, 303)
    assert.equal((await app.inject({ url: files[0] ?? '' })).statusCode, 404)
    // Made by hand, this role occupies no time in the sessions of the group.
    await db().deleteFrom('roles').where('group_id', '=', groupId).execute()
    await app.close()
  })

  it('moves with the session that follows, where its lead said so, and is due on its old day otherwise', async () => {
    there.clock.set('2021-11-18T09:00:00Z')
    const sessions = await datedSessions(db(), groupId)
    const [first, next] = sessions
    const due = date('2022-02-01')
    const following = task({ title: 'Follows', sessionId: first?.id ?? '', dueOn: due, followsNext: true })
    const follows = await setTask(asLead(), following)
    const stays = await setTask(asLead(), task({ title: 'Stays', sessionId: first?.id ?? '', dueOn: due }))
    const dueOf = async (id: string) => (await taskOfGroup(db(), groupId, id))?.due_on.toString()
    await followSessions(there.system())
    const move = (to: string) =>
      db()
        .updateTable('sessions')
        .set({ on_date: date(to) })
        .where('id', '=', next?.id ?? '')
        .execute()
    await move('2022-02-10')
    await Promise.all([followSessions(there.system()), followSessions(there.system())])
    assert.deepEqual([await dueOf(follows.id), await dueOf(stays.id)], ['2022-02-08', '2022-02-01'])
    await move('2021-11-19')
    await followSessions(there.system())
    assert.equal(await dueOf(follows.id), '2021-11-18', 'never before today')
    await db()
      .updateTable('sessions')
      .set({ on_date: next?.onDate ?? null })
      .where('id', '=', next?.id ?? '')
      .execute()
    await followSessions(there.system())
    const told = await db()
      .selectFrom('events')
      .select('particulars')
      .where('name', '=', 'task.due-moved')
      .where('subject_id', '=', follows.id)
      .execute()
    assert.equal(told.length, 3)
  })

  it('is told of to the leads once: when all have answered, or the day after it was due', async () => {
    const lead = await makePerson(db())
    await db()
      .insertInto('roles')
      .values({ id: newId(), person_id: lead.id, role: 'group_lead', group_id: groupId, from_on: date('2021-09-01') })
      .execute()
    const told = async () => (await mails('task-told:')).filter(({ to_address }) => to_address === lead.address)
    await tellOfTasks(there.system())
    const before = (await told()).length
    const [first, second] = [
      await setTask(asLead(), task()),
      await setTask(asLead(), task({ dueOn: date('2021-12-01') })),
    ]
    for (const { id } of await requestsOf(first.id)) await returnReflection(byLink(id), { reflection: 'Done.' })
    const [one] = await requestsOf(second.id)
    await returnReflection(byLink(one?.id ?? ''), { reflection: 'Done.' })
    await Promise.all([tellOfTasks(there.system()), tellOfTasks(there.system())])
    const [all, ...more] = (await told()).slice(before)
    assert.match(all?.subject ?? '', /3 of 3 returned/)
    assert.equal(more.length, 0, 'the other is not due yet')
    const now = there.clock.now()
    there.clock.set('2021-12-02T09:00:00Z')
    await tellOfTasks(there.system())
    await tellOfTasks(there.system())
    const late = (await told()).find(({ body_text }) => body_text.includes('Still missing'))
    assert.match(late?.body_text ?? '', /1 of 3 have returned/)
    assert.equal((await told()).filter(({ subject }) => subject.includes('1 of 3')).length, 1)
    there.clock.set(now.toString())
    // Made by hand, this role occupies no time in the sessions of the group.
    await db().deleteFrom('roles').where('person_id', '=', lead.id).execute()
  })

  it('leave every rule that must hold true of the data', () => there.requireNoFaults())
})
