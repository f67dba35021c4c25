import assert from 'node:assert/strict'
import { it } from 'node:test'
import { speakerFor, speakerTitle, speaksFor, yourSpeaker } from './speaks-for.ts'

it('asks a school for its headteacher and nobody else for one', () => {
  assert.equal(yourSpeaker('school'), 'your headteacher')
  for (const kind of ['itt_provider', 'trust', 'authority', 'other', 'unheard_of']) {
    assert.doesNotMatch(`${speakerTitle(kind)} ${yourSpeaker(kind)}`, /headteacher/i, kind)
    assert.notEqual(speakerFor(kind).body, 'school')
  }
})

it('asks nobody where whoever asks speaks for their organisation already', () => {
  assert.equal(speaksFor('school', 'headteacher'), true)
  assert.equal(speaksFor('school', 'senior_leader'), false)
  assert.equal(speaksFor('itt_provider', 'senior_leader'), true)
  assert.equal(speaksFor('itt_provider', 'itt_tutor'), false)
  assert.equal(speaksFor('trust', null), false)
})
