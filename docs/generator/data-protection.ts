import { goesWhole, type Holding } from '../../src/features/personal-fields/holding.ts'
import { nothingPersonal } from '../../src/features/personal-fields/nothing-personal.ts'
import { holdings } from '../../src/features/personal-fields/personal-fields.ts'
import { monthsInWords, retentionRules } from '../../src/features/retention/retention-rule.ts'

const way: Readonly<Record<string, string>> = {
  person: 'the person’s id',
  address: 'an address of theirs',
  record: 'a record of theirs',
  event: 'an event about them',
  people: 'a list of ids',
}

const erasureOf = (holding: Holding): string => {
  if (goesWhole(holding)) return 'the row goes'
  const gone = Object.entries(holding.fields).filter(([, { erasure }]) => erasure !== 'keep')
  const list = gone.map(([column]) => `\`${column}\``).join(', ')
  return `${list === '' ? 'nothing' : `${list} cleared`}; the rest stays, because ${holding.keptBecause ?? ''}`
}

const part = (holding: Holding): string => {
  const rule = retentionRules.find(({ key }) => key === holding.rule)
  const withheld = Object.entries(holding.fields).filter(([, { isWithheld }]) => isWithheld)
  const lines = [
    `- **Whose**: ${holding.whose.map(({ by, column }) => `${way[by]} in \`${column}\``).join(', or ')}`,
    `- **Fields**: ${Object.entries(holding.fields)
      .map(([column, { called }]) => `\`${column}\` (${called.toLowerCase()})`)
      .join(', ')}`,
    `- **Why**: ${holding.purpose} (${holding.basis})`,
    `- **Seen by**: ${holding.seenBy}`,
    `- **Kept**: ${rule ? `${monthsInWords(rule.months)} after ${rule.from}` : ''}`,
    `- **Erasure**: ${erasureOf(holding)}`,
    ...(withheld.length > 0
      ? [`- **Not in the report**: ${withheld.map(([column]) => `\`${column}\``).join(', ')}`]
      : []),
  ]
  return `### ${holding.called} (\`${holding.table}\`)\n\n${lines.join('\n')}`
}

/** What is done about it, and where: the words that no table holds. */
const done = [
  '## Who answers',
  'The national team states controller and processor of the network at `/network/controllers`, each from a day; leads of a hub that differs state theirs at `/hub/{hub}/controller`. Where no processor is named it is whoever leads the hub on that day. The notices at `/privacy` and `/hubs/{hub}/privacy` and each report say what holds.',
  '## What people can ask',
  [
    '- **To see it**: `/account/data`, as PDF and JSON. Leads of a hub that knows somebody, and the national team, ask for them with a reason; only the person opens the report. It goes after a month.',
    '- **Who has read it**: `/account/data/reads`; for leads of a hub `/hub/{hub}/reads`. Every page behind a role that shows personal data of others, and every export, is recorded after the answer; a test holds the list of pages against the routes. The application can add to the record and not change it.',
    '- **To be erased**: `/account/data/erase`, or proposed by a lead of their hub; decided by the national team within a month at `/network/erasures`, which shows beforehand what goes, what stays and what has to be done first. It cannot be undone.',
  ].join('\n'),
  '## Erasure',
  'One transaction clears every field below and strikes the name, earlier names, addresses and numbers out of every text, JSON included. Links, sessions, tokens and waiting mail end at once. What was counted stays, as of an erased person. `test/erasure` gives somebody a part in every room and then looks for them in every table, page, file, answer for programs, mail, report of others and log, taken from the tables of routes. Backups keep them until they are deleted; `restore` erases them again by the list beside the backups (`docs/operations.md`).',
  '## History',
  'What happened is appended only: the database role of the application holds no right to change it. Each subject’s events form a chain over a salted hash of the personal values, which lie beside it; erasing the values breaks nothing. Each night a seal keeps the number of events and a sum of their hashes, so that the end of a chain cannot be taken away unnoticed. `bin/tessellate check` verifies chain, contents, values and seal within the database, in memory that does not grow with it; `node bench/checking-history.ts [EVENTS]` measures that.',
  '## Links without an account',
  'A link does one thing to one record, until its end; pages behind it show how nobody but its holder is reached. The hub stops links from the page of the request or the place, and new ones are sent; whoever got one by mistake says so on the page and it is stopped at once. In place of one whose time is over a new one is sent, only to the address it was meant for.',
]

/** What is held about people, field by field, and what holds nothing about anybody. */
export const dataProtectionPage = (): string =>
  [
    '# Data protection',
    'Made from the one table of all personal fields (`src/features/personal-fields/fields-of-*.ts`). The privacy notices, the report to a person, erasure and retention are made from the same table; a test compares it with the database, so that no new column slips past.',
    ...done,
    '## What is held',
    ...holdings.map(part),
    '## How long',
    [
      '| what | kept for (usual) | after | then the program |',
      '| --- | --- | --- | --- |',
      ...retentionRules.map(
        (rule) => `| ${rule.called} | ${monthsInWords(rule.months)} | ${rule.from} | ${rule.does} |`,
      ),
    ].join('\n'),
    'The national team may set other numbers at `/network/retention`. What will go is said there a week before, and to leads of the hubs it touches by mail and at `/hub/{hub}/retention`.',
    '## Tables that hold nothing personal',
    [
      '| table | because |',
      '| --- | --- |',
      ...Object.entries(nothingPersonal)
        .toSorted(([one], [other]) => (one < other ? -1 : 1))
        .map(([table, { because }]) => `| \`${table}\` | ${because} |`),
    ].join('\n'),
  ].join('\n\n')
