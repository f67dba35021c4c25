import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { actorWith, type TestInstallation, testInstallation } from '../../../test/support/installation.ts'
import { makeHub, makePerson, makeProject, makeYear } from '../../../test/support/records.ts'
import { Conflict, Forbidden, NotFound, Refused } from '../../platform/errors.ts'
import { historyOf } from '../../platform/history.ts'
import { findFaults } from '../../platform/invariants.ts'
import { academicYear } from '../../vocabulary/academic-year.ts'
import type { RoleName } from '../../vocabulary/actor.ts'
import { newId } from '../../vocabulary/ids.ts'
import { familyLine, inFull, projectById } from '../projects/index.ts'
import { correctProject, dropCorrection } from './actions/correct-project.ts'
import { publishProject, withdrawProject } from './actions/publish-project.ts'
import { draftProject, writePart } from './actions/write-project.ts'
import { asPublished } from './as-published-queries.ts'
import { differencesOf } from './differences.ts'
import { invariants } from './invariants.ts'
import { versionsOf } from './version-queries.ts'
import { everyField, missingFrom, newProject, type WrittenProject } from './written-project.ts'
import { markOf, writtenProject } from './written-queries.ts'

let here: TestInstallation
let personId: string
before(async () => {
  here = await testInstallation()
  await makeYear(here.installation.connections.kysely)
  await makeYear(here.installation.connections.kysely, 2020)
  personId = (await makePerson(here.installation.connections.kysely)).id
})
after(async () => {
  assert.deepEqual(await findFaults(db(), invariants), [])
  await here.release()
})

const db = () => here.installation.connections.kysely
const as = (role: RoleName) => here.as(actorWith(personId, role))
const team = () => as('national_team')

let serial = 0
const whole = (values: Partial<WrittenProject> = {}): WrittenProject => {
  serial += 1
  const { year, ...known } = {
    year: academicYear(2021),
    title: `Ratio in Year ${serial}`,
    summary: 'Teaching ratio well.',
  }
  return {
    ...newProject({ year, code: null, ...known, deliveryModel: 'work_group' }),
    phases: ['secondary'],
    sections: [
      { key: 'outline', heading: 'Outline', body: 'Ratio.' },
      { key: 'who', heading: 'Who can take part?', body: 'Teachers.' },
    ],
    outcomes: [{ id: newId(), audience: 'participants', outcome: 'teach ratio with confidence' }],
    ...values,
  }
}

/** A project with everything that can be stated of one. */
const full = async (): Promise<WrittenProject> => {
  const [theme, stage, pathway] = [newId(), newId(), newId()]
  const earlier = await makeProject(db(), { year: 2020, status: 'closed' })
  await db()
    .insertInto('pathways')
    .values({ id: pathway, key: `p${serial}`, name: 'A pathway', phase: 'primary' })
    .execute()
  await db()
    .insertInto('stages')
    .values({ id: stage, pathway_id: pathway, key: `s${serial}`, name: 'First', position: 1 })
    .execute()
  return whole({
    code: `NCP21-${800 + serial}`,
    audiences: ['itt'],
    isNew: true,
    formerly: 'Proportion',
    runningSince: '2018/19',
    runningSinceSource: 'The flyer says so.',
    partnerBodies: ['AMSP'],
    daysMin: 3,
    daysMax: 4.5,
    timeBeside: 'planning and evaluation',
    sessionsCount: 6,
    modelsOfWorking: ['lesson study', 'network meetings'],
    stageId: stage,
    freeToParticipants: true,
    leadsGetAdditionalFunding: true,
    joins: 'school_with_advocates',
    peopleMin: 2,
    peopleMax: 2,
    samePeopleAllYear: true,
    headteacherConfirms: true,
    agreementForYear: true,
    questions: [
      {
        key: 'classes',
        kind: 'choices',
        label: 'Which classes?',
        hint: 'All that apply',
        isRequired: true,
        choices: [
          { key: 'year_5', label: 'Year 5' },
          { key: 'year_6', label: 'Year 6' },
        ],
      },
      { key: 'plan', kind: 'file', label: 'Your plan', hint: null, isRequired: false, choices: [] },
    ],
    outcomes: (['participants', 'institutions', 'hub_team'] as const).map((audience) => ({
      id: newId(),
      audience,
      outcome: `gain as ${audience}`,
    })),
    themes: [{ id: theme, kind: 'theme', suffix: 'Mentor', title: 'Mentors', focus: 'Theirs.', starts: 'Spring' }],
    criteria: [
      {
        id: newId(),
        themeId: null,
        strength: 'required',
        sentence: 'Yours.',
        rule: { fact: 'organisation.state_funded', is: true },
      },
      {
        id: newId(),
        themeId: theme,
        strength: 'priority',
        sentence: 'Mentors too.',
        rule: { not: { fact: 'organisation.state_funded', is: true } },
      },
    ],
    lineage: [{ earlierId: earlier, kind: 'renamed', note: 'Said so.' }],
  })
}

