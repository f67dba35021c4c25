import { yearLabel } from '../../vocabulary/academic-year.ts'
import { audienceLabels } from '../../vocabulary/audiences.ts'
import { deliveryModelWords } from '../../vocabulary/delivery-models.ts'
import { phaseLabels } from '../../vocabulary/phases.ts'
import { outcomeHeadings } from '../projects/index.ts'
import { descentWords, joiningWords, questionInWords, strengthWords } from './wording.ts'
import type { WrittenProject } from './written-project.ts'

/** The names of what a project points to. */
export type Names = { readonly stages: ReadonlyMap<string, string>; readonly projects: ReadonlyMap<string, string> }

type Line = { readonly key: string; readonly label: string; readonly text: string }

const yesNo = (is: boolean): string => (is ? 'Yes' : 'No')
const textOf = (value: string | number | null): string => (value === null ? '' : String(value))
const cost = (free: boolean | null): string => {
  if (free === null) return ''
  return free ? 'Free' : 'Not free'
}

const factsOf = (
  written: WrittenProject,
  names: Names,
): readonly (readonly [keyof WrittenProject, string, string])[] => [
  ['year', 'Year', yearLabel(written.year)],
  ['code', 'Code', textOf(written.code)],
  ['title', 'Title', written.title],
  ['summary', 'One sentence about it', written.summary],
  ['phases', 'Phases', written.phases.map((phase) => phaseLabels[phase]).join(', ')],
  ['audiences', 'Audiences', written.audiences.map((audience) => audienceLabels[audience]).join(', ')],
  ['isNew', 'New this year', yesNo(written.isNew)],
  ['formerly', 'Formerly called', textOf(written.formerly)],
  ['runningSince', 'Running since', textOf(written.runningSince)],
  ['runningSinceSource', 'Who states that', textOf(written.runningSinceSource)],
  ['partnerBodies', 'Partner bodies', written.partnerBodies.join('\n')],
  ['deliveryModel', 'How it is run', deliveryModelWords[written.deliveryModel].label],
  ['daysMin', 'Days, at least', textOf(written.daysMin)],
  ['daysMax', 'Days, at most', textOf(written.daysMax)],
  ['timeBeside', 'Time beside them', textOf(written.timeBeside)],
  ['sessionsCount', 'Number of meetings', textOf(written.sessionsCount)],
  ['modelsOfWorking', 'Models of working', written.modelsOfWorking.join('\n')],
  ['stageId', 'Stage of a pathway', written.stageId ? (names.stages.get(written.stageId) ?? '') : ''],
  ['freeToParticipants', 'Cost to those who take part', cost(written.freeToParticipants)],
  ['leadsGetAdditionalFunding', 'Additional funding for leads', yesNo(written.leadsGetAdditionalFunding)],
  ['joins', 'Who joins', joiningWords[written.joins]],
  ['peopleMin', 'People from each, at least', textOf(written.peopleMin)],
  ['peopleMax', 'People from each, at most', textOf(written.peopleMax)],
  ['samePeopleAllYear', 'The same people all year', yesNo(written.samePeopleAllYear)],
  [
    'headteacherConfirms',
    'The headteacher, or who speaks for an institution, confirms',
    yesNo(written.headteacherConfirms),
  ],
  ['agreementForYear', 'One agreement for the year is enough', yesNo(written.agreementForYear)],
  ['hubsMayNarrow', 'Hubs may add rules of their own', yesNo(written.hubsMayNarrow)],
]

const listsOf = (written: WrittenProject, names: Names): readonly Line[] => {
  const themeTitle = (id: string | null) => written.themes.find((theme) => theme.id === id)?.title
  return [
    ...written.criteria.map(({ id, themeId, strength, sentence, widens, hubsMayWiden }) => ({
      key: id,
      label: 'Rule of who can take part',
      text: [
        themeTitle(themeId) && `${themeTitle(themeId)}${widens ? ' widens' : ''}:`,
        sentence,
        `(${strengthWords[strength]})`,
        hubsMayWiden && '(Hubs may widen it.)',
      ]
        .filter(Boolean)
        .join(' '),
    })),
    ...written.sections.map(({ key, heading, body, mayBeLeftOut }) => ({
      key,
      label: `Section “${heading}”`,
      text: `${heading}\n\n${body}${mayBeLeftOut ? '\n\n(A hub may leave it out.)' : ''}`,
    })),
    ...written.questions.map((question) => ({
      key: `question-${question.key}`,
      label: 'Question put to whoever asks to join',
      text: questionInWords(question),
    })),
    {
      key: 'order-of-questions',
      label: 'Order of the questions',
      text: written.questions.map(({ label }) => label).join('\n'),
    },
    { key: 'order', label: 'Order of the sections', text: written.sections.map(({ heading }) => heading).join('\n') },
    ...(['participants', 'institutions', 'hub_team'] as const).map((audience) => ({
      key: `outcomes-${audience}`,
      label: `${outcomeHeadings[audience]} …`,
      text: written.outcomes
        .filter((outcome) => outcome.audience === audience)
        .map(({ outcome }) => outcome)
        .join('\n'),
    })),
    ...written.themes.map(({ id, kind, suffix, title, focus, starts }) => ({
      key: id,
      label: `${kind === 'theme' ? 'Theme' : 'Start'} “${title}”`,
      text: [`${title} (${suffix})`, focus, starts].filter(Boolean).join('\n\n'),
    })),
    ...written.lineage.map(({ earlierId, kind, note }) => ({
      key: earlierId,
      label: 'Family line',
      text: [`${names.projects.get(earlierId) ?? 'A project of an earlier year'}: ${descentWords[kind]}`, note]
        .filter(Boolean)
        .join('. '),
    })),
  ]
}

const linesOf = (written: WrittenProject, names: Names): readonly Line[] => [
  ...factsOf(written, names).map(([key, label, text]) => ({ key, label, text })),
  ...listsOf(written, names),
]

export type Difference = { readonly label: string; readonly before: string; readonly after: string }

/** What differs between two versions of a project, field by field, in the order in which they are written. */
export const differencesOf = (before: WrittenProject, after: WrittenProject, names: Names): readonly Difference[] => {
  const [one, other] = [linesOf(before, names), linesOf(after, names)]
  const [old, now] = [new Map(one.map((line) => [line.key, line])), new Map(other.map((line) => [line.key, line]))]
  const keys = [...now.keys(), ...[...old.keys()].filter((key) => !now.has(key))]
  return keys.flatMap((key) => {
    const [was, is] = [old.get(key), now.get(key)]
    const difference = { label: is?.label ?? was?.label ?? '', before: was?.text ?? '', after: is?.text ?? '' }
    return difference.before === difference.after ? [] : [difference]
  })
}
