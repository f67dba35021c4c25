import { type Ask, does, each, forbidden, notThere, opens, type Row, signInFirst, type World } from './cell.ts'

const hub = '/hub/london-central-and-west'
const other = '/hub/east-midlands-east'
const invited = (part: string, n: string): Record<string, string> => ({
  part,
  name: `New Colleague ${n}`,
  email: `new.colleague.${n}@tamsel.sch.example`,
  address: `new.colleague.${n}@tamsel.sch.example`,
  post: 'class_teacher',
  lead: 'no',
  hub: '',
})

const peopleOfHub = ({ own, foreign }: World): readonly Ask[] => [
  opens(`${hub}/people`),
  opens(`${hub}/people/${own['person']}`),
  notThere(`${hub}/people/${foreign['person']}`),
  notThere(`${other}/people`),
]
const noPeople = (): readonly Ask[] => [notThere(`${hub}/people`), notThere('/network/people/invite', {})]

const exportsOfGroup = ({ own, foreign }: World): readonly Ask[] => [
  opens(`/groups/${own['group']}/people.csv`, { says: /Ifeoma Castellan/ }),
  notThere(`/groups/${foreign['group']}/people.csv`),
  notThere('/network/participants', { year: '2021', reason: 'A reason that is long enough' }),
]
const historyOfHub = ({ own, more }: World): readonly Ask[] => [
  opens(`${hub}/interest/${own['interest']}`, { says: /History/ }),
  opens(`/groups/${own['group']}`, { says: /History/ }),
  opens(`${hub}/charges/${more['charge']}`, { says: /What has happened/ }),
]

/** The rows about people, the network itself, exports and history. */
export const rowsOfTheNetwork: readonly Row[] = [
  {
    title: 'people and roles',
    cells: {
      visitor: () => [signInFirst(`${hub}/people`), signInFirst('/account/school')],
      'school lead': ({ more }) => [
        opens('/account/school', { says: /Desmond Ayliffe-Khan/ }),
        does('/account/school/invite', { ...invited('colleague', '1'), organisation: more['ownSchool'] ?? '' }),
        notThere('/account/school/invite', { ...invited('colleague', '2'), organisation: more['otherSchool'] ?? '' }),
        ...noPeople(),
      ],
      participant: ({ more }) => [
        opens('/account/access', { says: /What you can do/ }),
        notThere('/account/school/invite', { ...invited('colleague', '3'), organisation: more['ownSchool'] ?? '' }),
        ...noPeople(),
      ],
      'group lead': noPeople,
      'hub administrator': (world) => [
        ...peopleOfHub(world),
        forbidden(`${hub}/people/invite`, invited('hub_administrator', '4')),
        does(`${hub}/people/invite`, {
          ...invited('school_lead', '5'),
          organisation: world.more['schoolOfHub'] ?? '',
        }),
        notThere('/network/people/invite', {}),
      ],
      'hub lead': (world) => [
        ...peopleOfHub(world),
        does(`${hub}/people/invite`, invited('hub_administrator', '6')),
        notThere('/network/people/invite', {}),
      ],
      'national team': ({ more }) => [
        does('/network/people/invite', { ...invited('hub_lead', '7'), hub: more['hubId'] ?? '' }),
        does('/network/people/invite', invited('analyst', '8')),
        notThere(`${hub}/people`),
      ],
      analyst: noPeople,
    },
  },
  {
    title: 'hubs, areas, year, catalogue sections, indicators',
    cells: {
      visitor: () => [signInFirst('/network/hubs'), signInFirst(`${hub}/about`)],
      ...each(['school lead', 'participant', 'group lead'], () => [
        notThere('/network/hubs'),
        notThere(`${hub}/about`),
        notThere('/network/figures', {}),
      ]),
      ...each(['hub administrator', 'hub lead'], () => [
        opens(`${hub}/about`),
        notThere(`${other}/about`),
        notThere('/network/hubs'),
        notThere('/network/hubs/london-central-and-west/name', { name: 'Another name' }),
        notThere('/network/figures', {}),
      ]),
      'national team': () => [
        opens('/network/hubs', { says: /Open a hub/ }),
        opens('/network/hubs/london-central-and-west/area'),
        opens('/network'),
        opens('/network/figures'),
      ],
      analyst: () => [
        opens('/network/hubs', { hides: /Open a hub|Adaeze Lindqvist/ }),
        opens('/network', { hides: /Adaeze Lindqvist|Ifeoma Castellan/ }),
        opens('/network/figures'),
        notThere('/network/hubs/london-central-and-west'),
        notThere('/network/figures', {}),
      ],
    } as Row['cells'],
  },
  {
    title: 'exports with personal data',
    cells: {
      visitor: ({ own }) => [signInFirst(`/groups/${own['group']}/people.csv`), signInFirst('/network/participants')],
      'school lead': ({ own, more }) => [
        opens(`/my/groups/${more['groupOfSchool']}/people.csv`, { says: /Tamsel Park School/ }),
        notThere(`/my/groups/${own['group']}/people.csv`),
        notThere(`/groups/${own['group']}/people.csv`),
      ],
      participant: ({ own, foreign, more }) => [
        opens(`/my/groups/${own['group']}/people.csv`, {
          says: new RegExp(more['participant'] ?? ''),
          hides: new RegExp(more['colleague'] ?? ''),
        }),
        notThere(`/my/groups/${foreign['group']}/people.csv`),
        notThere(`/groups/${own['group']}/people.csv`),
      ],
      ...each(['group lead', 'hub administrator', 'hub lead'], exportsOfGroup),
      'national team': ({ own }) => [
        does('/network/participants', {
          year: '2021',
          hub: '',
          reason: 'Asked for by the programme board for its review',
        }),
        notThere(`/groups/${own['group']}/people.csv`),
      ],
      analyst: ({ own }) => [
        notThere(`/groups/${own['group']}/people.csv`),
        notThere('/network/participants', { year: '2021', reason: 'A reason that is long enough' }),
        opens('/network.csv', { hides: /Ifeoma Castellan|@/ }),
      ],
    } as Row['cells'],
  },
  {
    title: 'history',
    cells: {
      visitor: ({ more }) => [signInFirst('/my'), opens(more['statusLink'] ?? '', { says: /What has happened/ })],
      'school lead': ({ more }) => [
        opens(more['statusLink'] ?? '', { says: /What has happened/, hides: /Rohan Petrescu/ }),
        opens(`/my/groups/${more['groupOfSchool']}`, { says: /What has happened to the place/ }),
      ],
      participant: ({ own }) => [
        opens(`/my/groups/${own['group']}`, { says: /What has happened to the place/, hides: /Rohan Petrescu/ }),
        notThere(`/groups/${own['group']}`),
      ],
      'group lead': ({ own, foreign }) => [
        opens(`/groups/${own['group']}`, { says: /History/ }),
        notThere(`/groups/${foreign['group']}`),
      ],
      ...each(['hub administrator', 'hub lead'], historyOfHub),
      'national team': ({ own }) => [
        opens(`/network/hubs/london-central-and-west`, { says: /History/ }),
        opens(`/network/projects/${own['project']}`),
        notThere(`${hub}/interest/${own['interest']}`),
      ],
      analyst: ({ own }) => [
        notThere(`/network/projects/${own['project']}`),
        notThere(`${hub}/interest/${own['interest']}`),
      ],
    } as Row['cells'],
  },
]
