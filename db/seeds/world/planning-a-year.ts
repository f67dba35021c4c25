import { confirmGroup } from '../../../src/features/groups/index.ts'
import {
  proposeSchedule,
  stateOwnTimes,
  stateTimesOfLead,
  stateVenueTimes,
} from '../../../src/features/scheduling/index.ts'
import { formGroup } from '../../../src/features/sessions/index.ts'
import type { Weekday } from '../../../src/vocabulary/weekdays.ts'
import { ask, offerAndAccept } from './asking.ts'
import { schoolsIn } from './organisations.ts'
import { settlePlace } from './playing.ts'
import type { Scene } from './scene.ts'

const hub = 'london-central-and-west'
const slug = 'primary-teaching-for-mastery-embedding'
const administrator = 'rohan.petrescu@lcw-hub.example'
const lead = 'kwabena.szymanski@larkholm.sch.example'

const day = (text: string) => Temporal.PlainDate.from(text)
const stretch = (weekday: number, from: string, to: string) => ({
  day: weekday,
  from: Temporal.PlainTime.from(from),
  to: Temporal.PlainTime.from(to),
})

// Which days would suit the schools that asked with a form; the hub settled the others with them by telephone.
const wishes: readonly (readonly Weekday[])[] = [['tuesday', 'thursday'], ['wednesday', 'thursday'], ['thursday']]

/** A Work Group of seven schools whose year is being planned: its dates have been proposed, and nobody has chosen yet. */
export const playPlanningAYear = async (scene: Scene): Promise<void> => {
  const hubWork = await scene.as(administrator, '2021-10-04T11:15')
  const leadId = scene.ids.person(lead)
  const venueId = scene.ids.venue(hub, 'Teaselmere')
  const groupId = await formGroup(hubWork, {
    offerId: scene.ids.offer(hub, 2021, slug),
    name: 'Embedding, Ealing and Hounslow',
    organisationsRoom: 8,
    peopleRoom: 16,
    organisationsMinimum: 5,
    venueId,
    leadPersonIds: [leadId],
    partnerHubIds: [],
  })
  const schools = schoolsIn('primary', ['307', '313']).slice(0, 7)
  for (const [at, organisation] of schools.entries()) {
    const days = wishes[at]
    if (days) {
      const posts = ['maths_subject_lead', 'class_teacher'] as const
      const when = `2021-09-2${at + 1}T12:4${at}`
      const interestId = await ask(scene, { hub, slug, organisation, posts, days, headteacher: true, when })
      const offered = { when: '2021-10-04T11:40', answered: `2021-10-0${at + 5}T16:10` }
      await offerAndAccept(scene, { interestId, groupId, by: administrator, ...offered })
    } else
      await settlePlace(scene, await scene.as(administrator, '2021-10-07T10:05'), {
        groupId,
        urn: organisation,
        posts: ['maths_subject_lead', 'class_teacher'],
      })
  }
  await confirmGroup(await scene.as(administrator, '2021-10-08T09:30'), groupId)
  const weekdays = [2, 3, 4].map((weekday) => stretch(weekday, '09:00', '16:30'))
  const away = [{ from: day('2022-03-07'), to: day('2022-03-11') }]
  await stateOwnTimes(await scene.as(lead, '2021-10-11T17:20'), { personId: leadId, times: { can: weekdays, away } })
  // What he said on the telephone since, the hub has stated for him.
  const toldSince = [...away, { from: day('2022-07-11'), to: day('2022-07-15') }]
  const times = { can: weekdays, away: toldSince }
  await stateTimesOfLead(await scene.as(administrator, '2021-10-12T09:40'), { groupId, personId: leadId, times })
  const free = [1, 2, 3, 4, 5].map((weekday) => stretch(weekday, '08:30', weekday === 3 ? '12:00' : '17:00'))
  await stateVenueTimes(await scene.as(administrator, '2021-10-12T09:10'), { venueId, times: { can: free, away: [] } })
  await proposeSchedule(await scene.as(administrator, '2021-10-15T14:25'), {
    groupId,
    asked: {
      ...{ sessions: 6, minutes: 150, startsAt: Temporal.PlainTime.from('13:00'), days: [2, 3, 4] },
      ...{ from: day('2021-11-02'), to: day('2022-07-01'), leastWeeks: 3, mostWeeks: 9 },
      atSchools: false,
    },
  })
}
