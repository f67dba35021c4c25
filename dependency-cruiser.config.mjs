// The order of the rooms, ground floor first. A feature may import only features listed before it, by their doors.
export const features = [
  'organisations',
  'national-registers',
  'partnerships',
  'authorities',
  'people',
  'details',
  'invitations',
  'sign-in',
  'tokens',
  'projects',
  'years',
  'pathways',
  'criteria',
  'offers',
  'date-alerts',
  'hub-terms',
  'answer-times',
  'calendars',
  'offer-writing',
  'groups',
  'places',
  'sessions',
  'scheduling',
  'hosting',
  'year-plans',
  'who-comes',
  'stages',
  'interest',
  'place-offers',
  'shares',
  'waiting-lists',
  'naming',
  'asking',
  'status',
  'moves',
  'travel-times',
  'placement-check',
  'placement-solving',
  'placement',
  'what-if',
  'merging-groups',
  'catalogue',
  'finding',
  'joining',
  'forecast',
  'project-writing',
  'rule-writing',
  'own-rules',
  'question-writing',
  'embedding',
  'registers',
  'offline-registers',
  'self-registration',
  'paper-registers',
  'meeting-reports',
  'tasks',
  'ledger',
  'charges',
  'absences',
  'grants',
  'accounts',
  'passing-on',
  'hub-messages',
  'decisions',
  'bulk-decisions',
  'evaluation',
  'next-stages',
  'completion',
  'own-part',
  'attendance',
  'reporting',
  'targets',
  'rolling-over',
  'controllers',
  'hubs',
  'old-lists',
  'imports',
  'register-files',
  'records',
  'successions',
  'personal-fields',
  'reads',
  'retention',
  'personal-data',
  'links',
  'access',
  'home',
]

// Each package has one home: a library that is replaced is replaced there. What is not listed may not be imported.
const homes = {
  '@fastify/[a-z-]+': ['platform/http/', 'app'],
  '@myriaddreamin/typst-ts-node-compiler': ['platform/pdf'],
  '@simplewebauthn/browser': ['ui/'],
  '@simplewebauthn/server': ['features/sign-in/'],
  'accessible-autocomplete': ['ui/'],
  'csv-parse': ['platform/spreadsheets/'],
  'csv-stringify': ['platform/spreadsheets/'],
  feed: ['platform/atom'],
  'd3-[a-z]+': ['ui/charts/'],
  diff: ['vocabulary/difference'],
  fastify: ['platform/http/', 'app'],
  'govuk-frontend': ['ui/'],
  'graphile-worker': ['platform/jobs', 'platform/database/', 'worker'],
  highs: ['features/placement-solving/'],
  hono: ['ui/html'],
  'ical-generator': ['platform/calendar', 'features/sessions/'],
  kysely: ['platform/', 'features/[^/]+/[a-z-]*(queries|store)\\.ts$'],
  'mdast-util-from-markdown': ['vocabulary/prose'],
  nodemailer: ['platform/mail'],
  'openid-client': ['features/sign-in/'],
  pg: ['platform/database/'],
  'pg-(copy-streams|cursor|pool|protocol)': ['platform/database/'],
  pino: ['platform/'],
  'prom-client': ['platform/'],
  'qrcode-generator': ['platform/', 'ui/'],
  'read-excel-file': ['platform/spreadsheets/'],
  sass: ['ui/styles/'],
  'timezones-ical-library': ['platform/calendar', 'features/sessions/'],
  zod: ['platform/', 'features/.+\\.(form|api)\\.ts$', 'features/[^/]+/[a-z-]*(jobs|api|queries|store)\\.ts$'],
}

// What browsers are given whole.
const inBrowsers = ['govuk-frontend', 'accessible-autocomplete', '@simplewebauthn/browser']

const tests = '\\.test\\.ts$'
const entry = '^src/[a-z-]+\\.ts$'
const inFeature = (role) => `^src/features/[^/]+/${role}`
// The files of a feature that are machinery; all others at its top are nouns: pure, or the door, policy and events.
const machinery = '[a-z-]*(routes|access|api|queries|store|jobs|invariants)\\.ts$'
const noun = inFeature(`(?!${machinery})[a-z-]+\\.ts$`)
const later = (name) => `^src/features/(${features.slice(features.indexOf(name) + 1).join('|')})/`
const modulesOf = (name) => `(^|/)node_modules/(@types/)?${name}/`

