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

/** What is held about people, field by field, and what holds nothing about anybody. */
export const dataProtectionPage = (): string =>
  [
    '# Data protection',
    'Made from the one table of all personal fields (`src/features/personal-fields/fields-of-*.ts`). The privacy notices, the report to a person, erasure and retention are made from the same table; a test compares it with the database, so that no new column slips past.',
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
    'The national team may set other numbers at `/network/retention`. What will go is said there a week before.',
    '## Tables that hold nothing personal',
    [
      '| table | because |',
      '| --- | --- |',
      ...Object.entries(nothingPersonal)
        .toSorted(([one], [other]) => (one < other ? -1 : 1))
        .map(([table, { because }]) => `| \`${table}\` | ${because} |`),
    ].join('\n'),
  ].join('\n\n')
