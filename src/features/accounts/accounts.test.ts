import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import fc from 'fast-check'
import { actorWith, type TestInstallation, testInstallation } from '../../../test/support/installation.ts'
import {
  makeGroup,
  makeHub,
  makeParticipant,
  makePerson,
  makePlace,
  makePolicy,
  makeProject,
  makeSchool,
  makeSession,
} from '../../../test/support/records.ts'
import { browser, signedInAs } from '../../../test/support/signed-in.ts'
import { createApp } from '../../app.ts'
import { Conflict, NotFound, Refused } from '../../platform/errors.ts'
import { newId } from '../../vocabulary/ids.ts'
import { decideCharges, undoDecision } from '../charges/actions/decide-charges.ts'
import { moveCharge } from '../charges/actions/move-charge.ts'
import { notePayment } from '../charges/actions/note-payment.ts'
import { entriesOf } from '../ledger/index.ts'
import { issueStatements } from './actions/issue-statements.ts'
import { accountsOfHub, linesOfAccount, linesOfHub, statementInSight, statementsOfAccount } from './queries.ts'

describe('the account of a school with a hub', () => {
  let there: TestInstallation
  let hub: { id: string; slug: string }
  let staff: string
  let policyId: string
  let groupId: string

  const db = () => there.installation.connections.kysely
  const as = (role: 'hub_lead' | 'hub_administrator' = 'hub_lead', at = hub) =>
    there.as(actorWith(staff, role, { hubId: at.id, hubSlug: at.slug }))
  const at = (local: string) =>
    there.clock.set(Temporal.PlainDateTime.from(local).toZonedDateTime('Europe/London').toInstant().toString())

  type Payer = { readonly organisationId: string; readonly placeId: string; readonly participantId: string }
  const makePayer = async (name = 'Quillmere School'): Promise<Payer> => {
    const organisationId = await makeSchool(db(), { name })
    const projectId = await makeProject(db())
    groupId = await makeGroup(db(), hub.id, projectId, { status: 'running', policy_id: policyId })
    const placeId = await makePlace(db(), { groupId, projectId, organisationId })
    const { id } = await makePerson(db())
    return { organisationId, placeId, participantId: await makeParticipant(db(), placeId, id) }
  }
  const makeCharge = async ({ placeId, participantId }: Payer): Promise<string> => {
    const id = newId()
    const sessionId = await makeSession(db(), groupId)
    await db()
      .insertInto('charges')
      .values({
        id,
        place_id: placeId,
        participant_id: participantId,
        session_id: sessionId,
        hub_id: hub.id,
        policy_id: policyId,
        cause: 'late_cancellation',
        amount_pence: 7500,
        status: 'proposed',
        evidence: JSON.stringify({
          policyName: 'The usual',
          policyVersion: 1,
          wording: 'A charge of £75 may be made.',
          noticeDays: 7,
          noticeKind: 'calendar',
          amountPence: 7500,
          sessionStartsAt: '2021-11-17T09:30:00Z',
          sessionSequence: 0,
          freeUntil: '2021-11-10T09:30:00Z',
          noticeGivenAt: '2021-11-10T09:31:00Z',
          markId: null,
        }),
        proposed_at: there.clock.now(),
      })
      .execute()
    return id
  }
  const pay = async (chargeId: string, pence: number, kind: 'payment' | 'payment_taken_back' | 'refund' = 'payment') =>
    notePayment(as('hub_administrator'), {
      chargeId,
      kind,
      pence,
      onDate: Temporal.PlainDate.from('2021-11-01'),
      note: null,
      seen: (await entriesOf(db(), { chargeId })).length,
    })
  const statusOf = async (id: string) =>
    (await db().selectFrom('charges').select('status').where('id', '=', id).executeTakeFirstOrThrow()).status
  const owedBy = async ({ organisationId }: Payer) =>
    (await accountsOfHub(db(), hub.id)).find((account) => account.organisationId === organisationId)?.owed ?? 0
  const mails = (key: string) => db().selectFrom('messages').selectAll().where('key', 'like', `${key}%`).execute()

  before(async () => {
    there = await testInstallation()
    hub = await makeHub(db())
    staff = (await makePerson(db())).id
    policyId = await makePolicy(db(), hub.id)
    at('2021-11-20T10:00')
  })
  after(() => there.release())

  it('is paid in part, in whole and too much, and paid back, each noted once with its day', async () => {
    const payer = await makePayer()
    const charge = await makeCharge(payer)
    await assert.rejects(pay(charge, 7500), Refused)
    await moveCharge(as(), { chargeId: charge, to: 'confirmed', reason: null })
    const twice = {
      chargeId: charge,
      kind: 'payment',
      pence: 3000,
      onDate: Temporal.PlainDate.from('2021-11-01'),
      note: null,
      seen: 1,
    } as const
    const sent = await Promise.allSettled([notePayment(as(), twice), notePayment(as(), twice)])
    assert.deepEqual(sent.map(({ status }) => status).toSorted(), ['fulfilled', 'rejected'])
    assert.deepEqual([await statusOf(charge), await owedBy(payer)], ['confirmed', 4500])
    await assert.rejects(pay(charge, 100, 'refund'), Refused)
    await pay(charge, 7000)
    assert.deepEqual([await statusOf(charge), await owedBy(payer)], ['paid', -2500])
    await assert.rejects(pay(charge, 2501, 'refund'), Refused)
    await pay(charge, 2500, 'refund')
    await pay(charge, 7500, 'payment_taken_back')
    assert.deepEqual([await statusOf(charge), await owedBy(payer)], ['confirmed', 7500])
    await moveCharge(as(), { chargeId: charge, to: 'paid', reason: null })
    await moveCharge(as(), { chargeId: charge, to: 'credited', reason: 'Goodwill' })
    assert.deepEqual([await statusOf(charge), await owedBy(payer)], ['credited', -7500])
    await assert.rejects(pay(charge, 7500), Refused)
    await pay(charge, 7500, 'refund')
    assert.equal(await owedBy(payer), 0)
    await assert.rejects(notePayment(as('hub_lead', { id: newId(), slug: 'other' }), { ...twice, seen: 9 }), NotFound)
  })

  it('is never changed: the database itself sees to that', async () => {
    for (const change of ['update ledger_entries set amount_pence = 1', 'delete from ledger_entries'])
      await assert.rejects(there.installation.connections.pool.query(change), /permission denied/)
  })

  it('is decided about together, by name first, and undone for ten minutes while the mail waits', async () => {
    const payer = await makePayer()
    const charges = [await makeCharge(payer), await makeCharge(payer)]
    await moveCharge(as(), { chargeId: charges[1] ?? '', to: 'waived', reason: 'Ill' })
    const decide = () =>
      decideCharges(as('hub_administrator'), { hubId: hub.id, chargeIds: charges, decision: 'confirmed', reason: null })
    const { actId, done } = await decide()
    assert.equal(done, 1)
    const waiting = await db().selectFrom('messages').select('id').where('held_for', '=', actId).execute()
    assert.equal(waiting.length, 1)
    assert.equal(await owedBy(payer), 7500)
    await assert.rejects(decide(), Refused)
    at('2021-11-20T10:09')
    assert.deepEqual(await undoDecision(as(), { hubId: hub.id, actId }), { undone: 1 })
    assert.deepEqual(await undoDecision(as(), { hubId: hub.id, actId }), { undone: 0 })
    assert.deepEqual([await statusOf(charges[0] ?? ''), await owedBy(payer)], ['proposed', 0])
    assert.equal((await db().selectFrom('messages').select('id').where('held_for', '=', actId).execute()).length, 0)
    const again = await decide()
    at('2021-11-20T10:19')
    await assert.rejects(undoDecision(as(), { hubId: hub.id, actId: again.actId }), Refused)
    at('2021-11-20T10:20')
  })

  it('is put on statements that are numbered without a gap, take up each entry once and come to what is owed', async () => {
    const payer = await makePayer('Teaselmere School')
    const charge = await makeCharge(payer)
    await moveCharge(as(), { chargeId: charge, to: 'confirmed', reason: null })
    const issue = (closing: number) =>
      issueStatements(as('hub_administrator'), {
        hubId: hub.id,
        chosen: [{ organisationId: payer.organisationId, closing }],
      })
    await assert.rejects(issue(7400), Conflict)
    const both = await Promise.allSettled([issue(7500), issue(7500)])
    assert.deepEqual(both.map(({ status }) => status).toSorted(), ['fulfilled', 'rejected'])
    await pay(charge, 5000)
    await issue(2500)
    const statements = (await statementsOfAccount(db(), hub.id, payer.organisationId)).toReversed()
    assert.deepEqual(
      statements.map(({ number, broughtForward, closing }) => [number, broughtForward, closing]),
      [
        [1, 0, 7500],
        [2, 7500, 2500],
      ],
    )
    const id = statements[1]?.id ?? ''
    assert.match(
      (await mails(`account-statement:${statements[0]?.id}`))[0]?.body_text ?? '',
      /£75 to pay[\s\S]*cancelled the session on 17 November 2021/i,
    )
    const school = there.as(actorWith(newId(), 'school_lead', { organisationId: payer.organisationId }))
    assert.deepEqual(
      (await statementInSight(school, id))?.lines.map(({ pence }) => pence),
      [-5000],
    )
    const stranger = there.as(actorWith(newId(), 'hub_lead', { hubId: newId(), hubSlug: 'other' }))
    assert.equal(await statementInSight(stranger, id), null)
    const app = await createApp(there.installation)
    const cookie = await signedInAs(there, 'hub_lead', { hub_id: hub.id })
    const { see } = browser(() => app)
    const pdf = await see(`/accounts/${id}.pdf`, cookie)
    assert.equal(pdf.statusCode, 200)
    assert.match(pdf.rawPayload.subarray(0, 5).toString(), /%PDF-/)
    await app.close()
  })

  // What is done to charges in any order, once by the program and once by a model as simple as it can be.
  type Step = { readonly what: string; readonly which: number; readonly pence: number }
  const steps = fc.array(
    fc.record({
      what: fc.constantFrom(
        'confirmed',
        'confirmed',
        'payment',
        'payment',
        'payment',
        'waived',
        'credited',
        'payment',
        'payment_taken_back',
        'refund',
        'issue',
        'together',
      ),
      which: fc.nat({ max: 1 }),
      pence: fc.integer({ min: 1, max: 4 }).map((quarters) => quarters * 2500),
    }),
    { minLength: 8, maxLength: 16 },
  )
  type Model = { readonly status: string; readonly charged: number; readonly paid: number }
  const settled = ({ status, charged }: Model, paid: number): Model => {
    const isLive = status === 'confirmed' || status === 'paid'
    return { status: isLive ? (charged > paid ? 'confirmed' : 'paid') : status, charged, paid }
  }
  const confirm = ({ paid }: Model): Model => ({ status: 'confirmed', charged: 7500, paid })
  /** From which states each is done, and what comes of it. */
  const deeds: Readonly<
    Record<
      string,
      {
        from: readonly string[]
        may?: (model: Model, pence: number) => boolean
        to: (model: Model, pence: number) => Model
      }
    >
  > = {
    confirmed: { from: ['proposed'], to: confirm },
    together: { from: ['proposed'], to: confirm },
    waived: { from: ['proposed', 'confirmed'], to: ({ paid }) => ({ status: 'waived', charged: 0, paid }) },
    credited: { from: ['confirmed', 'paid'], to: ({ paid }) => ({ status: 'credited', charged: 0, paid }) },
    payment: { from: ['confirmed', 'paid'], to: (model, pence) => settled(model, model.paid + pence) },
    payment_taken_back: {
      from: ['proposed', 'confirmed', 'paid', 'waived', 'credited'],
      may: ({ paid }, pence) => paid >= pence,
      to: (model, pence) => settled(model, model.paid - pence),
    },
    refund: {
      from: ['paid', 'waived', 'credited', 'confirmed'],
      may: ({ paid, charged }, pence) => Math.min(paid, paid - charged) >= pence,
      to: (model, pence) => settled(model, model.paid - pence),
    },
  }
  const byTheModel = (model: Model, { what, pence }: Step): Model | null => {
    const deed = deeds[what]
    return deed?.from.includes(model.status) && (deed.may?.(model, pence) ?? true) ? deed.to(model, pence) : null
  }

  const carryOut = async (payer: Payer, chargeId: string, { what, pence }: Step): Promise<void> => {
    const { organisationId } = payer
    if (what === 'issue')
      await issueStatements(as(), { hubId: hub.id, chosen: [{ organisationId, closing: await owedBy(payer) }] })
    else if (what === 'together')
      await decideCharges(as(), { hubId: hub.id, chargeIds: [chargeId], decision: 'confirmed', reason: null })
    else if (what === 'payment' || what === 'payment_taken_back' || what === 'refund') await pay(chargeId, pence, what)
    else await moveCharge(as(), { chargeId, to: what as 'confirmed' | 'waived' | 'credited', reason: 'So it was' })
  }
  const isDone = (work: Promise<void>): Promise<boolean> =>
    work.then(
      () => true,
      (problem: unknown) => {
        if (problem instanceof Refused || problem instanceof Conflict) return false
        throw problem
      },
    )

  /** Does every step both ways, and compares after each. */
  const walk = async (all: readonly Step[]): Promise<void> => {
    const payer = await makePayer()
    const charges = [await makeCharge(payer), await makeCharge(payer)]
    let models: readonly Model[] = charges.map(() => ({ status: 'proposed', charged: 0, paid: 0 }))
    let unstated = 0
    for (const step of all) {
      const next = models.map((model, at) => (at === step.which ? (byTheModel(model, step) ?? model) : model))
      const moved = next[step.which] !== models[step.which]
      const isEntered = next.some(
        ({ charged, paid }, at) => charged !== models[at]?.charged || paid !== models[at]?.paid,
      )
      const wanted = step.what === 'issue' ? unstated > 0 : moved
      assert.equal(
        await isDone(carryOut(payer, charges[step.which] ?? '', step)),
        wanted,
        JSON.stringify([step, models]),
      )
      unstated = step.what === 'issue' ? 0 : unstated + Number(isEntered)
      models = next
      assert.equal(
        await owedBy(payer),
        models.reduce((sum, { charged, paid }) => sum + charged - paid, 0),
      )
      assert.deepEqual(
        await Promise.all(charges.map(statusOf)),
        models.map(({ status }) => status),
      )
    }
    const lines = await linesOfAccount(db(), hub.id, payer.organisationId)
    assert.equal(lines.filter(({ statementId }) => statementId === null).length, unstated)
  }

  it('comes to the same as the simplest of models after every step, whatever is done in whatever order', () =>
    fc.assert(fc.asyncProperty(steps, walk), { numRuns: 12 }))

  it('stands entry by entry in the file for the books, whose cells are harmless in a spreadsheet', async () => {
    const payer = await makePayer('=cmd School')
    await moveCharge(as(), { chargeId: await makeCharge(payer), to: 'confirmed', reason: null })
    const lines = await linesOfHub(db(), hub.id)
    assert.equal(
      lines.reduce((sum, { pence }) => sum + pence, 0),
      (await accountsOfHub(db(), hub.id)).reduce((sum, { owed }) => sum + owed, 0),
    )
    const app = await createApp(there.installation)
    const cookie = await signedInAs(there, 'hub_lead', { hub_id: hub.id })
    const { see } = browser(() => app)
    for (const file of ['accounts.csv', 'charges.csv']) {
      const { statusCode, body } = await see(`/hub/${hub.slug}/${file}`, cookie)
      assert.equal(statusCode, 200)
      assert.doesNotMatch(body, /(^|[,\n"])=cmd/)
    }
    const list = await see(`/hub/${hub.slug}/charges?q=cmd&status=confirmed`, cookie)
    assert.match(list.body, /1 charge, £75 in all/)
    await app.close()
  })

  it('leaves every rule that must hold true of the data', () => there.requireNoFaults())
})
