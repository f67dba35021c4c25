import { confirmDateAlert } from '../../../src/features/date-alerts/actions/answer-date-alert.ts'
import { askForDates } from '../../../src/features/date-alerts/actions/ask-for-dates.ts'
import type { Scene, When } from './scene.ts'

const waiting: readonly { readonly urn: number; readonly when: When; readonly confirms: boolean }[] = [
  { urn: 900_128, when: '2021-09-27T16:45', confirms: true },
  { urn: 900_164, when: '2021-10-04T12:10', confirms: true },
  { urn: 900_169, when: '2021-10-11T20:30', confirms: true },
  { urn: 900_001, when: '2021-10-17T18:05', confirms: false },
]

/** Some who look at an offer without dates have asked to be told of them; one has still to confirm the address. */
export const playWaitingForDates = async (scene: Scene): Promise<void> => {
  const offerId = scene.ids.offer('london-central-and-west', 2021, 'primary-teaching-for-mastery-embedding')
  for (const { urn, when, confirms } of waiting) {
    const { email } = scene.somebodyAt(urn, 'other 1')
    await askForDates(scene.visitor(when), { offerId, address: email })
    if (!confirms) continue
    const { id } = await scene.tx
      .selectFrom('date_alerts')
      .select('id')
      .where('offer_id', '=', offerId)
      .where('address', '=', email)
      .executeTakeFirstOrThrow()
    await confirmDateAlert(scene.link('date-alert', id, when), id)
  }
}