const writingOf = async (id: string, hubId: string | null = null) => {
  const found = await writtenProject(db(), id, hubId)
  assert.ok(found)
  return found
}
const write = async (id: string, part: Partial<WrittenProject>, context = team(), hubId: string | null = null) => {
  const { written } = await writingOf(id, hubId)
  await writePart(context, { id, part, mark: markOf(written, Object.keys(part) as (keyof WrittenProject)[]) })
}
const correct = async (id: string, note = 'The days were wrong.', context = team()) => {
  const { written } = await writingOf(id)
  await correctProject(context, { id, note, mark: markOf(written, everyField(written)) })
}
const published = async (written: WrittenProject): Promise<string> => {
  const id = await draftProject(team(), written)
  await publishProject(team(), id)
  return id
}

describe('a project of the national catalogue', () => {
  test('is kept as it was written, whole, and its preview is the page that everybody then sees', async () => {
    const written = await full()
    const id = await draftProject(team(), written)
    assert.deepEqual((await writingOf(id)).written, written)
    const preview = await asPublished(db(), id, written)
    await publishProject(team(), id)
    const project = await projectById(db(), id)
    assert.ok(project)
    assert.deepEqual(preview, { project: await inFull(db(), project), line: await familyLine(db(), id) })
    assert.equal(preview.line[0]?.to.title, written.title)
    const names = (await historyOf(db(), { type: 'project', id })).map(({ name }) => name)
    assert.deepEqual(names, ['project.published', 'project.drafted'])
  })

  test('is written, published, corrected and withdrawn by the national team alone', async () => {
    const id = await draftProject(team(), whole())
    const mark = markOf((await writingOf(id)).written, ['title'])
    for (const role of ['analyst', 'hub_lead', 'hub_administrator', 'group_lead', 'school_lead'] as const) {
      await assert.rejects(draftProject(as(role), whole()), Forbidden)
      await assert.rejects(writePart(as(role), { id, part: { title: 'Theirs' }, mark }), Forbidden)
      await assert.rejects(publishProject(as(role), id), Forbidden)
      await assert.rejects(correctProject(as(role), { id, note: 'No.', mark }), Forbidden)
      await assert.rejects(dropCorrection(as(role), id), Forbidden)
      await assert.rejects(withdrawProject(as(role), { id, reason: 'No.' }), Forbidden)
    }
    await assert.rejects(publishProject(team(), newId()), NotFound)
  })

  test('is begun with a title alone, and published only when nothing is lacking, which is said', async () => {
    const { year, title } = whole()
    const id = await draftProject(
      team(),
      newProject({ year, code: null, title, summary: '', deliveryModel: 'community' }),
    )
    await assert.rejects(
      publishProject(team(), id),
      /needs a sentence .*; a phase .*; an outline; who can .*; at least one benefit/,
    )
    assert.deepEqual(missingFrom(whole()), [])
  })

  test('has a code and a title of its own: what is taken is refused in words', async () => {
    await draftProject(team(), whole({ code: 'NCP21-91', title: 'Number sense' }))
    await assert.rejects(draftProject(team(), whole({ code: 'NCP21-91' })), /has this code already/)
    await assert.rejects(draftProject(team(), whole({ year: academicYear(1999) })), /knows no such year/)
    await assert.rejects(draftProject(team(), whole({ title: 'Number Sense!' })), /has this title already/)
  })

  test('is written by two at once: each part for itself, and of two who write the same one the second is told', async () => {
    const id = await draftProject(team(), whole())
    const { written } = await writingOf(id)
    const parts: Partial<WrittenProject>[] = [{ summary: 'One.' }, { summary: 'Other.' }, { daysMin: 3, daysMax: 3 }]
    const all = await Promise.allSettled(
      parts.map((part) =>
        writePart(team(), { id, part, mark: markOf(written, Object.keys(part) as (keyof WrittenProject)[]) }),
      ),
    )
    const told = all.filter((one) => one.status === 'rejected' && one.reason instanceof Conflict)
    assert.equal(told.length, 1)
    assert.equal(all[2]?.status, 'fulfilled')
    assert.equal((await writingOf(id)).written.daysMin, 3)
  })

  test('keeps what others name of it: themes, promises and rules stay the same ones under new words', async () => {
    const written = await full()
    const id = await published(written)
    await makeHub(db())
    const theme = written.themes[0]
    assert.ok(theme)
    await write(id, { themes: [{ ...theme, suffix: 'Mentors', title: 'Mentoring' }] })
    await correct(id)
    const { stands } = await writingOf(id)
    assert.deepEqual(stands, { ...written, themes: [{ ...theme, suffix: 'Mentors', title: 'Mentoring' }] })
    const [criterion] = await db()
      .selectFrom('criteria')
      .select('rule')
      .where('project_id', '=', id)
      .orderBy('position')
      .execute()
    assert.deepEqual(criterion?.rule, { fact: 'organisation.state_funded', is: true })
    await assert.rejects(write(id, { themes: [] }), /The rule “Mentors too\.” is about a theme/)
  })
})

