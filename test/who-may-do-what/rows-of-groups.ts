import { type Ask, does, each, forbidden, notThere, opens, type Row, signInFirst, type World } from './cell.ts'

const hub = '/hub/london-central-and-west'
const other = '/hub/east-midlands-east'
const strangers = ['school lead', 'participant', 'analyst'] as const

const deciding = ({ own, foreign, more }: World): readonly Ask[] => [
  opens(`${hub}/interest/${own['interest']}`),
  opens(`${hub}/placement`),
  opens(`/groups/${own['group']}/edit`),
  does(`/groups/${own['group']}/sessions/new`, JSON.parse(more['sessionForm'] ?? '{}')),
  notThere(`${other}/interest/${foreign['interest']}`, { act: 'wait' }),
  notThere(`/groups/${foreign['group']}/edit`),
  notThere(`/groups/${foreign['group']}/sessions/${foreign['session']}/edit`),
]
const deciders = ({ own }: World): readonly Ask[] => [
  notThere(`${hub}/interest/${own['interest']}`, { act: 'wait' }),
  notThere(`${hub}/placement`),
  notThere(`/groups/${own['group']}/sessions/${own['session']}/edit`),
]

const peopleOfOwn = ({ own, foreign }: World): readonly Ask[] => [
  opens(`/groups/${own['group']}`, { says: /@brackenwell\.sch\.example|Ifeoma Castellan/ }),
  notThere(`/groups/${foreign['group']}`),
  notThere(`/my/groups/${own['group']}`),
]
const numbers = ({ own }: World): readonly Ask[] => [
  opens(`/groups/${own['group']}`, { says: /Places taken/, hides: /Ifeoma Castellan|brackenwell\.sch\.example/ }),
  notThere(`/groups/${own['group']}/attendance`),
  notThere(`/my/groups/${own['group']}`),
]

const workOfGroup = ({ own, foreign }: World): readonly Ask[] => [
  opens(`/groups/${own['group']}/sessions/${own['session']}/register`),
  opens(`/groups/${own['group']}/tasks`),
  notThere(`/groups/${foreign['group']}/sessions/${foreign['session']}/register`),
  notThere(`/groups/${foreign['group']}/tasks`),
]
const noWorkOfGroup = ({ own }: World): readonly Ask[] => [
  notThere(`/groups/${own['group']}/sessions/${own['session']}/register`),
  notThere(`/groups/${own['group']}/sessions/${own['session']}/register`, {}),
  notThere(`/groups/${own['group']}/tasks`),
]

const ownCharges = ({ more }: World): readonly Ask[] => [
  notThere(`${hub}/charges/${more['charge']}`, { decision: 'waived', reason: 'x' }),
]

/** The rows about deciding, groups, registers, tasks and charges. */
export const rowsOfGroups: readonly Row[] = [
  {
    title: 'decide on interest, make groups, run placement, set dates',
    cells: {
      visitor: () => [signInFirst(`${hub}/interest`), signInFirst(`${hub}/placement`)],
      ...each([...strangers, 'national team'], deciders),
      'group lead': ({ own, foreign, more }: World) => [
        does(`/groups/${own['group']}/sessions/new`, JSON.parse(more['sessionForm'] ?? '{}')),
        forbidden(`/groups/${own['group']}/edit`),
        notThere(`/groups/${foreign['group']}/sessions/${foreign['session']}/edit`),
        notThere(`${hub}/interest`),
        notThere(`${hub}/placement`),
      ],
      ...each(['hub administrator', 'hub lead'], deciding),
    } as Row['cells'],
  },
  {
    title: 'read a group’s people',
    cells: {
      visitor: ({ own }) => [signInFirst(`/groups/${own['group']}`), signInFirst(`/my/groups/${own['group']}`)],
      'school lead': ({ own, more }) => [
        opens(`/my/groups/${more['groupOfSchool']}`, { says: /Tamsel Park School/, hides: /Who takes part<|@/ }),
        notThere(`/my/groups/${own['group']}`),
        notThere(`/groups/${more['groupOfSchool']}`),
      ],
      participant: ({ own, foreign }) => [
        opens(`/my/groups/${own['group']}`, { says: /Who takes part/, hides: /@[a-z-]+\.sch\.example/ }),
        notThere(`/my/groups/${foreign['group']}`),
        notThere(`/groups/${own['group']}`),
      ],
      ...each(['group lead', 'hub administrator', 'hub lead'], peopleOfOwn),
      ...each(['national team', 'analyst'], numbers),
    } as Row['cells'],
  },
  {
    title: 'register, tasks, materials of a group',
    cells: {
      visitor: ({ own }) => [signInFirst(`/groups/${own['group']}/tasks`)],
      'school lead': (world) => [
        opens(`/my/groups/${world.more['groupOfSchool']}`, { says: /Attendance/ }),
        ...noWorkOfGroup(world),
      ],
      participant: (world) => [
        opens(`/my/groups/${world.own['group']}`, { says: /Attendance/, hides: /Take the register/ }),
        ...noWorkOfGroup(world),
      ],
      ...each(['group lead', 'hub administrator', 'hub lead'], workOfGroup),
      ...each(['national team', 'analyst'], noWorkOfGroup),
    } as Row['cells'],
  },
  {
    title: 'propose · confirm or waive a charge',
    cells: {
      visitor: () => [signInFirst(`${hub}/charges`)],
      'school lead': ownCharges,
      participant: (world) => [
        opens(`/my/groups/${world.more['chargedGroup']}`, { says: /Charges[\s\S]*£/ }),
        ...ownCharges(world),
      ],
      'group lead': ({ own, more }) => [
        does(`/groups/${own['group']}/sessions/${own['session']}/register`, JSON.parse(more['registerForm'] ?? '{}')),
        notThere(`${hub}/charges/${more['charge']}`, { decision: 'confirmed' }),
      ],
      'hub administrator': ({ foreign, more }) => [
        forbidden(`${hub}/charges/${more['charge']}`, { decision: 'waived', reason: 'The train was cancelled' }),
        does(`${hub}/charges/${more['charge']}`, { decision: 'confirmed' }),
        notThere(`${other}/charges/${foreign['charge'] ?? more['charge']}`, { decision: 'confirmed' }),
      ],
      'hub lead': ({ more }) => [
        does(`${hub}/charges/${more['charge']}`, { decision: 'waived', reason: 'The train was cancelled' }),
        notThere(`${other}/charges/${more['charge']}`, { decision: 'waived', reason: 'The train was cancelled' }),
      ],
      ...each(['national team', 'analyst'], ({ more }: World) => [
        notThere(`${hub}/charges/${more['charge']}`),
        notThere(`${hub}/charges/${more['charge']}`, { decision: 'confirmed' }),
      ]),
    } as Row['cells'],
  },
]

/** Parts of the table that the program does not have yet, by the name of the row. */
export const notBuiltYet: readonly string[] = ['local leaders, accreditation', 'materials of a group']
