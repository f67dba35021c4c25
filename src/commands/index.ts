import type { Command } from './usage.ts'

// What a command works with is read when it runs: all of it together takes two hundred megabytes and most of a second.

const registers = { words: 1, options: { errors: 'string', force: 'boolean' } } as const

/** Everything an operator can ask for. */
export const commands: readonly Command[] = [
  {
    name: 'web',
    usage: 'web',
    words: 0,
    says: 'runs the web process',
    run: () => import('../web.ts').then(() => 0),
  },
  {
    name: 'worker',
    usage: 'worker',
    words: 0,
    says: 'runs the worker',
    run: () => import('../worker.ts').then(() => 0),
  },
  {
    name: 'migrate',
    usage: 'migrate',
    words: 0,
    says: 'brings the database up to date',
    run: () => import('./migrate.ts').then(({ runMigrate }) => runMigrate()),
  },
  {
    name: 'demo load',
    usage: 'demo load',
    words: 0,
    says: 'loads the demonstration world',
    run: () => import('./demo.ts').then(({ loadDemonstration }) => loadDemonstration()),
  },
  {
    name: 'demo cast',
    usage: 'demo cast [--json]',
    words: 0,
    says: 'lists the demonstration’s cast',
    run: (input) => import('./cast.ts').then(({ listCast }) => listCast(input)),
  },
  {
    name: 'demo clock',
    usage: 'demo clock TIME',
    words: 1,
    says: 'moves the demonstration’s clock forward',
    run: (input) => import('./demo.ts').then(({ moveClock }) => moveClock(input)),
  },
  {
    name: 'start-network',
    usage: 'start-network NETWORK COORDINATOR PERSON EMAIL',
    words: 4,
    says: 'names the network of a new installation and its first person',
    run: (input) => import('./start-network.ts').then(({ nameNetwork }) => nameNetwork(input)),
  },
  {
    ...registers,
    name: 'import schools',
    usage: 'import schools FILE [--errors FILE] [--force]',
    says: 'reads the national schools register',
    run: (input) => import('./import.ts').then(({ readSchools }) => readSchools(input)),
  },
  {
    ...registers,
    name: 'import school-links',
    usage: 'import school-links FILE [--errors FILE] [--force]',
    says: 'reads which school followed which',
    run: (input) => import('./import.ts').then(({ readSchoolLinks }) => readSchoolLinks(input)),
  },
  {
    ...registers,
    name: 'import providers',
    usage: 'import providers FILE [--errors FILE] [--force]',
    says: 'reads the providers of teacher training',
    run: (input) => import('./import.ts').then(({ readProviders }) => readProviders(input)),
  },
  {
    name: 'import bank-holidays',
    usage: 'import bank-holidays FILE [--json]',
    words: 1,
    says: 'reads the bank holidays that gov.uk publishes',
    run: (input) => import('./bank-holidays.ts').then(({ importBankHolidays }) => importBankHolidays(input)),
  },
  {
    name: 'import interest',
    usage: 'import interest FILE --offer ID --mapping NAME [--sheet NAME] [--errors FILE] [--json]',
    words: 1,
    says: 'moves a hub’s old spreadsheet over',
    options: { offer: 'string', mapping: 'string', sheet: 'string', errors: 'string' },
    run: (input) => import('./import-interest.ts').then(({ importInterest }) => importInterest(input)),
  },
  {
    name: 'delivery-report',
    usage: 'delivery-report [--json] < MESSAGE',
    words: 0,
    says: 'takes what a mail server sent back',
    run: (input) => import('./delivery-report.ts').then(({ takeReport }) => takeReport(input)),
  },
  {
    name: 'sign-in-link',
    usage: 'sign-in-link EMAIL',
    words: 1,
    says: 'prints a one-time sign-in link',
    run: (input) => import('./sign-in-link.ts').then(({ printSignInLink }) => printSignInLink(input)),
  },
  {
    name: 'check',
    usage: 'check',
    words: 0,
    says: 'looks for anything wrong',
    run: (input) => import('./check.ts').then(({ check }) => check(input)),
  },
  {
    name: 'backup',
    usage: 'backup FILE',
    words: 1,
    says: 'writes the whole installation into a file',
    run: (input) => import('./backup.ts').then(({ backUp }) => backUp(input)),
  },
  {
    name: 'restore',
    usage: 'restore FILE',
    words: 1,
    says: 'brings an installation back from its file',
    run: (input) => import('./backup.ts').then(({ restore }) => restore(input)),
  },
  {
    name: 'erasures',
    usage: 'erasures FILE',
    words: 1,
    says: 'keeps the list of who was erased, by number, for a restore',
    run: (input) => import('./erasures.ts').then(({ listErasures }) => listErasures(input)),
  },
]