describe('a correction', () => {
  test('is seen by nobody until it is published, then by everybody, at the same address, with its note', async () => {
    const id = await published(whole({ title: 'Geometry' }))
    await write(id, { title: 'Geometry, seen', summary: 'Seeing shapes.' })
    const before = await projectById(db(), id)
    assert.deepEqual([before?.title, before?.summary], ['Geometry', 'Teaching ratio well.'])
    const { stands, written } = await writingOf(id)
    assert.deepEqual(
      differencesOf(stands, written, { stages: new Map(), projects: new Map() }).map(({ label }) => label),
      ['Title', 'One sentence about it'],
    )
    assert.equal((await asPublished(db(), id, written)).project.summary, 'Seeing shapes.')
    await correct(id, 'The sentence was another project’s.')
    const project = await projectById(db(), id)
    assert.deepEqual(
      [project?.title, project?.summary, project?.slug],
      ['Geometry, seen', 'Seeing shapes.', 'geometry'],
    )
    assert.equal((await writingOf(id)).correctedAt, null)
    const versions = await versionsOf(db(), id)
    assert.deepEqual(
      versions.map(({ number, act, note, by, content }) => [number, act, note, by !== null, content.title]),
      [
        [3, 'corrected', 'The sentence was another project’s.', true, 'Geometry, seen'],
        [2, 'published', null, true, 'Geometry'],
        [1, 'drafted', null, true, 'Geometry'],
      ],
    )
  })

  test('of what was public before versions were kept begins with what stood', async () => {
    const id = await makeProject(db(), { title: 'Old', slug: `old-${serial}` })
    await write(id, { title: 'Old and new' })
    await correct(id)
    assert.deepEqual(
      (await versionsOf(db(), id)).map(({ act, by, content }) => [act, by === null, content.title]),
      [
        ['corrected', false, 'Old and new'],
        ['published', true, 'Old'],
      ],
    )
  })

  test('is published as it was read, once, and by one of two', async () => {
    const id = await published(whole())
    await write(id, { summary: 'One.' })
    const { written } = await writingOf(id)
    const mark = markOf(written, everyField(written))
    await write(id, { summary: 'Other.' })
    await assert.rejects(correctProject(team(), { id, note: 'N', mark }), Conflict)
    const both = await Promise.allSettled([correct(id), correct(id)])
    assert.equal(both.filter(({ status }) => status === 'fulfilled').length, 1)
    await assert.rejects(dropCorrection(team(), id), Refused)
  })

  test('can be dropped; leaves year and unit as they are; and needs what a publication needs', async () => {
    const id = await published(whole())
    await assert.rejects(write(id, { year: academicYear(2020) }), /stays in its year/)
    await assert.rejects(write(id, { joins: 'person' }), /cannot change once the project is public/)
    await write(id, { sections: [] })
    await assert.rejects(correct(id), /needs an outline/)
    await dropCorrection(team(), id)
    assert.equal((await writingOf(id)).written.sections.length, 2)
  })

  test('is not made of what is over', async () => {
    const id = await published(whole())
    await write(id, { summary: 'Half done.' })
    await withdrawProject(team(), { id, reason: 'It will not be funded.' })
    assert.equal((await projectById(db(), id))?.statusReason, 'It will not be funded.')
    assert.equal((await writingOf(id)).written.summary, 'Teaching ratio well.')
    await assert.rejects(write(id, { summary: 'More.' }), /is over/)
    await assert.rejects(withdrawProject(team(), { id, reason: 'Again.' }), Refused)
    const closed = await makeProject(db(), { status: 'closed' })
    await assert.rejects(write(closed, { summary: 'More.' }), /is over/)
    assert.deepEqual(
      (await versionsOf(db(), id)).map(({ act }) => act),
      ['withdrawn', 'published', 'drafted'],
    )
  })
})

