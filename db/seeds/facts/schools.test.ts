import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseEmail } from '../../../src/vocabulary/email-address.ts'
import { parsePostcode } from '../../../src/vocabulary/postcode.ts'
import { isInventedUkprn } from '../../../src/vocabulary/ukprn.ts'
import { isInventedUrn } from '../../../src/vocabulary/urn.ts'
import { authorities } from './authorities.ts'
import { hubs } from './hubs.ts'
import { providers, trusts } from './providers.ts'
import { schools } from './schools.ts'

const isUnique = (values: readonly unknown[]): boolean => new Set(values).size === values.length
const codes = new Set(authorities.map((authority) => authority.code))

test('the invented schools have numbers, names and addresses of their own', () => {
  assert.ok(schools.length >= 300 && schools.length <= 350, String(schools.length))
  assert.ok(isUnique(schools.map((school) => school.urn)))
  assert.ok(isUnique(schools.map((school) => school.name)))
  for (const school of schools) {
    assert.ok(isInventedUrn(school.urn) && school.invented)
    assert.ok(codes.has(school.authorityCode), school.name)
    assert.equal(parsePostcode(school.postcode), school.postcode)
    for (const domain of school.emailDomains) {
      assert.ok(parseEmail(`office@${domain}`), domain)
      assert.match(domain, /\.example$/)
    }
    assert.ok(school.lowAge < school.highAge)
  }
})

test('no two schools that are open share an e-mail domain', () => {
  const domains = schools.filter((school) => school.status !== 'closed').flatMap((school) => school.emailDomains)
  assert.ok(isUnique(domains))
})

test('a closed school has a successor that is open, and a few schools are proposed to close or independent', () => {
  const closed = schools.filter((school) => school.status === 'closed')
  assert.equal(closed.length, 8)
  for (const school of closed) {
    const successor = schools.find((each) => each.urn === school.successorUrn)
    assert.equal(successor?.status, 'open', school.name)
    assert.ok(successor?.openedOn && school.closedOn && successor.openedOn > school.closedOn)
  }
  assert.equal(schools.filter((school) => school.status === 'proposed_to_close').length, 2)
  assert.ok(schools.filter((school) => !school.stateFunded).length >= 4)
})

test('every hub whose area is known has schools in it', () => {
  const withSchools = new Set(schools.map((school) => school.authorityCode))
  for (const hub of hubs) {
    const areas = hub.areas?.filter((area) => !area.part)
    if (areas)
      assert.ok(
        areas.some((area) => withSchools.has(area.authorityCode)),
        hub.name,
      )
  }
})

test('the invented providers are of every kind and have numbers of their own', () => {
  assert.equal(providers.length, 14)
  assert.ok(isUnique([...providers, ...trusts].map((each) => each.ukprn)))
  assert.deepEqual([...new Set(providers.map((each) => each.ittKind))].sort(), ['hei', 'lead_school', 'scitt'])
  for (const each of [...providers, ...trusts]) {
    assert.ok(isInventedUkprn(each.ukprn))
    assert.ok(codes.has(each.authorityCode))
  }
  for (const provider of providers) assert.equal(parsePostcode(provider.postcode), provider.postcode)
})
