import { stateOwnNeeds } from '../../../src/features/places/index.ts'
import { replaceLead } from '../../../src/features/replacing-leads/index.ts'
import { sessionsOfGroup } from '../../../src/features/sessions/index.ts'
import { nameSubstitute, stateWhoComes } from '../../../src/features/who-comes/index.ts'
import { found } from '../../../src/platform/errors.ts'
import type { Scene } from './scene.ts'

const groupCalled = async ({ tx }: Scene, name: string): Promise<string> =>
  (await tx.selectFrom('groups').select('id').where('name', '=', name).executeTakeFirstOrThrow()).id

const participantOf = async (
  { tx, ids }: Scene,
  groupId: string,
  urn: number,
  part: 'lead' | 'other',
): Promise<string> =>
  (
    await tx
      .selectFrom('participants as a')
      .innerJoin('places as p', 'p.id', 'a.place_id')
      .select('a.id')
      .where('p.group_id', '=', groupId)
      .where('p.organisation_id', '=', ids.school(urn))
      .where('a.part', '=', part)
      .where('a.to_on', 'is', null)
      .orderBy('a.id')
      .executeTakeFirstOrThrow()
  ).id

const secondSession = async (scene: Scene, groupId: string): Promise<string> =>
  found((await sessionsOfGroup(scene.tx, groupId)).find(({ number }) => number === 2)).id

/** A department sends a colleague to one workshop, by the link in its mail; a primary group hears who joins its lead participants at first. */
export const playWhoComes = async (scene: Scene): Promise<void> => {
  const embedding = await groupCalled(scene, 'Secondary mastery, west London, second year')
  const lead = await participantOf(scene, embedding, 900005, 'lead')
  await nameSubstitute(scene.link('cancel', lead, '2021-10-14T16:20'), {
    groupId: embedding,
    sessionId: await secondSession(scene, embedding),
    participantId: lead,
    name: 'Odalys Brightwater',
    email: 'odalys.brightwater@stand-in.sch.example',
  })
  const other = await participantOf(scene, embedding, 900009, 'other')
  await stateOwnNeeds(scene.link('cancel', other, '2021-10-14T18:05'), { kinds: ['vegetarian'], words: null })
  await stateOwnNeeds(scene.link('cancel', lead, '2021-10-14T16:25'), {
    kinds: ['step_free', 'parking'],
    words: 'I use a wheelchair that needs a table of 75 cm.',
  })
  const sustaining = await groupCalled(scene, 'Sustaining, Lincolnshire and Newark')
  const [first] = await sessionsOfGroup(scene.tx, sustaining)
  const colleagues = [
    await participantOf(scene, sustaining, 900013, 'other'),
    await participantOf(scene, sustaining, 900016, 'other'),
  ]
  await stateWhoComes(await scene.as('tunde.hallworthy@eme-hub.example', '2021-10-12T09:35'), {
    groupId: sustaining,
    said: colleagues.map((participantId) => ({ sessionId: found(first).id, participantId, comes: true })),
  })
  await goOn(scene, sustaining)
}

// The lead of a primary group takes a post elsewhere at half-term; a colleague of hers leads it from then on.
const goOn = async (scene: Scene, groupId: string): Promise<void> => {
  const { id: roleId } = await scene.tx
    .selectFrom('roles')
    .select('id')
    .where('group_id', '=', groupId)
    .where('role', '=', 'group_lead')
    .executeTakeFirstOrThrow()
  await replaceLead(await scene.as('tunde.hallworthy@eme-hub.example', '2021-10-14T15:10'), {
    groupId,
    roleId,
    to: { name: 'Perpetua Ashdown', email: 'perpetua.ashdown@lincoln-edge.sch.example' },
    from: Temporal.PlainDate.from('2021-11-01'),
    reason: 'Takes a post outside the network after half-term.',
  })
}
