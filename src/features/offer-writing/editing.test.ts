import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { actorWith, type TestInstallation, testInstallation } from '../../../test/support/installation.ts'
import { makeHub, makeOffer, makePerson, makePolicy, makeProject } from '../../../test/support/records.ts'
import { Conflict, Forbidden, NotFound, Refused } from '../../platform/errors.ts'
import { historyOf } from '../../platform/history.ts'
import type { Actor } from '../../vocabulary/actor.ts'
import { newId } from '../../vocabulary/ids.ts'
import { changeOffer } from './actions/change-offer.ts'
import { draftOffer } from './actions/draft-offer.ts'
import { changeDate, planDate, removeDate } from './actions/plan-date.ts'
import { publishOffer } from './actions/publish-offer.ts'
import { closeOffer, withdrawOffer } from './actions/withdraw-offer.ts'
import { markOfDate, offerToEdit } from './editing-queries.ts'
import type { DateTerms, OfferPart, PartName } from './offer-parts.ts'
import { versionsOfOffer } from './version-queries.ts'

const parts = {
  about: { contactEmail: 'questions@hub.example', contactTelephone: null, leadNote: null },
  who: { themeIds: [], mostOrganisations: null, mostPeople: null, fewestOrganisations: null },
  dates: { venueId: null, datesNote: null, practicalNotes: null },
  policy: { policyId: null },
  joining: {
    opensOn: null,
    closesOn: null,
    requestWord: 'expression of interest',
    registering: { how: 'form' },
    joiningNote: null,
  },
} as const satisfies { [Name in PartName]: Extract<OfferPart, { part: Name }>['terms'] }

const date: DateTerms = {
  on: Temporal.PlainDate.from('2021-11-17'),
  startsAt: Temporal.PlainTime.from('09:30'),
  endsAt: Temporal.PlainTime.from('14:30'),
  mode: 'venue',
  certainty: 'confirmed',
  venueId: null,
  onlineLink: null,
  note: null,
}

