import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { promisedRefusal, roomLeftFor, type SharedRoom, shareRefusal, sharingRefusal } from './shares.ts'

const ended = Temporal.Instant.from('2021-11-01T00:00:00Z')
const room = (values: Partial<SharedRoom> = {}): SharedRoom => ({
  hubId: 'lead',
  organisationsRoom: 10,
  organisationsTaken: 0,
  peopleRoom: 20,
  peopleTaken: 0,
  partners: [],
  heldBack: { organisations: 0, people: 0 },
  sharesEndOn: Temporal.PlainDate.from('2021-11-01'),
  sharesEndedAt: null,
  ...values,
})
const partner = (hubId: string, share: number | null, taken = 0, heldBack = 0) => ({ hubId, share, taken, heldBack })
const left = (of: SharedRoom, hubId: string) => roomLeftFor(of, hubId).organisations
const joining = { unit: 'organisation', audiences: [] } as const

/** Seats on a bench, taken one by one: those that are gone or promised to another hub first, then as many as one may still take. */
const placesOneByOne = (of: SharedRoom, hubId: string): number => {
  const bench: string[] = []
  const sit = (who: string, count: number) => bench.push(...Array.from({ length: count }, () => who))
  sit('taken', of.organisationsTaken + of.heldBack.organisations)
  const limited = of.partners.filter(({ share }) => share !== null && of.sharesEndedAt === null)
  for (const other of limited.filter((each) => each.hubId !== hubId))
    sit('promised', Math.max(0, (other.share ?? 0) - other.taken - other.heldBack))
  const own = limited.find((each) => each.hubId === hubId)
  const may = own ? (own.share ?? 0) - own.taken - own.heldBack : of.organisationsRoom
  let mine = 0
  while (bench.length < of.organisationsRoom && mine < may) {
    sit('mine', 1)
    mine += 1
  }
  return mine
}

