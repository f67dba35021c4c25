import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import fc from 'fast-check'
import { actorWith, type TestInstallation, testInstallation } from '../../../test/support/installation.ts'
import {
  makeGroup,
  makeHub,
  makeOffer,
  makeParticipant,
  makePerson,
  makePlace,
  makePolicy,
  makeProject,
  makeSchool,
  makeSession,
} from '../../../test/support/records.ts'
import { newId } from '../../vocabulary/ids.ts'
import { moveCharge } from '../charges/actions/move-charge.ts'
import { takeRegister } from '../registers/index.ts'
import { closeRegisters } from './actions/look-at-register.ts'
import { lookAtRegister } from './index.ts'

let there: TestInstallation
let hub = { id: '', slug: '' }
let [groupId, projectId, policyId, staff] = ['', '', '', '']
const db = () => there.installation.connections.kysely
const lead = () => there.as(actorWith(staff, 'group_lead', { groupId }))
const hubLead = () => there.as(actorWith(staff, 'hub_lead', { hubId: hub.id, hubSlug: hub.slug }))

// The session is on 17 November at 9:30; its register is open until the end of the 24th.
const dayAfter = (days: number, time = '12:00') =>
  there.clock.set(
    Temporal.PlainDate.from('2021-11-17')
      .add({ days })
      .toZonedDateTime({ timeZone: 'Europe/London', plainTime: time })
      .toInstant()
      .toString(),
  )

const join = async (): Promise<string> => {
  const [who, organisationId, ownProject] = [await makePerson(db()), await makeSchool(db()), await makeProject(db())]
  const place = await makePlace(db(), { groupId, projectId: ownProject, organisationId, status: 'held' })
  await db()
    .insertInto('expressions_of_interest')
    .values({
      ...{ id: newId(), offer_id: await makeOffer(db(), hub.id, ownProject), project_id: ownProject, place_id: place },
      ...{ organisation_id: organisationId, status: 'placed', sender_name: 'A', sender_email: 'a@school.example' },
      ...{ sender_post: 'maths_lead', policy_id: policyId, created_at: there.clock.now() },
      ...{
        confirmed_email_at: there.clock.now(),
        received_at: there.clock.now(),
        verdicts_reached_at: there.clock.now(),
      },
    })
    .execute()
  return makeParticipant(db(), place, who.id)
}

const standing = async (sessionId: string, participantId: string): Promise<readonly string[]> =>
  (
    await db()
      .selectFrom('standing_marks')
      .select('id')
      .where('session_id', '=', sessionId)
      .where('participant_id', '=', participantId)
      .execute()
  ).flatMap(({ id }) => id ?? [])

const mark = async (sessionId: string, participantId: string, name: 'absent' | 'present') =>
  takeRegister(lead(), {
    groupId,
    sessionId,
    marks: [
      {
        ...{ id: newId(), participantId, mark: name, minutes: null, reason: 'It was told to us' },
        seen: await standing(sessionId, participantId),
      },
    ],
  })

const chargesOf = async (sessionId: string, participantId: string) =>
  db()
    .selectFrom('charges')
    .selectAll()
    .where('session_id', '=', sessionId)
    .where('participant_id', '=', participantId)
    .orderBy('id')
    .execute()
const statuses = async (sessionId: string, participantId: string) =>
  (await chargesOf(sessionId, participantId)).map(({ status }) => status)

before(async () => {
  there = await testInstallation()
  hub = await makeHub(db())
  projectId = await makeProject(db())
  policyId = await makePolicy(db(), hub.id)
  groupId = await makeGroup(db(), hub.id, projectId, {
    status: 'running',
    policy_id: policyId,
    organisations_room: 40,
    people_room: 40,
  })
  staff = (await makePerson(db())).id
})
after(() => there.release())

