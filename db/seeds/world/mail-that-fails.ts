import { noteFailing } from '../../../src/features/undelivered/actions/note-failing.ts'
import { markFailing } from '../../../src/platform/mail/index.ts'
import { instantOf, type Scene } from './scene.ts'

// What mail servers said of two addresses in a group of the hub: a mailbox that is gone, and a domain mistyped when it was told.
const refusals = [
  { status: '5.1.1', said: '550 5.1.1 The recipient is not known here', when: '2021-10-14T11:31' },
  { status: '5.1.2', said: 'The domain of this address does not exist', when: '2021-10-15T09:02' },
] as const

/** Two people of a group whom mail does not reach any more. */
export const playMailThatFails = async (scene: Scene): Promise<void> => {
  const people = await scene.tx
    .selectFrom('participants as a')
    .innerJoin('places as p', 'p.id', 'a.place_id')
    .innerJoin('groups as g', 'g.id', 'p.group_id')
    .innerJoin('email_addresses as e', (join) =>
      join.onRef('e.person_id', '=', 'a.person_id').on('e.to_at', 'is', null),
    )
    .select('e.address')
    .where('g.name', '=', 'Subject knowledge, Ealing and Kensington')
    .where('p.status', '=', 'held')
    .where('a.to_on', 'is', null)
    .orderBy('e.address', 'desc')
    .limit(refusals.length)
    .execute()
  for (const [at, { status, said, when }] of refusals.entries()) {
    const address = people[at]?.address
    if (address) await markFailing(scene.tx, { address, status, said }, instantOf(when))
  }
  await noteFailing(scene.system('2021-10-15T09:05'))
}
