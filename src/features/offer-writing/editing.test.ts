import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { actorWith, type TestInstallation, testInstallation } from '../../../test/support/installation.ts'
import { makeHub, makeOffer, makePolicy, makeProject } from '../../../test/support/records.ts'
import { Conflict, Forbidden, NotFound, Refused } from '../../platform/errors.ts'
import { historyOf } from '../../platform/history.ts'
import type { Actor } from '../../vocabulary/actor.ts'
import { newId } from '../../vocabulary/ids.ts'
import { changeOffer } from './actions/change-offer.ts'
import { draftOffer } from './actions/draft-offer.ts'
import { publishOffer } from './actions/publish-offer.ts'
import { closeOffer, withdrawOffer } from './actions/withdraw-offer.ts'
import { offerToEdit } from './editing-queries.ts'
import type { OfferTerms } from './offer-terms.ts'

const terms: OfferTerms = {
  contactEmail: 'questions@hub.example',
  opensOn: null,
  closesOn: null,
  venueId: null,
  themeId: null,
  practicalNotes: null,
  datesNote: null,
  leadNote: null,
  dates: [],
}
const date: OfferTerms['dates'][number] = {
  id: null,
  on: Temporal.PlainDate.from('2021-11-17'),
  startsAt: Temporal.PlainTime.from('09:30'),
  endsAt: Temporal.PlainTime.from('14:30'),
  mode: 'venue',
  certainty: 'confirmed',
}

describe('an offer that its hub makes', () => {
  let test: TestInstallation
  let hub: { id: string; slug: string }
  let other: { id: string; slug: string }
  const db = () => test.installation.connections.kysely
  const administrator = () => test.as(actorWith(newId(), 'hub_administrator', { hubId: hub.id, hubSlug: hub.slug }))
  const lead = () => test.as(actorWith(newId(), 'hub_lead', { hubId: hub.id, hubSlug: hub.slug }))
  const drafted = async () => draftOffer(administrator(), { hubId: hub.id, projectId: await makeProject(db()) })
  const edited = async (id: string) => {
    const offer = await offerToEdit(db(), hub.id, id)
    assert.ok(offer)
    return offer
  }
  const change = async (id: string, changed: Partial<OfferTerms>, by = administrator()) =>
    changeOffer(by, { id, seenAt: (await edited(id)).updatedAt.toString(), terms: { ...terms, ...changed } })
  const happened = async (id: string) =>
    (await historyOf(db(), { type: 'offer', id })).map(({ name }) => name).toSorted()

  before(async () => {
    test = await testInstallation()
    hub = await makeHub(db())
    other = await makeHub(db())
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
    const seenAt = (await edited(id)).updatedAt.toString()
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
      await assert.rejects(changeOffer(by, { id, seenAt, terms }), NotFound)
      await assert.rejects(publishOffer(by, id), NotFound)
      await assert.rejects(closeOffer(by, { id, reason: 'Full' }), NotFound)
      await assert.rejects(withdrawOffer(by, { id, reason: 'No lead' }), NotFound)
    }
    await changeOffer(lead(), { id, seenAt, terms })
    await publishOffer(lead(), id)
    await publishOffer(administrator(), id)
    assert.equal((await edited(id)).status, 'published')
    assert.deepEqual(await happened(id), ['offer.changed', 'offer.drafted', 'offer.published'])
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

  it('takes its window, texts and dates, and a date that stays keeps its venue and note', async () => {
    const id = await drafted()
    await change(id, { closesOn: Temporal.PlainDate.from('2021-11-30'), leadNote: 'A specialist', dates: [date, date] })
    const first = (await edited(id)).plannedDates[0]
    assert.ok(first)
    await db().updateTable('planned_dates').set({ note: 'Bring a laptop' }).where('id', '=', first.id).execute()
    await change(id, { dates: [{ ...date, id: first.id, certainty: 'provisional' }] })
    const { plannedDates, closesOn } = await edited(id)
    assert.deepEqual(
      plannedDates.map(({ id, note, certainty }) => ({ id, note, certainty })),
      [{ id: first.id, note: 'Bring a laptop', certainty: 'provisional' }],
    )
    assert.equal(closesOn, null)
  })

  it('is not given dates or a window that cannot be', async () => {
    const id = await drafted()
    const day = Temporal.PlainDate.from('2021-11-01')
    await assert.rejects(change(id, { opensOn: day, closesOn: day.subtract({ days: 1 }) }), Refused)
    await assert.rejects(change(id, { dates: [{ ...date, endsAt: date.startsAt }] }), Refused)
    await assert.rejects(change(id, { dates: [{ ...date, on: null }] }), Refused)
    await assert.rejects(change(id, { dates: Array.from({ length: 7 }, () => date) }), Refused)
  })

  it('is not given what belongs to another hub or project', async () => {
    const id = await drafted()
    const venueId = newId()
    await db()
      .insertInto('venues')
      .values({ id: venueId, hub_id: other.id, name: 'Elsewhere', short_name: 'Elsewhere', address: '1 Road' })
      .execute()
    await assert.rejects(change(id, { venueId }), Refused)
    await assert.rejects(change(id, { themeId: newId() }), Refused)
    await assert.rejects(change(id, { policyId: await makePolicy(db(), other.id) }, lead()), Refused)
  })

  it('has a policy that the lead of its hub chooses, and that others leave as it is', async () => {
    const id = await drafted()
    const policyId = await makePolicy(db(), hub.id)
    await assert.rejects(change(id, { policyId }), Forbidden)
    await change(id, { policyId }, lead())
    await change(id, { datesNote: 'In spring' })
    await change(id, { policyId })
    assert.equal((await edited(id)).policy?.id, policyId)
  })

  it('is not overwritten by whoever opened it before somebody else changed it', async () => {
    const id = await drafted()
    const seenAt = (await edited(id)).updatedAt.toString()
    const two = [administrator(), lead()].map((by) => changeOffer(by, { id, seenAt, terms }))
    const done = await Promise.allSettled(two)
    assert.deepEqual(done.map(({ status }) => status).toSorted(), ['fulfilled', 'rejected'])
    await assert.rejects(changeOffer(lead(), { id, seenAt, terms }), Conflict)
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
    await assert.rejects(change(id, {}), Refused)
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
