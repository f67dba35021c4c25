import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { actorWith, type TestInstallation, testInstallation } from '../../../test/support/installation.ts'
import { makeHub, makePerson, makeYear } from '../../../test/support/records.ts'
import { Conflict, Forbidden, NotFound, Refused } from '../../platform/errors.ts'
import { historyOf } from '../../platform/history.ts'
import { academicYear } from '../../vocabulary/academic-year.ts'
import type { RoleName } from '../../vocabulary/actor.ts'
import { newId } from '../../vocabulary/ids.ts'
import { changeDraft, draftProject, publishProject, withdrawProject } from './actions/write-project.ts'
import { type Draft, missingFrom } from './draft.ts'
import { writtenProject } from './draft-queries.ts'
import { projectById } from './queries.ts'

let here: TestInstallation
let personId: string
before(async () => {
  here = await testInstallation()
  await makeYear(here.installation.connections.kysely)
  personId = (await makePerson(here.installation.connections.kysely)).id
})
after(() => here.release())

const db = () => here.installation.connections.kysely
const as = (role: RoleName) => here.as(actorWith(personId, role))
const team = () => as('national_team')

let serial = 0
const draft = (values: Partial<Draft> = {}): Draft => {
  serial += 1
  return {
    year: academicYear(2021),
    code: null,
    title: `Ratio in Year ${serial}`,
    summary: 'Teaching ratio well.',
    deliveryModel: 'work_group',
    unit: 'organisation',
    phases: ['secondary'],
    isNew: true,
    headteacherConfirms: false,
    texts: { outline: 'Ratio.', involvement: '', who: 'Teachers.', cost: '', context: '', expectations: '' },
    benefits: ['teach ratio with confidence'],
    ...values,
  }
}
const markOf = async (id: string, hubId: string | null = null) => (await writtenProject(db(), id, hubId))?.mark ?? ''

test('a draft is seen by nobody else; published, it stands in the catalogue with what was written', async () => {
  const id = await draftProject(team(), draft({ code: 'NCP21-90' }))
  assert.equal((await projectById(db(), id))?.status, 'draft')
  await publishProject(team(), id)
  const project = await projectById(db(), id)
  assert.deepEqual([project?.status, project?.code, project?.isNew], ['published', 'NCP21-90', true])
  const names = (await historyOf(db(), { type: 'project', id })).map(({ name }) => name)
  assert.deepEqual(names, ['project.published', 'project.drafted'])
})

test('only the national team writes, publishes and withdraws', async () => {
  const id = await draftProject(team(), draft())
  for (const role of ['analyst', 'hub_lead', 'hub_administrator', 'group_lead', 'school_lead'] as const) {
    await assert.rejects(draftProject(as(role), draft()), Forbidden)
    await assert.rejects(publishProject(as(role), id), Forbidden)
    await assert.rejects(withdrawProject(as(role), { id, reason: 'No.' }), Forbidden)
  }
  await assert.rejects(publishProject(team(), newId()), NotFound)
})

test('what lacks something is not published, and what it lacks is said', async () => {
  const id = await draftProject(team(), draft({ benefits: [], phases: [] }))
  await assert.rejects(publishProject(team(), id), /needs a phase; at least one benefit/)
  assert.deepEqual(missingFrom(draft()), [])
})

test('a code stands for one project, a title for one of a year: both are refused in words', async () => {
  await draftProject(team(), draft({ code: 'NCP21-91', title: 'Number sense' }))
  await assert.rejects(draftProject(team(), draft({ code: 'NCP21-91' })), /has this code already/)
  await assert.rejects(draftProject(team(), draft({ year: academicYear(1999) })), /knows no such year/)
  await assert.rejects(draftProject(team(), draft({ title: 'Number Sense!' })), /has this title already/)
})

test('of two who change the same draft, the second is told and overwrites nothing', async () => {
  const id = await draftProject(team(), draft())
  const mark = await markOf(id)
  const both = await Promise.allSettled(
    ['First', 'Second'].map((title) => changeDraft(team(), { id, mark, draft: draft({ title: `${title} ${id}` }) })),
  )
  const told = both.filter((one) => one.status === 'rejected' && one.reason instanceof Conflict)
  assert.equal(told.length, 1)
})

test('what is public is not changed as a draft, and what is withdrawn stays withdrawn', async () => {
  const id = await draftProject(team(), draft())
  await publishProject(team(), id)
  await assert.rejects(publishProject(team(), id), Refused)
  await assert.rejects(changeDraft(team(), { id, mark: await markOf(id), draft: draft() }), Refused)
  await withdrawProject(team(), { id, reason: 'It will not be funded.' })
  assert.equal((await projectById(db(), id))?.statusReason, 'It will not be funded.')
  await assert.rejects(withdrawProject(team(), { id, reason: 'Again.' }), Refused)
})

describe('a project that a hub devises for itself', () => {
  let hub: { id: string; slug: string }
  const at = (role: RoleName, hubId = hub.id) => here.as(actorWith(personId, role, { hubId, hubSlug: 'somewhere' }))
  before(async () => {
    hub = await makeHub(db())
  })

  test('is written by its administrators and published and withdrawn by its leads', async () => {
    const id = await draftProject(at('hub_administrator'), draft(), hub.id)
    await changeDraft(at('hub_administrator'), { id, draft: draft(), mark: await markOf(id, hub.id) })
    await assert.rejects(publishProject(at('hub_administrator'), id), Forbidden)
    await publishProject(at('hub_lead'), id)
    assert.equal((await projectById(db(), id))?.hubId, hub.id)
    await assert.rejects(withdrawProject(at('hub_administrator'), { id, reason: 'Too few' }), Forbidden)
    await withdrawProject(at('hub_lead'), { id, reason: 'Too few' })
    const past = await historyOf(db(), { type: 'hub', id: hub.id })
    assert.deepEqual(
      past.map(({ name }) => name),
      ['project.withdrawn', 'project.published', 'project.changed', 'project.drafted'],
    )
  })

  test('is not there for another hub, for the national team, or as a national project', async () => {
    const id = await draftProject(at('hub_lead'), draft(), hub.id)
    const other = await makeHub(db())
    for (const stranger of [at('hub_lead', other.id), team(), as('analyst'), here.visitor()]) {
      await assert.rejects(changeDraft(stranger, { id, draft: draft(), mark: '' }), NotFound)
      await assert.rejects(publishProject(stranger, id), NotFound)
      await assert.rejects(withdrawProject(stranger, { id, reason: 'Not ours' }), NotFound)
      await assert.rejects(draftProject(stranger, draft(), hub.id), NotFound)
    }
    assert.equal(await writtenProject(db(), id, null), null)
    assert.equal(await writtenProject(db(), id, other.id), null)
    const national = await draftProject(team(), draft())
    await assert.rejects(publishProject(at('hub_lead'), national), Forbidden)
  })

  test('is not begun by a hub that is closed', async () => {
    await db()
      .updateTable('hubs')
      .set({ closed_on: here.system().today.subtract({ days: 1 }) })
      .where('id', '=', hub.id)
      .execute()
    await assert.rejects(draftProject(at('hub_lead'), draft(), hub.id), Refused)
  })
})
