import { keepMailSettings, settleBundle, settleMailing } from '../../../src/features/mail-to-come/index.ts'
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
  await holdReminder(scene, hubId)
}

/** A headteacher whom the office has on the telephone: the reminder to them is held until they are back in school. */
const holdReminder = async (scene: Scene, hubId: string): Promise<void> => {
  const awaited = await scene.tx
    .selectFrom('expressions_of_interest as i')
    .innerJoin('offers as o', 'o.id', 'i.offer_id')
    .select('i.id')
    .where('o.hub_id', '=', hubId)
    .where('i.status', '=', 'received')
    .where('i.headteacher_answer_by', 'is not', null)
    .where('i.headteacher_reminded_at', 'is', null)
    .where('i.headteacher_ended_at', 'is', null)
    .where('i.headteacher_asked_at', '<', Temporal.Instant.from('2021-10-15T15:45:00Z'))
    .orderBy('i.headteacher_asked_at')
    .executeTakeFirstOrThrow()
  await settleBundle(await scene.as(rohan, '2021-10-15T16:45'), {
    hubId,
    kind: 'headteacher-reminder',
    subjectId: awaited.id,
    deed: 'hold',
  })
}
