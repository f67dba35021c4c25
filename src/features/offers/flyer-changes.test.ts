import assert from 'node:assert/strict'
import { it } from 'node:test'
import { changesSince, sinceThePrint } from './flyer-changes.ts'
import { type PrintedFacts, parseShortAddress } from './flyer-print.ts'

const november = { when: 'Wednesday 17 November 2021, 9:30am to 2:30pm', where: 'Twyford' }
const february = { when: 'Thursday 3 February 2022, 9:30am to 2:30pm', where: 'Online' }
const march = { when: 'Thursday 3 March 2022, 9:30am to 2:30pm', where: 'Online' }
const unknown = { when: 'Date to be confirmed', where: 'Place to be confirmed' }

const printed: PrintedFacts = {
  title: 'Secondary Subject Leadership',
  hub: 'London Central and West',
  dates: [november, february],
  datesNote: null,
  venues: ['Twyford High School, W3 9PP'],
  policy: 'A charge of £75 may be made.',
  opensOn: null,
  closesOn: '2021-11-05',
  contact: 'admin@hub.example',
  texts: { Outline: 'a', 'The wider context': 'b' },
}

const changes: readonly [string, Partial<PrintedFacts>, readonly string[]][] = [
  ['nothing', {}, []],
  ['the order of the dates', { dates: [february, november] }, []],
  ['a date', { dates: [november, march] }, [`${february.when} has moved to ${march.when}, Online`]],
  ['a date more', { dates: [november, february, march] }, [`${march.when}, Online has been added`]],
  ['a date less', { dates: [february] }, [`${november.when} is no longer planned`]],
  ['a place', { dates: [{ ...november, where: 'Online' }, february] }, [`on ${november.when} the place is now Online`]],
  ['the venue', { venues: ['Acton Hall, W3 1AA'] }, ['the venue is now Acton Hall, W3 1AA']],
  ['no venue any more', { venues: [] }, ['Twyford High School, W3 9PP is no longer a venue']],
  ['the policy', { policy: 'Nothing is charged.' }, ['the policy on cancelling and not coming has changed']],
  ['no policy any more', { policy: null }, ['there is no policy on cancelling any more']],
  ['the last day to ask', { closesOn: '2021-11-12' }, ['you can now ask to join until 12 November 2021']],
  ['no last day', { closesOn: null }, ['asking to join has no last day any more']],
  ['the first day to ask', { opensOn: '2021-10-20' }, ['you can now ask to join from 20 October 2021']],
  ['whom to ask', { contact: 'office@hub.example' }, ['how to join or whom to ask has changed']],
  [
    'texts',
    { texts: { Outline: 'c', 'Next steps': 'd' } },
    ['the text under “Outline”, “Next steps” and “The wider context” has changed'],
  ],
  ['the hub', { hub: 'London West' }, ['London West offers it now']],
  ['the title', { title: 'Leading Maths' }, ['it is called Leading Maths now']],
]

for (const [what, now, said] of changes)
  it(`a flyer whose offer has changed in ${what} is told so`, () => {
    assert.deepEqual(changesSince(printed, { ...printed, ...now }), said)
  })

it('a date that was not known and is known now is told', () => {
  const before = { ...printed, dates: [unknown, unknown] }
  assert.deepEqual(changesSince(before, { ...before, dates: [november, unknown] }), [
    `a date that was not known is ${november.when}, Twyford`,
  ])
})

it('what has changed is one sentence, and an offer that is over says that alone', () => {
  const print = { madeOn: Temporal.PlainDate.from('2021-10-18'), facts: printed }
  const now = { ...printed, dates: [november, march], policy: null }
  assert.deepEqual(sinceThePrint(print, now, null), {
    isChanged: true,
    sentence: `Since your flyer of 18 October 2021 was printed: ${february.when} has moved to ${march.when}, Online; there is no policy on cancelling any more.`,
  })
  assert.match(sinceThePrint(print, now, 'the hub has withdrawn this offer').sentence, /printed: the hub has withdrawn/)
  assert.deepEqual(sinceThePrint(print, printed, null), {
    isChanged: false,
    sentence: 'Your flyer of 18 October 2021 is up to date: nothing that it says has changed.',
  })
})

it('a short address names an offer, and the print that it stands on', () => {
  assert.deepEqual(parseShortAddress('a1b2c3d4e5-3'), { ending: 'a1b2c3d4e5', print: 3 })
  for (const typed of ['a1b2c3d4e5', 'a1b2c3d4e5-', 'a1b2c3d4e5-0', 'a1b2c3d4e5-x', 'a1b2c3d4e5-999999'])
    assert.deepEqual(parseShortAddress(typed), { ending: 'a1b2c3d4e5', print: null })
})
