import assert from 'node:assert/strict'
import { test } from 'node:test'
import { crc32, deflateRawSync } from 'node:zlib'
import fc from 'fast-check'
import writeWorkbook from 'write-excel-file/node'
import { readCsv } from './csv.ts'
import { CannotRead, readSpreadsheet, writeCsv } from './index.ts'

const utf8 = (text: string): Buffer => Buffer.from(text, 'utf8')
const rowsOf = async (bytes: Uint8Array) => (await readSpreadsheet(bytes)).rows

test('a web form’s export is read: a mark, commas, quoted line breaks', async () => {
  const sheet = await readSpreadsheet(
    utf8('\ufeffTimestamp,"Your name, please"\r\n2021-09-03T10:00:00Z,"Zoë\nO\'Brien"\r\n'),
  )
  assert.equal(sheet.readAs, 'UTF-8, separated by commas')
  assert.deepEqual(sheet.rows, [
    ['Timestamp', 'Your name, please'],
    ['2021-09-03T10:00:00Z', "Zoë\nO'Brien"],
  ])
})

test('Windows-1252 and UTF-16, semicolons and tabs are read as what they are', async () => {
  const windows = await readSpreadsheet(Buffer.from('Nom;Caf\xe9\nO\x92Brien;1,5\n', 'latin1'))
  assert.equal(windows.readAs, 'Windows-1252, separated by semicolons')
  assert.deepEqual(windows.rows, [
    ['Nom', 'Café'],
    ['O’Brien', '1,5'],
  ])
  const wide = await readSpreadsheet(Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('a\tb\nü\tc\n', 'utf16le')]))
  assert.equal(wide.readAs, 'UTF-16, separated by tabs')
  assert.deepEqual(wide.rows[1], ['ü', 'c'])
  assert.deepEqual(await rowsOf(Buffer.from('a\tb\nc\td\n', 'utf16le')), [
    ['a', 'b'],
    ['c', 'd'],
  ])
  assert.deepEqual(await rowsOf(utf8('sep=|\r\na|b\r\n')), [['a', 'b']])
})

test('bytes that are no UTF-8 are still read', async () => {
  assert.deepEqual(await rowsOf(Buffer.from([0x61, 0x2c, 0xff, 0xfe, 0xe9, 0x0a])), [['a', 'ÿþé']])
  assert.deepEqual(await rowsOf(Buffer.from([0xef, 0xbb, 0xbf, 0x61, 0x2c, 0xe9])), [['a', 'é']])
})

test('blank lines keep their numbers, and what is blank behind is dropped', async () => {
  assert.deepEqual(await rowsOf(utf8('List of schools,,\n,,\nName,Email,\nA,b@c.example,,,\n\n,,\n')), [
    ['List of schools'],
    [],
    ['Name', 'Email'],
    ['A', 'b@c.example'],
  ])
})

test('an Excel workbook is read: dates as days, numbers with every digit, the fullest sheet', async () => {
  const file = await (
    await writeWorkbook([
      { sheet: 'Cover', data: [[{ value: 'About' }]] },
      { sheet: 'Empty', data: [] },
      {
        sheet: 'Autumn',
        data: [
          [{ value: 'Name' }, { value: 'Asked' }, { value: 'Telephone' }, { value: 'Yes?' }],
          [
            { value: 'Zoë' },
            { value: new Date('2021-09-03T00:00:00Z'), format: 'dd/mm/yyyy' },
            { value: 447700900123 },
            { value: true },
          ],
        ],
      },
    ])
  ).toBuffer()
  const sheet = await readSpreadsheet(file)
  assert.equal(sheet.readAs, 'Excel workbook, sheet “Autumn”; not read: “Cover”')
  assert.deepEqual(sheet.rows[1], ['Zoë', '2021-09-03', '447700900123', 'Yes'])
  const cover = await readSpreadsheet(file, ' cover ')
  assert.deepEqual([cover.readAs, cover.rows], ['Excel workbook, sheet “Cover”; not read: “Autumn”', [['About']]])
  await assert.rejects(readSpreadsheet(file, 'Spring'), /no sheet called “Spring”. It has: “Cover”, “Empty”, “Autumn”/)
  await assert.rejects(readSpreadsheet(file, 'Empty'), /empty/)
  await assert.rejects(readSpreadsheet(Buffer.from('Name\nZoë\n'), 'Cover'), /has no sheets/)
})

