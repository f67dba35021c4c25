import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, it } from 'node:test'
import fc from 'fast-check'
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
import { browser, signedInAs } from '../../../test/support/signed-in.ts'
import { createApp } from '../../app.ts'
import { Forbidden, NotFound, Refused } from '../../platform/errors.ts'
import { newId } from '../../vocabulary/ids.ts'
import { completeGroupYear } from './actions/complete-group-year.ts'
import { carryTerms, stateTerms } from './actions/state-terms.ts'
import { withdrawStatement } from './actions/withdraw-statement.ts'
import { statementsOfGroup, termsOfProject } from './queries.ts'
import { codeOf, isStatementCode, newStatementCode, parseStatementCode } from './statement-code.ts'
import { type Asked, type Done, onceAtLeast, outcomeOf, shortfallsOf, type Terms, termsInWords } from './terms.ts'

describe('the code of a statement', () => {
  const sevens = fc.array(fc.integer({ min: 0, max: 28 }), { minLength: 7, maxLength: 7 })
  it('is read however it is typed', () =>
    fc.assert(
      fc.property(sevens, (seven) => {
        const code = codeOf(seven)
        for (const typed of [
          code,
          code.toLowerCase(),
          code.replaceAll('-', ''),
          code.replaceAll('-', ' '),
          code.slice(3),
        ])
          assert.equal(parseStatementCode(typed), code)
      }),
    ))
  it('is read without its prefix even where it begins like the prefix', () =>
    assert.equal(parseStatementCode('TS22-222E'), 'TS-TS22-222E'))
  it('betrays any one wrong character, and any two neighbours that changed places', () =>
    fc.assert(
      fc.property(sevens, fc.nat(7), fc.constantFrom(...'23456789ABCDEFGHJKMNPQRSTVWXZ'), (seven, at, other) => {
        const letters = [...codeOf(seven).slice(3).replace('-', '')]
        const wrong = letters.with(at, other)
        if (wrong.join('') !== letters.join('')) assert.equal(parseStatementCode(wrong.join('')), null)
        const [one, next] = [letters[at % 7] ?? '', letters[(at % 7) + 1] ?? '']
        if (one !== next)
          assert.equal(
            parseStatementCode(
              letters
                .with(at % 7, next)
                .with((at % 7) + 1, one)
                .join(''),
            ),
            null,
          )
      }),
    ))
  it('is never the same twice in ten thousand', () =>
    assert.equal(new Set(Array.from({ length: 10_000 }, newStatementCode)).size, 10_000))
  it('is nothing else', () => {
    for (const typed of ['', 'TS-0000-0000', 'TS-7K4M', 'nonsense', '../../etc'])
      assert.equal(isStatementCode(typed), false)
  })
})

describe('what completing takes', () => {
  const terms = fc.record({
    leastShare: fc.option(fc.integer({ min: 1, max: 100 })),
    leastTasks: fc.option(fc.integer({ min: 1, max: 20 })),
  })
  const year = fc.record({
    held: fc.integer({ min: 1, max: 12 }),
    tasksSet: fc.integer({ min: 0, max: 12 }),
    attended: fc.integer({ min: 0, max: 12 }),
    returned: fc.integer({ min: 0, max: 12 }),
  })

  // The plainest way: walk through the year session by session and task by task, in hundredths.
  const walked = ({ leastShare, leastTasks }: Terms, { held, tasksSet }: Asked, done: Done) => {
    const sessions: readonly number[] = Array.from({ length: held }, (_, at) => (at < done.sessionsAttended ? 100 : 0))
    const tasks = Array.from({ length: tasksSet }, (_, at) => at >= done.tasksReturned && at < (leastTasks ?? 0))
    const covered = sessions.reduce((all, one) => all + one, 0)
    const isFewSessions = covered === 0 || covered < sessions.reduce((all) => all + (leastShare ?? 0), 0)
    const short = Number(isFewSessions) + Number(tasks.includes(true))
    return { short, outcome: covered === 0 ? 'never' : short === 0 ? 'meets' : 'short' }
  }

  it('is found as by walking through the year, and says in what somebody falls short', () =>
    fc.assert(
      fc.property(terms, year, (terms, { held, tasksSet, attended, returned }) => {
        const done = { sessionsAttended: Math.min(attended, held), tasksReturned: Math.min(returned, tasksSet) }
        const { short, outcome } = walked(terms, { held, tasksSet }, done)
        assert.equal(outcomeOf(terms, { held, tasksSet }, done), outcome)
        assert.equal(shortfallsOf(terms, { held, tasksSet }, done).length, short)
      }),
      { numRuns: 300 },
    ))

  it('is told in a sentence', () => {
    const sentence = (leastShare: number | null, leastTasks: number | null) => termsInWords({ leastShare, leastTasks })
    assert.match(sentence(null, null), /came to at least one session\.$/)
    assert.match(sentence(100, 1), /every session, and returned at least 1 reflection\.$/)
    assert.match(sentence(80, 3), /80% of the sessions, and returned at least 3 reflections\.$/)
    const asked = { held: 6, tasksSet: 2 }
    assert.deepEqual(
      shortfallsOf({ leastShare: 80, leastTasks: 5 }, asked, { sessionsAttended: 4, tasksReturned: 1 }),
      ['came to 4 of 6 sessions, and 5 are asked for', 'returned 1 reflection, and 2 are asked for'],
    )
  })
})

