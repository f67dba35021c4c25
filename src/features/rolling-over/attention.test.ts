import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { academicYear } from '../../vocabulary/academic-year.ts'
import { pointsInText, pointsOf, standingOf } from './attention.ts'

const year = academicYear(2022)
const clean = {
  promises: 1,
  ...{ year, code: 'NCP22-15', daysMin: 3, sessionsCount: null, partnerBodies: [], texts: [], themes: [], goals: [] },
  namesBy: null,
}
const kindsIn = (text: string) => pointsInText('Outline', text, year).map(({ kind }) => kind)

describe('what a new year may have made untrue', () => {
  const rows: readonly [string, readonly string[]][] = [
    ['Built upon in 2021/22.', ['year']],
    ['Built upon in 2021-22, and in 2020 to 2021.', ['year']],
    ['Runs in 2022/23.', []],
    ['From September 2022 to July 2023.', ['date']],
    ['Begun in 2014.', ['year']],
    ['Work Groups will meet this year.', ['relative']],
    ['Applications for next academic year.', ['relative']],
    ['Now in its fourth year, it goes on.', ['ordinal']],
    ['Teachers in their first year of teaching.', []],
    ['Lessons of the pandemic. Covid-19 recovery.', ['pandemic', 'pandemic']],
    ['See NCP21-15 and NCP22-16.', ['old_code']],
    ['The first workshop is on 17 November.', ['date']],
    ['A whole academic year with the same people.', []],
    ['Students in Year 9 and 2000 others.', ['year']],
  ]
  for (const [text, kinds] of rows)
    it(`is ${kinds.join(', ') || 'nothing'} in “${text}”`, () => assert.deepEqual(kindsIn(text), kinds))

  it('is told by the data: no code, no duration, no promise, a past start, a partner, a goal that is due', () => {
    const draft = {
      ...clean,
      ...{ code: null, daysMin: null, promises: 0, partnerBodies: ['AMSP'] },
      themes: [
        { title: 'Spring start', starts: 'summer term 2022, before the academic year' },
        { title: 'Autumn start', starts: 'autumn 2022' },
        { title: 'Long ago', starts: 'autumn 2021' },
        { title: 'Some time', starts: 'in spring' },
      ],
      goals: [
        { goal: 'All of them.', by: 'By 2023' },
        { goal: 'More of them.', by: 'By 2030' },
      ],
      namesBy: Temporal.PlainDate.from('2022-09-30'),
    }
    assert.deepEqual(
      pointsOf(draft).map(({ kind, place }) => `${kind} ${place}`),
      [
        'code Code',
        'duration Duration',
        'promises What it promises',
        'theme_start Spring start',
        'theme_start Long ago',
        'partner Partners',
        'goal Goal',
        'names_by Names',
      ],
    )
    assert.deepEqual(pointsOf(clean), [])
  })

  it('is open until it is ticked, settles itself when it is so no more, and is open again in other words', () => {
    const [before] = pointsInText('Outline', 'Begun in 2021/22.', year)
    const [after] = pointsInText('Outline', 'It began in 2021/22.', year)
    assert.ok(before && after)
    const at = Temporal.Instant.from('2022-03-01T09:00:00Z')
    const standing = (ticked: Temporal.Instant | null, today: readonly (typeof before)[]) =>
      standingOf([{ ...before, tickedAt: ticked }], today).map((point) => `${point.standing}: ${point.words}`)
    assert.deepEqual(standing(null, [before]), ['open: Begun in 2021/22.'])
    assert.deepEqual(standing(at, [before]), ['ticked: Begun in 2021/22.'])
    assert.deepEqual(standing(null, []), ['settled: Begun in 2021/22.'])
    assert.deepEqual(standing(at, [after]), ['open: It began in 2021/22.', 'ticked: Begun in 2021/22.'])
  })
})
