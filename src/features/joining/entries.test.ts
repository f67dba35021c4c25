import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import type { Verdict } from '../criteria/index.ts'
import { inSum } from '../criteria/index.ts'
import {
  type Board,
  type From,
  type HubOnBoard,
  type Near,
  nearestFirst,
  type OfferOnBoard,
  type ProjectOnBoard,
  standingTo,
} from './board.ts'
import { type Answered, candidatesOf, type Entry, entriesOf } from './entries.ts'
import type { StageMark } from './next-stage.ts'
import { firstInWords, offerInWords, reasonsOf } from './words.ts'

const today = '2021-10-18'
const miles = 1609.344
const here: From = { point: { easting: 500_000, northing: 200_000 }, authorities: ['307'], region: 'London' }

const hub = (slug: string, away: number, other: Partial<HubOnBoard> = {}): HubOnBoard => ({
  id: slug,
  slug,
  name: `Hub ${slug}`,
  region: 'London',
  authorities: slug === 'own' ? ['307'] : [`of ${slug}`],
  middle: { easting: 500_000 + away * miles, northing: 200_000, spread: 0 },
  ...other,
})
const hubs = [hub('own', 1), hub('next', 8), hub('far', 120)]

const project = (id: string, other: Partial<ProjectOnBoard> = {}): ProjectOnBoard => ({
  id,
  year: 2021,
  slug: id,
  title: `Project ${id}`,
  summary: '',
  unit: 'organisation',
  audiences: [],
  hubId: null,
  stageId: null,
  stageKey: null,
  isNew: false,
  ...other,
})

const offer = (id: string, other: Partial<OfferOnBoard> = {}): OfferOnBoard => ({
  id,
  projectId: 'p',
  hubId: 'own',
  year: 2021,
  slug: id,
  theme: null,
  opensOn: null,
  closesOn: null,
  registering: 'form',
  modes: ['venue'],
  dates: [],
  venues: [],
  mostOrganisations: null,
  free: null,
  shares: {},
  hasWaiting: false,
  hasOwnRules: false,
  ...other,
})

const verdict = (answer: Verdict['answer'], other: Partial<Verdict> = {}): Verdict => ({
  criterionId: null,
  strength: 'required',
  sentence: 'The rule.',
  rule: { fact: 'organisation.state_funded', is: true },
  answer,
  facts: [],
  ...other,
})
const answered = (verdicts: readonly Verdict[] = [], first: Answered['first'] = []): Answered => ({
  verdicts,
  ...inSum(verdicts),
  forPost: 'open',
  first,
})

type Situation = {
  readonly offers: readonly OfferOnBoard[]
  readonly projects?: readonly ProjectOnBoard[]
  readonly answers?: Readonly<Record<string, Answered>>
  readonly marks?: Readonly<Record<string, StageMark>>
  readonly withHistory?: boolean
  readonly from?: From
}

const entriesIn = ({
  offers,
  projects = [project('p')],
  answers = {},
  marks = {},
  withHistory = true,
  from = here,
}: Situation) => {
  const board: Board = { projects, offers, hubs }
  const toJudge = candidatesOf(board, standingTo(board, from, today)).map((candidate) => ({
    candidate,
    answered: answers[candidate.project.id] ?? answered(),
    mark: marks[candidate.project.id] ?? null,
    withHistory,
  }))
  return entriesOf(toJudge, new Map([['development', 'Development']]))
}
const only = (situation: Situation): Entry => {
  const [entry] = entriesIn(situation)
  assert.ok(entry)
  return entry
}
const sight = (entry: Entry) => [entry.standing, entry.obstacle, entry.offers.map(({ offer: { id } }) => id)]

const no = answered([verdict('no', { against: 'Against it.' })])
const afterStage = answered(
  [verdict('no', { against: 'No record.', way: 'Complete Development first.' })],
  [{ of: 'stage', key: 'development' }],
)
const untold = answered([verdict('not_yet_known')], [{ of: 'stage', key: 'development' }])

