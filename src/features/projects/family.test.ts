import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { academicYear } from '../../vocabulary/academic-year.ts'
import { familyByYear, familyInWords } from './family.ts'
import type { Descent, LineageKind, Relative } from './project.ts'

const relative = (year: number, title: string, modelName = 'Work Group'): Relative => ({
  id: `${year} ${title}`,
  year: academicYear(year),
  code: null,
  title,
  slug: title,
  status: 'published',
  modelName,
})
const step = (from: Relative, kind: LineageKind, to: Relative): Descent => ({ from, to, kind, note: null })
const words = (here: Relative, line: readonly Descent[], runningSince: string | null = null) =>
  familyInWords({ id: here.id, runningSince }, line)

describe('the family line of a project', () => {
  const [working, itt, community] = [
    relative(2020, 'Working Partnerships'),
    relative(2021, 'Strengthening Partnerships'),
    relative(2024, 'Strengthening Partnerships', 'Community'),
  ]
  const line = [step(working, 'renamed', itt), step(itt, 'changed_model', community)]

  it('is one sentence of what is stated: since when, what it was, what it became', () => {
    assert.equal(
      words(itt, line, '2018/19'),
      'Running since 2018/19; was Working Partnerships in 2020/21; from 2024/25 a Community.',
    )
    assert.equal(words(community, line), 'Was a Work Group in 2021/22.')
    assert.equal(words(working, line), 'From 2021/22 Strengthening Partnerships.')
  })

  it('is not counted from the years of its members', () => {
    assert.doesNotMatch(words(itt, line) ?? '', /since|second|year/)
    assert.equal(words(relative(2021, 'Alone'), []), null)
  })

  it('tells of what was split, merged and continued, many to many', () => {
    const [both, one, other] = [relative(2019, 'Both'), relative(2020, 'One'), relative(2020, 'Other')]
    const again = relative(2021, 'Again')
    const whole = [
      step(both, 'split', one),
      step(both, 'split', other),
      step(one, 'merged', again),
      step(other, 'merged', again),
    ]
    assert.equal(words(both, whole), 'From 2020/21 split into One and Other.')
    assert.equal(words(one, whole), 'Came out of Both of 2019/20, which was split; from 2021/22 part of Again.')
    assert.equal(words(again, whole), 'Takes in One of 2020/21; takes in Other of 2020/21.')
    assert.equal(words(one, [step(one, 'continues', relative(2021, 'One'))]), 'Goes on in 2021/22.')
    assert.deepEqual(
      familyByYear(whole, one.id).map(({ year, members }) => [
        year,
        members.map(({ project, isHere, steps }) => [project.title, isHere, steps.length]),
      ]),
      [
        [2019, [['Both', false, 0]]],
        [
          2020,
          [
            ['One', true, 1],
            ['Other', false, 1],
          ],
        ],
        [2021, [['Again', false, 2]]],
      ],
    )
  })
})
