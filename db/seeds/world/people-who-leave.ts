import { changeParticipants, namedOfPlace } from '../../../src/features/places/index.ts'
import { askForSuccessors } from '../../../src/features/replacing-people/index.ts'
import { callOffDates } from '../../../src/features/sessions/index.ts'
import { found } from '../../../src/platform/errors.ts'
import type { Scene } from './scene.ts'

const placeOf = ({ tx, ids }: Scene, group: string, urn: number) =>
  tx
    .selectFrom('places as p')
    .innerJoin('groups as g', 'g.id', 'p.group_id')
    .select(['p.id as placeId', 'g.id as groupId'])
    .where('g.name', '=', group)
    .where('p.organisation_id', '=', ids.school(urn))
    .executeTakeFirstOrThrow()

/** A class teacher goes on leave after the first session: her school is asked who follows, and has a fortnight. */
export const playPeopleWhoLeave = async (scene: Scene): Promise<void> => {
  const { groupId, placeId } = await placeOf(scene, 'Secondary mastery, west London, second year', 900003)
  const people = await namedOfPlace(scene.tx, placeId)
  const leaver = found(people.find(({ part }) => part === 'other'))
  await changeParticipants(await scene.as('rohan.petrescu@lcw-hub.example', '2021-10-14T11:20'), {
    placeId,
    people: people.filter(({ personId }) => personId !== leaver.personId),
    why: 'On leave from half-term until the summer.',
  })
  await callOffDates(scene.system('2021-10-14T11:21'), { groupId, personId: leaver.personId })
  await askForSuccessors(scene.system('2021-10-14T11:21'))
}
