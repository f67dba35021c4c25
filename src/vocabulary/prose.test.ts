import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { parse } from 'node-html-parser'
import { prose } from '../ui/prose.ts'
import { plainProse, proseOf } from './prose.ts'

const plain = (text: string) => plainProse(proseOf(text))
const page = (text: string) => String(prose(text))

describe('a text that people write', () => {
  it('has paragraphs, lists and stressed words', () => {
    assert.deepEqual(proseOf('One\nline.\n\nThemes:\n- **First**, of all\n- second\n  goes on'), [
      { kind: 'paragraph', spans: [{ text: 'One line.', strong: false }] },
      { kind: 'paragraph', spans: [{ text: 'Themes:', strong: false }] },
      {
        kind: 'list',
        items: [
          {
            spans: [
              { text: 'First', strong: true },
              { text: ', of all', strong: false },
            ],
          },
          { spans: [{ text: 'second goes on', strong: false }] },
        ],
      },
    ])
  })

  const drawn: readonly (readonly [string, string, string, string])[] = [
    ['emphasis', 'a *b* **_c_**', '<p class="govuk-body">a <em>b</em> <em><strong>c</strong></em></p>', 'a b c'],
    [
      'a link',
      'see [the **guide**](https://x.example/a?b=1&c=2).',
      '<p class="govuk-body">see <a class="govuk-link" href="https://x.example/a?b=1&amp;c=2">the <strong>guide</strong></a>.</p>',
      'see the guide (https://x.example/a?b=1&c=2).',
    ],
    [
      'an address of mail',
      '[Write to us](mailto:hub@x.example) or <hub@x.example>',
      '<p class="govuk-body"><a class="govuk-link" href="mailto:hub@x.example">Write to us</a> or <a class="govuk-link" href="mailto:hub@x.example">hub@x.example</a></p>',
      'Write to us (hub@x.example) or hub@x.example',
    ],
    [
      'a link without words',
      '[](https://x.example)',
      '<p class="govuk-body"><a class="govuk-link" href="https://x.example">https://x.example</a></p>',
      'https://x.example',
    ],
    [
      'a numbered list that goes on',
      '3. c\n4. d',
      '<ol class="govuk-list govuk-list--number" start="3"><li>c</li><li>d</li></ol>',
      '3. c\n4. d',
    ],
    [
      'a sub-heading',
      '# One\nwords',
      '<h3 class="govuk-heading-s">One</h3><p class="govuk-body">words</p>',
      'One\n\nwords',
    ],
    [
      'a list in a list',
      '- a\n  - b\n\n  more\n- c',
      '<ul class="govuk-list govuk-list--bullet"><li>a more<ul class="govuk-list govuk-list--bullet"><li>b</li></ul></li><li>c</li></ul>',
      '- a more\n  - b\n- c',
    ],
    [
      'a numbered list in a list, and what is deeper than three in the third',
      '- a\n  1. b\n     - c\n       - d\n- - e',
      '<ul class="govuk-list govuk-list--bullet"><li>a<ol class="govuk-list govuk-list--number"><li>b<ul class="govuk-list govuk-list--bullet"><li>c</li><li>d</li></ul></li></ol></li><li>- e</li></ul>',
      '- a\n  1. b\n     - c\n     - d\n- - e',
    ],
    [
      'marks that flyers use',
      '✓ a\n• b',
      '<ul class="govuk-list govuk-list--bullet"><li>a</li><li>b</li></ul>',
      '- a\n- b',
    ],
    [
      'what is left out',
      '> a\n\n`b` <b>c</b> &amp; ![d](e)\n***\n    f',
      '<p class="govuk-body">&gt; a</p><p class="govuk-body">`b` &lt;b&gt;c&lt;/b&gt; &amp;amp; ![d](e) *** f</p>',
      '> a\n\n`b` <b>c</b> &amp; ![d](e) *** f',
    ],
    [
      'addresses among words',
      'See www.x.example/a_b, (https://x.example/c) or a.b@x.example. Not http://, not ftp://x.example.',
      '<p class="govuk-body">See <a class="govuk-link" href="https://www.x.example/a_b">www.x.example/a_b</a>, (<a class="govuk-link" href="https://x.example/c">https://x.example/c</a>) or <a class="govuk-link" href="mailto:a.b@x.example">a.b@x.example</a>. Not http://, not ftp://x.example.</p>',
      'See www.x.example/a_b, (https://x.example/c) or a.b@x.example. Not http://, not ftp://x.example.',
    ],
    [
      'a picture',
      '![a map](https://x.example/map.png)',
      '<p class="govuk-body">![a map](https://x.example/map.png)</p>',
      '![a map](https://x.example/map.png)',
    ],
    [
      'an address of another kind',
      '[a](javascript:alert(1)) <javascript:b> [c](/d) [e](data:f)',
      '<p class="govuk-body">[a](javascript:alert(1)) &lt;javascript:b&gt; [c](/d) [e](data:f)</p>',
      '[a](javascript:alert(1)) <javascript:b> [c](/d) [e](data:f)',
    ],
    [
      'a code with a theme',
      'NCP24-31_Mentor, _Mentor',
      '<p class="govuk-body">NCP24-31_Mentor, _Mentor</p>',
      'NCP24-31_Mentor, _Mentor',
    ],
  ]
  for (const [name, typed, inPage, inPlain] of drawn)
    it(`shows ${name} in the page and in plain words`, () => {
      assert.equal(page(typed), inPage)
      assert.equal(plain(typed), inPlain)
    })

  it('is nothing when it is empty', () => {
    for (const empty of ['', ' \n\n ', '-', '- \n- \n', '#', '1. ']) assert.deepEqual(proseOf(empty), [], empty)
  })

  const pieces = fc.constantFrom(
    ...[
      '- ',
      '* ',
      '1. ',
      '7) ',
      '# ',
      '> ',
      '    ',
      '\t',
      '\n',
      '\n\n',
      '\r\n',
      '**',
      '*',
      '_',
      '`',
      '```',
      '~~~',
      '---',
      '===',
    ],
    ...[
      '[',
      ']',
      '(',
      ')',
      '](',
      '](https://x.example/)',
      '](javascript:alert)',
      '](JaVaScRiPt:b)',
      '](data:text/html,c)',
      '](/d)',
    ],
    ...[
      '](mailto:a@b.example "titled")',
      '](<java\tscript:e>)',
      '<javascript:f>',
      '<https://y.example>',
      '![',
      '[g]: javascript:h',
      'www.',
      'https://z.example/(q)',
      'm@z.example',
      '&#106;avascript:',
      '&lt;',
    ],
    ...[
      '<script>',
      '</script>',
      '<img src=x onerror=alert>',
      '" onclick="k"',
      '<!-- ',
      ' -->',
      '\\',
      ' ',
      '!',
      ':',
      '•',
      '✓',
    ],
    ...['Ratio', 'été', '12', 'NCP24-31_Mentor'],
  )
  const typed = fc
    .array(fc.oneof(pieces, fc.string({ maxLength: 6 }), fc.string({ unit: 'grapheme', maxLength: 4 })), {
      maxLength: 30,
    })
    .map((all) => all.join(''))
  const tags = new Set(['P', 'H3', 'UL', 'OL', 'LI', 'STRONG', 'EM', 'A'])
  const attributesOf: Readonly<Record<string, readonly string[]>> = { A: ['class', 'href'], OL: ['class', 'start'] }
  const words = (text: string): readonly string[] => (text.match(/\p{L}+/gu) ?? []).filter((word) => word !== 'mailto')

  it('never shows anything but the subset, whatever is typed', () => {
    fc.assert(
      fc.property(typed, (text) => {
        for (const element of parse(page(text)).querySelectorAll('*')) {
          assert.ok(tags.has(element.tagName), element.tagName)
          for (const name of Object.keys(element.attributes))
            assert.ok((attributesOf[element.tagName] ?? ['class']).includes(name), `${element.tagName} ${name}`)
          const href = element.getAttribute('href')
          if (href !== undefined) assert.match(href, /^(?:https?:\/\/|mailto:)[^\s]*$/i)
        }
      }),
      { numRuns: 500 },
    )
  })

  it('never loses a word, in the page or in plain words', () => {
    fc.assert(
      fc.property(typed, (text) => {
        const [seen, read] = [page(text), plain(text)]
        for (const word of words(text)) {
          assert.ok(read.includes(word), `${word} is not read`)
          assert.ok(seen.includes(word), `${word} is not seen`)
        }
      }),
      { numRuns: 500 },
    )
  })

  it('is read however deep it is nested', () => {
    for (const deep of ['- '.repeat(10_000), '1. '.repeat(6000), '> '.repeat(10_000), '['.repeat(20_000)])
      assert.ok(plain(`${deep}end`).endsWith('end'))
  })
})