describe('what somebody can join', () => {
  const situations: readonly (readonly [string, Situation, readonly unknown[]])[] = [
    ['an offer of one’s own hub that is open', { offers: [offer('a')] }, ['now', null, ['a']]],
    ['one that opens on a day', { offers: [offer('a', { opensOn: '2021-11-01' })] }, ['soon', null, ['a']]],
    ['one whose last day is today', { offers: [offer('a', { closesOn: today })] }, ['now', null, ['a']]],
    ['one that opens today', { offers: [offer('a', { opensOn: today })] }, ['now', null, ['a']]],
    ['one whose window closed', { offers: [offer('a', { closesOn: '2021-10-17' })] }, ['not_yet', 'over', ['a']]],
    [
      'one that closed beside one that is open',
      { offers: [offer('a', { closesOn: '2021-10-17' }), offer('b', { hubId: 'next' })] },
      ['now', null, ['b']],
    ],
    [
      'one that is open now beside one that opens later',
      { offers: [offer('a', { opensOn: '2021-11-01' }), offer('b', { hubId: 'next' })] },
      ['now', null, ['b', 'a']],
    ],
    [
      'a full one beside a free one farther off',
      { offers: [offer('a', { free: 0 }), offer('b', { hubId: 'next', free: 2 })] },
      ['now', null, ['b', 'a']],
    ],
    ['a full one alone', { offers: [offer('a', { free: 0 })] }, ['now', null, ['a']]],
    ['one far away', { offers: [offer('a', { hubId: 'far' })] }, ['not_yet', 'far', ['a']]],
    [
      'one far away that is wholly online',
      { offers: [offer('a', { hubId: 'far', modes: ['online'] })] },
      ['now', null, ['a']],
    ],
    ['one of a neighbour', { offers: [offer('a', { hubId: 'next' })] }, ['now', null, ['a']]],
    [
      'a venue that is near, of a hub that is far',
      { offers: [offer('a', { hubId: 'far', venues: [{ easting: 503_000, northing: 200_000 }] })] },
      ['now', null, ['a']],
    ],
    ['nothing that any hub offers', { offers: [] }, ['not_yet', 'not_offered', []]],
    ['a rule that cannot be met', { offers: [offer('a')], answers: { p: no } }, ['not_for_you', 'rules', ['a']]],
    ['a stage that comes first', { offers: [offer('a')], answers: { p: afterStage } }, ['not_yet', 'rules', ['a']]],
    [
      'a stage that comes first, and a rule that cannot be met',
      {
        offers: [offer('a')],
        answers: {
          p: answered(
            [verdict('no', { against: 'x' }), verdict('no', { way: 'y' })],
            [{ of: 'stage', key: 'development' }],
          ),
        },
      },
      ['not_for_you', 'rules', ['a']],
    ],
    [
      'history that is not told',
      { offers: [offer('a')], answers: { p: untold }, withHistory: false },
      ['not_yet', 'history', ['a']],
    ],
    [
      'a person to be named',
      { offers: [offer('a')], answers: { p: answered([verdict('not_yet_known')]) } },
      ['now', null, ['a']],
    ],
    [
      'a stage that was taken',
      { offers: [offer('a')], marks: { p: { kind: 'taken', words: 'Completed in 2019/20' } } },
      ['not_for_you', 'stage', ['a']],
    ],
    [
      'a stage that lies behind',
      { offers: [offer('a')], marks: { p: { kind: 'behind', words: 'Past it' } } },
      ['not_for_you', 'stage', ['a']],
    ],
    [
      'the next stage',
      { offers: [offer('a')], marks: { p: { kind: 'next', words: 'Your next stage' } } },
      ['now', null, ['a']],
    ],
    [
      'a school nobody can find on the map, served by a hub',
      { offers: [offer('a'), offer('b', { hubId: 'next' })], from: { ...here, point: null } },
      ['now', null, ['a']],
    ],
    [
      'a school nobody can find on the map, served by none',
      { offers: [offer('b', { hubId: 'next' })], from: { point: null, authorities: ['nobody’s'], region: 'London' } },
      ['now', null, ['b']],
    ],
    [
      'somebody who does not say where',
      { offers: [offer('a', { hubId: 'far' })], from: { point: null, authorities: [], region: null } },
      ['now', null, ['a']],
    ],
  ]
  for (const [title, situation, expected] of situations)
    it(`tells of ${title}`, () => assert.deepEqual(sight(only(situation)), expected))

  it('names the nearest offer of what comes first, one’s own hub before others', () => {
    const projects = [project('p'), project('d', { stageKey: 'development', title: 'Development' })]
    const offers = [
      offer('e'),
      offer('x', { projectId: 'd', hubId: 'next' }),
      offer('y', { projectId: 'd', venues: [{ easting: 503_701, northing: 200_000 }] }),
    ]
    const entry = entriesIn({ offers, projects, answers: { p: afterStage } }).find(({ project: { id } }) => id === 'p')
    assert.deepEqual(entry?.first.map(firstInWords), ['First: Development at Hub own, your hub, 2.3 miles away'])
    const none = entriesIn({ offers: [offer('e')], answers: { p: afterStage } })[0]
    assert.match(none?.first.map(firstInWords)[0] ?? '', /^First: Development\. Nobody near you takes requests/)
  })

  it('says where, when, until when and whether there are places', () => {
    const lineOf = (other: Partial<OfferOnBoard>) =>
      offerInWords(only({ offers: [offer('a', other)] }).offers[0] ?? assert.fail())
    assert.equal(
      lineOf({ free: 1, dates: ['2021-09-27', '2021-11-09'] }),
      'your hub · began 27 September 2021, next 9 November 2021 · 1 place free',
    )
    assert.equal(
      lineOf({ free: 3, hasWaiting: true, dates: ['2021-11-09'] }),
      'your hub · begins 9 November 2021 · full: you would join the waiting list',
    )
    assert.equal(
      lineOf({ opensOn: '2021-11-01', closesOn: '2021-12-10', mostOrganisations: 10 }),
      'your hub · dates to be confirmed · opens on 1 November 2021, until 10 December 2021 · up to 10 places',
    )
    assert.equal(
      lineOf({ closesOn: '2021-10-17', free: 5, dates: ['2021-09-27'] }),
      'your hub · began 27 September 2021, no later date is known · asking to join closed on 17 October 2021',
    )
    assert.equal(lineOf({ hubId: 'next' }), 'its schools lie about 8 miles away · dates to be confirmed')
  })

  it('counts as free for a school what is left of the share of its own hub, or what the shares leave', () => {
    const shared = { hubId: 'next', free: 1, shares: { own: 3 } }
    assert.deepEqual(only({ offers: [offer('a', shared)] }).offers[0]?.places, { kind: 'free', count: 3 })
    const elsewhere = { ...here, authorities: ['of next'] }
    assert.deepEqual(only({ offers: [offer('a', shared)], from: elsewhere }).offers[0]?.places, {
      kind: 'free',
      count: 1,
    })
    const used = only({ offers: [offer('a', { ...shared, shares: { own: 0 } })] })
    assert.deepEqual(used.offers[0]?.places, { kind: 'waiting_list' })
  })

  it('gives each its reason', () => {
    assert.deepEqual(reasonsOf(only({ offers: [offer('a')], answers: { p: no } })), ['Against it. The rule: The rule.'])
    assert.match(
      reasonsOf(only({ offers: [offer('a', { hubId: 'far' })] }))[0] ?? '',
      /within 30 miles.*Hub far.*120 miles/,
    )
    assert.match(
      reasonsOf(only({ offers: [offer('a')], answers: { p: untold }, withHistory: false }))[0] ?? '',
      /only to the school and its hub/,
    )
  })

  it('leaves out a theme that is closed to somebody where another theme of the project is open', () => {
    const offers = [
      offer('a', { theme: { id: 't1', title: 'One' } }),
      offer('b', { theme: { id: 't2', title: 'Two' } }),
    ]
    const board: Board = { projects: [project('p')], offers, hubs }
    const toJudge = candidatesOf(board, standingTo(board, here, today)).map((candidate) => ({
      candidate,
      answered: candidate.theme?.id === 't1' ? no : answered(),
      mark: null,
      withHistory: true,
    }))
    assert.deepEqual(entriesOf(toJudge, new Map()).map(sight), [['now', null, ['b']]])
  })

  const canBeAsked = ({ window, inReach }: Near): boolean => window === 'open' && inReach
  const faultsOf = ({ standing, obstacle, offers }: Entry): readonly string[] => {
    const [best] = offers
    const faults: readonly (readonly [string, boolean])[] = [
      ['now, and nothing to ask for', standing === 'now' && (!best || !canBeAsked(best))],
      ['something to ask for, and not now', standing !== 'now' && obstacle !== 'rules' && offers.some(canBeAsked)],
      ['soon, and nothing opens', standing === 'soon' && !(best?.window === 'opens' && best.inReach)],
      [
        'beside what helps, what does not',
        (standing === 'now' || standing === 'soon') &&
          offers.some(({ window, inReach }) => window === 'closed' || !inReach),
      ],
    ]
    return faults.flatMap(([fault, is]) => (is ? [fault] : []))
  }
  const anyOffer = fc.record({
    hubId: fc.constantFrom('own', 'next', 'far'),
    projectId: fc.constantFrom('p', 'q'),
    opensOn: fc.constantFrom(null, '2021-10-01', '2021-11-01'),
    closesOn: fc.constantFrom(null, '2021-10-17', '2021-12-01'),
    free: fc.constantFrom(null, 0, 2),
    modes: fc.constantFrom(['online'], ['venue'], ['online', 'venue']),
  })
  it('puts each project in one group, and into “now” only what can be asked for today and within reach', () => {
    fc.assert(
      fc.property(fc.array(anyOffer, { maxLength: 6 }), fc.constantFrom(answered(), no, afterStage), (made, answer) => {
        const offers = made.map((one, at) => offer(`o${at}`, one))
        const projects = [project('p'), project('q')]
        const entries = entriesIn({ offers, projects, answers: { p: answer } })
        assert.deepEqual(entries.map(({ project: { id } }) => id).toSorted(), ['p', 'q'])
        for (const entry of entries) assert.deepEqual(faultsOf(entry), [])
      }),
      { numRuns: 60 },
    )
  })

  it('keeps the order however the offers come', () => {
    const offers = [
      offer('a', { hubId: 'next' }),
      offer('b', { free: 0 }),
      offer('c', { opensOn: '2021-11-01' }),
      offer('d', { hubId: 'far' }),
      offer('e'),
    ]
    const nears = standingTo({ projects: [project('p')], offers, hubs }, here, today)
    fc.assert(
      fc.property(fc.shuffledSubarray([...nears], { minLength: 5 }), (shuffled) => {
        assert.deepEqual(
          nearestFirst(shuffled).map(({ offer: { id } }) => id),
          ['e', 'a', 'b', 'c', 'd'],
        )
      }),
      { numRuns: 20 },
    )
  })
})
