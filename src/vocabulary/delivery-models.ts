export const deliveryModels = ['work_group', 'community', 'programme', 'central_programme', 'network'] as const

/** How a project is delivered. */
export type DeliveryModel = (typeof deliveryModels)[number]

type Wording = {
  /** The name of the model: Work Group. */
  readonly label: string
  readonly labels: string
  /** What a group of it is called on the page. */
  readonly group: string
  readonly groups: string
  /** What the person who leads one is called. */
  readonly lead: string
  readonly leads: string
  /** What its meetings are called. */
  readonly session: string
  readonly sessions: string
  /** The kind that its sessions usually are. */
  readonly kind: 'workshop' | 'meeting'
}

const led = (group: string, groups: string) => ({ group, groups, lead: `${group} Lead`, leads: `${group} Leads` })
const workshops = { session: 'workshop', sessions: 'workshops', kind: 'workshop' } as const
const meetings = { session: 'meeting', sessions: 'meetings', kind: 'meeting' } as const
const sessions = { session: 'session', sessions: 'sessions', kind: 'workshop' } as const

/** The words a screen uses for each model, unless the network or year has its own. */
export const deliveryModelWords: Readonly<Record<DeliveryModel, Wording>> = {
  work_group: { label: 'Work Group', labels: 'Work Groups', ...led('Work Group', 'Work Groups'), ...workshops },
  community: { label: 'Community', labels: 'Communities', ...led('Community', 'Communities'), ...meetings },
  programme: { label: 'Programme', labels: 'Programmes', ...led('Cohort', 'Cohorts'), ...sessions },
  central_programme: {
    label: 'Central programme',
    labels: 'Central programmes',
    ...led('Cohort', 'Cohorts'),
    lead: 'Programme Lead',
    leads: 'Programme Leads',
    ...sessions,
  },
  network: { label: 'Network', labels: 'Networks', ...led('Network', 'Networks'), ...meetings },
}

/** Whether a text names a delivery model. */
export const isDeliveryModel = (text: string): text is DeliveryModel => deliveryModels.some((model) => model === text)
