import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import {
  bookingHeader,
  bookingRows,
  handKeptRows,
  listedSchools,
  webFormHeader,
  webFormRows,
} from '../../../db/seeds/world/old-lists.ts'
import { addressesIn, namesIn, noAddressIn } from './cells.ts'
import { faultsOf } from './fields.ts'
import { headerRowOf, headingsOf, shapeOf } from './header.ts'
import { usualOptions } from './old-list.ts'
import { postInWords } from './post-in-words.ts'
import { preferenceMeant } from './preference.ts'
import { proposeMatching, proposeOptions } from './proposal.ts'
import { readRow } from './row-reading.ts'
import { type Candidate, isSameName, keyOfSchool, schoolMeant } from './school-likeness.ts'

const samplesOf = (rows: readonly (readonly string[])[], width: number) =>
  Array.from({ length: width }, (_, at) => rows.map((cells) => cells[at] ?? '').filter((cell) => cell !== ''))

describe('the columns of three old lists', () => {
  test('a web form’s questions are matched by their words', () => {
    const [header = [], ...rows] = webFormRows(listedSchools(10, { each: 2 }))
    assert.deepEqual(proposeMatching(header, samplesOf(rows, header.length), 'interest'), [
      'asked_on',
      'person_email',
      'person_name',
      'school_name',
      'school_postcode',
      'person_post',
      'second_name',
      'second_email',
      'people_count',
      'access_needs',
      'comments',
      '',
    ])
  })

  test('a booking list is matched, with its surnames first', () => {
    const [header = [], ...rows] = bookingRows(listedSchools(10, { each: 2 }))
    const matching = proposeMatching(header, samplesOf(rows, header.length), 'interest')
    assert.deepEqual(matching, [
      '',
      '',
      'person_name',
      'person_email',
      'school_name',
      'school_town',
      'person_post',
      'asked_on',
      'status',
      'access_needs',
    ])
    assert.deepEqual(proposeOptions(rows, matching), { surnameFirst: true, fillsDown: false })
  })

  test('a sheet kept by hand has its headings below a title, and blanks that mean the same', () => {
    const rows = handKeptRows(listedSchools(12, { each: 2 }))
    const at = headerRowOf(rows)
    assert.equal(at, 3)
    const header = headingsOf(rows, at)
    const behind = rows.slice(at + 1)
    const matching = proposeMatching(header, samplesOf(behind, header.length), 'interest')
    assert.deepEqual(matching, [
      'school_name',
      'person_name',
      'person_email',
      'person_telephone',
      'asked_on',
      'comments',
    ])
    assert.deepEqual(proposeOptions(behind, matching), { surnameFirst: false, fillsDown: true })
  })

  test('headings that come twice are the second person’s; alike ones are told apart; consent is left out', () => {
    const header = headingsOf([['Name', 'Email', 'Name', 'Email', 'Name', '']], 0)
    assert.deepEqual(header, ['Name', 'Email', 'Name (2)', 'Email (2)', 'Name (3)', 'Column 6'])
    assert.deepEqual(proposeMatching(['Name', 'Email', 'Name', 'Email', 'Consent'], [], 'people'), [
      'person_name',
      'person_email',
      'second_name',
      'second_email',
      '',
    ])
  })

  test('two files of one tool have the same shape, and so has what came back refused', () => {
    assert.equal(shapeOf(webFormHeader), shapeOf(webFormHeader.map((heading) => ` ${heading.toUpperCase()} `)))
    assert.equal(shapeOf([...bookingHeader, 'Row', 'Reason']), shapeOf(bookingHeader))
    assert.notEqual(shapeOf(bookingHeader), shapeOf(webFormHeader))
  })

  test('a matching says what it lacks, and what stands in it twice', () => {
    assert.deepEqual(
      faultsOf(['school_urn', 'person_first', 'person_last', 'person_email', 'comments', 'comments']),
      [],
    )
    assert.equal(faultsOf(['', '', '']).length, 3)
    assert.match(faultsOf(['school_name', 'person_name', 'person_email', 'person_email'])[0] ?? '', /Only one column/)
  })
})

