import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { figures } from './figures.view.ts'
import { spokesOf } from './map.view.ts'

const words = (text: string): string => text.replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ')

describe('what is shown of a placement', () => {
  const summary = { applicants: 3, groups: 1, placed: 3, wishing: 0, firstWish: 0, anyWish: 0 }
  const cases = [
    [{ measured: 2, miles: 2, longest: 1 }, /Average distance 1 mile In a straight.*Longest distance 1 mile /],
    [{ miles: 6, longest: 2.5 }, /Average distance 2 miles .*Longest distance 2\.5 miles /],
    [{ measured: 0, miles: 0, longest: 0 }, /Average distance Not known .*Longest distance Not known /],
  ] as const
  for (const [known, expected] of cases)
    it(`tells the distance of those whose distance is known: ${JSON.stringify(known)}`, () =>
      assert.match(words(String(figures({ ...summary, ...known }))), expected))

  it('draws groups that meet at one place as one square with every number', () => {
    const group = (number: number, easting: number | null) => ({
      id: `group-${number}`,
      number,
      name: `Group ${number}`,
      at: easting === null ? null : { easting, northing: 2 },
      schools: [{ organisation: 'School', town: null, minutes: null, miles: 1, at: { easting: number, northing: 0 } }],
    })
    const drawn = spokesOf([group(1, 5), group(2, 9), group(3, 5), group(4, null)])
    assert.deepEqual(
      drawn.map(({ label, from }) => [label, from.length]),
      [
        ['1, 3', 2],
        ['2', 1],
      ],
    )
  })
})
