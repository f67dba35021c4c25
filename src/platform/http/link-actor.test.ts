import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { type TestInstallation, testInstallation } from '../../../test/support/installation.ts'
import type { Actor } from '../../vocabulary/actor.ts'
import { newId } from '../../vocabulary/ids.ts'
import { type LinkPurpose, linkPurposes } from '../../vocabulary/link-purpose.ts'
import { NotFound } from '../errors.ts'
import { linkToken, ownLinkToken } from '../links.ts'
import { linkActor } from './link-actor.ts'
import { LinkExpired } from './problems.ts'

let here: TestInstallation
before(async () => {
  here = await testInstallation()
})
after(() => here.release())

const tokenOf = (purpose: LinkPurpose, id: string, days = 7) => linkToken(here.installation.config, purpose, id, days)
const open = (purpose: LinkPurpose, token: string, actor: Actor = { kind: 'visitor' }) =>
  linkActor(here.as(actor), purpose, token)

const acting = (episode: string): Actor => ({
  kind: 'person',
  personId: newId(),
  name: 'Nadia',
  roles: [],
  acting: { id: episode, byId: newId(), byName: 'Rohan', forId: newId(), hubIds: null, minutesLeft: 10 },
})

for (const purpose of linkPurposes) {
  test(`a ${purpose} link opens its own record and nothing else`, async () => {
    const id = newId()
    assert.deepEqual(await open(purpose, tokenOf(purpose, id)), { kind: 'link', purpose, subjectId: id })
  })

  test(`a link for anything else is no ${purpose} link`, async () => {
    for (const other of linkPurposes.filter((each) => each !== purpose))
      await assert.rejects(open(purpose, tokenOf(other, newId())), NotFound, other)
  })

  test(`a ${purpose} link of yesterday's end has expired`, async () => {
    await assert.rejects(open(purpose, tokenOf(purpose, newId(), -3)), LinkExpired)
  })

  test(`a ${purpose} link altered in any letter, cut or lengthened opens nothing`, async () => {
    const token = tokenOf(purpose, newId())
    for (let at = 0; at < token.length; at += 1) {
      const altered = `${token.slice(0, at)}${token[at] === 'A' ? 'B' : 'A'}${token.slice(at + 1)}`
      await assert.rejects(open(purpose, altered), NotFound, String(at))
    }
    for (const odd of ['', token.slice(1), token.slice(0, -1), `${token}A`, `${token}=`, ` ${token}`])
      await assert.rejects(open(purpose, odd), NotFound, odd)
  })
}

test('a link made before it was stopped opens no more; one made after it, and those of other records, do', async () => {
  const [id, other] = [newId(), newId()]
  const before = linkPurposes.map((purpose) => ({
    purpose,
    token: tokenOf(purpose, id),
    elsewhere: tokenOf(purpose, other),
  }))
  await wait(1001)
  const stoppedAt = Temporal.Now.instant().round({ smallestUnit: 'second', roundingMode: 'floor' })
  await here.installation.connections.kysely
    .insertInto('stopped_links')
    .values(linkPurposes.map((purpose) => ({ subject_id: id, purpose, stopped_at: stoppedAt })))
    .execute()
  for (const { purpose, token, elsewhere } of before) {
    await assert.rejects(open(purpose, token), LinkExpired, purpose)
    assert.equal((await open(purpose, tokenOf(purpose, id))).kind, 'link')
    assert.equal((await open(purpose, elsewhere)).kind, 'link')
  }
})

test('every link of a record that was erased is dead, whenever it was made', async () => {
  const id = newId()
  await here.installation.connections.kysely
    .insertInto('ended_links')
    .values({ subject_id: id, purpose: '', ended_at: here.system().now })
    .execute()
  for (const purpose of linkPurposes) await assert.rejects(open(purpose, tokenOf(purpose, id)), LinkExpired)
})

test('whoever acts for another opens the links of that episode, and no other', async () => {
  const [episode, id] = [newId(), newId()]
  const actor = acting(episode)
  const own = ownLinkToken(here.as(actor), 'status', id, 7)
  assert.equal((await open('status', own, actor)).kind, 'link')
  await assert.rejects(open('status', own), NotFound)
  await assert.rejects(open('status', own, acting(newId())), NotFound)
  await assert.rejects(open('status', tokenOf('status', id), actor), NotFound)
})
