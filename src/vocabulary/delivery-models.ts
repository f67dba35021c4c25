export const deliveryModels = ['work_group', 'community', 'programme', 'central_programme', 'network'] as const

/** How a project is delivered. */
export type DeliveryModel = (typeof deliveryModels)[number]

type Wording = {
  /** The name of the model: Work Group. */
  readonly label: string
  /** What a group of it is called on the page. */
  readonly group: string
  readonly groups: string
  /** What the person who leads one is called. */
  readonly lead: string
  /** What its meetings are called. */
  readonly session: string
}

/** The words a screen uses for each model, unless the network or year has its own. */
export const deliveryModelWords: Readonly<Record<DeliveryModel, Wording>> = {
  work_group: {
    label: 'Work Group',
    group: 'Work Group',
    groups: 'Work Groups',
    lead: 'Work Group Lead',
    session: 'workshop',
  },
  community: {
    label: 'Community',
    group: 'Community',
    groups: 'Communities',
    lead: 'Community Lead',
    session: 'meeting',
  },
  programme: { label: 'Programme', group: 'Cohort', groups: 'Cohorts', lead: 'Cohort Lead', session: 'session' },
  central_programme: {
    label: 'Central programme',
    group: 'Cohort',
    groups: 'Cohorts',
    lead: 'Programme Lead',
    session: 'session',
  },
  network: { label: 'Network', group: 'Network', groups: 'Networks', lead: 'Network Lead', session: 'meeting' },
}

/** Whether a text names a delivery model. */
export const isDeliveryModel = (text: string): text is DeliveryModel => deliveryModels.some((model) => model === text)
