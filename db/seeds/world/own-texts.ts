import { writePolicy } from '../../../src/features/hub-terms/actions/write-policy.ts'
import { changeOffer } from '../../../src/features/offer-writing/actions/change-offer.ts'
import { planDate } from '../../../src/features/offer-writing/actions/plan-date.ts'
import { addSection, leaveSectionOut, writeSection } from '../../../src/features/offer-writing/actions/write-section.ts'
import { offerToEdit } from '../../../src/features/offer-writing/editing-queries.ts'
import type { DateTerms } from '../../../src/features/offer-writing/offer-parts.ts'
import { sectionsToWrite } from '../../../src/features/offer-writing/section-queries.ts'
import type { Context } from '../../../src/platform/context.ts'
import type { Scene, When } from './scene.ts'

const hub = 'london-central-and-west'
const continuity = 'years-5-to-8-continuity'
const sustaining = 'secondary-teaching-for-mastery-sustaining'
const administrator = 'rohan.petrescu@lcw-hub.example'

/** A hub has said two things in its own words, of which the national team has corrected one since; and it has two venues for another offer. Another hub leaves out what it may. */
export const playOwnTexts = async (scene: Scene): Promise<void> => {
  await overTheNationalText(scene)
  await correction(scene)
  await twoVenues(scene)
  await leftOut(scene)
}

const write = async (context: Context, offerId: string, key: string, body: string): Promise<void> => {
  const section = (await sectionsToWrite(context.db, offerId)).find((each) => each.key === key)
  if (!section?.national) throw new Error(`The offer has no national section ${key}`)
  const own = { heading: section.national.heading, body }
  await writeSection(context, { offerId, key, seen: section.mark, own })
}

const overTheNationalText = async ({ as, ids }: Scene): Promise<void> => {
  const offerId = ids.offer(hub, 2021, continuity)
  const at = (when: When) => as(administrator, when)
  await write(
    await at('2021-09-08T11:05'),
    offerId,
    'involvement',
    'Our Work Group looks at **ratio and proportion** this year. Teachers of both phases visit a lesson in the other phase, then plan one together:\n\n- one visit to a Year 6 lesson\n- one visit to a Year 7 lesson\n- one lesson planned together and taught in both schools',
  )
  await write(
    await at('2021-09-08T11:20'),
    offerId,
    'who',
    'One teacher from a secondary school together with one from each of two or three primary schools whose pupils move on to it. Schools may ask by themselves: we look for neighbours that fit.',
  )
  await addSection(await at('2021-09-08T11:32'), {
    offerId,
    own: {
      heading: 'Time away from lessons',
      body: 'We keep to Tuesdays and Thursdays, and visits are agreed between the schools.',
    },
    after: 'dates',
  })
}

// Hubs need not tell the wider context of a project that has run for long.
const leftOut = async ({ as, ids, tx }: Scene): Promise<void> => {
  const sustainingInPrimary = 'primary-teaching-for-mastery-sustaining'
  await tx
    .updateTable('project_sections')
    .set({ may_be_left_out: true })
    .where('project_id', '=', ids.project(2021, sustainingInPrimary))
    .where('key', '=', 'context')
    .execute()
  const offerId = ids.offer('london-central-and-nw', 2021, sustainingInPrimary)
  const context = await as('siobhan.achterberg@lcnw-hub.example', '2021-09-09T10:15')
  const section = (await sectionsToWrite(context.db, offerId)).find(({ key }) => key === 'context')
  await leaveSectionOut(context, { offerId, key: 'context', seen: section?.mark ?? '' })
}

// The national team widens who can take part after the hub had written its own.
const correction = async ({ tx, ids }: Scene): Promise<void> => {
  await tx
    .updateTable('project_sections')
    .set({
      body: 'Teachers of state-funded primary, middle and secondary schools. A school may send more than one teacher where its year groups are large.',
    })
    .where('project_id', '=', ids.project(2021, continuity))
    .where('key', '=', 'who')
    .execute()
}

// Its online meetings ask for less notice, and illness costs nobody anything.
const policyByMode = async ({ as, ids }: Scene, offerId: string): Promise<void> => {
  const context = await as('adaeze.lindqvist@lcw-hub.example', '2021-10-06T15:40')
  const policyId = await writePolicy(context, {
    hubId: ids.hub(hub),
    seenVersion: 0,
    terms: {
      name: 'Sustaining groups',
      amountPence: 5000,
      noticeDays: 7,
      noticeKind: 'calendar',
      onlineNotice: { days: 2, kind: 'working' },
      chargesLateCancellation: true,
      chargesNonAttendance: true,
      perSession: true,
      exemptReasons: ['Illness or bereavement', 'An inspection of the school', 'No trains or closed roads'],
      substituteAllowed: true,
      cap: { pence: 15_000, of: 'place' },
      wording:
        'We may charge £50 for a session that you miss without a week’s notice; for a meeting online two working days are enough. A colleague may always come instead. Nothing is charged for illness or bereavement, an inspection, or when you cannot travel.',
    },
  })
  const offer = await offerToEdit(context.db, ids.hub(hub), offerId)
  await changeOffer(context, {
    id: offerId,
    seen: offer?.marks.policy ?? '',
    change: { part: 'policy', terms: { policyId } },
  })
}

const day = (on: string, more: Partial<DateTerms>): DateTerms => ({
  on: Temporal.PlainDate.from(on),
  startsAt: Temporal.PlainTime.from('09:30'),
  endsAt: Temporal.PlainTime.from('15:00'),
  mode: 'venue',
  certainty: 'confirmed',
  venueId: null,
  onlineLink: null,
  note: null,
  ...more,
})

const twoVenues = async (scene: Scene): Promise<void> => {
  const { as, ids } = scene
  const offerId = ids.offer(hub, 2021, sustaining)
  const context = await as(administrator, '2021-10-06T16:10')
  const venue = (shortName: string) => ids.venue(hub, shortName)
  await policyByMode(scene, offerId)
  const offer = await offerToEdit(context.db, ids.hub(hub), offerId)
  if (!offer) throw new Error('The hub has no offer of the project for sustaining')
  await changeOffer(context, {
    id: offerId,
    seen: offer.marks.dates,
    change: {
      part: 'dates',
      terms: {
        venueId: venue('Teaselmere'),
        datesNote: 'The last date follows in spring.',
        practicalNotes: 'Lunch is provided at both schools. Please tell us what you cannot eat.',
      },
    },
  })
  await changeOffer(context, {
    id: offerId,
    seen: offer.marks.who,
    change: { part: 'who', terms: { themeIds: [], mostOrganisations: 10, mostPeople: 20, fewestOrganisations: 6 } },
  })
  const online = 'https://meet.example/lcw-sustaining'
  const dates = [
    day('2021-11-25', { venueId: venue('Teaselmere'), note: 'Bring a scheme of work.' }),
    day('2022-02-10', { venueId: venue('Juniperridge'), mode: 'blended', onlineLink: online }),
    day('2022-03-24', {
      mode: 'online',
      onlineLink: online,
      startsAt: Temporal.PlainTime.from('15:45'),
      endsAt: Temporal.PlainTime.from('17:15'),
    }),
    day('2022-05-19', { venueId: venue('Juniperridge'), certainty: 'provisional' }),
    day('2022-06-30', { on: null, startsAt: null, endsAt: null, mode: 'unknown', certainty: 'unknown' }),
  ]
  for (const [seen, terms] of dates.entries()) await planDate(context, { offerId, terms, seen })
}
