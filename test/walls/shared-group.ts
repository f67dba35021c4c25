// A group of the demonstration world that two hubs share, each with a school of its own, of which everything that rule 10
// keeps from the other hub bears a mark that nothing else in the world has.
import { json } from '../../src/platform/database/index.ts'
import { hashOf } from '../../src/platform/secrets.ts'
import { newId } from '../../src/vocabulary/ids.ts'
import { otherHub, ownHub } from '../access-matrix/records.ts'
import type { Demonstration } from '../support/demonstration.ts'
import { makeOffer, makeParticipant, makePlace, makePolicy, makeSchool, makeSession } from '../support/records.ts'

export type Side = 'ours' | 'theirs'
export const sides: readonly Side[] = ['ours', 'theirs']
export const hubOf: Readonly<Record<Side, string>> = { ours: ownHub, theirs: otherHub }

/** What a hub keeps to itself of its own school in a shared group. */
const secretsOf = (side: Side) => ({
  address: `zadrozny@${side}-school.example`,
  telephone: side === 'ours' ? '01632 960411' : '01632 960522',
  'telephone of who asked': side === 'ours' ? '01632 960433' : '01632 960544',
  'address of the headteacher': `head-quill@${side}-school.example`,
  'teacher reference number': side === 'ours' ? '4718293' : '5829304',
  comments: `comment-${side}-zymurgy`,
  verdict: `fact-${side}-quixotry`,
  'reason of a verdict': `overruled-${side}-syzygy`,
  'reason of a decline': `declined-${side}-xylograph`,
  'reason of an end': `ended-${side}-klaxon`,
  'reason of a notice': `notice-${side}-vexillum`,
  'amount of a charge': side === 'ours' ? '47.11' : '53.17',
  'reason of a charge': `waived-${side}-bathysphere`,
  'reflection for the lead alone': `reflected-${side}-palimpsest`,
})
export type Secrets = ReturnType<typeof secretsOf>
export type Kind = keyof Secrets
export const secrets: Readonly<Record<Side, Secrets>> = { ours: secretsOf('ours'), theirs: secretsOf('theirs') }

const at = Temporal.Instant.from('2021-09-20T08:00:00Z')
const day = Temporal.PlainDate.from('2021-09-01')
type Db = Demonstration['installation']['connections']['kysely']

export type Unit = {
  readonly organisation: string
  readonly name: string
  readonly person: string
  readonly place: string
  readonly ended: string
  readonly participant: string
  readonly interest: string
  readonly declined: string
  readonly charge: string
  readonly schoolLead: string
}
export type SharedGroup = {
  readonly group: string
  readonly session: string
  /** A task of which only the lead reads what comes. */
  readonly task: string
  /** Two days from now: notice for it is late. */
  readonly soon: string
  readonly units: Readonly<Record<Side, Unit>>
  readonly hubIds: Readonly<Record<Side, string>>
}

const makeMarkedPerson = async (db: Db, name: string, address: string, more: object = {}): Promise<string> => {
  const id = newId()
  await db
    .insertInto('people')
    .values({ id, name, created_at: at, ...more })
    .execute()
  await db
    .insertInto('email_addresses')
    .values({ id: newId(), person_id: id, address, confirmed_at: at, from_at: at })
    .execute()
  return id
}

type About = { readonly side: Side; readonly hubId: string; readonly group: { id: string; projectId: string } }
type Asking = About & { readonly organisation: string; readonly person: string; readonly offer: string }

const insertInterest = async (db: Db, about: Asking, more: object): Promise<string> => {
  const id = newId()
  const marks = secrets[about.side]
  await db
    .insertInto('expressions_of_interest')
    .values({
      id,
      offer_id: about.offer,
      project_id: about.group.projectId,
      organisation_id: about.organisation,
      status: 'placed',
      sender_name: `Sender ${about.side}`,
      sender_email: marks.address,
      sender_telephone: marks['telephone of who asked'],
      sender_post: 'head_of_department',
      sender_person_id: about.person,
      comments: marks.comments,
      headteacher_name: 'Quill Head',
      headteacher_email: marks['address of the headteacher'],
      created_at: at,
      confirmed_email_at: at,
      received_at: at,
      ...more,
    })
    .execute()
  await db
    .insertInto('interest_verdicts')
    .values({
      id: newId(),
      interest_id: id,
      position: 1,
      strength: 'required',
      sentence: 'A school of the right phase',
      rule: json({ fact: 'organisation.phase', in: ['secondary'] }),
      answer: 'no',
      facts: json([{ label: 'Phase', value: marks.verdict, source: 'the register', asOf: '2021-09-20' }]),
      reached_at: at,
      overruled_answer: 'yes',
      overruled_reason: marks['reason of a verdict'],
      overruled_at: at,
    })
    .execute()
  return id
}

