// Records for tests, made in one line each with what does not matter filled in.
import { json } from '../../src/platform/database/index.ts'
import { newId } from '../../src/vocabulary/ids.ts'
import type { TestInstallation } from './installation.ts'

type Db = TestInstallation['installation']['connections']['kysely']
let serial = 0
const next = (): number => {
  serial += 1
  return serial
}
const at = Temporal.Instant.from('2021-09-01T08:00:00Z')

/** The year 2021/22 and the three usual delivery models. */
export const makeYear = async (db: Db, year = 2021): Promise<void> => {
  await db
    .insertInto('academic_years')
    .values({
      year,
      starts_on: Temporal.PlainDate.from({ year, month: 9, day: 1 }),
      ends_on: Temporal.PlainDate.from({ year: year + 1, month: 8, day: 31 }),
    })
    .onConflict((c) => c.doNothing())
    .execute()
  await db
    .insertInto('delivery_models')
    .values([
      {
        key: 'work_group',
        name: 'Work Group',
        name_plural: 'Work Groups',
        group_word: 'Work Group',
        group_plural: 'Work Groups',
        lead_word: 'Work Group Lead',
        lead_plural: 'Work Group Leads',
        session_word: 'workshop',
        session_plural: 'workshops',
      },
      {
        key: 'community',
        name: 'Community',
        name_plural: 'Communities',
        group_word: 'Community',
        group_plural: 'Communities',
        lead_word: 'Community Lead',
        lead_plural: 'Community Leads',
        session_word: 'meeting',
        session_plural: 'meetings',
        session_kind: 'meeting',
      },
    ])
    .onConflict((c) => c.doNothing())
    .execute()
}

export const makeHub = async (db: Db, slug = `hub-${next()}`): Promise<{ id: string; slug: string }> => {
  const id = newId()
  await db
    .insertInto('hubs')
    .values({ id, slug, email: `${slug}@hubs.example` })
    .execute()
  await db.insertInto('hub_names').values({ hub_id: id, name: slug }).execute()
  return { id, slug }
}

export const makeSchool = async (
  db: Db,
  values: Partial<{
    name: string
    urn: number
    phase: string
    status: string
    easting: number
    northing: number
    state_funded: boolean
    email_domains: string[]
    town: string
  }> = {},
): Promise<string> => {
  const id = newId()
  await db
    .insertInto('organisations')
    .values({
      id,
      kind: 'school',
      name: `School ${serial}`,
      urn: 910_000 + next(),
      phase: 'secondary',
      state_funded: true,
      easting: 520_000,
      northing: 180_000,
      invented: true,
      ...values,
    })
    .execute()
  return id
}

export const makeProvider = async (
  db: Db,
  values: Partial<{ name: string; itt_kind: string; itt_phases: string[] }> = {},
): Promise<string> => {
  const id = newId()
  await db
    .insertInto('organisations')
    .values({
      id,
      kind: 'itt_provider',
      name: `Provider ${next()}`,
      itt_kind: 'hei',
      itt_phases: ['qts_primary'],
      invented: true,
      ...values,
    })
    .execute()
  return id
}

export const makeProject = async (db: Db, values: Record<string, unknown> = {}): Promise<string> => {
  const id = newId()
  const n = next()
  await makeYear(db)
  await db
    .insertInto('projects')
    .values({
      id,
      year: 2021,
      title: `Project ${n}`,
      slug: `project-${n}`,
      summary: 'A project.',
      delivery_model: 'work_group',
      unit: 'organisation',
      phases: ['secondary'],
      status: 'published',
      published_at: at,
      ...values,
    })
    .execute()
  return id
}

export const makePolicy = async (db: Db, hubId: string, values: Record<string, unknown> = {}): Promise<string> => {
  const id = newId()
  await db
    .insertInto('cancellation_policies')
    .values({
      id,
      hub_id: hubId,
      name: `Policy ${next()}`,
      amount_pence: 7500,
      notice_days: 7,
      notice_kind: 'calendar',
      charges_late_cancellation: true,
      charges_non_attendance: true,
      wording: 'A charge of £75 may be made.',
      created_at: at,
      ...values,
    })
    .execute()
  return id
}

export const makeOffer = async (
  db: Db,
  hubId: string,
  projectId: string,
  values: Record<string, unknown> = {},
): Promise<string> => {
  const id = newId()
  await db
    .insertInto('offers')
    .values({
      id,
      hub_id: hubId,
      project_id: projectId,
      year: 2021,
      slug: `offer-${next()}`,
      status: 'published',
      published_at: at,
      updated_at: at,
      ...values,
    })
    .execute()
  return id
}

export const makeGroup = async (
  db: Db,
  hubId: string,
  projectId: string,
  values: Record<string, unknown> = {},
): Promise<string> => {
  const id = newId()
  await db
    .insertInto('groups')
    .values({
      id,
      hub_id: hubId,
      project_id: projectId,
      year: 2021,
      name: `Group ${next()}`,
      organisations_room: 8,
      people_room: 16,
      created_at: at,
      ...values,
    })
    .execute()
  return id
}

export const makePerson = async (
  db: Db,
  name = `Person ${next()}`,
): Promise<{ id: string; name: string; address: string }> => {
  const id = newId()
  const address = `person-${next()}@school.example`
  await db.insertInto('people').values({ id, name, created_at: at }).execute()
  await db
    .insertInto('email_addresses')
    .values({ id: newId(), person_id: id, address, confirmed_at: at, from_at: at })
    .execute()
  return { id, name, address }
}

export const makePlace = async (
  db: Db,
  input: { groupId: string; projectId: string; organisationId: string; status?: string; people?: number },
): Promise<string> => {
  const id = newId()
  await db
    .insertInto('places')
    .values({
      id,
      group_id: input.groupId,
      project_id: input.projectId,
      organisation_id: input.organisationId,
      people_count: input.people ?? 1,
      status: input.status ?? 'held',
      held_at: at,
      respond_by: input.status === 'offered' ? at.add({ hours: 24 * 60 }) : null,
    })
    .execute()
  return id
}

export const makeParticipant = async (db: Db, placeId: string, personId: string, part = 'lead'): Promise<string> => {
  const id = newId()
  await db
    .insertInto('participants')
    .values({
      id,
      place_id: placeId,
      person_id: personId,
      part,
      status: 'taking_part',
      from_on: Temporal.PlainDate.from('2021-09-01'),
    })
    .execute()
  return id
}

export const makeSession = async (db: Db, groupId: string, values: Record<string, unknown> = {}): Promise<string> => {
  const id = newId()
  await db
    .insertInto('sessions')
    .values({
      id,
      group_id: groupId,
      number: next(),
      on_date: Temporal.PlainDate.from('2021-11-17'),
      starts_at: Temporal.PlainTime.from('09:30'),
      ends_at: Temporal.PlainTime.from('14:30'),
      mode: 'venue',
      status: 'confirmed',
      ...values,
    })
    .execute()
  return id
}

export const makeCriterion = async (
  db: Db,
  projectId: string,
  criterion: { sentence: string; rule: Parameters<typeof json>[0]; strength?: string },
): Promise<string> => {
  const id = newId()
  await db
    .insertInto('criteria')
    .values({
      id,
      project_id: projectId,
      position: next(),
      strength: criterion.strength ?? 'required',
      sentence: criterion.sentence,
      rule: json(criterion.rule),
    })
    .execute()
  return id
}