describe('completing the year of a group', () => {
  let there: TestInstallation
  let hub: { id: string; slug: string }
  let partner: { id: string; slug: string }
  let personId: string
  let stageId: string
  let nextId: string
  let groupId: string
  let projectId: string
  let came: { school: string; place: string; address: string; participant: string }
  let stayedAway: typeof came
  const db = () => there.installation.connections.kysely
  const asLead = () => there.as(actorWith(personId, 'group_lead', { groupId }))
  const asHub = (at = hub) => there.as(actorWith(personId, 'hub_administrator', { hubId: at.id, hubSlug: at.slug }))

  const join = async () => {
    const school = await makeSchool(db())
    const place = await makePlace(db(), { groupId, projectId, organisationId: school })
    const who = await makePerson(db())
    return { school, place, address: who.address, participant: await makeParticipant(db(), place, who.id) }
  }
  const mark = (sessionId: string, participantId: string, name: string) =>
    db()
      .insertInto('marks')
      .values({
        id: newId(),
        session_id: sessionId,
        participant_id: participantId,
        mark: name,
        recorded_by_person_id: personId,
        recorded_at: there.clock.now(),
        received_at: there.clock.now(),
      })
      .execute()
  const mails = (like: string) => db().selectFrom('messages').selectAll().where('key', 'like', like).execute()

  before(async () => {
    there = await testInstallation()
    hub = await makeHub(db())
    partner = await makeHub(db())
    personId = (await makePerson(db())).id
    const pathwayId = newId()
    ;[stageId, nextId] = [newId(), newId()]
    await db()
      .insertInto('pathways')
      .values({ id: pathwayId, key: 'p', name: 'Primary mastery', phase: 'primary' })
      .execute()
    await db()
      .insertInto('stages')
      .values([
        { id: stageId, pathway_id: pathwayId, key: 'development', name: 'Development', position: 2 },
        { id: nextId, pathway_id: pathwayId, key: 'embedding', name: 'Embedding', position: 3 },
      ])
      .execute()
  })
  after(() => there.release())

  beforeEach(async () => {
    there.clock.set('2022-07-01T09:00:00Z')
    projectId = await makeProject(db(), { stage_id: stageId })
    groupId = await makeGroup(db(), hub.id, projectId, { status: 'running' })
    await db().insertInto('group_partner_hubs').values({ group_id: groupId, hub_id: partner.id }).execute()
    came = await join()
    stayedAway = await join()
    const sessionId = await makeSession(db(), groupId, { status: 'held' })
    await mark(sessionId, came.participant, 'present')
    await mark(sessionId, stayedAway.participant, 'absent')
  })

  it('completes who came and lets go who never did, with stages, a statement and an invitation to the next stage that waits', async () => {
    const done = await completeGroupYear(asLead(), { groupId, leaving: [] })
    assert.deepEqual(done, { completed: 1, left: 1, statements: 1, invited: 1 })
    const places = await db().selectFrom('places').select(['id', 'status']).where('group_id', '=', groupId).execute()
    assert.deepEqual(Object.fromEntries(places.map(({ id, status }) => [id, status])), {
      [came.place]: 'completed',
      [stayedAway.place]: 'left',
    })
    assert.equal(
      (await db().selectFrom('groups').select('status').where('id', '=', groupId).executeTakeFirstOrThrow()).status,
      'completed',
    )
    const stages = await db()
      .selectFrom('stage_records')
      .select(['organisation_id', 'status'])
      .where('group_id', '=', groupId)
      .execute()
    assert.deepEqual(Object.fromEntries(stages.map(({ organisation_id, status }) => [organisation_id, status])), {
      [came.school]: 'completed',
      [stayedAway.school]: 'withdrew',
    })
    const [statement, ...others] = await statementsOfGroup(db(), groupId)
    assert.equal(others.length, 0)
    assert.equal((await mails(`statement:${statement?.id}`))[0]?.to_address, came.address)
    const [waiting] = await db()
      .selectFrom('invitations_to_next_stage')
      .select(['organisation_id', 'sent_at'])
      .where('group_id', '=', groupId)
      .execute()
    assert.deepEqual(waiting, { organisation_id: came.school, sent_at: null })
    assert.deepEqual(await mails('next-stage:%'), [], 'nobody is invited before the hub says so')
  })

  it('happens once, whoever presses first', async () => {
    const tries = await Promise.allSettled([
      completeGroupYear(asLead(), { groupId, leaving: [] }),
      completeGroupYear(asHub(), { groupId, leaving: [] }),
      completeGroupYear(asHub(), { groupId, leaving: [] }),
    ])
    assert.equal(tries.filter(({ status }) => status === 'fulfilled').length, 1)
    assert.equal((await statementsOfGroup(db(), groupId)).length, 1)
  })

  it('lets a place leave with a reason though somebody came', async () => {
    const done = await completeGroupYear(asLead(), {
      groupId,
      leaving: [{ placeId: came.place, reason: 'Came once and left in November' }],
    })
    assert.deepEqual(done, { completed: 0, left: 2, statements: 0, invited: 0 })
  })

  const national = () => there.as(actorWith(personId, 'national_team'))
  const reflect = async (participants: readonly string[], others: readonly string[]) => {
    const taskId = newId()
    await db()
      .insertInto('tasks')
      .values({
        id: taskId,
        group_id: groupId,
        title: 'Try it',
        brief: 'Try it in a lesson.',
        shared_with: 'group',
        set_at: there.clock.now(),
        due_on: Temporal.PlainDate.from('2022-06-20'),
      })
      .execute()
    for (const participantId of [came.participant, stayedAway.participant, ...others])
      await db()
        .insertInto('task_requests')
        .values({ id: newId(), task_id: taskId, participant_id: participantId, asked_at: there.clock.now() })
        .execute()
    for (const participantId of participants)
      await db()
        .insertInto('reflections')
        .values({
          id: newId(),
          task_id: taskId,
          participant_id: participantId,
          reflection: 'It went well.',
          returned_at: there.clock.now(),
        })
        .execute()
  }
  const placeIs = (id: string) =>
    db().selectFrom('places').select(['status', 'status_reason']).where('id', '=', id).executeTakeFirstOrThrow()

  it('asks what the project asks, and completes who falls short only for a reason, which no page shows to others', async () => {
    await stateTerms(national(), { projectId, terms: { leastShare: 50, leastTasks: 1 } })
    const other = await join()
    const second = await makeSession(db(), groupId, { status: 'held' })
    await mark(second, other.participant, 'present')
    await reflect([came.participant], [other.participant])
    const despite = [{ placeId: other.place, reason: 'Its maths lead was ill in May' }]
    const done = await completeGroupYear(asLead(), { groupId, leaving: [], despite })
    assert.deepEqual(done, { completed: 2, left: 1, statements: 2, invited: 2 })
    assert.deepEqual(await placeIs(came.place), { status: 'completed', status_reason: null })
    assert.deepEqual(await placeIs(other.place), {
      status: 'completed',
      status_reason: 'Its maths lead was ill in May',
    })
    const evidence = await db()
      .selectFrom('stage_records')
      .select('evidence')
      .where('organisation_id', '=', other.school)
      .executeTakeFirstOrThrow()
    assert.match(evidence.evidence ?? '', /1 of 2 sessions and returned 0 of 1 reflections\. It fell short/)
    assert.doesNotMatch(evidence.evidence ?? '', /ill/)
    const statement = (await statementsOfGroup(db(), groupId)).find(
      ({ particulars }) => particulars.tasksReturned === 1,
    )
    assert.equal(statement?.particulars.tasksSet, 1)
  })

  it('lets go who fell short, and says of what', async () => {
    await stateTerms(national(), { projectId, terms: { leastShare: 100, leastTasks: null } })
    await makeSession(db(), groupId, { status: 'held' })
    assert.equal((await completeGroupYear(asLead(), { groupId, leaving: [] })).completed, 0)
    assert.match((await placeIs(came.place)).status_reason ?? '', /came to 1 of 2 sessions, and 2 are asked for/)
  })

  it('decides otherwise than what is asked for a reason alone, whoever asks it', async () => {
    const unsaid = [{ placeId: came.place, reason: '  ' }]
    await assert.rejects(completeGroupYear(asLead(), { groupId, leaving: unsaid }), Refused)
    await assert.rejects(completeGroupYear(asLead(), { groupId, leaving: [], despite: unsaid }), Refused)
    assert.equal((await placeIs(came.place)).status, 'held')
  })

  it('never completes a place to whose sessions nobody came, whatever is said', async () => {
    const despite = [{ placeId: stayedAway.place, reason: 'They are nice' }]
    await completeGroupYear(asLead(), { groupId, leaving: [], despite })
    assert.equal((await placeIs(stayedAway.place)).status, 'left')
  })

  it('asks again when a register has changed since the page was opened, and keeps what was typed', async () => {
    await stateTerms(national(), { projectId, terms: { leastShare: 60, leastTasks: null } })
    const cookie = await signedInAs(there, 'group_lead', { group_id: groupId })
    const app = await createApp(there.installation)
    const at = browser(() => app)
    const shown = await at.see(`/groups/${groupId}/complete`, cookie)
    const seen = /name="seen" value="([^"]+)"/.exec(shown.body)?.[1] ?? ''
    const second = await makeSession(db(), groupId, { status: 'held' })
    await mark(second, stayedAway.participant, 'present')
    const unsaid = { seen, complete: came.place }
    const late = { ...unsaid, [`reason-${came.place}`]: 'Came to the most important one' }
    const answer = await at.send(`/groups/${groupId}/complete`, late, cookie)
    assert.equal(answer.statusCode, 409)
    assert.match(answer.body, /has changed since/)
    assert.match(answer.body, /Came to the most important one/)
    assert.match(answer.body, /came to 1 of 2 sessions, and 2 are asked for/)
    const again = /name="seen" value="([^"]+)"/.exec(answer.body)?.[1] ?? ''
    const refused = await at.send(`/groups/${groupId}/complete`, { ...unsaid, seen: again }, cookie)
    assert.equal(refused.statusCode, 422)
    assert.match(refused.body, /Say why .+ completes all the same/)
    const done = await at.send(`/groups/${groupId}/complete`, { ...late, seen: again }, cookie)
    assert.equal(done.statusCode, 303)
    assert.equal((await placeIs(came.place)).status, 'completed')
    await app.close()
  })

  it('takes what is stated by who writes the project alone, and carries it into the next year', async () => {
    await assert.rejects(stateTerms(asHub(), { projectId, terms: { leastShare: 80, leastTasks: 2 } }), Forbidden)
    await stateTerms(national(), { projectId, terms: { leastShare: 80, leastTasks: 2 } })
    const next = await makeProject(db(), { year: 2021 })
    assert.deepEqual(await termsOfProject(db(), next), onceAtLeast)
    await carryTerms(national(), { from: projectId, to: next })
    assert.deepEqual(await termsOfProject(db(), next), { leastShare: 80, leastTasks: 2 })
  })

  it('waits for sessions still to be held and for marks to be settled', async () => {
    const sessionId = await makeSession(db(), groupId, { on_date: Temporal.PlainDate.from('2022-07-08') })
    await assert.rejects(completeGroupYear(asLead(), { groupId, leaving: [] }), Refused)
    await db().updateTable('sessions').set({ status: 'held' }).where('id', '=', sessionId).execute()
    await mark(sessionId, came.participant, 'present')
    await mark(sessionId, came.participant, 'absent')
    await assert.rejects(completeGroupYear(asLead(), { groupId, leaving: [] }), Refused)
    assert.equal((await statementsOfGroup(db(), groupId)).length, 0)
  })

  it('is for the lead and the lead hub; a partner hub is refused, and strangers find nothing', async () => {
    await assert.rejects(completeGroupYear(asHub(partner), { groupId, leaving: [] }), Forbidden)
    await assert.rejects(completeGroupYear(asHub(await makeHub(db())), { groupId, leaving: [] }), NotFound)
  })

  it('issues statements that anyone can check, print, and be told when they were withdrawn', async () => {
    await completeGroupYear(asLead(), { groupId, leaving: [] })
    const [statement] = await statementsOfGroup(db(), groupId)
    const app = await createApp(there.installation)
    const address = `/statements/${statement?.code}`
    const shown = await app.inject({ url: address })
    assert.equal(shown.statusCode, 200)
    assert.ok(shown.body.includes('This statement is genuine') && shown.body.includes('1 of 1'))
    const pdf = await app.inject({ url: `${address}.pdf` })
    assert.equal(pdf.headers['content-type'], 'application/pdf')
    assert.ok(pdf.rawPayload.subarray(0, 5).toString() === '%PDF-')
    assert.equal(
      (await app.inject({ url: `/statements?code=${statement?.code.toLowerCase().replaceAll('-', '+')}` })).headers[
        'location'
      ],
      address,
    )
    assert.equal((await app.inject({ url: `/statements/${codeOf([1, 2, 3, 4, 5, 6, 7])}` })).statusCode, 404)
    await assert.rejects(
      withdrawStatement(asLead(), { groupId, statementId: statement?.id ?? '', reason: 'Wrong' }),
      Forbidden,
    )
    await withdrawStatement(asHub(), { groupId, statementId: statement?.id ?? '', reason: 'Wrong person' })
    const withdrawn = await app.inject({ url: address })
    assert.ok(withdrawn.body.includes('This statement was withdrawn') && !withdrawn.body.includes('Wrong person'))
    await app.close()
  })

  it('leave every rule that must hold true of the data', () => there.requireNoFaults())
})