describe('an absence', () => {
  it('leads to nothing while the register is open, whatever is marked and corrected, and to a charge by itself when it has closed', async () => {
    const [sessionId, corrected, absent] = [await makeSession(db(), groupId), await join(), await join()]
    dayAfter(0)
    for (const participant of [corrected, absent]) await mark(sessionId, participant, 'absent')
    assert.deepEqual(await lookAtRegister(there.system(), sessionId), { proposed: 0, takenBack: 0 })
    dayAfter(7, '23:59')
    await mark(sessionId, corrected, 'present')
    await lookAtRegister(there.system(), sessionId)
    assert.equal(await closeRegisters(there.system()), 0)
    dayAfter(8, '00:00')
    const [first, second] = await Promise.all([closeRegisters(there.system()), closeRegisters(there.system())])
    assert.equal(first + second, 1)
    assert.deepEqual(await statuses(sessionId, absent), ['proposed'])
    assert.deepEqual(await statuses(sessionId, corrected), [])
    assert.equal(await closeRegisters(there.system()), 0)
  })

  it('is withdrawn, or credited once confirmed, when the register is corrected afterwards, and charged again when that was wrong', async () => {
    const [sessionId, proposed, confirmed, waived] = [
      await makeSession(db(), groupId),
      await join(),
      await join(),
      await join(),
    ]
    dayAfter(1)
    for (const participant of [proposed, confirmed, waived]) await mark(sessionId, participant, 'absent')
    dayAfter(9)
    await lookAtRegister(there.system(), sessionId)
    const idOf = async (participant: string) => (await chargesOf(sessionId, participant))[0]?.id ?? ''
    await moveCharge(hubLead(), { chargeId: await idOf(confirmed), to: 'confirmed', reason: null })
    await moveCharge(hubLead(), { chargeId: await idOf(waived), to: 'waived', reason: 'A new school' })
    for (const participant of [proposed, confirmed, waived]) await mark(sessionId, participant, 'present')
    assert.deepEqual(await lookAtRegister(there.system(), sessionId), { proposed: 0, takenBack: 2 })
    assert.deepEqual(await statuses(sessionId, proposed), ['waived'])
    const [credited] = await chargesOf(sessionId, confirmed)
    assert.deepEqual([credited?.status, credited?.decided_by_person_id], ['credited', null])
    assert.match(credited?.status_reason ?? '', /register was corrected/)
    const entries = await db()
      .selectFrom('ledger_entries')
      .select('kind')
      .where('charge_id', '=', credited?.id ?? '')
      .orderBy('entered_at')
      .orderBy('id')
      .execute()
    assert.deepEqual(
      entries.map(({ kind }) => kind),
      ['charged', 'credited'],
    )
    const told = await db()
      .selectFrom('messages')
      .select('subject')
      .where('key', 'like', `charge:${credited?.id}:credited%`)
      .execute()
    assert.equal(told.length, 1)
    for (const participant of [proposed, confirmed, waived]) await mark(sessionId, participant, 'absent')
    assert.equal((await lookAtRegister(there.system(), sessionId)).proposed, 2)
    assert.deepEqual((await statuses(sessionId, confirmed)).toSorted(), ['credited', 'proposed'])
    assert.deepEqual(await statuses(sessionId, waived), ['waived'])
    // The requests of this test were received without the form, so without the event of their receipt.
    await there.requireNoFaults('Each expression of interest that counts has its receipt in the history')
  })

  it('is charged exactly where the last mark says so, from the closing of the register on, whatever was marked when', async () => {
    const people = [await join(), await join(), await join()]
    await fc.assert(
      fc.asyncProperty(fc.array(steps, { minLength: 3, maxLength: 3 }), fc.boolean(), async (plans, isSwept) => {
        const sessionId = await makeSession(db(), groupId)
        for (let day = 0; day <= 13; day += 1) {
          dayAfter(day)
          await playDay(sessionId, people, { day, plans, isSwept })
          for (const [at, person] of people.entries())
            assert.equal(await liveOf(sessionId, person), owedOn(day, plans[at] ?? []), `day ${day}`)
        }
      }),
      { numRuns: 4 },
    )
  })
})

type Step = { readonly day: number; readonly mark: 'absent' | 'present' }
const steps = fc.array(
  fc.record({ day: fc.integer({ min: 0, max: 12 }), mark: fc.constantFrom('absent' as const, 'present' as const) }),
  { maxLength: 5 },
)

type Played = { readonly day: number; readonly plans: readonly (readonly Step[])[]; readonly isSwept: boolean }

const playDay = async (sessionId: string, people: readonly string[], { day, plans, isSwept }: Played) => {
  const due = plans.flatMap((plan, at) => plan.filter((step) => step.day === day).map((step) => ({ at, step })))
  for (const { at, step } of due) await mark(sessionId, people[at] ?? '', step.mark)
  if (due.length > 0) await lookAtRegister(there.system(), sessionId)
  if (isSwept || day === 8) await closeRegisters(there.system())
}

const liveOf = async (sessionId: string, person: string): Promise<number> =>
  (await statuses(sessionId, person)).filter((status) => status === 'proposed').length

// As simply as it can be said: what somebody was marked last, and whether the week is over.
const owedOn = (day: number, plan: readonly Step[]): number => {
  const last = plan
    .filter((step) => step.day <= day)
    .toSorted((one, other) => one.day - other.day)
    .at(-1)
  return day > 7 && last?.mark === 'absent' ? 1 : 0
}