describe('a project that a hub devises for itself', () => {
  let hub: { id: string; slug: string }
  const at = (role: RoleName, hubId = hub.id) => here.as(actorWith(personId, role, { hubId, hubSlug: 'somewhere' }))
  before(async () => {
    hub = await makeHub(db())
  })

  test('is written by its administrators, and published, corrected and withdrawn by its leads', async () => {
    const id = await draftProject(at('hub_administrator'), whole(), hub.id)
    await write(id, { summary: 'Better.' }, at('hub_administrator'), hub.id)
    await assert.rejects(publishProject(at('hub_administrator'), id), Forbidden)
    await publishProject(at('hub_lead'), id)
    assert.equal((await projectById(db(), id))?.hubId, hub.id)
    await write(id, { summary: 'Best.' }, at('hub_administrator'), hub.id)
    const { written } = await writingOf(id, hub.id)
    const correction = { id, note: 'Best.', mark: markOf(written, everyField(written)) }
    await assert.rejects(correctProject(at('hub_administrator'), correction), Forbidden)
    await correctProject(at('hub_lead'), correction)
    await assert.rejects(withdrawProject(at('hub_administrator'), { id, reason: 'Too few' }), Forbidden)
    await withdrawProject(at('hub_lead'), { id, reason: 'Too few' })
    const past = await historyOf(db(), { type: 'hub', id: hub.id })
    const names = [
      'project.withdrawn',
      'project.corrected',
      'project-correction.written',
      'project.published',
      'project.changed',
      'project.drafted',
    ]
    assert.deepEqual(
      past.map(({ name }) => name),
      names,
    )
  })

  test('is not there for another hub, for the national team, or as a national project', async () => {
    const id = await draftProject(at('hub_lead'), whole(), hub.id)
    const other = await makeHub(db())
    for (const stranger of [at('hub_lead', other.id), team(), as('analyst'), here.visitor()]) {
      await assert.rejects(writePart(stranger, { id, part: { summary: '' }, mark: '' }), NotFound)
      await assert.rejects(publishProject(stranger, id), NotFound)
      await assert.rejects(correctProject(stranger, { id, note: 'N', mark: '' }), NotFound)
      await assert.rejects(dropCorrection(stranger, id), NotFound)
      await assert.rejects(withdrawProject(stranger, { id, reason: 'Not ours' }), NotFound)
      await assert.rejects(draftProject(stranger, whole(), hub.id), NotFound)
    }
    assert.equal(await writtenProject(db(), id, null), null)
    assert.equal(await writtenProject(db(), id, other.id), null)
    const national = await draftProject(team(), whole())
    await assert.rejects(publishProject(at('hub_lead'), national), Forbidden)
  })

  test('is not begun by a hub that is closed', async () => {
    await db()
      .updateTable('hubs')
      .set({ closed_on: here.system().today.subtract({ days: 1 }) })
      .where('id', '=', hub.id)
      .execute()
    await assert.rejects(draftProject(at('hub_lead'), whole(), hub.id), Refused)
  })
})

test('a question that cannot be answered, or shares its name with another, is refused', async () => {
  const question = { key: 'classes', kind: 'choice', label: 'Which?', hint: null, isRequired: true } as const
  const words = ['One', 'Two', 'Three'].map((label, at) => ({ key: `c${at}`, label }))
  const cases: readonly (readonly [WrittenProject['questions'], RegExp])[] = [
    [[{ ...question, choices: words.slice(0, 1) }], /at least two answers .*“Which\?”/],
    [
      [
        { ...question, choices: words },
        { ...question, choices: words },
      ],
      /same name for programs/,
    ],
  ]
  for (const [questions, sentence] of cases)
    await assert.rejects(draftProject(team(), whole({ questions })), (problem) => {
      assert.ok(problem instanceof Refused)
      assert.match(problem.message, sentence)
      return true
    })
})

test('a rule that nobody could be asked by is refused when it is written, with what is wrong', async () => {
  const rule = (rule: WrittenProject['criteria'][number]['rule']) => ({
    criteria: [{ id: newId(), themeId: null, strength: 'required', sentence: 'Yours.', rule } as const],
  })
  const id = await draftProject(team(), whole())
  const refused: readonly (readonly [WrittenProject['criteria'][number]['rule'], RegExp])[] = [
    [{ fact: 'person.shoe_size' }, /“Yours\.” cannot be read: The fact “person\.shoe_size” is not known/],
    [{ fact: 'organisation.phase', in: ['nursery'] }, /in\.0/],
    [{ fact: 'organisation.stage', stage: 'tertiary', status: ['completed'], years: 'before' }, /no stage “tertiary”/],
    [{ fact: 'organisation.authority', in: ['999'] }, /no local authority 999/],
    [{ not: { fact: 'organisation.project', project: newId(), years: 'ever' } }, /asks about is not there/],
  ]
  for (const [each, message] of refused) {
    await assert.rejects(
      write(id, rule(each)),
      (problem) => problem instanceof Refused && message.test(problem.message),
    )
    await assert.rejects(draftProject(team(), whole(rule(each))), Refused)
  }
  await write(id, rule({ not: { fact: 'organisation.project', project: 'this', years: 'before' } }))
})
