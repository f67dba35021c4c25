import assert from 'node:assert/strict'
import { test } from 'node:test'
import { officialProjectCode } from '../../../src/vocabulary/project-code.ts'
import { slugOf } from '../../../src/vocabulary/slug.ts'
import { parseTelephone } from '../../../src/vocabulary/telephone.ts'
import { authorities } from './authorities.ts'
import { catalogue2021 } from './catalogue-2021.ts'
import { catalogueSections2021 } from './catalogue-layout-2021.ts'
import { projects } from './catalogues.ts'
import { hubTiles } from './hub-tiles.ts'
import { hubs } from './hubs.ts'
import { lineage } from './lineage.ts'
import { offers } from './offers.ts'
import { pathways } from './pathways.ts'
import { programmeGoals } from './programme-goals.ts'
import type { RuleFact } from './shapes.ts'

const find = (year: number, slug: string) => projects.find((project) => project.year === year && project.slug === slug)
const stages = new Set(pathways.flatMap((pathway) => pathway.stages.map((stage) => stage.key)))
const isUnique = (values: readonly unknown[]): boolean => new Set(values).size === values.length

test('there are 40 hubs and 151 authorities, and what nobody knows of a hub is left unknown', () => {
  assert.equal(hubs.length, 40)
  assert.equal(authorities.length, 151)
  assert.ok(isUnique(hubs.map((hub) => hub.slug)))
  for (const hub of hubs) assert.equal(slugOf(hub.name), hub.slug)
  const unknown = hubs.find((hub) => hub.slug === 'east-midlands-east')
  assert.equal(unknown?.areas, null)
  for (const { telephone } of hubs) if (telephone) assert.equal(parseTelephone(telephone), telephone)
})

test('each of the forty hubs has a tile of its own on the map, and no tile is of anybody else', () => {
  assert.deepEqual(Object.keys(hubTiles).toSorted(), hubs.map(({ slug }) => slug).toSorted())
  assert.ok(isUnique(Object.values(hubTiles).map(({ tile_column, tile_row }) => `${tile_column} ${tile_row}`)))
})

test('a hub may serve a part of an authority, and thirty authorities have no hub', () => {
  const lancashire = hubs.flatMap((hub) => hub.areas ?? []).find((area) => area.describedAs === 'Lancashire (part)')
  assert.deepEqual(lancashire, { authorityCode: '888', describedAs: 'Lancashire (part)', part: true })
  const served = new Set(hubs.flatMap((hub) => hub.areas ?? []).map((area) => area.authorityCode))
  assert.equal(authorities.length - served.size, 30)
})

test('every project has its own address in its year, an outline, and a code only where one is known', () => {
  assert.equal(projects.length, 44)
  assert.ok(isUnique(projects.map((project) => `${project.year}/${project.slug}`)))
  for (const project of projects) {
    assert.equal(project.sections[0]?.key, 'outline', project.title)
    assert.equal(project.slug, slugOf(project.title))
    if (project.code) assert.equal(officialProjectCode(project.code), project.code)
  }
  const codes = projects.flatMap((project) => project.code ?? [])
  assert.deepEqual(codes, ['NCP19-24', 'NCP21-11', 'NCP21-15', 'NCP21-24', 'NCP24-19', 'NCP24-31', 'NCP24-30'])
})

test('every project of 2021/22 stands in the catalogue, one for two phases in both', () => {
  const entries = catalogueSections2021.flatMap((section) => section.projects)
  for (const project of catalogue2021) assert.ok(entries.includes(project.slug), project.title)
  for (const slug of entries) assert.ok(find(2021, slug), slug)
  assert.equal(entries.filter((slug) => slug === 'years-5-to-8-continuity').length, 2)
  const keys = catalogueSections2021.map((section) => section.key)
  assert.ok(isUnique(keys))
  for (const { parent } of catalogueSections2021) assert.ok(parent === null || keys.includes(parent))
})

test('lineage, goals and offers name projects and hubs that exist', () => {
  for (const link of lineage) {
    assert.ok(find(link.year, link.slug), link.slug)
    assert.ok(find(link.earlierYear, link.earlierSlug), link.earlierSlug)
    assert.ok(link.earlierYear < link.year)
  }
  for (const { project } of programmeGoals) assert.ok(find(project.year, project.slug))
  assert.equal(offers.length, 4)
  for (const { hub, project } of offers) {
    assert.ok(find(project.year, project.slug))
    assert.ok(hubs.some((each) => each.slug === hub))
  }
})

const stagesNamed = (rule: RuleFact): readonly string[] => {
  if ('all' in rule) return rule.all.flatMap(stagesNamed)
  if ('any' in rule) return rule.any.flatMap(stagesNamed)
  if ('of' in rule) return rule.of.flatMap(stagesNamed)
  if ('not' in rule) return stagesNamed(rule.not)
  return rule.fact === 'organisation.stage' ? [rule.stage] : []
}

test('every rule has a sentence, and names stages and themes that exist', () => {
  for (const project of projects) {
    assert.ok(project.stage === null || stages.has(project.stage))
    for (const criterion of project.criteria) {
      assert.match(criterion.sentence, /\.$/)
      for (const stage of stagesNamed(criterion.rule)) assert.ok(stages.has(stage), stage)
      const suffixes = project.themes.map((theme) => theme.suffix)
      assert.ok(criterion.theme === null || suffixes.includes(criterion.theme))
    }
  }
})
