import { does, each, forbidden, notThere, opens, type Row, signInFirst, type World } from './cell.ts'

const hub = '/hub/london-central-and-west'
const other = '/hub/east-midlands-east'

const catalogue = ({ own }: World) => [
  opens('/projects?year=2021-22', { says: /Secondary Subject Leadership/ }),
  opens('/hubs/london-central-and-west'),
  opens(`/hubs/london-central-and-west/offers/2021-22/${own['offer']}`),
]

const entering = ({ more }: World, of: 'own' | 'foreign') =>
  of === 'own'
    ? `${hub}/offers/${more['offerToAsk']}/interest/new`
    : `${other}/offers/${more['offerElsewhere']}/interest/new`

const onBehalf = (form: string) => (world: World) => [
  does(entering(world, 'own'), JSON.parse(world.more[form] ?? '{}')),
  notThere(entering(world, 'foreign'), {}),
]
const notOnBehalf = (world: World) => [notThere(entering(world, 'own'), {}), notThere(entering(world, 'foreign'), {})]
const asks = (form: string) => (world: World) => [
  does(`/offers/${world.more['offerToAsk']}/interest/new`, JSON.parse(world.more[form] ?? '{}')),
]

const interestOfHub = ({ own, foreign }: World) => [
  opens(`${hub}/interest/${own['interest']}`, { says: /History/ }),
  notThere(`${other}/interest/${foreign['interest']}`),
  notThere(`${hub}/interest/${foreign['interest']}`),
]
const noInterest = ({ own }: World) => [notThere(`${hub}/interest/${own['interest']}`)]

const editing =
  (title: string) =>
  ({ own, more }: World) => [
    opens(`${hub}/projects/${more['ownDraft']}/edit/about`),
    does(`${hub}/projects/new`, { ...JSON.parse(more['project'] ?? '{}'), title }),
    notThere(`${other}/projects/new`, JSON.parse(more['project'] ?? '{}')),
    notThere(`/network/projects/${own['project']}/edit/about`),
    notThere('/network/projects/new', JSON.parse(more['project'] ?? '{}')),
  ]