const makeUnit = async (db: Db, about: About, session: string): Promise<Unit> => {
  const { side, hubId, group } = about
  const marks = secrets[side]
  const name = `Shared ${side} School`
  const organisation = await makeSchool(db, { name })
  const person = await makeMarkedPerson(db, `Taking Part ${side}`, marks.address, {
    telephone: marks.telephone,
    teacher_reference_number: marks['teacher reference number'],
  })
  const pence = Number(marks['amount of a charge'].replace('.', ''))
  const policy = await makePolicy(db, hubId, { name: `Policy ${side}`, amount_pence: 2500 })
  const offer = await makeOffer(db, hubId, group.projectId, { policy_id: policy })
  const place = await makePlace(db, { groupId: group.id, projectId: group.projectId, organisationId: organisation })
  const participant = await makeParticipant(db, place, person)
  await db
    .updateTable('participants')
    .set({ access_needs: `needs of ${side}` })
    .where('id', '=', participant)
    .execute()
  const asking = { ...about, organisation, person, offer }
  const interest = await insertInterest(db, asking, { place_id: place, policy_id: policy })
  const other = await makeSchool(db, { name: `Former ${side} School` })
  const ended = await makePlace(db, {
    groupId: group.id,
    projectId: group.projectId,
    organisationId: other,
    status: 'held',
  })
  await insertInterest(db, { ...asking, organisation: other }, { place_id: ended })
  const declined = await insertInterest(
    db,
    { ...asking, organisation: await makeSchool(db) },
    { status: 'declined', status_reason: marks['reason of a decline'] },
  )
  const charge = newId()
  await db
    .insertInto('charges')
    .values({
      id: charge,
      place_id: place,
      participant_id: participant,
      session_id: session,
      hub_id: hubId,
      policy_id: policy,
      cause: 'non_attendance',
      amount_pence: pence,
      status: 'waived',
      status_reason: marks['reason of a charge'],
      evidence: json({
        policyName: 'p',
        policyVersion: 1,
        wording: 'w',
        noticeDays: 7,
        noticeKind: 'calendar',
        amountPence: pence,
        sessionStartsAt: at.toString(),
        sessionSequence: 0,
        freeUntil: null,
        noticeGivenAt: null,
        markId: null,
      }),
      proposed_at: at,
      decided_at: at,
      decided_by_person_id: person,
    })
    .execute()
  const schoolLead = await makeMarkedPerson(db, `School Lead ${side}`, `lead@${side}-school.example`)
  await grant(db, schoolLead, 'school_lead', { organisation_id: organisation })
  return { organisation, name, person, place, ended, participant, interest, declined, charge, schoolLead }
}

/** Gives somebody a role from this autumn. */
export const grant = (db: Db, personId: string, role: string, scope: object) =>
  db
    .insertInto('roles')
    .values({ id: newId(), person_id: personId, role, ...scope, from_on: day })
    .execute()

export const makeLead = async (db: Db, hubId: string): Promise<string> => {
  const id = await makeMarkedPerson(db, 'Lead of the other hub', 'lead@other-hub.example')
  await grant(db, id, 'hub_lead', { hub_id: hubId })
  return id
}

/** A cookie of a session that somebody has signed in with. */
export const signedInAs = async (db: Db, personId: string): Promise<string> => {
  const token = newId()
  const now = Temporal.Now.instant()
  await db
    .insertInto('signed_in_sessions')
    .values({
      id: newId(),
      person_id: personId,
      token_hash: hashOf(token),
      created_at: now,
      expires_at: now.add({ hours: 8 }),
    })
    .execute()
  return token
}

