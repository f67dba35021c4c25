import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, it } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { actorWith, type TestInstallation, testInstallation } from '../../../test/support/installation.ts'
import { asked, byLinkOf, receivedInterest } from '../../../test/support/interest.ts'
import {
  makeCriterion,
  makeGroup,
  makeHub,
  makeOffer,
  makePerson,
  makePolicy,
  makeProject,
  makeProvider,
  makeSchool,
} from '../../../test/support/records.ts'
import { Forbidden, Refused } from '../../platform/errors.ts'
import { historyOf } from '../../platform/history.ts'
import { findFaults } from '../../platform/invariants.ts'
import type { Actor } from '../../vocabulary/actor.ts'
import { newId } from '../../vocabulary/ids.ts'
import { interestToPlace, offerPlaceTo } from '../place-offers/index.ts'
import {
  type Asked,
  answerAsHeadteacher,
  answersByKey,
  changeInterest,
  confirmInterest,
  enterInterest,
  interestById,
  overruleVerdict,
  replacePerson,
  sendInterest,
} from './index.ts'
import { invariants } from './invariants.ts'
import { sweeps } from './jobs.ts'
import { type InterestStatus, interestBecomes, interestStatuses } from './life.ts'
import { verdictsOfInterest } from './verdict-queries.ts'

describe('the life of an expression of interest', () => {
  const ends = ['declined', 'withdrawn', 'lapsed', 'passed_on']
  const allowed: Readonly<Record<InterestStatus, readonly string[]>> = {
    draft: ['received', 'confirmed', 'lapsed', 'withdrawn'],
    received: ['confirmed', ...ends],
    confirmed: ['waiting', 'offered', 'placed', ...ends],
    waiting: ['offered', 'placed', ...ends],
    offered: ['placed', 'waiting', ...ends],
    placed: ['waiting', 'declined', 'withdrawn'],
    declined: [],
    withdrawn: [],
    lapsed: [],
    passed_on: [],
  }
  for (const from of interestStatuses)
    it(`goes from ${from} to ${allowed[from].join(', ') || 'nothing more'}, and nowhere else`, () =>
      assert.deepEqual(interestStatuses.filter((to) => interestBecomes(from, to)).toSorted(), allowed[from].toSorted()))
})

let test: TestInstallation
before(async () => {
  test = await testInstallation()
})
after(() => test.release())
beforeEach(() => test.clock.set('2021-10-18T08:00:00Z'))

const db = () => test.installation.connections.kysely
const status = async (id: string) => (await interestById(db(), id))?.status
const mailTo = async (address: string) =>
  await db()
    .selectFrom('messages')
    .select(['subject', 'body_text', 'key'])
    .where('to_address', '=', address)
    .orderBy('created_at')
    .orderBy('id')
    .execute()
const eventsOf = async (id: string) =>
  (await historyOf(db(), { type: 'interest', id })).map(({ name }) => name).reverse()
const byLink = (purpose: string, id: string) => test.as(byLinkOf(purpose, id))

type Place = { hub: { id: string; slug: string }; projectId: string; offerId: string; staff: Actor }
const setting = async (project: Record<string, unknown> = {}, offer: Record<string, unknown> = {}): Promise<Place> => {
  const hub = await makeHub(db())
  const projectId = await makeProject(db(), project)
  const offerId = await makeOffer(db(), hub.id, projectId, offer)
  const person = await makePerson(db())
  const staff = actorWith(person.id, 'hub_administrator', { hubId: hub.id, hubSlug: hub.slug })
  return { hub, projectId, offerId, staff }
}
const group = (place: Place, values: Record<string, unknown> = {}) =>
  makeGroup(db(), place.hub.id, place.projectId, { offer_id: place.offerId, ...values })

