import { approveGrants } from '../../../src/features/grants/actions/approve-grants.ts'
import { moveGrant } from '../../../src/features/grants/actions/move-grant.ts'
import { workOutGrants } from '../../../src/features/grants/actions/work-out-grants.ts'
import { writeGrantRule } from '../../../src/features/grants/actions/write-grant-rule.ts'
import { grantsOfHub } from '../../../src/features/grants/queries.ts'
import type { Scene } from './scene.ts'

const hub = 'london-central-and-west'
const hubLead = 'adaeze.lindqvist@lcw-hub.example'
const administrator = 'rohan.petrescu@lcw-hub.example'
const none = { deliveryModel: null, phase: null, firstYearOnly: false, leastSessions: 0, leastDays: 0 } as const

/** Money outward: rules of the network and of a hub, what is due by them, and what became of it. */
export const playGrants = async (scene: Scene): Promise<void> => {
  await writeRules(scene)
  await workOutGrants(await scene.as('perpetua.vance-iqbal@venn-hub.example', '2021-10-11T09:30'), {
    hubId: scene.ids.hub('venn-essex'),
    year: 2021,
  })
  const hubId = scene.ids.hub(hub)
  await workOutGrants(await scene.as(administrator, '2021-10-13T09:30'), { hubId, year: 2021 })
  const all = await grantsOfHub(scene.tx, hubId, { status: null, kind: null, words: '' })
  const [paid, back, ended, approved] = all
    .filter(({ rule }) => rule === 'First year of a primary school')
    .toSorted((one, other) => one.organisation.localeCompare(other.organisation))
  const days = all.find(({ kind }) => kind === 'release')
  const [cover] = all.filter(({ rule }) => rule === 'Cover for teachers')
  const together = [paid, back, approved, days, cover].flatMap((grant) => (grant ? [grant.id] : []))
  if (together.length > 0)
    await approveGrants(await scene.as(hubLead, '2021-10-13T15:20'), { hubId, grantIds: together })
  const pay = await scene.as(administrator, '2021-10-14T10:10')
  for (const grant of [paid, back, days])
    if (grant) await moveGrant(pay, { grantId: grant.id, to: 'paid', reason: null })
  const end = await scene.as(hubLead, '2021-10-15T14:45')
  if (ended)
    await moveGrant(end, { grantId: ended.id, to: 'void', reason: 'The school has had the grant through its trust.' })
  if (back)
    await moveGrant(end, {
      grantId: back.id,
      to: 'clawed_back',
      reason: 'The school tells us that it had the same grant from another hub last spring.',
    })
}

const writeRules = async (scene: Scene): Promise<void> => {
  const national = await scene.as('farida.okonjo@coordinator.example', '2021-09-02T10:15')
  const write = { year: 2021, seenVersion: 0 }
  await writeGrantRule(national, {
    ...write,
    hubId: null,
    rule: {
      ...none,
      name: 'First year of a primary school',
      kind: 'participation',
      phase: 'primary',
      firstYearOnly: true,
      amountPence: 100_000,
      per: 'once',
      leastSessions: 2,
    },
  })
  await writeGrantRule(national, {
    ...write,
    hubId: null,
    rule: {
      ...none,
      name: 'Community Leads',
      kind: 'lead_funding',
      deliveryModel: 'community',
      amountPence: 60_000,
      per: 'once',
      leastSessions: 1,
    },
  })
  await writeGrantRule(await scene.as(hubLead, '2021-09-06T14:00'), {
    ...write,
    hubId: scene.ids.hub(hub),
    rule: { ...none, name: 'Days of our leads', kind: 'release', amountPence: 18_500, per: 'day', leastDays: 1 },
  })
  await writeGrantRule(await scene.as(hubLead, '2021-09-06T14:20'), {
    ...write,
    hubId: scene.ids.hub(hub),
    rule: { ...none, name: 'Cover for teachers', kind: 'participation', amountPence: 12_000, per: 'day' },
  })
}
