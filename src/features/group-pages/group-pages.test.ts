import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { FastifyInstance } from 'fastify'
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
import { browser, cookieOf, signedInAs } from '../../../test/support/signed-in.ts'
import { createApp } from '../../app.ts'
import { NotFound, Refused } from '../../platform/errors.ts'
import { linkToken } from '../../platform/links.ts'
import { releaseHeld } from '../../platform/mail/held.ts'
import { newId } from '../../vocabulary/ids.ts'
import { webAddress } from '../../vocabulary/web-address.ts'
import { addMaterial, takeBackMaterial } from './actions/add-material.ts'
import { takeBackMessage, writeMessage } from './actions/write-message.ts'
import { mostMaterials } from './material.ts'

describe('the page of a group for those who take part', () => {
  let there: TestInstallation
  let app: FastifyInstance
  const db = () => there.installation.connections.kysely
  const { see, send } = browser(() => app)

  before(async () => {
    there = await testInstallation()
    app = await createApp(there.installation)
  })
  after(async () => {
    await app.close()
    await there.release()
  })

  const scene = async () => {
    there.clock.set('2021-11-01T09:00:00Z')
    const hub = await makeHub(db())
    const projectId = await makeProject(db())
    const groupId = await makeGroup(db(), hub.id, projectId, { status: 'running' })
    const sessionId = await makeSession(db(), groupId, { number: 1, on_date: Temporal.PlainDate.from('2021-11-17') })
    const members = []
    for (const name of ['Ada Quill', 'Ben Rook']) {
      const organisationId = await makeSchool(db(), { name: `School of ${name}` })
      const placeId = await makePlace(db(), { groupId, projectId, organisationId })
      const person = await makePerson(db(), name)
      const participantId = await makeParticipant(db(), placeId, person.id)
      members.push({ ...person, participantId, organisationId, placeId })
    }
    const [ada, ben] = members
    assert.ok(ada && ben)
    const lead = await makePerson(db(), 'Lena Lead')
    const leadCookie = await signedInAs(there, 'group_lead', { group_id: groupId }, lead.id)
    const leadActs = () => there.as(actorWith(lead.id, 'group_lead', { groupId }))
    const link = `/taking-part/${linkToken(there.installation.config, 'cancel', ada.participantId, 5)}`
    return { hub, groupId, sessionId, ada, ben, lead, leadCookie, leadActs, link }
  }
  const multipart = (
    url: string,
    fields: Readonly<Record<string, string>>,
    cookie: string,
    sent?: { name: string; content: string },
  ) => {
    const parts = Object.entries(fields).map(
      ([name, value]) => `--x\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
    )
    const file = `--x\r\ncontent-disposition: form-data; name="file"; filename="${sent?.name ?? ''}"\r\ncontent-type: application/octet-stream\r\n\r\n${sent?.content ?? ''}\r\n`
    return app.inject({
      method: 'POST',
      url,
      payload: `${parts.join('')}${file}--x--\r\n`,
      headers: { 'content-type': 'multipart/form-data; boundary=x', 'sec-fetch-site': 'same-origin', cookie },
    })
  }

  it('shows dates, people by name and school, materials, and no more, by link and signed in', async () => {
    const at = await scene()
    const path = `/groups/${at.groupId}/page`
    const added = await multipart(
      `${path}/materials`,
      { title: 'Agenda', url: '', session: at.sessionId },
      at.leadCookie,
      { name: 'agenda.pdf', content: '%PDF-1.7 agenda' },
    )
    assert.equal(added.statusCode, 303)
    await multipart(
      `${path}/materials`,
      { title: 'Mastery', url: 'https://www.ncetm.org.uk/mastery', session: '' },
      at.leadCookie,
    )
    for (const page of [
      await see(at.link),
      await see(`/my/groups/${at.groupId}/page`, await cookieOf(there, at.ada.id)),
    ]) {
      assert.equal(page.statusCode, 200)
      for (const words of [
        'Lena Lead',
        'Ben Rook',
        'School of Ben Rook',
        '17 November 2021',
        'For session 1',
        'ncetm.org.uk',
      ])
        assert.ok(page.body.includes(words), words)
      assert.ok(!page.body.includes(at.ben.address))
      const file = /href="([^"]*\/materials\/[^"]+)"/.exec(page.body)?.[1] ?? ''
      const got = await see(file, file.startsWith('/my/') ? await cookieOf(there, at.ada.id) : undefined)
      assert.match(String(got.headers['content-disposition']), /^attachment; .*agenda\.pdf/)
      assert.equal(got.headers['x-content-type-options'], 'nosniff')
      assert.equal(got.body, '%PDF-1.7 agenda')
    }
  })

  it('is there for nobody else: another group’s members, a school without a part, whoever has left, a link of another kind', async () => {
    const [at, other] = [await scene(), await scene()]
    const own = `/my/groups/${at.groupId}/page`
    await addMaterial(at.leadActs(), {
      id: newId(),
      groupId: at.groupId,
      title: 'Plan',
      sessionId: null,
      file: { name: 'plan.txt', content: Buffer.from('plan') },
    })
    const file =
      /href="\/my([^"]*\/materials\/[^"]+)"/.exec((await see(own, await cookieOf(there, at.ada.id))).body)?.[1] ?? ''
    const stranger = await cookieOf(there, other.ada.id)
    const school = await signedInAs(there, 'school_lead', { organisation_id: at.ada.organisationId })
    for (const cookie of [stranger, school, other.leadCookie])
      for (const url of [own, `/my${file}`, `${own}/materials/${newId()}`])
        assert.equal((await see(url, cookie)).statusCode, 404, url)
    assert.equal((await see(`/groups/${at.groupId}/page`, other.leadCookie)).statusCode, 404)
    assert.equal((await see(`${other.link}${file.slice(file.indexOf('/materials'))}`)).statusCode, 404)
    const reflect = linkToken(there.installation.config, 'reflect', at.ada.participantId, 5)
    assert.equal((await see(`/taking-part/${reflect}`)).statusCode, 404)
    await db()
      .updateTable('participants')
      .set({ to_on: Temporal.PlainDate.from('2021-10-31'), status: 'left' })
      .where('id', '=', at.ada.participantId)
      .execute()
    assert.equal((await see(at.link)).statusCode, 404)
    assert.equal((await see(own, await cookieOf(there, at.ada.id))).statusCode, 404)
    for (const work of [
      () =>
        addMaterial(other.leadActs(), {
          id: newId(),
          groupId: at.groupId,
          title: 'x',
          sessionId: null,
          url: 'https://x.example',
        }),
      () => writeMessage(other.leadActs(), { id: newId(), groupId: at.groupId, subject: 'x', body: 'x' }),
    ])
      await assert.rejects(work(), NotFound)
  })

  it('takes files by what is in them, links of the web, and says how to put right what it does not take', async () => {
    const at = await scene()
    const path = `/groups/${at.groupId}/page/materials`
    const cases: readonly (readonly [
      Record<string, string>,
      { name: string; content: string } | undefined,
      number,
      RegExp,
    ])[] = [
      [
        { title: 'Slides', url: '' },
        { name: 'slides.pptx', content: 'MZ a program' },
        415,
        /This file cannot be taken[\s\S]*value="Slides"/,
      ],
      [
        { title: 'Page', url: '' },
        { name: 'page.html', content: '<script>alert(1)</script>' },
        415,
        /This file cannot be taken/,
      ],
      [{ title: 'Both', url: 'https://a.example' }, { name: 'a.txt', content: 'a' }, 422, /either a link or a file/],
      [{ title: 'Neither', url: '' }, undefined, 422, /Enter a link, or choose a file/],
      [{ title: 'Bad', url: 'javascript:alert(1)' }, undefined, 422, /Enter the whole address/],
      [{ title: '', url: 'https://a.example' }, undefined, 422, /Enter what it is called/],
      [{ title: 'x'.repeat(201), url: 'https://a.example' }, undefined, 422, /at most 200/],
    ]
    for (const [fields, file, status, words] of cases) {
      const answer = await multipart(path, { session: '', ...fields }, at.leadCookie, file)
      assert.equal(answer.statusCode, status, String(fields['title']))
      assert.match(answer.body, words)
    }
    assert.equal(webAddress('https://a.example/ü')?.startsWith('https://a.example/'), true)
    const odd = {
      id: newId(),
      groupId: at.groupId,
      title: 'x',
      sessionId: null,
      file: { name: 'x.pdf', content: Buffer.from('no pdf') },
    }
    await assert.rejects(addMaterial(at.leadActs(), odd), Refused, 'nor by any other way than the page')
  })

  it('keeps what is sent twice once, loses a file that is taken back, and holds only so much', async () => {
    const at = await scene()
    const id = newId()
    const material = {
      id,
      groupId: at.groupId,
      title: 'Plan',
      sessionId: null,
      file: { name: 'plan.txt', content: Buffer.from('plan') },
    }
    await Promise.all([addMaterial(at.leadActs(), material), addMaterial(at.leadActs(), material)])
    const kept = () =>
      db()
        .selectFrom('group_materials')
        .select(['content', 'taken_back_at'])
        .where('group_id', '=', at.groupId)
        .execute()
    assert.equal((await kept()).length, 1)
    await takeBackMaterial(at.leadActs(), { groupId: at.groupId, id })
    await takeBackMaterial(at.leadActs(), { groupId: at.groupId, id })
    assert.deepEqual(
      (await kept()).map(({ content, taken_back_at: at }) => [content, at === null]),
      [[null, false]],
    )
    assert.doesNotMatch((await see(at.link)).body, /Plan/)
    const many = Array.from({ length: mostMaterials }, (_, n) => ({
      id: newId(),
      group_id: at.groupId,
      title: `Link ${n}`,
      url: 'https://a.example',
      added_at: there.clock.now(),
    }))
    await db().insertInto('group_materials').values(many).execute()
    await assert.rejects(addMaterial(at.leadActs(), { ...material, id: newId() }), /holds 60 materials/)
  })

  it('lets a lead write to everybody: seen first, sent after ten minutes, once each, kept on the page', async () => {
    const at = await scene()
    const path = `/groups/${at.groupId}/page/messages`
    const typed = { id: newId(), subject: 'Before we meet', body: 'Bring a plan.\r\n\r\nSee you there.' }
    const empty = await send(`${path}/preview`, { ...typed, subject: '' }, at.leadCookie)
    assert.equal(empty.statusCode, 422)
    assert.match(empty.body, /Bring a plan/)
    const preview = await send(`${path}/preview`, typed, at.leadCookie)
    assert.match(preview.body, /To 2 people, one mail each: Ada Quill, Ben Rook/)
    const mails = () =>
      db()
        .selectFrom('messages')
        .select(['held', 'body_text'])
        .where('to_address', 'in', [at.ada.address, at.ben.address])
        .execute()
    assert.equal((await mails()).length, 0)
    for (const _ of [1, 2]) assert.equal((await send(path, typed, at.leadCookie)).statusCode, 303)
    assert.deepEqual(
      (await mails()).map(({ held }) => held),
      [true, true],
    )
    assert.doesNotMatch((await see(at.link)).body, /Before we meet/)
    there.clock.set('2021-11-01T09:10:00Z')
    await db()
      .transaction()
      .execute((tx) => releaseHeld(tx, there.clock.now()))
    const sent = await mails()
    assert.deepEqual(
      sent.map(({ held }) => held),
      [false, false],
    )
    assert.equal(
      (await see(new URL(/http\S+\/taking-part\/\S+/.exec(String(sent[0]?.body_text))?.[0] ?? '').pathname)).statusCode,
      200,
    )
    assert.match((await see(at.link)).body, /Before we meet[\s\S]*Lena Lead/)
    await assert.rejects(takeBackMessage(at.leadActs(), { groupId: at.groupId, id: typed.id }), /on its way already/)
  })

  it('takes a message back before it goes: nobody is written to, and it stands nowhere', async () => {
    const at = await scene()
    const id = newId()
    await writeMessage(at.leadActs(), { id, groupId: at.groupId, subject: 'Wrong group', body: 'Sorry.' })
    for (const _ of [1, 2]) await takeBackMessage(at.leadActs(), { groupId: at.groupId, id })
    const left = await db().selectFrom('messages').select('id').where('held_for', '=', id).execute()
    assert.equal(left.length, 0)
    assert.doesNotMatch((await see(`/groups/${at.groupId}/page`, at.leadCookie)).body, /Wrong group/)
  })
})
