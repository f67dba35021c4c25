import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { parse } from 'node-html-parser'
import * as fields from './fields.ts'
import type { Html } from './html.ts'

const drawn = (field: Html) => parse(String(field))
const wrong = (field: string, message: string): fields.FormState => ({ typed: {}, errors: [{ field, message }] })

describe('a field', () => {
  it('shows what was typed rather than what was known before', () => {
    const form = fields.formFrom({ name: 'O"Neill & <b>' })
    const input = drawn(fields.textField(form, { name: 'name', label: 'Your name', value: 'Before' })).querySelector(
      'input',
    )
    assert.equal(input?.getAttribute('value'), 'O"Neill & <b>')
  })

  it('says what is wrong with it, and is described by its hint and its error', () => {
    const form = wrong('email', 'Enter an email address')
    const field = drawn(fields.textField(form, { name: 'email', label: 'Email address', hint: 'For the dates' }))
    assert.equal(field.querySelector('input')?.getAttribute('aria-describedby'), 'email-hint email-error')
    assert.match(field.querySelector('#email-error')?.text ?? '', /Enter an email address/)
  })

  it('keeps a box clear that was cleared', () => {
    const form = wrong('name', 'Enter your name')
    const items = [{ value: 'tue', text: 'Tuesday' }]
    const box = (state: fields.FormState) =>
      drawn(fields.checkboxesField(state, { name: 'days', label: 'Days', items, values: ['tue'] })).querySelector(
        'input',
      )
    assert.equal(box(fields.emptyForm)?.hasAttribute('checked'), true)
    assert.equal(box(form)?.hasAttribute('checked'), false)
  })

  it('marks one typed choice and several', () => {
    const items = [
      { value: 'a', text: 'A' },
      { value: 'b', text: 'B' },
    ]
    const checked = (field: Html) =>
      drawn(field)
        .querySelectorAll('[checked]')
        .map((each) => each.getAttribute('value'))
    assert.deepEqual(
      checked(fields.checkboxesField(fields.formFrom({ x: ['a', 'b'] }), { name: 'x', label: 'X', items })),
      ['a', 'b'],
    )
    assert.deepEqual(checked(fields.checkboxesField(fields.formFrom({ x: 'b' }), { name: 'x', label: 'X', items })), [
      'b',
    ])
    assert.deepEqual(checked(fields.radiosField(fields.formFrom({ x: 'b' }), { name: 'x', label: 'X', items })), ['b'])
  })

  it('draws a date in three boxes, with the first where the error summary leads', () => {
    const date = Temporal.PlainDate.from('2021-11-17')
    const field = drawn(fields.dateField(fields.emptyForm, { name: 'starts_on', label: 'Starts', value: date }))
    const boxes = field.querySelectorAll('input')
    assert.deepEqual(
      boxes.map((box) => [box.getAttribute('name'), box.getAttribute('value')]),
      [
        ['starts_on-day', '17'],
        ['starts_on-month', '11'],
        ['starts_on-year', '2021'],
      ],
    )
    assert.equal(boxes[0]?.id, 'starts_on')
  })

  it('begins a list with an empty choice unless told otherwise', () => {
    const items = [{ value: '1', text: 'One' }]
    const count = (blank?: false) =>
      drawn(fields.selectField(fields.emptyForm, { name: 'x', label: 'X', items, blank })).querySelectorAll('option')
        .length
    assert.equal(count(), 2)
    assert.equal(count(false), 1)
  })
})

describe('the error summary', () => {
  it('links each error to its field, a date to its first box', () => {
    const summary = drawn(
      fields.errorSummary([
        { field: 'email', message: 'Enter an email address' },
        { field: 'starts_on-day', message: 'Enter the day' },
        { field: '', message: 'Choose something' },
      ]),
    )
    assert.deepEqual(
      summary.querySelectorAll('a').map((link) => link.getAttribute('href')),
      ['#email', '#starts_on'],
    )
    assert.match(summary.text, /Choose something/)
  })
})
