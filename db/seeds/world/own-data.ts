import { askForReport } from '../../../src/features/personal-data/index.ts'
import { recordRead } from '../../../src/features/reads/index.ts'
import { askErasure } from '../../../src/features/retention/index.ts'
import { found } from '../../../src/platform/errors.ts'
import { instantOf, type Scene, type When } from './scene.ts'

const rohan = 'rohan.petrescu@lcw-hub.example'
const ifeoma = 'ifeoma.castellan@brackenwell.sch.example'

/** What people did about what is held about them: one asked to be erased, one has a report, and who looked was taken down. */
export const playOwnData = async (scene: Scene): Promise<void> => {
  await asksToBeErased(scene)
  await looksAtGroups(scene)
  const personId = await idOf(scene, ifeoma)
  await askForReport(await scene.as(ifeoma, '2021-10-15T19:10'), { personId, reason: null })
}

const idOf = async ({ tx }: Scene, email: string): Promise<string> =>
  found(await tx.selectFrom('email_addresses').select('person_id').where('address', '=', email).executeTakeFirst())
    .person_id

// Somebody who took part in an earlier year, and in nothing since.
const asksToBeErased = async (scene: Scene): Promise<void> => {
  const { id, address } = await scene.tx
    .selectFrom('people as p')
    .innerJoin('email_addresses as e', (join) => join.onRef('e.person_id', '=', 'p.id').on('e.to_at', 'is', null))
    .innerJoin('participants as a', 'a.person_id', 'p.id')
    .innerJoin('places as l', 'l.id', 'a.place_id')
    .innerJoin('groups as g', 'g.id', 'l.group_id')
    .select(['p.id', 'e.address'])
    .where('g.hub_id', '=', scene.ids.hub('london-central-and-west'))
    .where('l.status', '=', 'completed')
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('roles as r').select('r.id').whereRef('r.person_id', '=', 'p.id'))),
    )
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('participants as o')
            .innerJoin('places as q', 'q.id', 'o.place_id')
            .select('o.id')
            .whereRef('o.person_id', '=', 'p.id')
            .where('q.status', 'in', ['offered', 'held']),
        ),
      ),
    )
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(selectFrom('expressions_of_interest as i').select('i.id').whereRef('i.sender_person_id', '=', 'p.id')),
      ),
    )
    .orderBy('e.address')
    .executeTakeFirstOrThrow()
  await askErasure(await scene.as(address, '2021-10-12T19:05'), {
    personId: id,
    reason: 'I have left teaching, and would rather not be kept on any list.',
  })
}

const looks: readonly { readonly at: When; readonly page: string }[] = [
  { at: '2021-10-04T10:12', page: '/groups/:id' },
  { at: '2021-10-11T15:40', page: '/groups/:id' },
  { at: '2021-10-14T09:25', page: '/groups/:id/tell' },
]

// What the hub’s administrator opened of the group in which Ifeoma Castellan takes part.
const looksAtGroups = async (scene: Scene): Promise<void> => {
  const group = await scene.tx
    .selectFrom('participants as a')
    .innerJoin('places as l', 'l.id', 'a.place_id')
    .innerJoin('groups as g', 'g.id', 'l.group_id')
    .select(['g.id', 'g.hub_id as hubId'])
    .where('a.person_id', '=', await idOf(scene, ifeoma))
    .where('l.status', '=', 'held')
    .executeTakeFirstOrThrow()
  const people = await scene.tx
    .selectFrom('participants as a')
    .innerJoin('places as l', 'l.id', 'a.place_id')
    .select('a.person_id')
    .where('l.group_id', '=', group.id)
    .where('a.to_on', 'is', null)
    .execute()
  const readerId = await idOf(scene, rohan)
  for (const { at, page } of looks)
    await recordRead(await scene.as(rohan, at), {
      readAt: instantOf(at),
      readerId,
      page,
      kind: 'page',
      recordType: 'group',
      recordId: group.id,
      hubId: group.hubId,
      people: people.map(({ person_id }) => person_id),
    })
}
