import { confirmReport } from '../../../src/features/meeting-reports/actions/settle-report.ts'
import { sendReport } from '../../../src/features/meeting-reports/index.ts'
import { receiveFromDevice, takingPartIn } from '../../../src/features/registers/index.ts'
import { newId } from '../../../src/vocabulary/ids.ts'
import { instantOf, type Scene, type When } from './scene.ts'

const sessionNamed = (scene: Scene, group: string) =>
  scene.tx
    .selectFrom('sessions as s')
    .innerJoin('groups as g', 'g.id', 's.group_id')
    .select(['s.id', 's.group_id as groupId', 's.on_date as onDate'])
    .where('g.name', '=', group)
    .where('s.status', '=', 'held')
    .orderBy('s.on_date', 'desc')
    .executeTakeFirstOrThrow()

const madeAt = (when: When) => ({
  origin: 'device' as const,
  at: instantOf(when),
  device: { at: instantOf(when), behindSeconds: 0, isChanged: false },
})

/** A second tablet in the hall saw it otherwise, and somebody came who was on no list: both wait for the lead. */
const playSecondTablet = async (scene: Scene): Promise<void> => {
  const session = await sessionNamed(scene, 'Secondary mastery, west London, second year')
  const [first, second] = await takingPartIn(scene.tx, session.groupId)
  const context = await scene.as('rohan.petrescu@lcw-hub.example', '2021-10-05T17:20')
  await receiveFromDevice(context, {
    groupId: session.groupId,
    sessionId: session.id,
    knewOn: session.onDate,
    marks: [
      { participant: first, mark: 'present' as const, minutes: null },
      { participant: second, mark: 'left_early' as const, minutes: 45 },
    ].flatMap(({ participant, mark, minutes }) =>
      participant
        ? [
            {
              id: newId(),
              participantId: participant.participantId,
              mark,
              minutes,
              seen: [],
              made: madeAt('2021-10-05T15:50'),
            },
          ]
        : [],
    ),
    walkIns: [{ id: newId(), name: 'Theo Marchetti', school: 'Larkholm Academy', made: madeAt('2021-10-05T13:04') }],
  })
}

/** The report of an online meeting, as the tool wrote it, gives the late and the early; the lead recognised everybody. */
const playReport = async (scene: Scene): Promise<void> => {
  const session = await sessionNamed(scene, 'Local leaders of Essex')
  const people = (await takingPartIn(scene.tx, session.groupId)).slice(0, 4)
  const context = await scene.as('ottoline.bhattacharya@saltings.example', '2021-10-08T08:50')
  const ids = { groupId: session.groupId, sessionId: session.id }
  const id = await sendReport(context, {
    ...ids,
    fileName: 'Local leaders - Attendance report 7-10-21.csv',
    readAs: 'UTF-16, separated by tabs',
    rows: [
      ['3. In-Meeting Activities'],
      ['Name', 'Join Time', 'Leave Time', 'Duration', 'Email', 'Role'],
      ...people.map(({ name, address }, at) => [
        name,
        `10/7/21, 3:${at === 1 ? '52' : '29'}:08 PM`,
        `10/7/21, ${at === 2 ? '4:35' : '5:01'}:40 PM`,
        '',
        address ?? '',
        'Attendee',
      ]),
    ],
  })
  const standing = await scene.tx
    .selectFrom('standing_marks')
    .select(['id', 'participant_id'])
    .where('session_id', '=', session.id)
    .execute()
  const marks = people.flatMap(({ participantId }, at) => {
    const marking = [null, { mark: 'late' as const, minutes: 22 }, { mark: 'left_early' as const, minutes: 24 }, null][
      at
    ]
    const seen = standing.flatMap((mark) => (mark.participant_id === participantId && mark.id ? [mark.id] : []))
    return marking ? [{ ...marking, participantId, seen }] : []
  })
  await confirmReport(context, { ...ids, id, marks, reason: null })
}

/** What registers look like at work: two tablets that differ, somebody who was on no list, an online meeting's report. */
export const playRegistersAtWork = async (scene: Scene): Promise<void> => {
  await playSecondTablet(scene)
  await playReport(scene)
}
