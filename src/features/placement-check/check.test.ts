import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { type Claim, type ClaimedGroup, type ClaimedSchool, type FaultKind, faultsOf } from './index.ts'

const school = (id: string, values: Partial<ClaimedSchool> = {}): ClaimedSchool => ({
  id,
  holder: id,
  people: 2,
  easting: 500_000,
  northing: 180_000,
  phase: null,
  mostMiles: null,
  minutes: {},
  agreedMinutes: null,
  meetsElsewhereDuring: [],
  group: 'west',
  ...values,
})
const west: ClaimedGroup = {
  id: 'west',
  name: 'West',
  easting: 516_093,
  northing: 180_000,
  organisations: 0,
  organisationsRoom: 2,
  peopleRoom: 4,
  minimum: 0,
  phases: {},
  wouldOpen: false,
}
const claim = (schools: readonly ClaimedSchool[], values: Partial<Claim> = {}, group: Partial<ClaimedGroup> = {}) => ({
  schools,
  groups: [
    { ...west, ...group },
    { ...west, id: 'east', name: 'East' },
  ],
  mostMiles: null,
  mostMinutes: null,
  noClashes: true,
  onePhase: false,
  mostOfAPhase: null,
  mostOpened: 0,
  together: [],
  apart: [],
  put: [],
  never: [],
  ...values,
})
const two = [school('oak'), school('elm')]
const phased = [school('oak', { phase: 'primary' }), school('elm', { phase: 'secondary' })]

describe('the checker', () => {
  const fine: readonly [string, Claim][] = [
    ['what fits exactly', claim(two)],
    ['who is left out', claim([school('oak', { group: null, mostMiles: 1 })])],
    ['a distance that is exactly the limit', claim([school('oak', { mostMiles: 16_093 / 1609.344 })])],
    ['a distance that is not known', claim([school('oak', { easting: null, mostMiles: 1 })])],
    ['a minimum reached with those who are there', claim(two, {}, { organisations: 3, minimum: 5 })],
    ['a small group that nobody is put into', claim([], {}, { organisations: 1, minimum: 5 })],
    [
      'a clash where clashes are allowed',
      claim([school('oak', { meetsElsewhereDuring: ['west'] })], { noClashes: false }),
    ],
    [
      'two who are kept together and both left out',
      claim(
        two.map((each) => ({ ...each, group: null })),
        { together: [['oak', 'elm']] },
      ),
    ],
    [
      'two who are kept apart and both left out',
      claim(
        two.map((each) => ({ ...each, group: null })),
        { apart: [['oak', 'elm']] },
      ),
    ],
    [
      'more minutes than the hub allows where that was agreed to',
      claim([school('oak', { minutes: { west: 41 }, agreedMinutes: 41 })], { mostMinutes: 40 }),
    ],
    [
      'more miles than the hub allows where minutes are told',
      claim([school('oak', { minutes: { west: 40 } })], { mostMinutes: 40, mostMiles: 1 }),
    ],
    [
      'phases that a mixed group has already',
      claim(phased, { onePhase: true }, { phases: { primary: 1, secondary: 1 } }),
    ],
  ]
  for (const [name, each] of fine) it(`finds nothing wrong with ${name}`, () => assert.deepEqual(faultsOf(each), []))

  const faulty: readonly [FaultKind, string, Claim, RegExp][] = [
    ['unknown', 'a group that is not there', claim([school('oak', { group: 'north' })]), /not there/],
    ['twice', 'somebody placed twice', claim(two.map((each) => ({ ...each, holder: 'same' }))), /twice/],
    [
      'organisations',
      'too many organisations',
      claim([...two, school('ash', { people: 0 })]),
      /room for 2 more, not for 3/,
    ],
    ['people', 'too many people', claim([school('oak', { people: 5 })]), /room for 4 more people, not for 5/],
    [
      'minimum',
      'too few to run',
      claim([school('oak')], {}, { organisations: 1, minimum: 4 }),
      /would have 2, and needs 4/,
    ],
    ['miles', 'a travel limit of a school', claim([school('oak', { mostMiles: 9.9 })]), /beyond the travel limit/],
    ['miles', 'a travel limit of the hub', claim([school('oak', { mostMiles: 30 })], { mostMiles: 9.9 }), /beyond/],
    [
      'minutes',
      'too many minutes',
      claim([school('oak', { minutes: { west: 41 } })], { mostMinutes: 40 }),
      /41 minutes/,
    ],
    ['dates', 'dates that clash', claim([school('oak', { meetsElsewhereDuring: ['west'] })]), /group of its own/],
    ['phase', 'two phases in a group of one', claim(phased, { onePhase: true }), /several phases/],
    [
      'phase',
      'another phase than the group has',
      claim([school('oak', { phase: 'primary' })], { onePhase: true }, { phases: { secondary: 1 } }),
      /several/,
    ],
    [
      'phase',
      'too many of a phase',
      claim([school('oak', { phase: 'primary' })], { mostOfAPhase: 2 }, { phases: { primary: 2 } }),
      /3 schools of one phase/,
    ],
    [
      'together',
      'two parted',
      claim([school('oak'), school('elm', { group: 'east' })], { together: [['oak', 'elm']] }),
      /kept together/,
    ],
    [
      'together',
      'one of two left out',
      claim([school('oak'), school('elm', { group: null })], { together: [['oak', 'elm']] }),
      /kept together/,
    ],
    ['apart', 'two together', claim(two, { apart: [['oak', 'elm']] }), /kept apart/],
    [
      'put',
      'somebody not where they were put',
      claim([school('oak')], { put: [{ school: 'oak', group: 'east' }] }),
      /put by hand/,
    ],
    [
      'put',
      'somebody placed who was left out by hand',
      claim([school('oak')], { put: [{ school: 'oak', group: null }] }),
      /put by hand/,
    ],
    [
      'never',
      'a group that was ruled out',
      claim([school('oak')], { never: [{ school: 'oak', group: 'west' }] }),
      /ruled out/,
    ],
    [
      'opened',
      'more groups opened than are allowed',
      claim([school('oak')], {}, { wouldOpen: true }),
      /1 groups would open/,
    ],
  ]
  for (const [kind, name, each, sentence] of faulty)
    it(`finds ${name}`, () => {
      const faults = faultsOf(each)
      assert.deepEqual([...new Set(faults.map((fault) => fault.kind))], [kind])
      assert.match(faults[0]?.sentence ?? '', sentence)
    })
})
