import assert from 'node:assert/strict'
import { it } from 'node:test'
import { deflateSync, inflateSync } from 'node:zlib'
import { elementsOf, faultsOfStructure } from '../../test/support/pdf-structure.ts'
import { proseOf } from '../vocabulary/prose.ts'
import { sheetTemplate, typeset } from './pdf.ts'
import { qrCode } from './qr-code.ts'

const sheet = (text: string, body = text) => ({
  template: sheetTemplate,
  data: {
    title: text,
    hub: 'Venn Essex',
    network: 'Maths Hubs',
    year: '2021/22',
    code: null,
    notice: null,
    facts: [{ label: 'For', value: text }],
    sections: [{ key: 'outline', heading: 'Outline', blocks: proseOf(body) }],
    asking: 'Send it here',
    canAsk: true,
    address: 'http://hubs.example',
    short: 'http://hubs.example/o/1',
    shortWords: 'hubs.example/o/1',
    made: '18 October 2021',
    size: 10,
    columns: 1,
    qr: qrCode('http://hubs.example/o/1'),
  },
})

it('a document with pictures and letters that its type does not have is set all the same', async () => {
  for (const text of [
    'Maths 😀 for 👩🏽‍🏫 all',
    '数学 for Łukasz',
    '😀',
    String.fromCodePoint(...Array.from({ length: 40 }, (_, at) => 0x4e00 + at)),
  ])
    assert.match((await typeset(sheet(text))).subarray(0, 5).toString('latin1'), /^%PDF-/)
})

it('a text with sub-headings, lists, stress and links is set, and each link is one that can be followed', async () => {
  const body =
    '# Sub *heading*\n\nSee [the **guide** here](https://x.example/a?b=1):\n\n3. [write](mailto:h@x.example)\n4. *d*\n\n- e'
  const set = (await typeset(sheet('Links', body))).toString('latin1')
  const links = [...set.matchAll(/\/URI ?\(([^)]*)\)/g)].map(([, address]) => address)
  assert.deepEqual(links, ['https://x.example/a?b=1', 'mailto:h@x.example', 'http://hubs.example/o/1'])
  for (const tag of [/\/S ?\/H3/, /\/ListNumbering ?\/Decimal/]) assert.match(set, tag)
})

const nested = '- a\n  1. b\n     - c\n- d\n\nSee [there](https://x.example/a).'

it('a list within a list stands below its item, for a listener too', async () => {
  const all = elementsOf(await typeset(sheet('Lists', nested)))
  const depths = all
    .filter(({ tag }) => tag === 'L')
    .map((list) => {
      let depth = 0
      for (let at = list.parent; at; at = at.parent) if (at.tag === 'L') depth += 1
      return depth
    })
  assert.deepEqual(depths, [0, 1, 2])
})

// The first page shows something more, outside all marks.
const withBareWords = (file: Buffer): Buffer => {
  const text = file.toString('latin1')
  const at = Number(/\/Contents (\d+) 0 R/.exec(text)?.[1])
  const begins = text.indexOf('stream', text.indexOf(`\n${at} 0 obj`)) + 'stream\n'.length
  const ends = text.indexOf('endstream', begins)
  const said = inflateSync(file.subarray(begins, ends)).toString('latin1')
  const packed = deflateSync(Buffer.from(`${said}\nBT (bare) Tj ET\n`, 'latin1'))
  return Buffer.concat([file.subarray(0, begins), packed, Buffer.from('\n'), file.subarray(ends)])
}

const planted: readonly (readonly [checkpoint: string, from: RegExp | null, to: string])[] = [
  ['01-005', null, ''],
  ['01-006', /\/StructParents \d+/, '/StructParents 99'],
  ['01-007', /\/Marked true/, '/Marked false'],
  ['02-001', /\/Title \/P\b/, '/Title /Pie'],
  ['05-001', /pdfuaid:part>1/, 'pdfuaid:part>0'],
  ['07-001', /\/DisplayDocTitle true/, '/DisplayDocTitle false'],
  ['09-005', /\/S \/LBody/, '/S /P'],
  ['10-001', /\/ToUnicode/, '/ToUnknown'],
  ['11-006', /\/Lang \(en-GB\)/, '/Lang ()'],
  ['13-004', /\/Alt \(/, '/Old ('],
  ['14-002', /\/S \/H1/, '/S /P'],
  ['14-003', /\/S \/H2/, '/S /H4'],
  ['28-002', /\/Tabs \/S/, '/Tabs /R'],
  ['28-011', /\/Type \/OBJR/, '/Type /Lost'],
  ['31-009', /\/FontFile\d/, '/FontGone'],
]

it('what PDF/UA asks and a machine can tell is told of our files, and told where it is not kept', async () => {
  const file = await typeset(sheet('Structure', nested))
  assert.deepEqual(faultsOfStructure(file), [])
  const text = file.toString('latin1')
  for (const [checkpoint, from, to] of planted) {
    const broken = from === null ? withBareWords(file) : Buffer.from(text.replace(from, to), 'latin1')
    const faults = faultsOfStructure(broken)
    assert.ok(
      faults.some((fault) => fault.startsWith(checkpoint)),
      `${checkpoint}: ${faults.join('; ')}`,
    )
  }
})