describe('an expression of interest', () => {
  it('counts only once its sender has confirmed the address', async () => {
    const { offerId } = await setting()
    const ask = asked({ offerId, organisationId: await makeSchool(db()) }, 2)
    const sent = await sendInterest(test.visitor(), ask)
    assert.ok(sent.kind === 'sent')
    assert.equal(await status(sent.id), 'draft')
    assert.equal((await interestToPlace(db(), offerId)).length, 0)
    await confirmInterest(byLink('confirm-interest', sent.id), sent.id)
    assert.equal(await status(sent.id), 'confirmed')
    assert.equal((await interestToPlace(db(), offerId))[0]?.peopleCount, 2)
    assert.deepEqual(await eventsOf(sent.id), ['interest.sent', 'interest.received'])
    assert.match((await mailTo(ask.sender.email))[0]?.body_text ?? '', /\/confirm-interest\//)
    assert.match((await mailTo(ask.sender.email))[1]?.body_text ?? '', /\/status\//)
  })

  it('keeps what it answers with the questions as they were put, and what would suit it in its order', async () => {
    const place = await setting()
    const [north, south] = [await group(place, { name: 'North' }), await group(place, { name: 'South' })]
    const answers: Asked['answers'] = [
      { key: 'classes', kind: 'choices', question: 'Which?', value: ['year_5', 'year_6'], shown: 'Year 5, Year 6' },
      { key: 'pupils', kind: 'number', question: 'How many?', value: 90, shown: '90' },
    ]
    const preferences: Asked['preferences'] = { groups: [south, north], days: ['tuesday', 'monday'], places: [newId()] }
    const interest = await receivedInterest(test, { offerId: place.offerId, answers, preferences })
    assert.deepEqual(interest.answers, answers)
    assert.deepEqual(answersByKey(interest.answers), { classes: ['year_5', 'year_6'], pupils: 90 })
    assert.deepEqual(interest.preferences, preferences)
    assert.equal(interest.groupPreference, 'South')
    assert.deepEqual((await interestToPlace(db(), place.offerId))[0]?.preferences, preferences)
  })

  it('is one, however often and wherever its form is sent', async () => {
    const { offerId } = await setting()
    const ask = asked({ offerId, organisationId: await makeSchool(db()) })
    const sent = await Promise.all(Array.from({ length: 6 }, () => sendInterest(test.visitor(), ask)))
    assert.equal(new Set(sent.map((each) => (each.kind === 'sent' ? each.id : ''))).size, 1)
    assert.equal((await mailTo(ask.sender.email)).length, 1)
  })

  it('is another once its form is corrected and sent again: the right address gets its mail', async () => {
    const { offerId } = await setting()
    const ask = asked({ offerId, organisationId: await makeSchool(db()) })
    const right = { ...ask, sender: { ...ask.sender, email: `right-${ask.sender.email}` } }
    const sent = [await sendInterest(test.visitor(), ask), await sendInterest(test.visitor(), right)]
    assert.equal(new Set(sent.map((each) => (each.kind === 'sent' ? each.id : ''))).size, 2)
    assert.equal((await mailTo(right.sender.email)).length, 1)
  })

  it('is confirmed once, however often the link is used, and with the link of no other', async () => {
    const { offerId } = await setting()
    const sent = await sendInterest(test.visitor(), asked({ offerId, organisationId: await makeSchool(db()) }))
    const other = await sendInterest(test.visitor(), asked({ offerId, organisationId: await makeSchool(db()) }))
    assert.ok(sent.kind === 'sent' && other.kind === 'sent')
    await assert.rejects(confirmInterest(byLink('confirm-interest', other.id), sent.id), Forbidden)
    await assert.rejects(confirmInterest(byLink('status', sent.id), sent.id), Forbidden)
    await Promise.all(Array.from({ length: 5 }, () => confirmInterest(byLink('confirm-interest', sent.id), sent.id)))
    assert.equal((await eventsOf(sent.id)).filter((name) => name === 'interest.received').length, 1)
  })

  it('is the only one of its school: who asks again is told so by mail, and the link goes to who asked first', async () => {
    const { offerId } = await setting()
    const first = await receivedInterest(test, { offerId })
    const again = asked({ offerId, organisationId: first.organisation.id })
    assert.deepEqual(await sendInterest(test.visitor(), again), { kind: 'already-asked' })
    const told = await mailTo(again.sender.email)
    assert.deepEqual(
      told.map(({ subject }) => /already asked/.test(subject)),
      [true],
    )
    assert.doesNotMatch(told[0]?.body_text ?? '', new RegExp(`/status/|${first.sender.name}|${first.sender.email}`))
    await sendInterest(test.visitor(), again)
    assert.equal((await mailTo(again.sender.email)).length, 1)
    const mails = await mailTo(first.sender.email)
    assert.match(mails.at(-1)?.subject ?? '', /already asked/)
    await sendInterest(test.visitor(), { ...again, formKey: crypto.randomUUID() })
    assert.equal((await mailTo(first.sender.email)).length, mails.length)
  })

  it('counts once when two of a school confirm at once', async () => {
    const { offerId } = await setting()
    const organisationId = await makeSchool(db())
    const sent = await Promise.all(
      [1, 2, 3].map(() => sendInterest(test.visitor(), asked({ offerId, organisationId }))),
    )
    const ids = sent.flatMap((each) => (each.kind === 'sent' ? [each.id] : []))
    assert.equal(ids.length, 3)
    const answers = await Promise.allSettled(ids.map((id) => confirmInterest(byLink('confirm-interest', id), id)))
    assert.equal(answers.filter((answer) => answer.status === 'fulfilled').length, 1)
    for (const answer of answers) if (answer.status === 'rejected') assert.ok(answer.reason instanceof Refused)
  })

  it('cannot be sent or confirmed a second after the window has closed', async () => {
    const { offerId } = await setting({}, { closes_on: Temporal.PlainDate.from('2021-10-31') })
    const ask = async () => sendInterest(test.visitor(), asked({ offerId, organisationId: await makeSchool(db()) }))
    test.clock.set('2021-10-31T23:59:59Z')
    const sent = await ask()
    const late = await ask()
    assert.ok(sent.kind === 'sent' && late.kind === 'sent')
    await confirmInterest(byLink('confirm-interest', sent.id), sent.id)
    test.clock.set('2021-11-01T00:00:00Z')
    await assert.rejects(ask(), Refused)
    await assert.rejects(confirmInterest(byLink('confirm-interest', late.id), late.id), Refused)
    assert.equal(await status(late.id), 'draft')
  })

  it('waits for a closing that is under way, and is then refused', async () => {
    const { offerId } = await setting()
    const organisationId = await makeSchool(db())
    const sending = await db()
      .transaction()
      .execute(async (tx) => {
        await tx.updateTable('offers').set({ status: 'closed' }).where('id', '=', offerId).execute()
        const sent = sendInterest(test.visitor(), asked({ offerId, organisationId }))
        sent.catch(() => {})
        await wait(100)
        return { sent }
      })
    await assert.rejects(sending.sent, Refused)
  })

  it('keeps to local time when the window closes in summer', async () => {
    const { offerId } = await setting({}, { closes_on: Temporal.PlainDate.from('2021-09-30') })
    test.clock.set('2021-09-30T23:00:00Z')
    await assert.rejects(
      sendInterest(test.visitor(), asked({ offerId, organisationId: await makeSchool(db()) })),
      /30 September 2021/,
    )
  })

  it('is not taken for a project that has been withdrawn, though the hub’s offer still stands', async () => {
    const { offerId } = await setting({ status: 'withdrawn' })
    await assert.rejects(
      sendInterest(test.visitor(), asked({ offerId, organisationId: await makeSchool(db()) })),
      /project has been withdrawn/,
    )
  })

  it('is not taken for a closed school, nor for an offer that is closed', async () => {
    const { offerId } = await setting()
    const closed = await makeSchool(db(), { status: 'closed' })
    await assert.rejects(sendInterest(test.visitor(), asked({ offerId, organisationId: closed })), /successor/)
    const over = await setting({}, { status: 'closed' })
    await assert.rejects(
      sendInterest(test.visitor(), asked({ offerId: over.offerId, organisationId: await makeSchool(db()) })),
      Refused,
    )
  })

  it('lapses when nobody confirms it by the end of the day that the mail names, and can be sent again', async () => {
    const { offerId } = await setting()
    const organisationId = await makeSchool(db())
    const sent = await sendInterest(test.visitor(), asked({ offerId, organisationId }))
    assert.ok(sent.kind === 'sent')
    test.clock.set('2021-10-25T22:59:59Z')
    await sweeps['lapse-drafts']?.(test.system())
    assert.equal(await status(sent.id), 'draft')
    test.clock.set('2021-10-25T23:00:00Z')
    await Promise.all([sweeps['lapse-drafts']?.(test.system()), sweeps['lapse-drafts']?.(test.system())])
    assert.equal(await status(sent.id), 'lapsed')
    assert.deepEqual(await eventsOf(sent.id), ['interest.sent', 'interest.draft-lapsed'])
    await assert.rejects(confirmInterest(byLink('confirm-interest', sent.id), sent.id), /ask again/)
    await receivedInterest(test, { offerId, organisationId })
  })

  it('keeps its verdicts with the facts used, whatever becomes of the school or the rule', async () => {
    const { offerId, projectId, staff } = await setting()
    const rule = { fact: 'person.post', in: ['head_of_department'], held: true } as const
    const criterionId = await makeCriterion(db(), projectId, { sentence: 'A head of department.', rule })
    const interest = await receivedInterest(test, { offerId })
    await db().updateTable('criteria').set({ sentence: 'Another rule.' }).where('id', '=', criterionId).execute()
    const [verdict] = await verdictsOfInterest(db(), interest.id)
    assert.equal(verdict?.sentence, 'A head of department.')
    assert.equal(verdict?.answer, 'yes')
    assert.match(JSON.stringify(verdict?.facts), /Head of maths department/)
    await overruleVerdict(test.as(staff), {
      interestId: interest.id,
      verdictId: verdict?.id ?? '',
      answer: 'no',
      reason: 'Has left since.',
    })
    const [overruled] = await verdictsOfInterest(db(), interest.id)
    assert.equal(overruled?.answer, 'yes')
    assert.deepEqual([overruled?.overruled?.answer, overruled?.overruled?.reason], ['no', 'Has left since.'])
    const history = await historyOf(db(), { type: 'interest', id: interest.id })
    assert.doesNotMatch(JSON.stringify(history.map(({ particulars }) => particulars)), /Has left/)
  })

  it('waits for the headteacher where the project asks for one', async () => {
    const { offerId, staff, hub } = await setting({ headteacher_confirms: true })
    const headteacher = { name: 'Hal Head', email: 'head@school.example' }
    const interest = await receivedInterest(test, { offerId, headteacher })
    assert.equal(interest.status, 'received')
    assert.match((await mailTo(headteacher.email))[0]?.body_text ?? '', /\/headteacher\//)
    const groupId = await makeGroup(db(), hub.id, interest.projectId)
    await assert.rejects(
      offerPlaceTo(test.as(staff), { interestId: interest.id, groupId }),
      /still waits for the agreement/,
    )
    const head = byLink('headteacher', interest.id)
    const answer = { interestId: interest.id, answer: 'confirmed', word: null } as const
    await answerAsHeadteacher(head, answer)
    await answerAsHeadteacher(head, answer)
    assert.equal(await status(interest.id), 'confirmed')
    await assert.rejects(answerAsHeadteacher(head, { ...answer, answer: 'refused' }), Refused)
    await assert.rejects(answerAsHeadteacher(byLink('status', interest.id), answer), Forbidden)
  })

  it('ends when the headteacher says no, with the word given', async () => {
    const { offerId } = await setting({ headteacher_confirms: true })
    const interest = await receivedInterest(test, { offerId, headteacher: { name: 'H', email: 'h2@school.example' } })
    await answerAsHeadteacher(byLink('headteacher', interest.id), {
      interestId: interest.id,
      answer: 'refused',
      word: 'Not this year.',
    })
    assert.equal(await status(interest.id), 'declined')
    assert.match((await mailTo(interest.sender.email)).at(-1)?.body_text ?? '', /Not this year/)
  })

  it('needs no headteacher when the headteacher sends it', async () => {
    const { offerId } = await setting({ headteacher_confirms: true })
    const organisationId = await makeSchool(db())
    const sender = { name: 'Hal', email: 'hal@school.example', telephone: null, post: 'headteacher' } as const
    const interest = await receivedInterest(test, {
      offerId,
      organisationId,
      sender,
      headteacher: { name: 'Hal', email: 'hal@school.example' },
    })
    assert.equal(interest.status, 'confirmed')
  })

  it('is entered by the hub for a provider that telephoned, and by no other hub', async () => {
    const { offerId, staff } = await setting({}, { closes_on: Temporal.PlainDate.from('2021-09-01') })
    const ask = asked({ offerId, organisationId: await makeProvider(db()) })
    const foreign = (await setting()).staff
    await assert.rejects(enterInterest(test.as(foreign), ask), Forbidden)
    await assert.rejects(enterInterest(test.visitor(), ask), Forbidden)
    const entered = await enterInterest(test.as(staff), ask)
    assert.equal(entered.kind, 'entered')
    assert.equal(await status(entered.id), 'confirmed')
    assert.deepEqual(await eventsOf(entered.id), ['interest.entered'])
    assert.deepEqual(await enterInterest(test.as(staff), { ...ask, formKey: crypto.randomUUID() }), {
      kind: 'already-asked',
      id: entered.id,
    })
  })

  it('is entered by the hub no more once the offer or its project is withdrawn', async () => {
    for (const [project, offer] of [
      [{ status: 'withdrawn' }, {}],
      [{}, { status: 'withdrawn' }],
    ] as const) {
      const { offerId, staff } = await setting(project, offer)
      const ask = asked({ offerId, organisationId: await makeSchool(db()) })
      await assert.rejects(enterInterest(test.as(staff), ask), /has been withdrawn/)
    }
  })

  it('is for one person where the project is, once for each', async () => {
    const { offerId } = await setting({ unit: 'person' })
    const organisationId = await makeSchool(db())
    const one = await receivedInterest(test, { offerId, organisationId })
    const two = await receivedInterest(test, { offerId, organisationId })
    assert.notEqual(one.personId, two.personId)
    const sent = await sendInterest(
      test.visitor(),
      asked({
        offerId,
        organisationId,
        people: [{ name: 'x', email: one.sender.email, post: 'class_teacher', held: true, part: 'lead' }],
      }),
    )
    assert.ok(sent.kind === 'sent')
    await assert.rejects(confirmInterest(byLink('confirm-interest', sent.id), sent.id), /asked to join already/)
  })

  it('keeps the wording of the policy that was agreed to', async () => {
    const { offerId, hub } = await setting()
    const policyId = await makePolicy(db(), hub.id, { wording: 'A charge of £75.' })
    const interest = await receivedInterest(test, { offerId, policyId })
    assert.equal(interest.policyWording, 'A charge of £75.')
  })
})

describe('as many people as a project takes', () => {
  const offerOf = async (project: Record<string, unknown>) =>
    makeOffer(db(), (await makeHub(db())).id, await makeProject(db(), project))

  for (const [project, people, refused] of [
    [{ people_min: 2, people_max: 3 }, 1, /at least 2 people/],
    [{ people_min: 2, people_max: 3 }, 4, /3 people at most/],
    [{ people_min: 2, people_max: 3 }, 0, /at least 2 people/],
    [{ unit: 'person', people_max: null }, 2, /1 person at most/],
  ] as const)
    it(`refuses ${people} with ${JSON.stringify(project)}`, async () => {
      const offerId = await offerOf(project)
      const request = asked({ offerId, organisationId: await makeSchool(db()) }, people)
      await assert.rejects(sendInterest(test.visitor(), request), refused)
      const kept = await db()
        .selectFrom('expressions_of_interest')
        .select('id')
        .where('offer_id', '=', offerId)
        .execute()
      assert.deepEqual(kept, [])
    })

  it('is kept to when who comes is changed, and lets everything else be changed', async () => {
    const offerId = await offerOf({ people_min: 2, people_max: 3 })
    const interest = await receivedInterest(test, { offerId }, 3)
    const sender = test.as(byLinkOf('status', interest.id))
    const now = asked({
      offerId,
      organisationId: interest.organisation.id,
      people: interest.people.map((one) => ({ ...one, held: true })),
    })
    const changed = (values: Partial<typeof now>) =>
      changeInterest(sender, { interestId: interest.id, asked: { ...now, ...values } })
    await assert.rejects(changed({ people: now.people.slice(0, 1) }), /at least 2 people/)
    await changed({ people: now.people.slice(0, 2), comments: 'We come by train.' })
    const after = await interestById(db(), interest.id)
    assert.deepEqual([after?.people.length, after?.comments], [2, 'We come by train.'])
  })
})

describe('somebody else in place of one who is named', () => {
  let offer = ''
  before(async () => {
    offer = await makeOffer(db(), (await makeHub(db())).id, await makeProject(db(), { people_max: 3 }))
  })
  const coming = {
    name: 'Rita Instead',
    email: 'rita.instead@school.example',
    post: 'class_teacher' as const,
    held: true,
  }

  it('is named by whoever speaks for the request, once, and judged anew', async () => {
    const interest = await receivedInterest(test, { offerId: offer })
    const sender = test.as(byLinkOf('status', interest.id))
    const position = interest.people[0]?.position ?? 0
    await replacePerson(sender, { interestId: interest.id, position, person: coming })
    await replacePerson(sender, { interestId: interest.id, position, person: coming })
    const now = await interestById(db(), interest.id)
    assert.deepEqual(
      now?.people.map(({ name, part }) => [name, part]),
      [['Rita Instead', 'lead']],
    )
    const replaced = (await historyOf(db(), { type: 'interest', id: interest.id })).filter(
      ({ name }) => name === 'interest.person-replaced',
    )
    assert.equal(replaced.length, 1)
    assert.deepEqual(replaced[0]?.particulars, { position })
  })

  it('is refused of another request’s link, twice the same, of nobody, and once a place is offered', async () => {
    const [interest, other] = [
      await receivedInterest(test, { offerId: offer }, 2),
      await receivedInterest(test, { offerId: offer }),
    ]
    const [first, second] = interest.people
    const put = (link: string, position: number, person = coming) =>
      replacePerson(test.as(byLinkOf('status', link)), { interestId: interest.id, position, person })
    await assert.rejects(put(other.id, first?.position ?? 0), Forbidden)
    await assert.rejects(put(interest.id, first?.position ?? 0, { ...coming, email: second?.email ?? '' }), Refused)
    await assert.rejects(put(interest.id, 99), Refused)
    await db()
      .updateTable('expressions_of_interest')
      .set({ status: 'withdrawn' })
      .where('id', '=', interest.id)
      .execute()
    await assert.rejects(put(interest.id, first?.position ?? 0), Refused)
  })
})

it('nothing here breaks the rules of the room', async () => {
  assert.deepEqual(await findFaults(db(), invariants), [])
})
