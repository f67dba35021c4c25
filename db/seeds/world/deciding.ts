import { beginAct } from '../../../src/features/bulk-decisions/actions/begin-act.ts'
import { carryOutAct } from '../../../src/features/bulk-decisions/actions/carry-out-act.ts'
import { previewAct } from '../../../src/features/bulk-decisions/actions/preview-act.ts'
import { writeNote } from '../../../src/features/decisions/actions/write-note.ts'
import { writeText } from '../../../src/features/hub-messages/actions/write-text.ts'
import { stateAnswers, stateFact } from '../../../src/features/interest/index.ts'
import type { Scene } from './scene.ts'

const hub = 'london-central-and-west'
const administrator = 'rohan.petrescu@lcw-hub.example'
const lead = 'adaeze.lindqvist@lcw-hub.example'

const confirmedFor = async (scene: Scene, slug: string): Promise<readonly string[]> => {
  const rows = await scene.tx
    .selectFrom('expressions_of_interest')
    .select('id')
    .where('offer_id', '=', scene.ids.offer(hub, 2021, slug))
    .where('status', '=', 'confirmed')
    .orderBy('received_at')
    .orderBy('id')
    .execute()
  return rows.map(({ id }) => id)
}

/** A Friday afternoon of deciding: what is known of some schools is noted, what one was asked for is stated, and two are put on the waiting list at once. */
export const playDeciding = async (scene: Scene): Promise<void> => {
  const [first, second, third] = await confirmedFor(scene, 'primary-teaching-for-mastery-development')
  const noted = [
    [
      first,
      administrator,
      '2021-10-15T15:20',
      'Rang the office: Tuesdays suit them, and Harrow is nearer than Hounslow.',
    ],
    [first, lead, '2021-10-15T16:05', 'A new maths lead starts in January. Ask again who comes then.'],
    [second, administrator, '2021-10-15T15:35', 'Shares its hall with a nursery in the afternoon: mornings only.'],
    [third, administrator, '2021-10-15T15:50', 'Would host a session.'],
  ] as const
  for (const [interestId, who, when, body] of noted)
    if (interestId) await writeNote(await scene.as(who, when), { interestId, body })
  await writeText(await scene.as(lead, '2021-10-14T11:30'), {
    hubId: scene.ids.hub(hub),
    name: 'dates-known',
    seen: 0,
    title: 'Tell the dates',
    subject: 'when {project} meets',
    body: 'Here is when {project} meets:\n\n{dates}\n\nLunch is provided on whole days. If a date does not suit {school}, tell us at {contact} before half-term.',
  })
  const continuity = await confirmedFor(scene, 'years-5-to-8-continuity')
  const [asked, , answering] = continuity
  if (asked)
    await stateFact(await scene.as(administrator, '2021-10-15T15:55'), {
      interestId: asked,
      name: 'person.experience',
      value: 6,
      source: 'told by telephone',
      toldOn: Temporal.PlainDate.from('2021-10-15'),
    })
  if (answering)
    await stateAnswers(await scene.as(administrator, '2021-10-15T16:00'), {
      interestId: answering,
      answers: [
        {
          key: 'pupils_moving',
          kind: 'number',
          question: 'About how many pupils move up each year?',
          value: 45,
          shown: '45',
        },
      ],
      source: 'the office, by telephone',
      toldOn: Temporal.PlainDate.from('2021-10-15'),
    })
  const chosen = continuity.slice(-2)
  const hubId = scene.ids.hub(hub)
  const { actId } = await beginAct(await scene.as(administrator, '2021-10-15T16:10'), { hubId, interestIds: chosen })
  await previewAct(await scene.as(administrator, '2021-10-15T16:11'), { hubId, actId, deed: { kind: 'wait' } })
  await carryOutAct(await scene.as(administrator, '2021-10-15T16:13'), { hubId, actId })
}