const forbid = (name, from, to) => ({
  name,
  severity: 'error',
  from: { ...from, pathNot: [tests, ...(from.pathNot ?? [])] },
  to,
})

export default {
  forbidden: [
    forbid('no-circular', {}, { circular: true }),
    forbid('every-import-is-found', {}, { couldNotResolve: true }),
    // But for two packages that are as pure as it is: one reads Markdown, one compares texts.
    forbid(
      'vocabulary-imports-nothing',
      { path: '^src/vocabulary/' },
      { pathNot: ['^src/vocabulary/', ...['diff', 'mdast-util-from-markdown'].map(modulesOf)] },
    ),
    forbid('platform-knows-no-feature', { path: '^src/platform/' }, { path: '^src/(features|ui)/' }),
    forbid('ui-knows-no-feature', { path: '^src/ui/' }, { path: '^src/(features|platform/(database|jobs|mail))' }),
    forbid('entry-points-stay-at-the-top', { path: '^src/(?!commands/)[^/]+/' }, { path: entry }),
    forbid('nothing-needs-the-commands', { path: '^src/(?!commands/|command\\.ts)' }, { path: '^src/commands/' }),
    forbid(
      'enter-a-feature-by-its-door',
      { path: '^src/features/([^/]+)/' },
      { path: '^src/features/', pathNot: ['^src/features/$1/', inFeature('index\\.ts$')] },
    ),
    forbid(
      'enter-a-feature-by-its-door-from-above',
      { path: [entry, '^src/commands/'] },
      { path: '^src/features/', pathNot: inFeature('(index|routes|jobs|api|events|invariants)\\.ts$') },
    ),
    ...features
      .slice(0, -1)
      .map((name) =>
        forbid(`${name}-imports-only-earlier-features`, { path: `^src/features/${name}/` }, { path: later(name) }),
      ),
    forbid('only-listed-features', { path: `^src/features/(?!(${features.join('|')})/)` }, {}),
    forbid(
      'domain-is-pure',
      { path: noun, pathNot: [inFeature('(index|events)\\.ts$')] },
      { pathNot: ['^src/vocabulary/', '^src/platform/errors\\.ts$', noun] },
    ),
    forbid(
      'views-only-draw',
      { path: '\\.view\\.ts$' },
      { pathNot: ['^src/ui/', '^src/vocabulary/', '\\.view\\.ts$', noun] },
    ),
    forbid(
      'only-actions-write',
      { path: '^src/', pathNot: ['/actions/', '/(store|[a-z-]+-store)\\.ts$'] },
      { path: '/(store|[a-z-]+-store)\\.ts$' },
    ),
    forbid(
      'actions-know-no-http',
      { path: '/actions/' },
      { path: ['^src/platform/http/', '/pages/', '/routes\\.ts$', '^src/ui/'] },
    ),
    // What browsers are given imports its neighbours, and words.
    forbid(
      'browser-code-stays-in-the-browser',
      { path: '^src/(ui|features/[^/]+)/client/' },
      { pathNot: ['^src/(ui|features/[^/]+)/client/', '^src/vocabulary/', ...inBrowsers.map(modulesOf)] },
    ),
    forbid('production-code-imports-no-tests', { path: '^src/' }, { path: [tests, '^test/'] }),
    ...Object.entries(homes).map(([name, rooms]) =>
      forbid(
        `${name.replaceAll(/[^a-z-]/g, '')}-has-one-home`,
        { path: '^src/', pathNot: rooms.map((room) => `^src/${room}`) },
        { path: modulesOf(name) },
      ),
    ),
    forbid(
      'every-package-has-a-home',
      { path: '^src/' },
      { path: '(^|/)node_modules/', pathNot: [...Object.keys(homes), '@types/node'].map(modulesOf) },
    ),
  ],
  required: [
    {
      name: 'every-action-records-what-happened',
      severity: 'error',
      module: { path: '^src/features/[^/]+/actions/', pathNot: tests },
      to: { path: '^src/platform/history\\.ts$' },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'types', 'default'] },
  },
}
