import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { inPriorityOrder, inTurn, type Placeable } from './priority.ts'

const at = (minute: number) => Temporal.Instant.fromEpochMilliseconds(minute * 60_000)
const asker = (id: string, met: readonly number[], minute: number): Placeable => ({ id, met, since: at(minute) })

const askers = fc.uniqueArray(
  fc.tuple(fc.nat(30), fc.subarray([1, 2, 3]), fc.nat(3)).map(([id, met, minute]) => asker(`asker ${id}`, met, minute)),
  { maxLength: 6, selector: ({ id }) => id },
)

describe('the order of those who ask', () => {
  it('is decided by the first rule that tells two apart, then by who asked first', () => {
    const order = inPriorityOrder([
      asker('late, no priority', [], 9),
      asker('both later rules', [2, 3], 1),
      asker('early, no priority', [], 0),
      asker('first rule alone, late', [1], 10),
      asker('first and third', [1, 3], 10),
      asker('second alone', [2], 0),
    ])
    assert.deepEqual(
      order.map(({ id }) => id),
      [
        'first and third',
        'first rule alone, late',
        'both later rules',
        'second alone',
        'early, no priority',
        'late, no priority',
      ],
    )
  })

  it('leaves nobody out, is the same however they come, and puts nobody before who precedes them', () => {
    fc.assert(
      fc.property(askers, (all) => {
        const order = inPriorityOrder(all)
        assert.deepEqual(inPriorityOrder(all.toReversed()), order)
        assert.deepEqual(order.map(({ id }) => id).toSorted(), all.map(({ id }) => id).toSorted())
        for (const [at, one] of order.entries())
          for (const later of order.slice(at + 1)) assert.ok(inTurn(one, later) < 0 && inTurn(later, one) > 0)
      }),
      { numRuns: 60 },
    )
  })

  it('never falls because one more priority is met', () => {
    fc.assert(
      fc.property(askers, fc.constantFrom(1, 2, 3), (all, rule) => {
        const [first, ...others] = all
        if (!first || first.met.includes(rule)) return
        const place = (mine: Placeable) => inPriorityOrder([mine, ...others]).indexOf(mine)
        assert.ok(place({ ...first, met: [...first.met, rule] }) <= place(first))
      }),
      { numRuns: 60 },
    )
  })
})