/** A task for the lead alone, that somebody of each side has returned. */
const makeTask = async (db: Db, groupId: string, units: Readonly<Record<Side, Unit>>): Promise<string> => {
  const id = newId()
  await db
    .insertInto('tasks')
    .values({
      ...{
        id,
        group_id: groupId,
        title: 'Told to the lead',
        brief: 'Only the lead reads it.',
        due_on: day,
        set_at: at,
      },
      shared_with: 'lead',
    })
    .execute()
  for (const side of sides) {
    const returned = { id: newId(), task_id: id, participant_id: units[side].participant }
    const reflection = secrets[side]['reflection for the lead alone']
    await db
      .insertInto('task_requests')
      .values({ ...returned, asked_at: at })
      .execute()
    await db
      .insertInto('reflections')
      .values({ ...returned, reflection, returned_at: at })
      .execute()
  }
  return id
}

/** Shares the group that Marisol Featherby leads with the other hub, and gives it a marked school of each. */
export const shareGroup = async ({ installation }: Demonstration, groupId: string): Promise<SharedGroup> => {
  const db = installation.connections.kysely
  const { project_id: projectId } = await db
    .selectFrom('groups')
    .select('project_id')
    .where('id', '=', groupId)
    .executeTakeFirstOrThrow()
  const hubs = await db.selectFrom('hubs').select(['id', 'slug']).where('slug', 'in', [ownHub, otherHub]).execute()
  const hubId = (side: Side) => hubs.find(({ slug }) => slug === hubOf[side])?.id ?? ''
  await db
    .updateTable('groups')
    .set(({ eb }) => ({
      organisations_room: eb('organisations_room', '+', 8),
      people_room: eb('people_room', '+', 20),
    }))
    .where('id', '=', groupId)
    .execute()
  await db
    .insertInto('group_partner_hubs')
    .values({ group_id: groupId, hub_id: hubId('theirs') })
    .execute()
  const session = await makeSession(db, groupId, {
    number: 91,
    on_date: Temporal.PlainDate.from('2021-10-11'),
    status: 'held',
  })
  const soon = await makeSession(db, groupId, { number: 92, on_date: Temporal.PlainDate.from('2021-10-20') })
  const group = { id: groupId, projectId }
  const unit = (side: Side) => makeUnit(db, { side, hubId: hubId(side), group }, session)
  const units = { ours: await unit('ours'), theirs: await unit('theirs') }
  return {
    group: groupId,
    session,
    task: await makeTask(db, groupId, units),
    soon,
    units,
    hubIds: { ours: hubId('ours'), theirs: hubId('theirs') },
  }
}

/** What the demonstration's hub has not done yet: a placement, a matching, a school settled, a change planned, a move decided. */
export const makeMoreWork = async (
  db: Db,
  hubId: string,
  of: { offerId: string; move: string; participant: string; organisation: string; person: string },
): Promise<{ run: string }> => {
  const run = newId()
  await db
    .insertInto('placement_runs')
    .values({
      id: run,
      offer_id: of.offerId,
      status: 'queued',
      requested_at: at,
      summary: json({ applicants: 1, groups: 1 }),
    })
    .execute()
  await db.insertInto('placement_run_offers').values({ run_id: run, offer_id: of.offerId }).execute()
  await db
    .insertInto('import_matchings')
    .values({
      id: newId(),
      hub_id: hubId,
      kind: 'people',
      name: 'Old form',
      header: json([]),
      header_shape: 'a shape',
      matching: json([]),
      used_at: at,
    })
    .execute()
  await db
    .insertInto('import_school_decisions')
    .values({ hub_id: hubId, key: 'a key', organisation_id: of.organisation, decided_at: at })
    .execute()
  await db
    .insertInto('planned_hub_changes')
    .values({
      id: newId(),
      hub_id: hubId,
      kind: 'name',
      due_on: day.add({ years: 9 }),
      particulars: json({ name: 'A later name' }),
      planned_at: at,
    })
    .execute()
  await db
    .insertInto('move_decisions')
    .values({ move_id: of.move, participant_id: of.participant, decision: 'stays', decided_at: at })
    .execute()
  await db
    .insertInto('coming_moves')
    .values({
      id: newId(),
      person_id: of.person,
      from_organisation_id: of.organisation,
      moves_on: day.add({ years: 1 }),
      said_by: 'hub',
      said_at: at,
    })
    .execute()
  return { run }
}
