import assert from 'node:assert/strict'
import { test } from 'node:test'
import { webAddress } from './web-address.ts'

test('an address of the web is taken whole, and nothing else is', () => {
  for (const [typed, kept] of [
    ['https://www.ncetm.org.uk/teaching-for-mastery', 'https://www.ncetm.org.uk/teaching-for-mastery'],
    ['HTTP://Hubs.example', 'http://hubs.example/'],
    ['www.ncetm.org.uk', null],
    ['https://nowhere', null],
    ['https://hubs.example/two words', null],
    ['javascript:alert(1)', null],
    ['data:text/html,x.y', null],
    ['ftp://hubs.example/file', null],
    [`https://hubs.example/${'x'.repeat(2000)}`, null],
    ['', null],
  ] as const)
    assert.equal(webAddress(typed), kept, typed)
})
