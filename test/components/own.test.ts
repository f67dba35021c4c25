import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { parse } from 'node-html-parser'
import { actionBar } from '../../src/ui/components/action-bar.ts'
import { cards } from '../../src/ui/components/cards.ts'
import { emptyState } from '../../src/ui/components/empty-state.ts'
import { filterPanel } from '../../src/ui/components/filter-panel.ts'
import { pager } from '../../src/ui/components/pager.ts'
import { pathway } from '../../src/ui/components/pathway.ts'
import { scrollable } from '../../src/ui/components/scrollable.ts'
import { type Sort, sortableTable, sortFrom } from '../../src/ui/components/sortable-table.ts'
import { statFigures } from '../../src/ui/components/stat-figure.ts'
import { statusTag } from '../../src/ui/components/status-tag.ts'
import { table as plainTable } from '../../src/ui/components/table.ts'
import { timeline } from '../../src/ui/components/timeline.ts'
import { type Content, type Html, html, nothing } from '../../src/ui/html.ts'

const drawn = (component: Html) => parse(String(component))
const href = ({ by, direction }: Sort): string => `?sort=${by}&order=${direction}`

describe('a table that stacks on a phone', () => {
  it('calls each cell by its heading, whose lines do not run into each other', () => {
    const head = ['Name', html`Session 1<br>5 Oct 2021`]
    const drawnOne = drawn(plainTable({ stacks: true, head, rows: [['Ann', 'Present']] }))
    assert.deepEqual(
      drawnOne.querySelectorAll('td').map((cell) => cell.getAttribute('data-label')),
      ['Name', 'Session 1, 5 Oct 2021'],
    )
  })
})

describe('a sortable table', () => {
  const table = drawn(
    sortableTable({
      caption: 'Groups',
      columns: [
        { key: 'name', label: 'Name', sortable: true },
        { key: 'places', label: 'Places', sortable: true, numeric: true },
        { key: 'lead', label: 'Lead' },
      ],
      rows: [['Camden', 12, 'Amara Okafor']],
      sort: { by: 'name', direction: 'ascending' },
      href,
    }),
  )

  it('says how it is ordered, and turns the order round by a link', () => {
    const [name, places, lead] = table.querySelectorAll('thead th')
    assert.equal(name?.getAttribute('aria-sort'), 'ascending')
    assert.equal(name?.querySelector('a')?.getAttribute('href'), '?sort=name&order=descending')
    assert.equal(places?.getAttribute('aria-sort'), 'none')
    assert.equal(places?.querySelector('a')?.getAttribute('href'), '?sort=places&order=ascending')
    assert.equal(lead?.querySelector('a'), null)
  })

  it('sets figures under each other and scrolls by keyboard', () => {
    assert.ok(table.querySelector('td.govuk-table__cell--numeric'))
    assert.equal(table.querySelector('section')?.getAttribute('tabindex'), '0')
    assert.equal(table.querySelector('section')?.getAttribute('aria-label'), 'Groups')
  })

  it('takes its order from the address only when it names a column', () => {
    const usual: Sort = { by: 'name', direction: 'ascending' }
    const asked = (query: string) => sortFrom(new URLSearchParams(query), ['name', 'places'], usual)
    assert.deepEqual(asked('sort=places&order=descending'), { by: 'places', direction: 'descending' })
    assert.deepEqual(asked('sort=password&order=descending'), usual)
  })
})

describe('a long list', () => {
  const page = (number: number, total: number) =>
    drawn(pager({ page: number, pageSize: 25, total, noun: 'schools', href: (other) => `?page=${other}` }))

  it('counts exactly', () => {
    assert.match(page(2, 1312).text, /Showing 26 to 50 of 1,312 schools/)
    assert.match(page(53, 1312).text, /Showing 1,301 to 1,312 of 1,312 schools/)
    assert.match(page(1, 20).text, /Showing all 20 schools/)
    assert.match(page(1, 1).text, /Showing the only one/)
    assert.match(page(1, 0).text, /No schools/)
  })

  it('links to its first, near and last pages', () => {
    const labels = page(10, 1312)
      .querySelectorAll('li a')
      .map((link) => link.text.trim())
    assert.deepEqual(labels, ['1', '9', '10', '11', '53'])
    assert.equal(page(1, 20).querySelector('nav'), null)
  })
})

describe('a filter panel', () => {
  it('changes the address by a form, and takes back a choice by a link', () => {
    const panel = drawn(
      filterPanel({
        action: '/groups',
        fields: 'Fields',
        chosen: [{ label: 'Primary', hrefWithout: '/groups?place=here' }],
        keep: { sort: 'name' },
      }),
    )
    assert.equal(panel.querySelector('form')?.getAttribute('method'), 'get')
    assert.equal(panel.querySelector('input[type=hidden]')?.getAttribute('value'), 'name')
    assert.match(panel.querySelector('.app-filter__tag')?.text ?? '', /^Remove this filter: Primary$/)
  })
})

describe('a pathway', () => {
  it('is an ordered list that says in words where a school is', () => {
    const list = drawn(
      pathway({
        title: 'Primary',
        stages: [
          { name: 'Readiness', state: 'done' },
          { name: 'Embedding', state: 'now' },
        ],
      }),
    )
    const [first, second] = list.querySelectorAll('ol > li')
    assert.match(first?.text ?? '', /Completed Readiness/)
    assert.equal(second?.getAttribute('aria-current'), 'step')
  })
})

describe('small blocks', () => {
  it('say a figure with its definition', () => {
    const stats = drawn(statFigures([{ label: 'Placed', value: 1312, definition: 'Offered or accepted' }]))
    assert.equal(stats.querySelector('.app-stat__value')?.text, '1,312')
    assert.equal(stats.querySelector('.app-stat__definition')?.text, 'Offered or accepted')
  })

  it('say a state in words, whatever the colour', () => {
    assert.equal(drawn(statusTag('Place offered', 'waiting')).text, 'Place offered')
  })

  it('say what happened, when and by whom', () => {
    const list = drawn(
      timeline([{ title: 'Place offered', when: '18 October 2021', datetime: '2021-10-18', by: 'Amara' }]),
    )
    assert.equal(list.querySelector('time')?.getAttribute('datetime'), '2021-10-18')
    assert.match(list.text, /by Amara/)
  })

  it('say what an empty list will hold, and how it gets there', () => {
    const empty = drawn(emptyState({ title: 'No groups yet', action: { text: 'Form a group', href: '/groups/new' } }))
    assert.match(empty.text, /No groups yet/)
    assert.equal(empty.querySelector('a')?.getAttribute('href'), '/groups/new')
  })

  it('head a page with one heading', () => {
    assert.equal(drawn(actionBar({ title: 'Groups', caption: 'Camden' })).querySelectorAll('h1').length, 1)
  })

  it('link each thing to choose by its heading alone', () => {
    const list = drawn(cards([{ title: 'Secondary Subject Leadership', href: '/p', facts: ['NCP21-15'] }]))
    assert.equal(list.querySelectorAll('a').length, 1)
    assert.equal(list.querySelector('h2 a')?.text, 'Secondary Subject Leadership')
  })
})

describe('a box that scrolls', () => {
  it('is named by the words of its label, whatever markup is in them', () => {
    const name = (label: Content) =>
      drawn(scrollable(label, nothing)).querySelector('section')?.getAttribute('aria-label')
    assert.equal(name(html`Groups of <b>${'Marsh & "Sons"'}</b>`), 'Groups of Marsh & "Sons"')
    assert.equal(name('Years < 9'), 'Years < 9')
  })
})
