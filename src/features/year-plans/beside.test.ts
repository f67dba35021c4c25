import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { besideAlone, besideTogether } from './beside.ts'

const today = Temporal.PlainDate.from('2021-11-10')
const at = (day: number) => Temporal.PlainDate.from('2021-11-01').add({ days: day })

test('what several do on one day for one thing counts once, as long as it took the longest', () => {
  const time = { kind: 'planning', on: at(0), minutes: 60 }
  const times = [
    { ...time, personId: 'ada' },
    { ...time, personId: 'ben', minutes: 90 },
    { ...time, personId: 'ben', kind: 'evaluation' },
    { ...time, personId: 'ada', on: at(20) },
  ]
  assert.deepEqual(besideTogether(times, today), { done: 150, planned: 60 })
  assert.deepEqual(
    besideAlone(
      times.filter(({ personId }) => personId === 'ben'),
      today,
    ),
    { done: 150, planned: 0 },
  )
})

type Made = { readonly personId: string; readonly kind: string; readonly day: number; readonly minutes: number }

const who = ['ada', 'ben', 'cy']
const kinds = ['planning', 'evaluation', 'other']

// The other way to count: what the one who took longest spent on a day for one thing.
const longestOn = (made: readonly Made[], day: number, kind: string): number =>
  Math.max(
    ...who.map((person) =>
      made
        .filter((each) => each.day === day && each.kind === kind && each.personId === person)
        .reduce((sum, { minutes }) => sum + minutes, 0),
    ),
  )
const between = (made: readonly Made[], first: number, last: number): number => {
  let sum = 0
  for (let day = first; day <= last; day += 1) for (const kind of kinds) sum += longestOn(made, day, kind)
  return sum
}

test('time done and planned is the same as gone through day by day, thing by thing', () => {
  const times = fc.array(
    fc.record({
      personId: fc.constantFrom(...who),
      kind: fc.constantFrom(...kinds),
      day: fc.integer({ min: 0, max: 20 }),
      minutes: fc.integer({ min: 5, max: 300 }),
    }),
    { maxLength: 20 },
  )
  fc.assert(
    fc.property(times, (made) => {
      const all = made.map(({ day, ...each }) => ({ ...each, on: at(day) }))
      // The tenth is today: its time has begun.
      assert.deepEqual(besideTogether(all, today), { done: between(made, 0, 9), planned: between(made, 10, 20) })
      for (const person of who) {
        const own = all.filter(({ personId }) => personId === person)
        const { done, planned } = besideAlone(own, today)
        assert.equal(
          done + planned,
          own.reduce((sum, { minutes }) => sum + minutes, 0),
        )
        assert.deepEqual(besideTogether(own, today), { done, planned })
      }
    }),
  )
})
