/** Why something is held about a person, and who sees it: one sentence each. */
export type Held = { readonly why: string; readonly seenBy: string }

/** What is held about somebody, as the page of their details says it. */
export const held = {
  name: {
    why: 'So that your hub, your group and your statement call you what you are called.',
    seenBy: 'Staff of the hubs you deal with, the leads and participants of your groups, and your school’s leads.',
  },
  address: {
    why: 'To sign you in and to send you dates, changes and answers.',
    seenBy: 'Staff of the hubs you deal with, the leads of your groups, and your school’s leads.',
  },
  telephone: {
    why: 'For the day itself: a session called off in the morning. Leave it out if you like.',
    seenBy: 'Staff of the hubs you deal with.',
  },
  referenceNumber: {
    why: 'Where a programme has to report who took part. Leave it out if nobody asked you for it.',
    seenBy: 'You. Staff of a hub whose group you take part in can have it shown; that is recorded.',
  },
  posts: {
    why: 'Some projects are for people in a certain post; a place is often your school’s.',
    seenBy: 'Staff of the hubs you deal with, the leads of your groups, and your school’s leads.',
  },
  roles: {
    why: 'They say what you may see and do here.',
    seenBy: 'Staff of the hub concerned, and your school’s leads for the parts at your school.',
  },
  needs: {
    why: 'So that you can take part: a step-free room, a hearing loop, a lunch you can eat.',
    seenBy: 'Staff of the group’s hubs, and the leads of the group.',
  },
} as const satisfies Readonly<Record<string, Held>>
