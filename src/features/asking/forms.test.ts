import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, it } from 'node:test'
import { type TestInstallation, testInstallation } from '../../../test/support/installation.ts'
import {
  makeCriterion,
  makeGroup,
  makeHub,
  makeOffer,
  makePerson,
  makePolicy,
  makeProject,
  makeSchool,
} from '../../../test/support/records.ts'
import { browser, cookieOf, signedInAs } from '../../../test/support/signed-in.ts'
import { createApp } from '../../app.ts'
import { linkToken } from '../../platform/links.ts'
import { newId } from '../../vocabulary/ids.ts'
import { confirmInterest, interestById, verdictsOfInterest } from '../interest/index.ts'
import { sweeps } from './jobs.ts'

let test: TestInstallation
let app: Awaited<ReturnType<typeof createApp>>
before(async () => {
  test = await testInstallation()
  app = await createApp(test.installation)
})
after(async () => {
  await app.close()
  await test.release()
})
beforeEach(() => test.clock.set('2021-10-18T08:00:00Z'))

const db = () => test.installation.connections.kysely
const { see, send } = browser(() => app)

type Fields = Record<string, string | string[]>

const ask = async (projectId: string) => {
  const rows = [
    ['plan', 'text', 'What do you plan?', true, []],
    [
      'year',
      'choice',
      'Which year?',
      true,
      [
        { key: 'y5', label: 'Year 5' },
        { key: 'y6', label: 'Year 6' },
      ],
    ],
    [
      'days',
      'choices',
      'Which lessons?',
      false,
      [
        { key: 'a', label: 'Algebra' },
        { key: 'n', label: 'Number' },
      ],
    ],
    ['pupils', 'number', 'How many pupils?', false, []],
    ['from', 'date', 'From when?', false, []],
    ['scheme', 'file', 'Your scheme', false, []],
  ] as const
  await db()
    .insertInto('project_questions')
    .values(
      rows.map(([key, kind, label, isRequired, choices], position) => ({
        ...{ id: newId(), project_id: projectId, key, kind, label, is_required: isRequired, position },
        choices: JSON.stringify(choices),
      })),
    )
    .execute()
}

const setting = async (project: Fields | Record<string, unknown> = {}, offer: Record<string, unknown> = {}) => {
  const hub = await makeHub(db())
  const projectId = await makeProject(db(), { people_max: 2, ...project })
  const offerId = await makeOffer(db(), hub.id, projectId, { contact_email: 'hub@hub.example', ...offer })
  const school = await makeSchool(db())
  return { hub, projectId, offerId, school }
}

/** Begins a form as somebody does who is not signed in, unless a cookie is given; gives its address. */
const begin = async ({ offerId, school }: { offerId: string; school: string }, cookie?: string): Promise<string> => {
  const begun = await send(`/offers/${offerId}/interest/new`, { organisation: school }, cookie)
  assert.equal(begun.statusCode, 303)
  return String(begun.headers.location).replace(/\/you$/, '')
}

let serial = 0
const sender = (): Fields => {
  serial += 1
  return { name: 'Sam Sender', email: `sam-${serial}@school.example`, post: 'head_of_department' }
}

const save = (form: string, step: string, fields: Fields, times = '0') => send(`${form}/${step}`, { times, ...fields })

const sentFor = (offerId: string) =>
  db().selectFrom('expressions_of_interest').select(['id', 'status']).where('offer_id', '=', offerId).execute()

/** A form with every step done, and nothing asked but what every request says. */
const filled = async (place: { offerId: string; school: string }) => {
  const form = await begin(place)
  await save(form, 'you', sender())
  await save(form, 'people', { self: 'yes' })
  await save(form, 'preferences', {})
  return form
}

/** Somebody who took part for a school in a group of this year. */
const tookPart = async (place: Awaited<ReturnType<typeof setting>>, name: string): Promise<string> => {
  const { id: known } = await makePerson(db(), name)
  const groupId = await makeGroup(db(), place.hub.id, place.projectId, { name: 'Last year' })
  const placeId = newId()
  await db()
    .insertInto('places')
    .values({
      ...{ id: placeId, group_id: groupId, organisation_id: place.school, status: 'held', people_count: 1 },
      offered_at: test.clock.now(),
      project_id: place.projectId,
    })
    .execute()
  await db()
    .insertInto('participants')
    .values({
      ...{ id: newId(), place_id: placeId, person_id: known, part: 'lead', status: 'taking_part' },
      post: 'class_teacher',
      from_on: Temporal.PlainDate.from('2020-09-01'),
    })
    .execute()
  await db()
    .insertInto('posts')
    .values({
      ...{ id: newId(), person_id: known, organisation_id: place.school, post: 'class_teacher', held: true },
      stated_at: test.clock.now(),
      stated_by: 'hub',
      from_on: Temporal.PlainDate.from('2020-09-01'),
    })
    .execute()
  return known
}

