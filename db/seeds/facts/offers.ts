import { whatAWorkGroupIs } from './hub-texts.ts'
import type { OfferFact } from './offer-fact.ts'
import type { SectionFact } from './shapes.ts'

const workGroup = (hub: string): readonly SectionFact[] => {
  const body = whatAWorkGroupIs[hub]
  return body ? [{ key: 'work-group', heading: 'What is a Work Group?', body }] : []
}

const itt = 'strengthening-partnerships-with-itt-providers'

/** The four offers that are known from the hubs' own flyers and pages. */
export const offers: readonly OfferFact[] = [
  {
    hub: 'london-central-and-west',
    project: { year: 2021, slug: 'secondary-subject-leadership' },
    theme: null,
    requestWord: 'expression of interest',
    contactEmail: 'admin@lcwmathshub.co.uk',
    contactTelephone: null,
    datesNote: null,
    leadNote: null,
    practicalNotes:
      'The project may be blended, partly online and partly face to face. No lunch is provided. You can bring your own, and the break is long enough to buy something in the shops nearby.',
    joiningNote:
      'If you would like to join this Work Group, send the hub your expression of interest. It will then send you the dates and details of the Work Group for 2021/22.',
    crossBoundaryNote: null,
    venue: {
      name: 'Twyford Church of England High School',
      shortName: 'Twyford',
      address: 'Twyford Cres, London',
      postcode: 'W3 9PP',
    },
    policy: {
      name: 'Non-attendance and late cancellation',
      amountPence: 7500,
      noticeDays: 7,
      noticeKind: 'calendar',
      chargesLateCancellation: true,
      chargesNonAttendance: true,
      wording:
        'London Central and West Maths Hub may charge £75 to those who do not attend a session, or who cancel any session with less than one week’s notice. It reserves this right; it need not use it.',
    },
    plannedDates: [
      { onDate: '2021-11-17', startsAt: '09:30', endsAt: '14:30', mode: 'venue', certainty: 'confirmed', note: null },
      { onDate: '2022-02-03', startsAt: '09:30', endsAt: '14:30', mode: 'online', certainty: 'confirmed', note: null },
      { onDate: '2022-05-25', startsAt: '09:30', endsAt: '14:30', mode: 'venue', certainty: 'confirmed', note: null },
    ],
    sections: workGroup('london-central-and-west'),
  },
  {
    hub: 'east-midlands-east',
    project: { year: 2021, slug: 'primary-teaching-for-mastery-sustaining' },
    theme: null,
    requestWord: 'expression of interest',
    contactEmail: 'enquiries@ememathshub.org',
    contactTelephone: null,
    datesNote:
      'Places and dates depend on the Primary Mastery Specialist who runs the Work Group. The hub will confirm them later.',
    leadNote: 'Experienced Teaching for Mastery Specialists run these Work Groups.',
    practicalNotes: null,
    joiningNote:
      'To show that you would like to take part, send the hub your expression of interest. For any question, write to enquiries@ememathshub.org.',
    crossBoundaryNote: null,
    venue: null,
    policy: null,
    plannedDates: [
      {
        onDate: null,
        startsAt: null,
        endsAt: null,
        mode: 'venue',
        certainty: 'unknown',
        note: 'The first of six workshops, at the school of the Mastery Specialist.',
      },
      ...['second', 'third', 'fourth', 'fifth', 'sixth'].map((place) => ({
        onDate: null,
        startsAt: null,
        endsAt: null,
        mode: 'unknown' as const,
        certainty: 'unknown' as const,
        note: `The ${place} of six workshops, likely to be at another school of the group.`,
      })),
    ],
    sections: workGroup('east-midlands-east'),
  },
  {
    hub: 'london-central-and-nw',
    project: { year: 2021, slug: itt },
    theme: null,
    requestWord: 'expression of interest',
    contactEmail: null,
    contactTelephone: null,
    datesNote: 'The hub sends the dates of 2021/22 to those who have registered.',
    leadNote: null,
    practicalNotes: null,
    joiningNote:
      'If this Work Group interests you, register with the hub. It will then send you its dates and details for 2021/22.',
    crossBoundaryNote: 'Work may reach across the boundaries of the hub and join with others in a larger region.',
    venue: null,
    policy: null,
    plannedDates: [],
    sections: workGroup('london-central-and-nw'),
  },
  {
    hub: 'venn-essex',
    project: { year: 2024, slug: itt },
    theme: null,
    requestWord: 'application',
    contactEmail: 'info@vennessexmathshub.co.uk',
    contactTelephone: '01206 489933',
    datesNote: null,
    leadNote: 'The Community Lead chooses one of the three themes for the local work.',
    practicalNotes: null,
    joiningNote:
      'If you would like to take part, fill in the application. Contact the hub if you have other questions, or if you would rather explore more first.',
    crossBoundaryNote:
      'Earlier years have shown that a community can gain from working across the boundaries of hubs, in a larger region.',
    venue: null,
    policy: null,
    plannedDates: [],
    sections: [],
  },
]
