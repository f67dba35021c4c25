import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { difference } from '../ui/components/difference.ts'
import { changesBetween } from './difference.ts'

describe('the difference of two texts', () => {
  it('tells the words that were added and removed, to those who see and to those who listen', () => {
    const drawn = String(difference({ before: 'Three days <in> all', after: 'Four days <in> all' }))
    assert.match(drawn, /<del><span class="govuk-visually-hidden">\[removed: <\/span>Three/)
    assert.match(drawn, /<ins><span class="govuk-visually-hidden">\[added: <\/span>Four/)
    assert.match(drawn, /<\/ins> days &lt;in&gt; all<\/div>/)
  })

  it('gives back both texts to the letter', () => {
    const text = fc
      .array(fc.constantFrom('a', 'bee', ' ', '\n\n', '.', 'é', '- '), { maxLength: 40 })
      .map((all) => all.join(''))
    fc.assert(
      fc.property(text, text, (before, after) => {
        const changes = changesBetween(before, after)
        const without = (kind: 'added' | 'removed') =>
          changes.flatMap((change) => (change.kind === kind ? [] : [change.text])).join('')
        assert.equal(without('added'), before)
        assert.equal(without('removed'), after)
      }),
    )
  })

  it('of two texts that say something else is the one and then the other, whole', () => {
    const kinds = (before: string, after: string) => changesBetween(before, after).map(({ kind }) => kind)
    assert.deepEqual(kinds('A group studies its topic over three days.', 'Some new words with a link.'), [
      'removed',
      'added',
    ])
    assert.deepEqual(kinds('Read it first.', 'Read it first, then ask.'), ['same', 'added', 'same'])
  })

  it('is told paragraph by paragraph, and in whole phrases', () => {
    const changes = changesBetween(
      'A group studies its topic over three days.\n\nSchools pay nothing.\n\nAsk the hub for its dates.',
      'A group studies its topic over four days.\n\nWhoever comes brings a book and a friend to the hub.\n\nAsk your hub for its dates.',
    )
    assert.deepEqual(
      changes.map(({ kind, text }) => `${kind} ${text.trim()}`),
      [
        'same A group studies its topic over',
        'removed three',
        'added four',
        'same days.',
        'removed Schools pay nothing.',
        'added Whoever comes brings a book and a friend to the hub.',
        'same Ask',
        'removed the',
        'added your',
        'same hub for its dates.',
      ],
    )
    assert.deepEqual(
      changesBetween(
        'All the schools of a hub meet here together',
        'All those people of an area meet here together',
      ).map(({ kind }) => kind),
      ['same', 'removed', 'added', 'same'],
    )
  })

  it('of two long texts with nothing in common is the one and then the other', () => {
    const [before, after] = ['a ', 'b '].map((word) =>
      Array.from({ length: 5000 }, (_, at) => `${word}${at} `).join(''),
    )
    const changes = changesBetween(before ?? '', after ?? '')
    assert.deepEqual(
      changes.map(({ kind }) => kind),
      ['removed', 'added'],
    )
    assert.deepEqual(changesBetween('', 'b'), [{ kind: 'added', text: 'b' }])
  })
})