const withFile = (name: string, content: Buffer) => {
  const boundary = 'form-of-a-test'
  const head = `--${boundary}\r\ncontent-disposition: form-data; name="answer_scheme"; filename="${name}"\r\ncontent-type: application/octet-stream\r\n\r\n`
  return {
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}`, 'sec-fetch-site': 'same-origin' },
    payload: Buffer.concat([Buffer.from(head), content, Buffer.from(`\r\n--${boundary}--\r\n`)]),
  }
}

describe('a form that is being filled in', () => {
  it('keeps what was typed, right or wrong, and goes on where it was from its address', async () => {
    const form = await begin(await setting())
    const wrong = await save(form, 'you', { name: 'Sam', email: 'sam@', post: '' })
    assert.equal(wrong.statusCode, 422)
    assert.match(wrong.body, /Enter an email address like/)
    assert.match((await see(`${form}/you`)).body, /value="sam@"/)
    assert.match((await see(form)).body, /To put right/)
    const right = await save(form, 'you', sender(), '1')
    assert.equal(right.headers.location, `${form}/people`)
    assert.match((await see(form)).body, /1 of 3 steps are done/)
    assert.equal((await see(`${form}/check`)).headers.location, form)
  })

  it('is one request, however often and in how many tabs its button is pressed', async () => {
    const place = await setting()
    const form = await filled(place)
    assert.match((await see(`${form}/check`)).body, /Check your answers/)
    const answers = await Promise.all(Array.from({ length: 4 }, () => send(`${form}/send`)))
    assert.deepEqual(
      answers.map(({ headers }) => headers.location),
      Array(4).fill(`/offers/${place.offerId}/interest/sent`),
    )
    assert.deepEqual(
      (await sentFor(place.offerId)).map(({ status }) => status),
      ['draft'],
    )
  })

  it('tells two who type at once of each other, and loses neither', async () => {
    const form = await begin(await setting())
    await save(form, 'preferences', { comments: 'Mine' })
    const other = await save(form, 'preferences', { comments: 'Yours' }, '0')
    assert.equal(other.statusCode, 409)
    for (const words of [/Somebody has saved this step/, /Mine/, /Yours/]) assert.match(other.body, words)
    assert.match((await see(`${form}/preferences`)).body, /Mine/)
    const again = await save(form, 'preferences', { comments: 'Mine' }, '0')
    assert.equal(again.statusCode, 303, 'the same, sent twice, is no conflict')
    assert.equal((await save(form, 'preferences', { comments: 'Yours' }, '1')).statusCode, 303)
    assert.match((await see(`${form}/preferences`)).body, /Yours/)
    const race = await Promise.all(['One', 'Two'].map((comments) => save(form, 'preferences', { comments }, '2')))
    assert.deepEqual(race.map(({ statusCode }) => statusCode).toSorted(), [303, 409])
  })

  it('is filled in with colleagues, each by a link that does not send and can be stopped', async () => {
    const place = await setting()
    const form = await filled(place)
    const asked = { act: 'ask', from: 'Sam', name: 'Kim Colleague', email: 'kim@school.example' }
    assert.equal((await send(`${form}/share`, { ...asked, email: 'kim' })).statusCode, 422)
    assert.equal((await send(`${form}/share`, asked)).statusCode, 303)
    assert.match((await send(`${form}/share`, asked)).body, /has a link already/)
    await send(`${form}/share`, { act: 'own', own_email: 'sma@school.example' })
    await send(`${form}/share`, { act: 'own', own_email: 'sam@school.example' })
    await send(`${form}/share`, { act: 'own', own_email: 'Sam@school.example' })
    const mail = await db().selectFrom('messages').select(['to_address', 'body_text']).execute()
    const linkTo = (address: string) =>
      /\/interest-form\/[\w-]+/.exec(mail.find(({ to_address }) => to_address === address)?.body_text ?? '')?.[0] ?? ''
    const kim = linkTo('kim@school.example')
    const own = mail.filter(({ to_address }) => to_address.toLowerCase() === 'sam@school.example')
    assert.equal(own.length, 1, 'an address that was put right gets its link, and once a day')
    assert.equal((await see(linkTo('sam@school.example'))).statusCode, 200)
    assert.equal((await save(kim, 'preferences', { comments: 'From Kim' }, '1')).statusCode, 303)
    assert.match((await see(form)).body, /by Kim Colleague/)
    assert.equal((await see(`${kim}/share`)).statusCode, 404)
    assert.equal((await send(`${kim}/send`)).statusCode, 403)
    assert.deepEqual(await sentFor(place.offerId), [])
    const link = /name="link" value="([^"]+)"/.exec((await see(`${form}/share`)).body)?.[1] ?? ''
    await send(`${form}/share`, { act: 'stop', link })
    assert.equal((await see(kim)).statusCode, 404)
    assert.match((await see(`${form}/preferences`)).body, /From Kim/)
    const renewed = String((await send(`${form}/share`, { act: 'renew' })).headers.location).replace(/\/share$/, '')
    assert.equal((await see(form)).statusCode, 404, 'a link that went astray opens no more')
    assert.match((await see(`${renewed}/preferences`)).body, /From Kim/)
    assert.equal((await send(`${form}/share`, { act: 'renew' })).statusCode, 404)
  })

  it('keeps what is typed while the window closes, says what can be done, and goes on if it opens again', async () => {
    const place = await setting({}, { closes_on: Temporal.PlainDate.from('2021-10-18') })
    const form = await filled(place)
    test.clock.set('2021-10-18T22:59:59Z')
    assert.equal((await save(form, 'preferences', { comments: 'In time' }, '1')).statusCode, 303)
    test.clock.set('2021-10-18T23:00:00Z')
    const late = await save(form, 'preferences', { comments: 'A second late' }, '2')
    for (const words of [/too late to send/, /A second late/, /hub@hub\.example/, /kept until/])
      assert.match(late.body, words)
    assert.match((await send(`${form}/send`)).body, /too late to send/)
    assert.deepEqual(await sentFor(place.offerId), [])
    const opened = { closes_on: Temporal.PlainDate.from('2021-11-30') }
    await db().updateTable('offers').set(opened).where('id', '=', place.offerId).execute()
    assert.match((await see(`${form}/check`)).body, /A second late/)
  })

  it('is forgotten when nobody has touched it for long, and once its request counts', async () => {
    const place = await setting()
    const [old, sent] = [await begin(place), await filled({ ...place, school: await makeSchool(db()) })]
    await send(`${sent}/send`)
    const [request] = await sentFor(place.offerId)
    const id = request?.id ?? ''
    await confirmInterest(test.as({ kind: 'link', purpose: 'confirm-interest', subjectId: id }), id)
    await sweeps['forget-forms']?.(test.as({ kind: 'system', task: 'sweep' }))
    assert.equal((await see(sent)).statusCode, 404)
    assert.equal((await see(old)).statusCode, 200)
    test.clock.set('2021-12-18T08:00:00Z')
    await sweeps['forget-forms']?.(test.as({ kind: 'system', task: 'sweep' }))
    assert.equal((await see(old)).statusCode, 404)
  })

  it('does not ask whoever is signed in what is known of them, and offers their lead last year’s people', async () => {
    const place = await setting()
    const { id: lead } = await makePerson(db(), 'Lou Lead')
    const role = { id: newId(), person_id: lead, role: 'school_lead', organisation_id: place.school }
    await db()
      .insertInto('roles')
      .values({ ...role, from_on: Temporal.PlainDate.from('2021-09-01') })
      .execute()
    const known = await tookPart(place, 'Pia Participant')
    const form = await begin(place, await cookieOf(test, lead))
    assert.match((await see(`${form}/you`)).body, /value="Lou Lead"/)
    assert.match((await see(`${form}/people`)).body, /Name Pia Participant/)
    await save(form, 'people', { press: `known-${known}` })
    assert.match((await see(`${form}/people`)).body, /value="Pia Participant"/)
    const visitor = await begin(place)
    assert.doesNotMatch((await see(`${visitor}/people`)).body, /Pia/)
    assert.doesNotMatch((await see(`${visitor}/you`)).body, /Lou/)
  })
})

describe('the questions of a project', () => {
  it('are put in the form, read by their kinds, and shown to the hub and the sender alone', async () => {
    const place = await setting()
    await ask(place.projectId)
    const form = await filled(place)
    assert.equal((await see(`${form}/check`)).headers.location, form, 'questions are to be answered first')
    const typed = {
      answer_plan: '',
      answer_pupils: 'many',
      'answer_from-day': '31',
      'answer_from-month': '2',
      'answer_from-year': '2022',
    }
    const wrong = await save(form, 'questions', typed)
    assert.equal(wrong.statusCode, 422)
    for (const words of [
      /Answer “What do you plan\?”/,
      /Choose an answer to “Which year\?”/,
      /a number in figures/,
      /17 11 2021/,
    ])
      assert.match(wrong.body, words)
    const answers = {
      answer_plan: 'Bar models',
      answer_year: 'y6',
      answer_days: ['a', 'n'],
      answer_pupils: '1,200',
      'answer_from-day': '3',
      'answer_from-month': '2',
      'answer_from-year': '2022',
    }
    assert.equal((await save(form, 'questions', answers, '1')).headers.location, `${form}/file-scheme`)
    const url = `${form}/file-scheme`
    const bad = await app.inject({ method: 'POST', url, ...withFile('scheme.pdf', Buffer.from('not a PDF')) })
    assert.equal(bad.statusCode, 415)
    const large = await app.inject({ method: 'POST', url, ...withFile('a.txt', Buffer.alloc(5 * 1024 * 1024 + 1, 65)) })
    assert.equal(large.statusCode, 413)
    const good = await app.inject({ method: 'POST', url, ...withFile('scheme.pdf', Buffer.from('%PDF-1.7 x')) })
    assert.equal(good.headers.location, `${form}/check`)
    assert.match((await see(`${form}/check`)).body, /scheme\.pdf/)
    await send(`${form}/send`)
    const id = (await sentFor(place.offerId))[0]?.id ?? ''
    await confirmInterest(test.as({ kind: 'link', purpose: 'confirm-interest', subjectId: id }), id)
    const interest = await interestById(db(), id)
    assert.deepEqual(
      interest?.answers.map(({ key, value, shown }) => [key, key === 'scheme' ? '' : value, shown]),
      [
        ['plan', 'Bar models', 'Bar models'],
        ['year', 'y6', 'Year 6'],
        ['days', ['a', 'n'], 'Algebra, Number'],
        ['pupils', 1200, '1200'],
        ['from', '2022-02-03', '3 February 2022'],
        ['scheme', '', 'scheme.pdf'],
      ],
    )
    const file = String(interest?.answers.at(-1)?.value)
    const hubs = await signedInAs(test, 'hub_administrator', { hub_id: place.hub.id })
    const others = await signedInAs(test, 'hub_administrator', { hub_id: (await makeHub(db())).id })
    const address = `/hub/${place.hub.slug}/interest/${id}`
    assert.match((await see(address, hubs)).body, /Which year\?[\s\S]*Year 6/)
    const opened = await see(`${address}/files/${file}`, hubs)
    assert.equal(opened.body, '%PDF-1.7 x')
    assert.match(String(opened.headers['content-disposition']), /^attachment/)
    assert.equal((await see(`${address}/files/${file}`, others)).statusCode, 404)
    const status = `/status/${linkToken(test.installation.config, 'status', id, 7)}`
    assert.equal((await see(`${status}/files/${file}`)).statusCode, 200)
    assert.equal((await see(`${status}/files/${newId()}`)).statusCode, 404)
  })

  it('are put to the hub as well, for whoever rang up', async () => {
    const place = await setting({}, { closes_on: Temporal.PlainDate.from('2021-09-30') })
    await ask(place.projectId)
    const cookie = await signedInAs(test, 'hub_administrator', { hub_id: place.hub.id })
    const url = `/hub/${place.hub.slug}/offers/${place.offerId}/interest/new`
    const form = String((await send(url, { organisation: place.school }, cookie)).headers.location).replace(
      /\/you$/,
      '',
    )
    const steps = { you: sender(), people: { self: 'yes' }, questions: { answer_plan: 'By letter', answer_year: 'y5' } }
    for (const [step, fields] of Object.entries({ ...steps, 'file-scheme': {}, preferences: {} }))
      assert.equal((await send(`${form}/${step}`, { times: '0', ...fields }, cookie)).statusCode, 303, step)
    const others = await signedInAs(test, 'hub_administrator', { hub_id: (await makeHub(db())).id })
    assert.equal((await see(form, others)).statusCode, 404)
    const sent = await send(`${form}/send`, {}, cookie)
    assert.match((await see(String(sent.headers.location), cookie)).body, /By letter/)
  })
})

describe('the answers of a request', () => {
  const received = async (project = {}, offer = {}) => {
    const place = await setting(project, offer)
    const policyId = await makePolicy(db(), place.hub.id, { wording: 'Come.' })
    await db().updateTable('offers').set({ policy_id: policyId }).where('id', '=', place.offerId).execute()
    await makeCriterion(db(), place.projectId, {
      sentence: 'The whole year.',
      rule: { fact: 'commitment', key: 'full_year', declared: true },
    })
    const form = await filled(place)
    await save(form, 'agreement', { policy: policyId })
    await send(`${form}/send`)
    const id = (await sentFor(place.offerId))[0]?.id ?? ''
    await confirmInterest(test.as({ kind: 'link', purpose: 'confirm-interest', subjectId: id }), id)
    return { ...place, id, status: `/status/${linkToken(test.installation.config, 'status', id, 7)}` }
  }

  it('are changed while the window is open: the rules are looked at anew, and the hub sees what changed', async () => {
    const { id, status, hub } = await received({ people_max: 3 })
    assert.equal((await verdictsOfInterest(db(), id))[0]?.answer, 'no')
    assert.match((await see(status)).body, /Change your answers/)
    const form = String((await send(`${status}/change`)).headers.location)
    assert.equal((await send(`${status}/change`)).headers.location?.slice(0, 15), form.slice(0, 15))
    const person = { person_1_name: 'New Person', person_1_email: 'new@school.example', person_1_post: 'class_teacher' }
    assert.equal((await save(form, 'people', { ...person, person_1_held: 'now' })).statusCode, 303)
    assert.equal((await save(form, 'agreement', { commitments: 'full_year' })).statusCode, 303)
    assert.match((await see(`${form}/preferences`)).body, /If a group has room for fewer people than you name/)
    assert.equal((await save(form, 'preferences', { fewer: 'yes' })).statusCode, 303)
    assert.match((await see(`${form}/check`)).body, /A place for fewer people is fine too/)
    const before = await interestById(db(), id)
    assert.deepEqual([before?.people[0]?.name, before?.fewerIsFine], ['Sam Sender', false], 'nothing changes unsent')
    const sent = await Promise.all([send(`${form}/send`), send(`${form}/send`)])
    assert.deepEqual(
      sent.map(({ statusCode }) => statusCode),
      [303, 303],
    )
    const now = await interestById(db(), id)
    assert.deepEqual([now?.people.map(({ name }) => name), now?.commitments], [['New Person'], ['full_year']])
    assert.equal(now?.fewerIsFine, true)
    assert.equal((await verdictsOfInterest(db(), id))[0]?.answer, 'yes')
    const cookie = await signedInAs(test, 'hub_administrator', { hub_id: hub.id })
    assert.match(
      (await see(`/hub/${hub.slug}/interest/${id}`, cookie)).body,
      /Changed: who would take part, whether a place for fewer people is fine and what they commit to/,
    )
  })

  it('tell whom the network knows at a school only to a sender who is known to be of it', async () => {
    const { status, ...place } = await received({ people_max: 3 })
    await tookPart(place, 'Pia Participant')
    const form = String((await send(`${status}/change`)).headers.location)
    assert.doesNotMatch((await see(`${form}/people`)).body, /Pia/, 'anybody can ask in the name of a school')
    await db()
      .updateTable('organisations')
      .set({ email_domains: ['school.example'] })
      .where('id', '=', place.school)
      .execute()
    assert.match((await see(`${form}/people`)).body, /Name Pia Participant/)
  })

  it('stay as they were when the window closes while somebody changes them', async () => {
    const { id, status } = await received({}, { closes_on: Temporal.PlainDate.from('2021-10-18') })
    const form = String((await send(`${status}/change`)).headers.location)
    await save(form, 'preferences', { comments: 'Too late' })
    test.clock.set('2021-10-18T23:00:00Z')
    assert.match((await send(`${form}/send`)).body, /stands as it was sent[\s\S]*Too late/)
    assert.equal((await interestById(db(), id))?.comments, null)
    assert.doesNotMatch((await see(status)).body, /Change your answers/)
  })
})
