import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { matchOf } from './matching.ts'
import { markingFor } from './presence.ts'
import { readReport } from './report.ts'
import { readDuration, readTime } from './report-times.ts'

const on = Temporal.PlainDate.from('2021-11-17')
const at = (time: string): number => Temporal.Instant.from(`2021-11-17T${time}Z`).epochMilliseconds
const session = { from: at('09:30:00'), to: at('11:30:00') }

test('times are read as reports write them, on the day of the session in whichever order', () => {
  const times: readonly (readonly [string, string | RegExp])[] = [
    ['11/17/2021, 9:28:45 AM', '09:28:45'],
    ['17/11/2021 09:28:45', '09:28:45'],
    ['17/11/21, 1:05:00 PM', '13:05:00'],
    ['11/17/21, 12:05:00 AM', '00:05:00'],
    ['2021-11-17T09:28:45Z', '09:28:45'],
    ['2021-11-17T10:28:45+01:00', '09:28:45'],
    ['2021-11-17 09:28', '09:28:00'],
    ['17 Nov 2021 09:28', '09:28:00'],
    ['Nov 17, 2021 9:28 AM', '09:28:00'],
    ['9:28 AM', '09:28:00'],
    ['18/11/2021 09:28', /another day/],
    ['32/13/2021 09:28', /is no day/],
    ['soon', /is no time/],
  ]
  for (const [text, expected] of times) {
    const read = readTime(text, on)
    if (typeof expected === 'string') assert.deepEqual('at' in read && read.at.epochMilliseconds, at(expected), text)
    else assert.match('problem' in read ? read.problem : 'read', expected, text)
  }
  assert.deepEqual(['1h 4m 3s', '1 hr 4 min 3 sec', '1:04:03', '64', '59s', 'long'].map(readDuration), [
    3843,
    3843,
    3843,
    3840,
    59,
    null,
  ])
})

test('a report is read whatever tool wrote it, each person once, and what cannot be read is named', () => {
  const teams = readReport(
    [
      ['1. Summary'],
      ['Meeting title', 'Workshop 2'],
      [],
      ['2. Participants'],
      ['Name', 'First Join', 'Last Leave', 'In-Meeting Duration', 'Email', 'Role'],
      ['Ada Quill', '11/17/21, 9:20:00 AM', '11/17/21, 11:30:00 AM', '2h 10m', 'ada@elm.example', 'Presenter'],
      [],
      ['3. In-Meeting Activities'],
      ['Name', 'Join Time', 'Leave Time', 'Duration', 'Email', 'Role'],
      ['Ada Quill', '11/17/21, 9:20:00 AM', '11/17/21, 10:00:00 AM', '40m', 'Ada@elm.example', 'Presenter'],
      ['Ada Quill', '11/17/21, 10:30:00 AM', '11/17/21, 11:30:00 AM', '1h', 'ada@elm.example', 'Presenter'],
      ['Ben Rook', 'after lunch', '', '', '', ''],
      ['', '11/17/21, 9:20:00 AM', '', '', '', ''],
    ],
    on,
  )
  assert.equal(teams?.joined.length, 1)
  assert.deepEqual(
    teams?.joined[0]?.stretches.map(([from, to]) => [
      (from - session.from) / 60_000,
      ((to ?? 0) - session.from) / 60_000,
    ]),
    [
      [-10, 30],
      [60, 120],
    ],
  )
  assert.deepEqual(
    teams?.refused.map(({ row, what, why }) => [row, what, why]),
    [
      [12, 'Ben Rook', '“after lunch” is no time'],
      [13, '', 'No name and no email address'],
    ],
  )
  const older = readReport(
    [
      ['Full Name', 'User Action', 'Timestamp'],
      ['Ada', 'Joined', '9:30 AM'],
      ['Ada', 'Left', '10:00 AM'],
      ['Ada', 'Joined before', '10:30 AM'],
      ['Ben', 'waved', '9:30 AM'],
    ],
    on,
  )
  assert.deepEqual(older?.joined[0]?.stretches, [
    [at('09:30:00'), at('10:00:00')],
    [at('10:30:00'), null],
  ])
  assert.match(older?.refused[0]?.why ?? '', /neither joined nor left/)
  const meet = readReport(
    [
      ['First name', 'Last name', 'Email', 'Duration'],
      ['Ada', 'Quill', '', '1 hr 30 min'],
    ],
    on,
  )
  assert.deepEqual(
    meet?.joined.map(({ name, seconds }) => [name, seconds]),
    [['Ada Quill', 5400]],
  )
  assert.equal(
    readReport(
      [
        ['Topic', 'Workshop'],
        ['x', 'y'],
      ],
      on,
    ),
    null,
  )
})

