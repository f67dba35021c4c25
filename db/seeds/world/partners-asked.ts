import { formGroup } from '../../../src/features/sessions/index.ts'
import { answerAsking, askPartner } from '../../../src/features/shares/index.ts'
import type { Scene } from './scene.ts'

const slug = 'secondary-teaching-for-mastery-development'

/** A group near the border is offered to neighbours: one has declined, one has not answered yet. */
export const playPartnersAsked = async (scene: Scene): Promise<void> => {
  const nw = 'london-central-and-nw'
  const siobhan = await scene.as('siobhan.achterberg@lcnw-hub.example', '2021-10-14T09:30')
  const groupId = await formGroup(siobhan, {
    offerId: scene.ids.offer(nw, 2021, slug),
    name: 'Mastery Advocates, North',
    organisationsRoom: 8,
    peopleRoom: 16,
    organisationsMinimum: 6,
    venueId: null,
    leadPersonIds: [],
    partnerHubIds: [],
  })
  const endOn = Temporal.PlainDate.from('2021-11-12')
  const ask = (hub: string, word: string) =>
    askPartner(siobhan, { groupId, hubId: scene.ids.hub(hub), share: 3, endOn, word })
  const essex = await ask('venn-essex', 'We have room for three schools of yours near the county boundary.')
  await ask('london-central-and-west', 'Four of ours and two of yours would make one Work Group.')
  const perpetua = await scene.as('perpetua.vance-iqbal@venn-hub.example', '2021-10-15T12:05')
  await answerAsking(perpetua, {
    hubId: scene.ids.hub('venn-essex'),
    askingId: essex,
    answer: 'declined',
    word: 'It is an hour and a half for each of ours.',
  })
}