describe('what stands in a cell', () => {
  test('people are told apart, and surnames put behind', () => {
    assert.deepEqual(namesIn('Okafor, Ngozi'), ['Ngozi Okafor'])
    assert.deepEqual(namesIn('Yardley Osei, Ann Marie', true), ['Ann Marie Yardley Osei'])
    assert.deepEqual(namesIn('Ann Lee, Bo Day'), ['Ann Lee', 'Bo Day'])
    assert.deepEqual(namesIn('Ann & Bo Day'), ['Ann Day', 'Bo Day'])
    assert.deepEqual(namesIn('Mrs. Ann Lee (maths lead) / Mr Bo Day'), ['Ann Lee', 'Bo Day'])
    assert.deepEqual(namesIn('Sandy Anderson'), ['Sandy Anderson'])
    assert.deepEqual(namesIn(' - '), [])
  })

  test('addresses are found however they are written, and what is none is named', () => {
    assert.deepEqual(addressesIn('Ann <ANN@a.example>; mailto:bo@b.example,'), ['ann@a.example', 'bo@b.example'])
    assert.deepEqual(addressesIn('ann@a.example, ann@a.example'), ['ann@a.example'])
    assert.match(noAddressIn('07700 900123'), /telephone number, 07700 900123/)
    assert.match(noAddressIn('7700900123'), /telephone number/)
    assert.match(noAddressIn('ann@school'), /not an email address/)
    assert.match(noAddressIn('ann@gmail,com'), /is ann@gmail.com meant/)
    assert.match(noAddressIn(''), /no email address/)
  })

  test('posts are understood in everyday words', () => {
    const said: Readonly<Record<string, string | null>> = {
      'Maths Lead': 'maths_subject_lead',
      'Numeracy co-ordinator': 'maths_subject_lead',
      HoD: 'head_of_department',
      'Head of Maths': 'head_of_department',
      Head: 'headteacher',
      'Executive Headteacher': 'headteacher',
      'Deputy Head': 'senior_leader',
      'Assistant Principal': 'senior_leader',
      'Y4 teacher': 'class_teacher',
      'Class teacher (ECT)': 'early_career_teacher',
      HLTA: 'teaching_assistant',
      'PGCE tutor': 'itt_tutor',
      Caretaker: null,
    }
    for (const [words, post] of Object.entries(said)) assert.equal(postInWords(words), post, words)
  })

  test('a preference means a theme or a group that is offered, or nothing', () => {
    const choice = {
      themes: [{ id: 't1', title: 'Pedagogy', suffix: 'Pedagogy' }],
      groups: [
        { id: 'g1', name: 'Development, Harrow' },
        { id: 'g2', name: 'Development, Hounslow' },
      ],
    }
    assert.deepEqual(preferenceMeant('pedagogy', choice), { themeId: 't1', groupPreferenceId: null })
    assert.deepEqual(preferenceMeant('Harrow', choice), { themeId: null, groupPreferenceId: 'g1' })
    assert.equal(preferenceMeant('Development', choice), null)
    assert.equal(preferenceMeant('Tuesdays', choice), null)
  })
})

describe('a row', () => {
  const shape = {
    header: ['School', 'Name', 'Email', 'Second', 'Second email', 'Places', 'Date', 'Status', 'Notes', 'Needs'],
    matching: [
      'school_name',
      'person_name',
      'person_email',
      'second_name',
      'second_email',
      'people_count',
      'asked_on',
      'status',
      'comments',
      'access_needs',
    ],
    options: usualOptions,
  }

  test('is read: who, of which school, and what they ask for', () => {
    const read = readRow(
      [
        'Park School',
        'Ann Lee',
        'ANN@a.example',
        'Bo Day',
        'bo@a.example',
        '3',
        '03/09/2021 10:15',
        'Confirmed',
        'near us',
        'ramp',
      ],
      shape,
      null,
    )
    assert.equal(read.refusal, null)
    assert.equal(read.who, 'Ann Lee and Bo Day')
    assert.deepEqual(
      read.entry.people.map(({ email }) => email),
      ['ann@a.example', 'bo@a.example'],
    )
    assert.equal(read.entry.askedOn, '2021-09-03')
    assert.equal(read.entry.comments, 'Notes: near us\nAsked for 3 people; 2 named.')
    assert.equal(read.entry.accessNeeds, 'ramp')
  })

  test('is refused with every reason and the person’s name, and left out by its status', () => {
    const read = readRow(['', 'Ann Lee', '07700 900123'], shape, null)
    assert.equal(read.who, 'Ann Lee')
    assert.match(read.refusal ?? '', /^No school is named; Ann Lee: .*telephone number/)
    assert.match(readRow(['Park', '', ''], shape, null).refusal ?? '', /Nobody is named/)
    assert.match(
      readRow(['Park', 'A B', 'a@b.example', '', '', '', '', 'CANCELLED 3/9'], shape, null).leftOut ?? '',
      /CANCELLED/,
    )
  })

  test('names its headteacher by a name and an address, or says why not', () => {
    const headings = ['School', 'Name', 'Email', 'Head teacher', 'Headteacher email address', 'Line manager email']
    const matching = proposeMatching(
      headings,
      headings.map(() => []),
      'interest',
    )
    assert.deepEqual(matching.slice(3), ['headteacher_name', 'headteacher_email', ''])
    assert.deepEqual(
      proposeMatching(
        headings,
        headings.map(() => []),
        'people',
      ).slice(3),
      ['', '', ''],
    )
    const read = (...head: string[]) =>
      readRow(
        ['Park', 'Ann Lee', 'ann@a.example', ...head],
        { header: headings, matching, options: usualOptions },
        null,
      )
    assert.deepEqual(read('Mrs Hal Head', 'HEAD@a.example').entry.headteacher, {
      name: 'Hal Head',
      email: 'head@a.example',
    })
    assert.equal(read('', '').entry.headteacher, null)
    assert.deepEqual(read('', '').warnings, [])
    assert.match(read('Hal Head', 'none').warnings.join(), /headteacher is left out: “none” is not an email address/)
    assert.match(read('', 'head@a.example').warnings.join(), /no name with the headteacher’s address/)
    assert.equal(read('Hal Head', 'none').refusal, null)
  })

  test('keeps its first person when the second cannot be read, and says so', () => {
    const read = readRow(['Park', 'Ann Lee', 'ann@a.example', 'Bo Day', 'n/a'], shape, null)
    assert.equal(read.refusal, null)
    assert.equal(read.entry.people.length, 1)
    assert.match(read.warnings.join(), /The second person is not named: Bo Day/)
  })

  test('takes the school of the row above only where that is meant', () => {
    const above = { name: 'Park School', urn: '', postcode: '', town: '' }
    const cells = ['', 'Ann Lee', 'ann@a.example']
    assert.match(readRow(cells, shape, above).refusal ?? '', /No school/)
    const filled = readRow(cells, { ...shape, options: { ...usualOptions, fillsDown: true } }, above)
    assert.equal(filled.entry.school.name, 'Park School')
    assert.match(filled.warnings.join(), /row above/)
  })

  test('puts two people of one cell with the addresses that are theirs', () => {
    const read = readRow(['Park', 'Ann Lee & Bo Day', 'bo.day@a.example / ann@a.example'], shape, null)
    assert.deepEqual(
      read.entry.people.map(({ name, email }) => [name, email]),
      [
        ['Ann Lee', 'ann@a.example'],
        ['Bo Day', 'bo.day@a.example'],
      ],
    )
  })
})

