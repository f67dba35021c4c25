import assert from 'node:assert/strict'
import { test } from 'node:test'
import { afterwards } from './afterwards.ts'

test('everything is written in its order, gathered while another batch is being written', async () => {
  const batches: number[][] = []
  const gathered = afterwards<number>(
    async (items) => {
      await new Promise((resolve) => setTimeout(resolve, 5))
      batches.push([...items])
    },
    () => {},
  )
  for (let n = 0; n < 2000; n += 1) gathered.add(n)
  assert.equal(await gathered.settle(), 0)
  assert.deepEqual(
    batches.flat(),
    Array.from({ length: 2000 }, (_, n) => n),
  )
  assert.ok(batches.length <= 6, `${batches.length} batches`)
})

test('what could not be written is written when it can be again', async () => {
  const written: number[] = []
  let isAway = true
  const problems: unknown[] = []
  const gathered = afterwards<number>(
    async (items) => {
      if (isAway) throw new Error('away')
      written.push(...items)
    },
    (problem) => problems.push(problem),
  )
  gathered.add(1)
  gathered.add(2)
  assert.equal(await gathered.settle(50), 2)
  isAway = false
  assert.equal(await gathered.settle(), 0)
  assert.deepEqual(written, [1, 2])
  assert.equal(problems.length, 1)
})