describe('the shares of a group’s room', () => {
  it('leave each partner what is left of its share, and the group’s own hub what the shares leave', () => {
    const shared = room({
      organisationsTaken: 4,
      partners: [partner('a', 3, 1), partner('b', 2, 2), partner('c', null, 0)],
    })
    assert.deepEqual(
      ['lead', 'a', 'b', 'c', 'stranger'].map((hub) => left(shared, hub)),
      [4, 2, 0, 4, 0],
    )
  })

  it('are everybody’s once they have been released', () => {
    const shared = room({
      organisationsTaken: 4,
      partners: [partner('a', 3, 1), partner('b', 2, 2)],
      sharesEndedAt: ended,
    })
    assert.deepEqual(
      ['lead', 'a', 'b'].map((hub) => left(shared, hub)),
      [6, 6, 6],
    )
  })

  it('count what a hub holds back as its own', () => {
    const shared = room({
      heldBack: { organisations: 2, people: 5 },
      partners: [partner('a', 3, 0, 1)],
    })
    assert.deepEqual(roomLeftFor(shared, 'a'), { organisations: 2, people: 15 })
    assert.deepEqual(roomLeftFor(shared, 'lead'), { organisations: 6, people: 15 })
  })

  it('come to what giving places one by one comes to', () => {
    const hub = fc.record({
      share: fc.option(fc.nat(5), { nil: null }),
      taken: fc.nat(4),
      heldBack: fc.nat(2),
    })
    fc.assert(
      fc.property(
        fc.array(hub, { maxLength: 3 }),
        fc.nat(14),
        fc.nat(6),
        fc.boolean(),
        (hubs, size, ofLead, isEnded) => {
          const partners = hubs.map((each, at) => ({ hubId: `p${at}`, ...each }))
          // As `sharingRefusal` allows it: nobody beyond their share, and room for everything.
          const fair = partners.map((each) => ({
            ...each,
            share: each.share === null ? null : Math.max(each.share, each.taken + each.heldBack),
          }))
          const taken = ofLead + fair.reduce((sum, each) => sum + each.taken, 0)
          const held = fair.reduce((sum, each) => sum + each.heldBack, 0)
          const promised = fair.reduce(
            (sum, each) => sum + Math.max(0, (each.share ?? 0) - each.taken - each.heldBack),
            0,
          )
          const shared = room({
            organisationsRoom: taken + held + promised + size,
            organisationsTaken: taken,
            heldBack: { organisations: held, people: 0 },
            partners: fair,
            sharesEndedAt: isEnded ? ended : null,
          })
          for (const hubId of ['lead', ...fair.map((each) => each.hubId)])
            assert.equal(left(shared, hubId), placesOneByOne(shared, hubId))
        },
      ),
      { numRuns: 60 },
    )
  })

  const today = Temporal.PlainDate.from('2021-10-18')
  const endOn = Temporal.PlainDate.from('2021-11-01')
  const cases: readonly (readonly [string, Partial<SharedRoom>, readonly [string, number | null][], RegExp | null])[] =
    [
      [
        'more than the room',
        { partners: [partner('a', null)] },
        [['a', 11]],
        /come to 11, but the group has room for 10/,
      ],
      [
        'less than is used',
        { organisationsTaken: 3, partners: [partner('a', null, 3)] },
        [['a', 2]],
        /uses 3 places already/,
      ],
      ['a hub that is no partner', {}, [['z', 1]], /partner hub of the group/],
      [
        'what others have',
        { organisationsTaken: 4, partners: [partner('a', null)] },
        [['a', 7]],
        /room for 3, and 4 places/,
      ],
      ['what fits', { organisationsTaken: 4, partners: [partner('a', null)] }, [['a', 6]], null],
      ['no share at all', { partners: [partner('a', 3)] }, [['a', null]], null],
    ]
  for (const [what, values, shares, refusal] of cases)
    it(`are refused or not: ${what}`, () => {
      const asked = { shares: shares.map(([hubId, share]) => ({ hubId, share })), endOn }
      const said = sharingRefusal(room(values), asked, today)
      if (refusal === null) assert.equal(said, null)
      else assert.match(said ?? '', refusal)
    })

  it('end on a day to come', () => {
    const shared = room({ partners: [partner('a', null)] })
    const shares = [{ hubId: 'a', share: 2 }]
    assert.match(sharingRefusal(shared, { shares, endOn: null }, today) ?? '', /on which day/)
    assert.match(sharingRefusal(shared, { shares, endOn: today }, today) ?? '', /after today/)
  })

  it('are told in words when they stand against one more', () => {
    const shared = room({ organisationsTaken: 8, partners: [partner('a', 2, 2), partner('b', 2, 0)] })
    assert.match(
      shareRefusal(shared, joining, 'a') ?? '',
      /share of this group is used: 2 of 2 schools. On 1 November 2021/,
    )
    assert.match(shareRefusal(shared, joining, 'lead') ?? '', /the share of its partner hubs/)
    assert.equal(shareRefusal(shared, joining, 'b'), null)
    const held = room({ organisationsTaken: 9, heldBack: { organisations: 1, people: 2 } })
    assert.match(shareRefusal(held, joining, 'lead') ?? '', /held back: 1 of 10 schools. Release it first/)
  })

  it('and what is held back keep the room from being made smaller', () => {
    const shared = room({
      organisationsTaken: 4,
      heldBack: { organisations: 1, people: 2 },
      partners: [partner('a', 3, 1)],
    })
    assert.match(promisedRefusal(shared, { organisationsRoom: 6, peopleRoom: 20 }) ?? '', /1 are held back and 2/)
    assert.equal(promisedRefusal(shared, { organisationsRoom: 7, peopleRoom: 20 }), null)
    assert.match(promisedRefusal(shared, { organisationsRoom: 7, peopleRoom: 1 }) ?? '', /held back for 2 people/)
  })
})
