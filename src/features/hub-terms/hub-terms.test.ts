import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import fc from 'fast-check'
import { actorWith, type TestInstallation, testInstallation } from '../../../test/support/installation.ts'
import { makeHub, makeOffer, makeProject } from '../../../test/support/records.ts'
import { Conflict, Forbidden, NotFound, Refused } from '../../platform/errors.ts'
import { parseForm } from '../../platform/forms.ts'
import { historyOf } from '../../platform/history.ts'
import { newId } from '../../vocabulary/ids.ts'
import { addVenue, changeVenue, retireVenue } from './actions/keep-venue.ts'
import { writePolicy } from './actions/write-policy.ts'
import { policyForm, venueForm } from './pages/hub-terms.form.ts'
import { type PolicyTerms, policyInWords, wordingRefusal } from './policy-terms.ts'
import { policiesOfHub, termsToChoose, venuesOfHub } from './queries.ts'

const terms: PolicyTerms = {
  onlineNotice: null,
  exemptReasons: [],
  substituteAllowed: true,
  cap: null,
  name: 'Secondary groups',
  amountPence: 7500,
  noticeDays: 7,
  noticeKind: 'calendar',
  chargesLateCancellation: true,
  chargesNonAttendance: true,
  perSession: true,
  wording: 'The hub reserves the right to charge £75.',
}
const venue = {
  name: 'Teaselmere School',
  shortName: 'Teaselmere',
  address: 'A Road',
  postcode: null,
  practicalNotes: null,
}