/** A zip archive with one part more, whose directory says what we say of its size. */
const archive = (parts: readonly { name: string; body: Buffer; says?: number }[]): Buffer => {
  const locals: Buffer[] = []
  const directory: Buffer[] = []
  let at = 0
  for (const { name, body, says = body.length } of parts) {
    const packed = deflateRawSync(body)
    const local = Buffer.alloc(30)
    local.writeUInt32LE(0x04034b50, 0)
    local.writeUInt16LE(8, 8)
    const entry = Buffer.alloc(46)
    entry.writeUInt32LE(0x02014b50, 0)
    entry.writeUInt16LE(8, 10)
    for (const [header, offset] of [
      [local, 14],
      [entry, 16],
    ] as const) {
      header.writeUInt32LE(crc32(body), offset)
      header.writeUInt32LE(packed.length, offset + 4)
      header.writeUInt32LE(says, offset + 8)
      header.writeUInt16LE(name.length, offset + 12)
    }
    entry.writeUInt32LE(at, 42)
    locals.push(local, Buffer.from(name), packed)
    directory.push(entry, Buffer.from(name))
    at += 30 + name.length + packed.length
  }
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(parts.length, 8)
  end.writeUInt16LE(parts.length, 10)
  end.writeUInt32LE(Buffer.concat(directory).length, 12)
  end.writeUInt32LE(at, 16)
  return Buffer.concat([...locals, ...directory, end])
}

const workbook = { name: 'xl/workbook.xml', body: utf8('<workbook/>') }

test('a workbook that unpacks without end is refused, whatever its directory says of it', async () => {
  const bomb = { name: 'xl/worksheets/sheet1.xml', body: Buffer.alloc(120_000_000, 'x') }
  await assert.rejects(readSpreadsheet(archive([workbook, bomb])), /too large to be read once unpacked/)
  await assert.rejects(
    readSpreadsheet(archive([workbook, { ...bomb, says: 10 }])),
    /too large to be read once unpacked/,
  )
})

test('a workbook whose columns have no end ends its reader, and nobody else', async () => {
  const part = (name: string, xml: string) => ({ name, body: utf8(xml) })
  const book = archive([
    part('[Content_Types].xml', '<Types/>'),
    part(
      'xl/workbook.xml',
      '<workbook xmlns:r="r"><sheets><sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>',
    ),
    part(
      'xl/_rels/workbook.xml.rels',
      '<Relationships><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
    ),
    part(
      'xl/worksheets/sheet1.xml',
      '<worksheet><sheetData><row r="1"><c r="ZZZZZZZZ1"><v>1</v></c></row></sheetData></worksheet>',
    ),
  ])
  await assert.rejects(readSpreadsheet(book), /too much memory/)
})

test('what is no spreadsheet is refused in a sentence that says what to do, whatever it is called', async () => {
  const files: readonly (readonly [Buffer, RegExp])[] = [
    [utf8(''), /is empty/],
    [utf8('\n\n,,\n'), /is empty/],
    [utf8('%PDF-1.7 …'), /PDF/],
    [utf8('<!DOCTYPE html><table>'), /web page/],
    [Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1]), /old Excel workbook/],
    [Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 1, 2, 3]), /not a spreadsheet/],
    [utf8('PK\u0003\u0004 cut off'), /damaged or cut off/],
    [archive([{ name: 'readme.txt', body: utf8('x') }]), /no Excel workbook/],
    [archive([workbook, { name: 'xl/worksheets/sheet1.xml', body: utf8('<sheet') }]), /cannot be read/],
    [utf8('a,b\n"c,d\n'), /quotation mark/],
    [utf8(Array(301).fill('x').join(',')), /301 columns/],
    [utf8(`a,b\nc,${'x'.repeat(5001)}`), /Row 2, column B holds more than 5,000/],
    [utf8('x\n'.repeat(20_026)), /more than 20,000 rows/],
    [Buffer.alloc(10_000_001, 'x'), /larger than 10 MB/],
  ]
  for (const [bytes, sentence] of files)
    await assert.rejects(
      readSpreadsheet(bytes),
      (problem: Error) => problem instanceof CannotRead && sentence.test(problem.message),
    )
})

test('a file we write opens harmlessly, and is read back as it was', () => {
  const written = writeCsv([
    ['=1+1', '+44', '-2', '@sum', 'plain'],
    ['\t=x', 'a "b"', 'c\nd', '', 'é'],
  ])
  assert.doesNotMatch(written, /(^|,|\n)"?[=+\-@\t]/)
  assert.deepEqual(readCsv(utf8(written)).rows, [
    ['=1+1', '+44', '-2', '@sum', 'plain'],
    ['=x', 'a "b"', 'c\nd', '', 'é'],
  ])
})

test('whatever words stand in the cells, they are read back', () => {
  const word = fc
    .string({ minLength: 1, maxLength: 12, unit: fc.constantFrom(...'abc é"\',\n=+-@0') })
    .map((text) => text.replaceAll(/^['\s]+|\s+$/g, ''))
  fc.assert(
    fc.property(fc.array(fc.array(word, { minLength: 2, maxLength: 5 }), { minLength: 2, maxLength: 8 }), (rows) => {
      const body = [['one', 'two', 'three', 'four', 'five'], ...rows.map((cells) => [...cells, 'end'])]
      assert.deepEqual(
        readCsv(utf8(writeCsv(body))).rows,
        body.map((cells) => cells.map((cell) => cell.trim())),
      )
    }),
  )
})
