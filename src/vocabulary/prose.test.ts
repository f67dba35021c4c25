import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { plainProse, proseOf } from './prose.ts'

describe('a text that people write', () => {
  it('has paragraphs, lists and stressed words', () => {
    assert.deepEqual(proseOf('One\nline.\n\nThemes:\n- **First**, of all\n- second\n  goes on'), [
      { kind: 'paragraph', spans: [{ text: 'One line.', strong: false }] },
      { kind: 'paragraph', spans: [{ text: 'Themes:', strong: false }] },
      {
        kind: 'list',
        items: [
          [
            { text: 'First', strong: true },
            { text: ', of all', strong: false },
          ],
          [{ text: 'second goes on', strong: false }],
        ],
      },
    ])
  })
  it('is the same in plain words, and nothing when it is empty', () => {
    assert.equal(plainProse(proseOf('One.\n\n- a\n- **b** c')), 'One.\n\n- a\n- b c')
    assert.deepEqual(proseOf(' \n\n '), [])
  })
})
