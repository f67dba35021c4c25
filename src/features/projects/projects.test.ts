import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { type TestInstallation, testInstallation } from '../../../test/support/installation.ts'
import { makeProject, makeYear } from '../../../test/support/records.ts'
import { academicYear } from '../../vocabulary/academic-year.ts'
import { newId } from '../../vocabulary/ids.ts'
import { parseProjectCode } from '../../vocabulary/project-code.ts'
import {
  cataloguedProjects,
  catalogueYears,
  descentInWords,
  durationOf,
  familyLine,
  inFull,
  projectByCode,
  projectById,
  unitOf,
  yearAsPublished,
} from './index.ts'

describe('the catalogue', () => {
  let test: TestInstallation
  const year = academicYear(2021)
  let leadership: string
  let itt: string
  let partnership: string
  let community: string
  const db = () => test.installation.connections.kysely

  before(async () => {
    test = await testInstallation()
    await makeYear(db(), 2020)
    await makeYear(db(), 2024)
    leadership = await makeProject(db(), {
      code: 'NCP21-15',
      title: 'Secondary Subject Leadership',
      slug: 'secondary-subject-leadership',
      days_min: 3,
      days_max: 3,
      is_new: true,
    })
    itt = await makeProject(db(), {
      code: 'NCP21-24',
      title: 'Strengthening Partnerships with ITT Providers',
      phases: [],
      audiences: ['itt'],
      days_min: 3,
      days_max: 4,
    })
    partnership = await makeProject(db(), {
      year: 2020,
      code: 'NCP20-24',
      title: 'Working Partnerships with ITT Providers',
      phases: [],
      audiences: ['itt'],
      status: 'closed',
    })
    community = await makeProject(db(), {
      year: 2024,
      code: 'NCP24-31',
      title: 'Strengthening Partnerships with ITT Providers',
      delivery_model: 'community',
      phases: [],
      audiences: ['itt'],
    })
    await makeProject(db(), { title: 'Years 5 to 8 Continuity', phases: ['primary', 'secondary'] })
    await makeProject(db(), { title: 'Years 7–11 Coherence', formerly: 'Challenging Topics at GCSE' })
    await makeProject(db(), { title: 'Not ready yet', status: 'draft' })
    await db()
      .insertInto('project_lineage')
      .values([
        { project_id: itt, earlier_project_id: partnership, kind: 'renamed' },
        { project_id: community, earlier_project_id: itt, kind: 'changed_model' },
      ])
      .execute()
    await db()
      .insertInto('project_themes')
      .values({
        id: newId(),
        project_id: community,
        kind: 'theme',
        suffix: 'Mentor',
        title: 'Mentor',
        focus: 'Mentors in schools',
        position: 1,
      })
      .execute()
  })
  after(() => test.release())

  it('holds what is published, by title, and no draft', async () => {
    assert.deepEqual(
      (await cataloguedProjects(db(), { year })).map(({ title }) => title),
      [
        'Secondary Subject Leadership',
        'Strengthening Partnerships with ITT Providers',
        'Years 5 to 8 Continuity',
        'Years 7–11 Coherence',
      ],
    )
  })

  it('leads from the code of a theme to its project', async () => {
    const code = parseProjectCode('ncp24-31_mentor')
    assert.ok(code)
    assert.equal((await projectByCode(db(), code))?.id, community)
  })

  it('tells the family line backwards and forwards, whichever member one asks', async () => {
    for (const member of [partnership, itt, community]) {
      assert.deepEqual((await familyLine(db(), member)).map(descentInWords), [
        'Strengthening Partnerships with ITT Providers of 2021/22 was called Working Partnerships with ITT Providers in 2020/21.',
        'Strengthening Partnerships with ITT Providers is run as a Community in 2024/25; in 2021/22 it was a Work Group.',
      ])
    }
    assert.deepEqual(await familyLine(db(), leadership), [])
  })

  it('knows the years, the words of the delivery model and how long a project is', async () => {
    assert.deepEqual(await catalogueYears(db()), [2024, 2021, 2020])
    const project = await projectById(db(), itt)
    assert.ok(project)
    assert.deepEqual(project.words, {
      model: 'Work Group',
      models: 'Work Groups',
      group: 'Work Group',
      groups: 'Work Groups',
      lead: 'Work Group Lead',
      leads: 'Work Group Leads',
      session: 'workshop',
      sessions: 'workshops',
    })
    assert.equal(durationOf(project), '3 to 4 days')
    assert.equal(unitOf(project), 'an institution, with one person or more')
  })

  it('lays out a year in parts, and gives a project everything its page needs', async () => {
    const [top, part, stagePath, stage] = [newId(), newId(), newId(), newId()]
    await db()
      .insertInto('catalogue_sections')
      .values([
        { id: top, year: 2021, key: 'secondary', title: 'Secondary', position: 1 },
        { id: part, year: 2021, parent_id: top, key: 'secondary-leading', title: 'Leading', position: 2 },
      ])
      .execute()
    await db()
      .insertInto('catalogue_entries')
      .values({ section_id: part, project_id: leadership, position: 1 })
      .execute()
    const { sections } = await yearAsPublished(db(), year)
    assert.deepEqual(sections[0]?.parts[0]?.projectIds, [leadership])

    await db()
      .insertInto('pathways')
      .values({ id: stagePath, key: 'p', name: 'A pathway', phase: 'secondary' })
      .execute()
    await db()
      .insertInto('stages')
      .values({ id: stage, pathway_id: stagePath, key: 'p_first', name: 'First', position: 1, entry_point: true })
      .execute()
    const id = await makeProject(db(), { stage_id: stage })
    await db()
      .insertInto('project_sections')
      .values({ id: newId(), project_id: id, key: 'outline', heading: 'Outline', body: 'What it is.', position: 1 })
      .execute()
    await db()
      .insertInto('year_notices')
      .values({ id: newId(), year: 2021, position: 1, heading: 'Of the year', body: 'A note.' })
      .execute()
    const project = await projectById(db(), id)
    assert.ok(project)
    const full = await inFull(db(), project)
    assert.equal(full.pathway?.stages[0]?.name, 'First')
    assert.equal(full.sections[0]?.heading, 'Outline')
    assert.equal(full.notices[0]?.heading, 'Of the year')
  })
})