describe('which school is meant', () => {
  const school = (id: string, name: string, values: Partial<Candidate> = {}): Candidate => ({
    id,
    name,
    urn: null,
    postcode: null,
    town: null,
    isClosed: false,
    ...values,
  })
  const said = (name: string, values: Partial<{ urn: string; postcode: string; town: string }> = {}) => ({
    name,
    urn: '',
    postcode: '',
    town: '',
    ...values,
  })
  const marys = [
    school('a', "St Mary's Church of England Primary School", { town: 'Acton', postcode: 'W3 9PP' }),
    school('b', "St Mary's Catholic Primary School", { town: 'Harrow', postcode: 'HA1 1AA' }),
    school('c', 'St Margaret’s Primary School', { town: 'Acton', postcode: 'W3 1AA' }),
  ]

  test('names are the same whatever their signs, order and abbreviations', () => {
    assert.ok(isSameName('St Marys CofE Primary', "Saint Mary's Church of England Primary School"))
    assert.ok(isSameName('Queen’s Park, The', 'The Queens Park School'))
    assert.ok(!isSameName('St Marys RC', 'St Marys CE'))
  })

  test('it is certain by number, by name and place, or by name alone where there is one', () => {
    const numbered = [school('x', 'Tamsel Park School', { urn: 900001 }), ...marys]
    assert.equal(certain(schoolMeant(said('Tamsel Park', { urn: '900001' }), numbered)), 'x')
    assert.equal(certain(schoolMeant(said('St Marys CofE Primary School', { town: 'acton' }), marys)), 'a')
    assert.equal(certain(schoolMeant(said('St Marys Catholic Primary'), marys)), 'b')
    assert.equal(certain(schoolMeant(said('St Marys Catholic', { postcode: 'HA1 1AA' }), marys)), 'b')
  })

  test('it is likely where some resemble it, and unknown where none does', () => {
    const likely = schoolMeant(said('St Marys'), marys)
    assert.equal(likely.certainty, 'likely')
    assert.deepEqual(
      likely.certainty === 'likely' &&
        likely.candidates
          .slice(0, 2)
          .map(({ id }) => id)
          .sort(),
      ['a', 'b'],
    )
    assert.equal(schoolMeant(said('Rivermead College'), marys).certainty, 'unknown')
  })

  test('a number that belongs to another name, or a name at another place, is asked about', () => {
    const numbered = [school('x', 'Tamsel Park School', { urn: 900001 }), ...marys]
    assert.equal(schoolMeant(said('Herons Reach Academy', { urn: '900001' }), numbered).certainty, 'likely')
    assert.equal(schoolMeant(said('St Marys Catholic Primary', { postcode: 'N1 1AA' }), marys).certainty, 'likely')
  })

  test('what different hands write of one school has one key', () => {
    assert.equal(keyOfSchool(said('St. Mary’s C of E Primary')), keyOfSchool(said('saint marys cofe primary')))
    assert.notEqual(keyOfSchool(said('St Marys')), keyOfSchool(said('St Marys', { town: 'Acton' })))
  })

  const certain = (meant: ReturnType<typeof schoolMeant>): string | null =>
    meant.certainty === 'certain' ? meant.candidate.id : null
})
