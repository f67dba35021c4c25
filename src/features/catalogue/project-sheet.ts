import { yearLabel } from '../../vocabulary/academic-year.ts'
import { audienceLabels } from '../../vocabulary/audiences.ts'
import { phaseLabels } from '../../vocabulary/phases.ts'
import { proseOf } from '../../vocabulary/prose.ts'
import { type FlyerSection, modelsOf, promisesOf } from '../offers/index.ts'
import {
  durationOf,
  goalInWords,
  type ProjectInFull,
  themeCode,
  unitOf,
  type WhoCanTakePart,
} from '../projects/index.ts'

export type Fact = { readonly label: string; readonly value: string }

const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** What a project is in a few facts. */
export const projectFacts = (project: ProjectInFull): readonly Fact[] => {
  const whom = [
    ...project.phases.map((phase) => phaseLabels[phase]),
    ...project.audiences.map((audience) => audienceLabels[audience]),
  ].join(', ')
  const since = project.runningSince && `${project.runningSince}`
  const all: readonly [string, string | null][] = [
    ['For', whom || null],
    ['How it is run', project.words.model],
    ['How long', durationOf(project)],
    ['Who joins', unitOf(project)],
    ['Cost', project.freeToParticipants ? 'free to those who take part' : null],
    ['Running since', since],
    ['In partnership with', project.partnerBodies.join(', ') || null],
    ['Formerly', project.formerly],
  ]
  return all.flatMap(([label, value]) => (value ? [{ label, value: capitalised(value) }] : []))
}

const strengths: Readonly<Record<WhoCanTakePart['strength'], string>> = {
  required: 'What decides:',
  expected: 'What is normally expected, and asked about:',
  priority: 'Who comes first where there are more requests than places:',
}

const sentenceOf = (project: ProjectInFull, { themeId, sentence, isWidening }: WhoCanTakePart): string => {
  const theme = project.themes.find(({ id }) => id === themeId)
  return theme ? `${theme.title}${isWidening ? ', as well' : ''}: ${sentence}` : sentence
}

/** The rules of who can take part, as sentences. */
const rulesOf = (project: ProjectInFull): FlyerSection['blocks'] =>
  (['required', 'expected', 'priority'] as const).flatMap((strength) => {
    const rules = project.whoCanTakePart.filter((rule) => rule.strength === strength)
    if (rules.length === 0) return []
    return [
      ...proseOf(strengths[strength]),
      {
        kind: 'list' as const,
        items: rules.map((rule) => ({ spans: [{ text: sentenceOf(project, rule), strong: false }] })),
      },
    ]
  })

const themesOf = (project: ProjectInFull): readonly FlyerSection[] => {
  if (project.themes.length === 0) return []
  const items = project.themes.map((theme) => ({
    spans: [
      { text: `${theme.title} (${themeCode(project, theme)})`, strong: true },
      { text: `: ${theme.focus}`, strong: false },
    ],
  }))
  return [
    {
      key: 'themes',
      heading: project.themes.some(({ kind }) => kind === 'theme') ? 'Themes' : 'Starts',
      blocks: [{ kind: 'list', items }],
    },
  ]
}

const goalsOf = (project: ProjectInFull): readonly FlyerSection[] =>
  project.goals.length === 0
    ? []
    : [
        {
          key: 'goals',
          heading: 'What the programme aims for',
          blocks: project.goals.flatMap((goal) => proseOf(goalInWords(goal))),
        },
      ]

type Placed = { readonly at: number; readonly section: FlyerSection }

const placed = (at: number, sections: readonly FlyerSection[]): readonly Placed[] =>
  sections.map((section) => ({ at, section }))

/**
 * The text of a project, section by section in the order in which it is written. What is stated beside the text stands where
 * flyers have it: rules with who can take part, then the themes; promises before the cost; notices before the wider context.
 */
export const projectSections = (project: ProjectInFull): readonly FlyerSection[] => {
  const drawn = project.sections.map(({ key, heading, body }) => ({ key, heading, blocks: proseOf(body) }))
  const firstOf = (...keys: readonly string[]): number => {
    const at = drawn.findIndex(({ key }) => keys.includes(key))
    return at === -1 ? drawn.length : at
  }
  const lastOf = (...keys: readonly string[]): number => drawn.findLastIndex(({ key }) => keys.includes(key))
  const [rules, who] = [rulesOf(project), lastOf('who')]
  const whoAt = who === -1 ? lastOf('outline', 'involvement', 'models') + 0.1 : who
  const said = drawn[who] ?? { key: 'who', heading: 'Who can take part?', blocks: [] }
  const promised = lastOf('benefits')
  const models = lastOf('models')
  const texts = drawn.filter(({ key }) => key === 'benefits')
  const all = [
    ...drawn.flatMap((section, at) => (['who', 'benefits', 'models'].includes(section.key) ? [] : [{ at, section }])),
    ...placed(
      models === -1 ? lastOf('outline', 'involvement') + 0.05 : models,
      modelsOf(
        project,
        drawn.filter(({ key }) => key === 'models'),
      ),
    ),
    ...placed(whoAt, who === -1 && rules.length === 0 ? [] : [{ ...said, blocks: [...said.blocks, ...rules] }]),
    ...placed(whoAt + 0.1, themesOf(project)),
    ...placed(
      promised === -1 ? firstOf('cost', 'funding', 'context', 'expectations') - 0.4 : promised,
      promisesOf(project, texts),
    ),
    ...placed(
      firstOf('context', 'expectations') - 0.2,
      project.notices.map(({ heading, body }) => ({ key: 'notice', heading, blocks: proseOf(body) })),
    ),
    ...placed(Number.POSITIVE_INFINITY, goalsOf(project)),
  ]
  return all.toSorted((one, other) => one.at - other.at).map(({ section }) => section)
}

export const yearAndCode = (project: ProjectInFull): string =>
  [yearLabel(project.year), project.code].filter(Boolean).join(' · ')