describe('an offer that its hub makes', () => {
  let test: TestInstallation
  let hub: { id: string; slug: string }
  let other: { id: string; slug: string }
  let staff: string
  const db = () => test.installation.connections.kysely
  const administrator = () => test.as(actorWith(staff, 'hub_administrator', { hubId: hub.id, hubSlug: hub.slug }))
  const lead = () => test.as(actorWith(staff, 'hub_lead', { hubId: hub.id, hubSlug: hub.slug }))
  const drafted = async () => draftOffer(administrator(), { hubId: hub.id, projectId: await makeProject(db()) })
  const edited = async (id: string) => {
    const offer = await offerToEdit(db(), hub.id, id)
    assert.ok(offer)
    return offer
  }
  const change = async (id: string, part: PartName, changed: object = {}, by = administrator()) => {
    const terms = { ...parts[part], ...changed }
    return changeOffer(by, { id, seen: (await edited(id)).marks[part], change: { part, terms } as OfferPart })
  }
  const plan = async (id: string, terms: Partial<DateTerms> = {}, by = administrator()) =>
    planDate(by, { offerId: id, seen: (await edited(id)).plannedDates.length, terms: { ...date, ...terms } })
  const dateOf = async (id: string, dateId: string) => {
    const found = (await edited(id)).plannedDates.find((each) => each.id === dateId)
    assert.ok(found)
    return { offerId: id, dateId, seen: markOfDate(found) }
  }
  const venueOf = async (hubId: string): Promise<string> => {
    const id = newId()
    const venue = { id, hub_id: hubId, name: 'The Old Hall', short_name: 'Old Hall', address: '1 Road' }
    await db().insertInto('venues').values(venue).execute()
    return id
  }
  const happened = async (id: string) =>
    (await historyOf(db(), { type: 'offer', id })).map(({ name }) => name).toSorted()

  before(async () => {
    test = await testInstallation()
    hub = await makeHub(db())
    other = await makeHub(db())
    staff = (await makePerson(db())).id
  })
  after(() => test.release())

  it('begins as a draft with the address of its project and the contact of its hub', async () => {
    const projectId = await makeProject(db(), { slug: 'subject-leadership' })
    const id = await draftOffer(administrator(), { hubId: hub.id, projectId })
    const offer = await edited(id)
    assert.equal(offer.status, 'draft')
    assert.equal(offer.slug, 'subject-leadership')
    assert.equal(offer.contactEmail, `${hub.slug}@hubs.example`)
    assert.deepEqual(await happened(id), ['offer.drafted'])
  })

  it('is made, changed, published and ended by staff of its hub, and for everybody else it is not there', async () => {
    const projectId = await makeProject(db())
    const id = await drafted()
    const dateId = await plan(id)
    const changed = { id, seen: (await edited(id)).marks.about, change: { part: 'about', terms: parts.about } } as const
    const planned = await dateOf(id, dateId)
    const strangers: readonly Actor[] = [
      { kind: 'visitor' },
      actorWith(newId(), 'hub_lead', { hubId: other.id, hubSlug: other.slug }),
      actorWith(newId(), 'national_team'),
      actorWith(newId(), 'analyst'),
      actorWith(newId(), 'group_lead', { groupId: newId() }),
      actorWith(newId(), 'school_lead', { organisationId: newId() }),
    ]
    for (const actor of strangers) {
      const by = test.as(actor)
      await assert.rejects(draftOffer(by, { hubId: hub.id, projectId }), NotFound)
      await assert.rejects(changeOffer(by, changed), NotFound)
      await assert.rejects(planDate(by, { offerId: id, terms: date, seen: 1 }), NotFound)
      await assert.rejects(changeDate(by, { ...planned, terms: date }), NotFound)
      await assert.rejects(removeDate(by, planned), NotFound)
      await assert.rejects(publishOffer(by, id), NotFound)
      await assert.rejects(closeOffer(by, { id, reason: 'Full' }), NotFound)
      await assert.rejects(withdrawOffer(by, { id, reason: 'No lead' }), NotFound)
    }
    await changeOffer(lead(), changed)
    await publishOffer(lead(), id)
    await publishOffer(administrator(), id)
    assert.equal((await edited(id)).status, 'published')
    assert.deepEqual(await happened(id), ['offer.changed', 'offer.changed', 'offer.drafted', 'offer.published'])
  })

  it('is one at its address, also when two begin it at once; a second one says what tells it apart', async () => {
    const projectId = await makeProject(db(), { slug: 'calculation' })
    const input = { hubId: hub.id, projectId }
    const made = await Promise.allSettled([draftOffer(administrator(), input), draftOffer(lead(), input)])
    assert.deepEqual(made.map(({ status }) => status).toSorted(), ['fulfilled', 'rejected'])
    await assert.rejects(draftOffer(lead(), input), Refused)
    const second = await draftOffer(lead(), { ...input, suffix: 'Early Years' })
    assert.equal((await edited(second)).slug, 'calculation-early-years')
    await draftOffer(test.system(), { ...input, hubId: other.id })
  })

  it('is of a published project of the network or of its own hub', async () => {
    const make = async (values: Record<string, unknown>) =>
      draftOffer(administrator(), { hubId: hub.id, projectId: await makeProject(db(), values) })
    await assert.rejects(draftOffer(administrator(), { hubId: hub.id, projectId: newId() }), NotFound)
    await assert.rejects(make({ status: 'draft', published_at: null }), NotFound)
    await assert.rejects(make({ hub_id: other.id }), NotFound)
    await assert.rejects(make({ status: 'closed' }), Refused)
    await make({ hub_id: hub.id })
  })

  it('takes each part by itself: who asks when and how, for whom and how many, and which themes', async () => {
    const projectId = await makeProject(db())
    const themeIds = [newId(), newId(), newId()].toSorted()
    await db()
      .insertInto('project_themes')
      .values(
        themeIds.map((id, position) => ({
          id,
          project_id: projectId,
          kind: 'theme',
          suffix: `T${position}`,
          title: `Theme ${position}`,
          focus: 'A focus',
          position,
        })),
      )
      .execute()
    const id = await draftOffer(lead(), { hubId: hub.id, projectId })
    const outside = { how: 'outside', address: 'https://forms.example/ours' } as const
    await change(id, 'joining', { closesOn: Temporal.PlainDate.from('2021-11-30'), registering: outside })
    await change(id, 'about', { leadNote: 'A specialist', contactTelephone: '020 7946 0018' })
    const room = { mostOrganisations: 12, mostPeople: 24, fewestOrganisations: 6 }
    await change(id, 'who', { themeIds: themeIds.slice(1), ...room })
    const offer = await edited(id)
    assert.deepEqual(
      [offer.closesOn?.toString(), offer.registering, offer.leadNote, offer.contactTelephone, offer.room],
      ['2021-11-30', outside, 'A specialist', '020 7946 0018', room],
    )
    assert.deepEqual(
      offer.themeChoice.map((theme) => theme.id),
      themeIds.slice(1),
    )
    await change(id, 'who', { themeIds: themeIds.slice(0, 1) })
    assert.deepEqual([(await edited(id)).theme?.id, (await edited(id)).themeChoice], [themeIds[0], []])
    await change(id, 'who', {})
    assert.deepEqual([(await edited(id)).theme, (await edited(id)).themeChoice.length], [null, 3])
    await assert.rejects(change(id, 'who', { themeIds: [newId()] }), Refused)
  })

  it('takes as many dates as wanted, in the order of their days, each with its venue, link and note', async () => {
    const id = await drafted()
    const venueId = await venueOf(hub.id)
    const later = { on: Temporal.PlainDate.from('2022-05-25') }
    const unknown = { on: null, startsAt: null, endsAt: null, certainty: 'unknown' } as const
    await plan(id, unknown)
    await plan(id, { ...later, mode: 'blended', venueId, onlineLink: 'https://meet.example/1', note: 'Bring a laptop' })
    const first = await plan(id)
    for (let more = 0; more < 6; more += 1) await plan(id, { on: Temporal.PlainDate.from(`2022-06-0${more + 1}`) })
    const { plannedDates } = await edited(id)
    assert.deepEqual(
      plannedDates.map(({ position, on }) => [position, on?.toString() ?? null]),
      ['2021-11-17', '2022-05-25', ...[1, 2, 3, 4, 5, 6].map((day) => `2022-06-0${day}`), null].map((on, at) => [
        at + 1,
        on,
      ]),
    )
    const { venue, onlineLink, note } = plannedDates[1] ?? {}
    assert.deepEqual([venue?.id, onlineLink, note], [venueId, 'https://meet.example/1', 'Bring a laptop'])
    await changeDate(lead(), {
      ...(await dateOf(id, first)),
      terms: { ...date, on: Temporal.PlainDate.from('2022-07-01') },
    })
    assert.equal((await edited(id)).plannedDates.at(-2)?.id, first)
    await removeDate(lead(), await dateOf(id, first))
    assert.deepEqual(
      (await edited(id)).plannedDates.map(({ position }) => position),
      [1, 2, 3, 4, 5, 6, 7, 8],
    )
  })

  it('is not given what cannot be', async () => {
    const id = await drafted()
    const day = Temporal.PlainDate.from('2021-11-01')
    await assert.rejects(change(id, 'joining', { opensOn: day, closesOn: day.subtract({ days: 1 }) }), Refused)
    await assert.rejects(change(id, 'who', { mostOrganisations: 5, fewestOrganisations: 6 }), Refused)
    await assert.rejects(plan(id, { endsAt: date.startsAt }), Refused)
    await assert.rejects(plan(id, { on: null }), Refused)
    await assert.rejects(
      plan(id, { on: Temporal.PlainDate.from('2031-02-01') }),
      /Look at the year of the day: .* meets in/,
    )
    await plan(id, { on: Temporal.PlainDate.from('2022-08-30') })
  })

  it('is not given what belongs to another hub or project', async () => {
    const id = await drafted()
    const venueId = await venueOf(other.id)
    await assert.rejects(change(id, 'dates', { venueId }), Refused)
    await assert.rejects(plan(id, { venueId }), Refused)
    await assert.rejects(change(id, 'policy', { policyId: await makePolicy(db(), other.id) }, lead()), Refused)
  })

  it('has a policy that the lead of its hub chooses', async () => {
    const id = await drafted()
    const policyId = await makePolicy(db(), hub.id)
    await assert.rejects(change(id, 'policy', { policyId }), Forbidden)
    await change(id, 'policy', { policyId }, lead())
    await change(id, 'dates', { datesNote: 'In spring' })
    assert.equal((await edited(id)).policy?.id, policyId)
  })

  it('is not overwritten by whoever opened a part before somebody else changed it; another part is free', async () => {
    const id = await drafted()
    const { marks } = await edited(id)
    const about = { id, seen: marks.about, change: { part: 'about', terms: parts.about } } as const
    const terms = { ...parts.about, leadNote: 'Theirs' }
    const done = await Promise.allSettled([
      changeOffer(administrator(), { ...about, change: { part: 'about', terms: { ...terms, leadNote: 'Ours' } } }),
      changeOffer(lead(), { ...about, change: { part: 'about', terms } }),
    ])
    assert.deepEqual(done.map(({ status }) => status).toSorted(), ['fulfilled', 'rejected'])
    await assert.rejects(changeOffer(lead(), about), Conflict)
    await changeOffer(lead(), { id, seen: marks.dates, change: { part: 'dates', terms: parts.dates } })
    const twice = { offerId: id, terms: date, seen: 0 }
    await planDate(lead(), twice)
    await assert.rejects(planDate(lead(), twice), Conflict)
  })

  it('keeps a version of each change with who made it, and shows what each changed', async () => {
    const person = await makePerson(db())
    const by = test.as({ ...actorWith(person.id, 'hub_lead', { hubId: hub.id, hubSlug: hub.slug }) })
    const id = await makeOffer(db(), hub.id, await makeProject(db()))
    await change(id, 'dates', { datesNote: 'In spring' }, by)
    await plan(id, {}, by)
    await closeOffer(by, { id, reason: 'Full' })
    const versions = await versionsOfOffer(db(), id)
    assert.deepEqual(
      versions.map(({ number, act, by: who, changes }) => [number, act, who, changes.map(({ label }) => label)]),
      [
        [4, 'closed', person.name, ['Why it ended']],
        [3, 'changed', person.name, ['Dates']],
        [2, 'changed', person.name, ['About the dates']],
        [1, 'published', null, versions.at(-1)?.changes.map(({ label }) => label)],
      ],
    )
    assert.deepEqual(versions[2]?.changes, [{ label: 'About the dates', before: '', after: 'In spring' }])
  })

  it('is closed or withdrawn with a reason, and is not changed or published after it is withdrawn', async () => {
    const id = await makeOffer(db(), hub.id, await makeProject(db()))
    await assert.rejects(withdrawOffer(lead(), { id, reason: ' ' }), Refused)
    await closeOffer(lead(), { id, reason: 'Every place is taken.' })
    await assert.rejects(closeOffer(lead(), { id, reason: 'Again' }), Refused)
    await assert.rejects(publishOffer(lead(), id), Refused)
    await withdrawOffer(administrator(), { id, reason: 'No lead was found.' })
    assert.equal((await edited(id)).statusReason, 'No lead was found.')
    await assert.rejects(withdrawOffer(lead(), { id, reason: 'Again' }), Refused)
    await assert.rejects(change(id, 'about'), Refused)
    await assert.rejects(plan(id), Refused)
    await assert.rejects(publishOffer(lead(), id), Refused)
    assert.deepEqual(await happened(id), ['offer.closed', 'offer.withdrawn'])
  })

  it('is not published when its project has ended meanwhile', async () => {
    const projectId = await makeProject(db())
    const id = await draftOffer(lead(), { hubId: hub.id, projectId })
    await db().updateTable('projects').set({ status: 'withdrawn' }).where('id', '=', projectId).execute()
    await assert.rejects(publishOffer(lead(), id), Refused)
  })
})
