import assert from 'node:assert/strict'
import { it } from 'node:test'
import { sheetTemplate, typeset } from './pdf.ts'
import { qrCode } from './qr-code.ts'

const sheet = (text: string) => ({
  template: sheetTemplate,
  data: {
    title: text,
    hub: 'Venn Essex',
    network: 'Maths Hubs',
    year: '2021/22',
    code: null,
    notice: null,
    facts: [{ label: 'For', value: text }],
    sections: [
      { key: 'outline', heading: 'Outline', blocks: [{ kind: 'paragraph', spans: [{ text, strong: false }] }] },
    ],
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
