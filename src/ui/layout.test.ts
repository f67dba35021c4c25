import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { HtmlValidate } from 'html-validate'
import { parse } from 'node-html-parser'
import type { Frame } from '../vocabulary/frame.ts'
import { textField } from './fields.ts'
import { html } from './html.ts'
import { layout } from './layout.ts'

const frame: Frame = {
  serviceName: 'Tessellate',
  networkName: 'Maths Hubs',
  path: '/',
  signedInAs: null,
  navigation: [
    { label: 'Projects', href: '/projects', current: true },
    { label: 'Find your hub', href: '/hubs', current: false },
  ],
  demonstration: null,
  notice: null,
}
const body = html`<h1 class="govuk-heading-l">Projects</h1>`

describe('a page', () => {
  it('says where the reader is, in the language of the service', () => {
    const page = parse(String(layout(frame, { title: 'Projects' }, body)))
    assert.equal(page.querySelector('title')?.text, 'Projects – Maths Hubs – Tessellate')
    assert.equal(page.querySelector('html')?.getAttribute('lang'), 'en-GB')
    assert.equal(page.querySelectorAll('main#main-content h1').length, 1)
    assert.equal(page.querySelector('.govuk-skip-link')?.getAttribute('href'), '#main-content')
  })

  it('begins its title with "Error:" and shows every error when a form is wrong', () => {
    const errors = [{ field: 'name', message: 'Enter your name' }]
    const page = parse(String(layout(frame, { title: 'Your name', errors }, body)))
    assert.match(page.querySelector('title')?.text ?? '', /^Error: Your name/)
    assert.equal(page.querySelector('.govuk-error-summary a')?.getAttribute('href'), '#name')
  })

  it('says that it is a demonstration, with its clock, only where it is one', () => {
    const shown = String(layout({ ...frame, demonstration: { clock: '18 October 2021' } }, { title: 'A' }, body))
    assert.match(shown, /18 October 2021/)
    assert.match(shown, /href="\/outbox"/)
    assert.doesNotMatch(String(layout(frame, { title: 'A' }, body)), /demonstration/i)
  })

  it('lets the person who signed in sign out by a form, and everybody else sign in', () => {
    const page = parse(String(layout({ ...frame, signedInAs: { name: 'Amara Okafor' } }, { title: 'A' }, body)))
    assert.equal(page.querySelector('form[action="/sign-out"]')?.getAttribute('method'), 'post')
    assert.equal(page.querySelector('a[href="/sign-in"]'), null)
    assert.ok(parse(String(layout(frame, { title: 'A' }, body))).querySelector('a[href="/sign-in"]'))
  })

  it('holds no style or script of its own, and only addresses of the service', () => {
    const page = String(layout({ ...frame, notice: 'Saved <b>' }, { title: 'A & B', breadcrumbs: [] }, body))
    assert.doesNotMatch(page, / style=|<style| on\w+=|(href|src)="https?:/)
    assert.doesNotMatch(page, /<script(?! type="module" src="\/assets\/)/)
    assert.match(page, /Saved &lt;b&gt;/)
  })

  it('is valid markup', async () => {
    const form = html`${body}<form method="post" action="/x">${textField({ typed: {}, errors: [] }, { name: 'name', label: 'Name' })}<button type="submit">Send</button></form>`
    const page = layout({ ...frame, demonstration: { clock: 'noon' } }, { title: 'A', backLink: '/' }, form)
    const validator = new HtmlValidate({ extends: ['html-validate:standard'] })
    const report = await validator.validateString(String(page))
    assert.deepEqual(
      report.results.flatMap(({ messages }) => messages.map(({ message }) => message)),
      [],
    )
  })
})