test('late and left early follow from the times of the session, with what was missed in the middle', () => {
  const joined = (stretches: readonly (readonly [string, string | null])[], seconds: number | null = null) => [
    {
      name: 'Ada',
      email: null,
      rows: [1],
      seconds,
      stretches: stretches.map(([from, to]) => [at(from), to === null ? null : at(to)] as const),
    },
  ]
  const cases: readonly (readonly [ReturnType<typeof joined>, unknown])[] = [
    [joined([['09:20:00', '11:45:00']]), { mark: 'online', minutes: null }],
    [joined([['09:34:59', '11:30:00']]), { mark: 'online', minutes: null }],
    [joined([['09:50:00', '11:30:00']]), { mark: 'late', minutes: 20 }],
    [joined([['09:20:00', '10:30:00']]), { mark: 'left_early', minutes: 60 }],
    [
      joined([
        ['09:30:00', '10:00:00'],
        ['10:10:00', '11:25:00'],
      ]),
      { mark: 'left_early', minutes: 15 },
    ],
    [
      joined([
        ['09:30:00', '10:30:00'],
        ['10:00:00', null],
      ]),
      { mark: 'online', minutes: null },
    ],
    [joined([], 3600), { mark: 'left_early', minutes: 60 }],
    [joined([['08:00:00', '09:30:00']]), null],
  ]
  for (const [given, expected] of cases) assert.deepEqual(markingFor(given, session), expected)
})

test('what was missed is counted as by a clock that looks once a minute', () => {
  const stretch = fc.tuple(fc.integer({ min: -20, max: 140 }), fc.integer({ min: -20, max: 140 }))
  fc.assert(
    fc.property(fc.array(stretch, { minLength: 1, maxLength: 5 }), (made) => {
      const stretches = made.map(
        ([from, to]) =>
          [session.from + Math.min(from, to) * 60_000, session.from + Math.max(from, to) * 60_000] as const,
      )
      let there = 0
      for (let minute = 0; minute < 120; minute += 1) {
        const moment = session.from + minute * 60_000
        there += Number(stretches.some(([from, to]) => from <= moment && moment < to))
      }
      const marking = markingFor([{ name: 'Ada', email: null, rows: [], stretches, seconds: null }], session)
      const expected = there === 0 ? null : 120 - there < 5 ? 0 : 120 - there
      assert.equal(marking === null ? null : (marking.minutes ?? 0), expected)
    }),
    { numRuns: 100 },
  )
})

test('who is meant is certain, likely with a reason, or unknown', () => {
  const expected = [
    { id: 'ada', name: 'Ada Quill', organisation: 'Elm Row School', addresses: ['ada@elm.example'] },
    { id: 'ben', name: 'Benjamin O’Rook', organisation: 'Oak End High', addresses: [] },
    { id: 'cy', name: 'Cÿ Swift-Teal', organisation: 'Reed Lane', addresses: [] },
    { id: 'dan1', name: 'Dan Wren', organisation: 'Elm Row School', addresses: [] },
    { id: 'dan2', name: 'Dan Wren', organisation: 'Fen Park', addresses: [] },
  ]
  const cases: readonly (readonly [string, string | null, string])[] = [
    ['A. Nobody', 'ada@elm.example', 'certain ada: the same email address'],
    ['ADA  QUILL (Guest)', null, 'certain ada: the same name'],
    ['Quill, Ada [Elm Row]', null, 'likely ada: the same name in another order, and the school'],
    ['Mrs A Quill', null, 'likely ada: the same last name, and the first begins alike'],
    ['Ada’s iPad - Elm Row', null, 'likely ada: the same first name, and the school'],
    ['Ben ORook', null, 'likely ben: the same last name, and the first begins alike'],
    ['Cy Swift Teal', null, 'certain cy: the same name'],
    ['Ada Qiull', null, 'likely ada: the same name but for a letter'],
    ['Dan Wren', null, 'likely dan1: the same name as somebody else'],
    ['Dan Wren (Fen Park)', null, 'likely dan2: the same name as somebody else, and the school'],
    ['iPhone', null, 'unknown'],
    ['=HYPERLINK("x")', null, 'unknown'],
  ]
  for (const [name, email, said] of cases) {
    const { certainty, candidates } = matchOf({ name, email }, expected)
    const [best] = candidates
    assert.equal(best ? `${certainty} ${best.id}: ${best.why}` : certainty, said, name)
  }
})