describe('the policies and venues of a hub', () => {
  let test: TestInstallation
  let hub: { id: string; slug: string }
  const db = () => test.installation.connections.kysely
  const as = (role: 'hub_lead' | 'hub_administrator', at = hub) =>
    test.as(actorWith(newId(), role, { hubId: at.id, hubSlug: at.slug }))
  const write = (changed: Partial<PolicyTerms>, seenVersion = 0, by = as('hub_lead')) =>
    writePolicy(by, { hubId: hub.id, terms: { ...terms, ...changed }, seenVersion })

  before(async () => {
    test = await testInstallation()
    hub = await makeHub(db())
  })
  after(() => test.release())

  it('are policies that grow by versions: none is changed, and the database itself sees to that', async () => {
    const first = await write({})
    const second = await write({ amountPence: 5000, wording: 'The hub reserves the right to charge £50.' }, 1)
    const all = (await policiesOfHub(db(), hub.id)).filter(({ name }) => name === terms.name)
    assert.deepEqual(
      all.map(({ id, version, amountPence }) => [id, version, amountPence]),
      [
        [second, 2, 5000],
        [first, 1, 7500],
      ],
    )
    const update = db().updateTable('cancellation_policies').set({ amount_pence: 0 }).where('id', '=', first)
    await assert.rejects(update.execute(), /permission denied/)
    await assert.rejects(
      db().deleteFrom('cancellation_policies').where('id', '=', first).execute(),
      /permission denied/,
    )
    assert.deepEqual(
      (await historyOf(db(), { type: 'policy', id: second })).map(({ name }) => name),
      ['policy.written'],
    )
  })

  it('are written by leads; administrators are told so, and for another hub there are none', async () => {
    await assert.rejects(write({ name: 'X' }, 0, as('hub_administrator')), Forbidden)
    await assert.rejects(write({ name: 'X' }, 0, as('hub_lead', { id: newId(), slug: 'other' })), NotFound)
  })

  it('are written by one of two at once; the other looks at that version first', async () => {
    await write({ name: 'Raced' })
    const outcomes = await Promise.allSettled([write({ name: 'Raced' }, 1), write({ name: 'Raced' }, 1)])
    assert.deepEqual(outcomes.map(({ status }) => status).toSorted(), ['fulfilled', 'rejected'])
    const lost = outcomes.find((outcome) => outcome.status === 'rejected')
    assert.ok(lost?.status === 'rejected' && lost.reason instanceof Conflict)
    await assert.rejects(write({ name: 'Raced' }), Refused)
  })

  it('offer the newest version, and to an offer also the one it has', async () => {
    const old = await write({ name: 'Newest' })
    const newest = await write({ name: 'Newest', noticeDays: 14 }, 1)
    const projectId = await makeProject(db())
    const ids = async () =>
      (await termsToChoose(db(), { hubId: hub.id, projectId })).policies
        .filter(({ name }) => name === 'Newest')
        .map(({ id }) => id)
    assert.deepEqual(await ids(), [newest])
    await makeOffer(db(), hub.id, projectId, { policy_id: old })
    assert.deepEqual(await ids(), [newest, old])
  })

  it('are put in a sentence that says what is charged, for what and how often', () => {
    assert.equal(
      policyInWords(terms),
      '£75 for each session, for cancelling with less than 7 days of notice and for not coming.',
    )
    assert.equal(
      policyInWords({ ...terms, perSession: false, noticeKind: 'working', chargesNonAttendance: false }),
      '£75 once for a place, for cancelling with less than 7 working days of notice.',
    )
    const strict = {
      onlineNotice: { days: 2, kind: 'working' },
      exemptReasons: ['Illness'],
      substituteAllowed: false,
    } as const
    assert.match(
      policyInWords({ ...terms, ...strict }),
      /or 2 working days where it is online.*Illness\. A colleague cannot/,
    )
    assert.match(
      policyInWords({ ...terms, cap: { pence: 15_000, of: 'organisation' } }),
      /for not coming\. No more than £150 for a school in a year\.$/,
    )
    assert.equal(policyInWords({ ...terms, amountPence: 0 }), 'Nothing is charged.')
  })

  it('keep the most that is charged, which is never less than one charge', async () => {
    const cap = { pence: 15_000, of: 'place' } as const
    const id = await write({ name: 'At most £150', cap })
    assert.deepEqual((await policiesOfHub(db(), hub.id)).find((policy) => policy.id === id)?.cap, cap)
    await assert.rejects(write({ name: 'Too little', cap: { ...cap, pence: 5000 } }), Refused)
  })

  it('say in their wording what they charge', async () => {
    await assert.rejects(write({ name: 'Unsaid', amountPence: 9000 }), /Say £90 in the wording/)
    const says = (amountPence: number, wording: string) => wordingRefusal({ amountPence, wording })
    assert.equal(says(7500, 'The hub may charge £75.'), null)
    assert.equal(says(7500, 'A charge of £75.00 for each session'), null)
    assert.equal(says(1250, 'The hub may charge £12.50.'), null)
    assert.equal(says(0, 'Nothing is charged.'), null)
    for (const wording of ['The hub may charge £90.', 'The hub may charge £750.', 'The hub may charge £75.50.'])
      assert.equal(says(7500, wording), 'Say £75 in the wording: it is what people agree to')
  })

  it('read any form without failing, and every error at once', () => {
    const empty = parseForm(policyForm, {})
    assert.ok(!empty.ok)
    assert.deepEqual(empty.errors.map(({ field }) => field).toSorted(), [
      'amount',
      'days',
      'kind',
      'name',
      'per',
      'wording',
    ])
    const typed = fc.dictionary(
      fc.constantFrom('name', 'amount', 'days', 'kind', 'per', 'causes', 'wording', 'postcode', 'address'),
      fc.oneof(fc.string(), fc.array(fc.string())),
    )
    fc.assert(
      fc.property(typed, (body) => {
        parseForm(policyForm, body)
        parseForm(venueForm, body)
      }),
    )
  })

  it('are venues that are added, changed, retired and used again by staff', async () => {
    const id = await addVenue(as('hub_administrator'), { hubId: hub.id, terms: venue })
    await changeVenue(as('hub_administrator'), {
      hubId: hub.id,
      id,
      terms: { ...venue, practicalNotes: 'Park behind' },
    })
    const projectId = await makeProject(db())
    const offered = async () =>
      (await termsToChoose(db(), { hubId: hub.id, projectId })).venues.some((each) => each.id === id)
    assert.equal(await offered(), true)
    await retireVenue(as('hub_administrator'), { hubId: hub.id, id, isRetired: true })
    assert.equal(await offered(), false)
    await makeOffer(db(), hub.id, projectId, { venue_id: id })
    assert.equal(await offered(), true)
    await retireVenue(as('hub_administrator'), { hubId: hub.id, id, isRetired: false })
    assert.equal((await venuesOfHub(db(), hub.id)).find((each) => each.id === id)?.retiredOn, null)
    const other = await makeHub(db())
    const stranger = as('hub_lead', other)
    await assert.rejects(changeVenue(stranger, { hubId: other.id, id, terms: venue }), NotFound)
    await assert.rejects(addVenue(stranger, { hubId: hub.id, terms: venue }), NotFound)
  })
})
