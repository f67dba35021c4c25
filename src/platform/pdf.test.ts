import assert from 'node:assert/strict'
import { it } from 'node:test'
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
