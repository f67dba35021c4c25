import { keepMailSettings, settleMailing } from '../../../src/features/mail-to-come/index.ts'
import type { Scene } from './scene.ts'

const rohan = 'rohan.petrescu@lcw-hub.example'

const ownWords = `Please sign in at reception with the name of your school, and bring something to write with.
If you are held up on the day, telephone the hub's office: somebody answers from half past eight.`

const nextSessionOf = (scene: Scene, group: string) =>
  scene.tx
    .selectFrom('sessions as s')
    .innerJoin('groups as g', 'g.id', 's.group_id')
    .select('s.id')
    .where('g.name', '=', group)
    .where('s.status', '=', 'confirmed')
    .orderBy('s.on_date')
    .executeTakeFirstOrThrow()

/** Joining instructions with the hub's own words: sent early for one session, and held for another, whose room is not sure. */
export const playMailBeforeSessions = async (scene: Scene): Promise<void> => {
  const hubId = scene.ids.hub('london-central-and-west')
  await keepMailSettings(await scene.as(rohan, '2021-09-06T10:10'), hubId, {
    instructionsDays: 7,
    reminderDays: 1,
    ownWords,
  })
  const soon = await nextSessionOf(scene, 'Subject knowledge, Ealing and Kensington')
  const kind = 'instructions'
  await settleMailing(await scene.as(rohan, '2021-10-14T11:25'), { hubId, sessionId: soon.id, kind, deed: 'send' })
  const later = await nextSessionOf(scene, 'Secondary subject leaders, Acton')
  await settleMailing(await scene.as(rohan, '2021-10-15T16:40'), { hubId, sessionId: later.id, kind, deed: 'hold' })
}
