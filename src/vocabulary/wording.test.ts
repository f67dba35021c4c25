import assert from 'node:assert/strict'
import { test } from 'node:test'
import { roleLabels } from './actor.ts'
import { audienceLabels, audiences, parseAudience } from './audiences.ts'
import { deliveryModels, deliveryModelWords, isDeliveryModel } from './delivery-models.ts'
import { isHeldPost, isPostKind, postKinds, postLabels } from './posts.ts'

test('everything that has a name has a label of its own', () => {
  for (const labels of [roleLabels, audienceLabels, postLabels]) {
    const printed = Object.values(labels)
    assert.equal(new Set(printed).size, printed.length)
  }
  for (const model of deliveryModels) assert.ok(deliveryModelWords[model].lead.endsWith('Lead'))
})

test('a prospective subject lead does not hold the post yet', () => {
  assert.deepEqual(
    postKinds.filter((kind) => !isHeldPost(kind)),
    ['prospective_subject_lead'],
  )
})

test('names that are not ours are refused', () => {
  assert.equal(isPostKind('head_of_department'), true)
  assert.equal(isPostKind('caretaker'), false)
  assert.equal(isDeliveryModel('work_group'), true)
  assert.equal(isDeliveryModel('course'), false)
  assert.deepEqual(audiences.map(parseAudience), [...audiences])
  assert.equal(parseAudience('parents'), null)
})