/** The rows about the catalogue, and about asking to join. */
export const rowsOfJoining: readonly Row[] = [
  {
    title: 'read catalogue, offers, hubs',
    cells: {
      visitor: catalogue,
      'school lead': catalogue,
      participant: catalogue,
      'group lead': catalogue,
      'hub administrator': catalogue,
      'hub lead': catalogue,
      'national team': catalogue,
      analyst: catalogue,
    },
  },
  {
    title: 'express interest, for an organisation',
    cells: {
      visitor: asks('formOfVisitor'),
      'school lead': asks('formOfSchoolLead'),
      participant: asks('formOfParticipant'),
      ...each(['group lead', 'national team', 'analyst'], notOnBehalf),
      'hub administrator': onBehalf('formOnBehalf'),
      'hub lead': onBehalf('formOnBehalfToo'),
    } as Row['cells'],
  },
  {
    title: 'see and change that interest and its people',
    cells: {
      visitor: ({ more }) => [
        opens(more['statusLink'] ?? '', { says: /What has happened/ }),
        notThere(more['brokenLink'] ?? ''),
        signInFirst('/my'),
      ],
      'school lead': ({ own, more }) => [
        opens('/my', { says: /Requests to join/ }),
        opens(more['statusLink'] ?? '', { says: /Change who would take part/ }),
        does(more['statusLink'] ?? '', JSON.parse(more['instead'] ?? '{}')),
        notThere(`${hub}/interest/${own['interest']}`),
      ],
      participant: ({ own }) => [
        opens('/account/details'),
        does('/account/details/telephone', { telephone: '020 7946 0018' }),
        notThere(`${hub}/interest/${own['interest']}`),
      ],
      'group lead': noInterest,
      'hub administrator': interestOfHub,
      'hub lead': interestOfHub,
      'national team': noInterest,
      analyst: noInterest,
    },
  },
  {
    title: 'edit a project',
    cells: {
      visitor: ({ more }) => [signInFirst(`${hub}/projects/${more['ownDraft']}/edit/about`)],
      ...each(['school lead', 'participant', 'group lead', 'analyst'], ({ more }: World) => [
        notThere(`${hub}/projects/${more['ownDraft']}/edit/about`),
        notThere('/network/projects/new'),
        notThere(`${hub}/projects/new`, JSON.parse(more['project'] ?? '{}')),
      ]),
      'hub administrator': editing('Angles in figures'),
      'hub lead': editing('Angles in words'),
      'national team': ({ more }) => [
        does('/network/projects/new', { ...JSON.parse(more['project'] ?? '{}'), title: 'Circles' }),
        notThere(`${hub}/projects/${more['ownDraft']}/edit/about`),
        notThere(`/network/projects/${more['ownDraft']}`),
      ],
    } as Row['cells'],
  },
  {
    title: 'publish a project',
    cells: {
      visitor: ({ more }) => [signInFirst(`${hub}/projects/${more['ownDraft']}/publish`, {})],
      ...each(['school lead', 'participant', 'group lead', 'analyst'], ({ more }: World) => [
        notThere(`${hub}/projects/${more['ownDraft']}/publish`, {}),
        notThere(`/network/projects/${more['nationalDraft']}/publish`, {}),
      ]),
      'hub administrator': ({ more }) => [
        opens(`${hub}/projects/${more['ownDraft']}`, { says: /A lead of your hub publishes it/ }),
        forbidden(`${hub}/projects/${more['ownDraft']}/publish`, {}),
        forbidden(`${hub}/projects/${more['ownDraft']}/withdraw`, { reason: 'Too few schools' }),
        notThere(`/network/projects/${more['nationalDraft']}/publish`, {}),
      ],
      'hub lead': ({ more }) => [
        does(`${hub}/projects/${more['ownDraft']}/publish`, {}),
        notThere(`/network/projects/${more['nationalDraft']}/publish`, {}),
      ],
      'national team': ({ more }) => [
        does(`/network/projects/${more['nationalDraft']}/publish`, {}),
        notThere(`${hub}/projects/${more['ownDraft']}/publish`, {}),
      ],
    } as Row['cells'],
  },
  {
    title: 'edit an offer · publish it · its policy',
    cells: {
      visitor: ({ own }) => [signInFirst(`${hub}/offers/${own['offerId']}/edit`), signInFirst(`${hub}/policies`)],
      ...each(['school lead', 'participant', 'group lead', 'analyst'], ({ own }: World) => [
        notThere(`${hub}/offers/${own['offerId']}/edit`),
        notThere(`${hub}/policies`),
      ]),
      'hub administrator': ({ foreign, more }) => [
        opens(`${hub}/offers/${more['draftOffer']}/edit`, { says: /A lead of the hub chooses it/ }),
        forbidden(`${hub}/offers/${more['draftOffer']}/policy`, {}),
        does(`${hub}/offers/${more['draftOffer']}/publish`, {}),
        opens(`${hub}/policies`, { says: /Leads of the hub write its policies/ }),
        forbidden(`${hub}/policies/new`, {}),
        notThere(`${other}/offers/${foreign['offerId']}/edit`),
      ],
      'hub lead': ({ own, foreign }) => [
        opens(`${hub}/offers/${own['offerId']}/policy`, { says: /name="policy"/ }),
        does(`${hub}/policies/new`, {
          name: 'Twilight groups',
          amount: '20',
          causes: 'late',
          per: 'session',
          days: '3',
          kind: 'calendar',
          wording: '£20 for each session that is missed.',
        }),
        notThere(`${other}/offers/${foreign['offerId']}/edit`),
      ],
      'national team': ({ own }) => [
        opens(`${hub}/offers`, { hides: /Make an offer/ }),
        opens(`${hub}/policies`, { hides: /Write a policy/ }),
        notThere(`${hub}/offers/${own['offerId']}/edit`),
        notThere(`${hub}/offers/${own['offerId']}/publish`, {}),
      ],
    } as Row['cells'],
  },
]
