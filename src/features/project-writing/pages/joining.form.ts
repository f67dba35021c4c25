import { z } from 'zod'
import { parseForm } from '../../../platform/forms.ts'
import type { Parsed, Typed } from '../../../vocabulary/form.ts'
import { newId } from '../../../vocabulary/ids.ts'
import { slugOf } from '../../../vocabulary/slug.ts'
import { joinings } from '../../projects/index.ts'
import { ruleFields } from '../part.ts'
import { typedRows } from '../rows.ts'
import type { WrittenProject, WrittenRule } from '../written-project.ts'
import { most, number, several } from './about.form.ts'
import { knownOnce, oneLine, parseRows, problemsOf } from './rows.form.ts'

const strengths = ['required', 'expected', 'priority'] as const

const who = z
  .object({
    joins: z.enum(joinings, 'Choose who joins'),
    people_min: number({ least: 1, greatest: 50 }),
    people_max: number({ least: 1, greatest: 50 }),
    flags: several(['same_people', 'headteacher_confirms', 'agreement_for_year']),
  })
  .refine((typed) => typed.people_max === null || typed.people_max >= (typed.people_min ?? 1), {
    path: ['people_max'],
    message: 'Enter a largest number of people that is not below the smallest',
  })
  .transform((typed) => ({
    joins: typed.joins,
    peopleMin: typed.people_min ?? 1,
    peopleMax: typed.people_max,
    samePeopleAllYear: typed.flags.includes('same_people'),
    headteacherConfirms: typed.flags.includes('headteacher_confirms'),
    agreementForYear: typed.flags.includes('agreement_for_year'),
  }))

// What no register can tell is asked of who sends the request: they agree to the sentence.
const askedOfSender = (sentence: string): WrittenRule['rule'] => ({
  fact: 'commitment',
  key: slugOf(sentence).slice(0, 60).replaceAll('-', '_').replace(/_$/, '') || 'agreed',
  declared: true,
})

// What is checked of a rule, and what it may be to themes and hubs, stays while its sentence is written anew.
const checkedOf = (rule: WrittenRule | undefined, themeId: string | null, sentence: string) => {
  const { widens, ...kept } = rule ?? { rule: askedOfSender(sentence) }
  return { ...kept, ...(widens && themeId !== null ? { widens } : {}) }
}

const readRules = (body: Typed, { criteria, themes }: WrittenProject): Parsed<readonly WrittenRule[]> => {
  const once = knownOnce(criteria.map(({ id }) => id))
  const before = new Map(criteria.map((rule) => [rule.id, rule]))
  return parseRows(body, ruleFields, (row) => {
    const [sentence, themeId] = [oneLine(row['sentence'] ?? ''), row['theme'] || null]
    if (sentence === '') return null
    const strength = strengths.find((each) => each === row['strength'])
    const isKnown = themeId === null || themes.some(({ id }) => id === themeId)
    const problems = problemsOf([
      ['sentence', sentence.length > 500, most(500)],
      ['strength', strength === undefined, 'Choose what the rule does'],
      ['theme', !isKnown, 'Choose a theme of the list, or all of them'],
    ])
    if (problems || strength === undefined) return { problems: problems ?? {} }
    const id = once(row['id'] ?? '') ?? newId()
    return { value: { ...checkedOf(before.get(id), themeId, sentence), id, themeId, strength, sentence } }
  })
}

/** Who joins a project and by which rules. What a program checks of a rule stays under its new sentence. */
export const readJoining = (body: Typed, written: WrittenProject): Parsed<Partial<WrittenProject>> => {
  const [people, rules] = [parseForm(who, body), readRules(body, written)]
  if (people.ok && rules.ok) return { ok: true, value: { ...people.value, criteria: rules.value } }
  const errors = [people, rules].flatMap((read) => (read.ok ? [] : read.errors))
  return { ok: false, errors, typed: body }
}

export const typedJoining = (written: WrittenProject): Typed => ({
  joins: written.joins,
  people_min: String(written.peopleMin),
  people_max: written.peopleMax === null ? '' : String(written.peopleMax),
  flags: [
    ...(written.samePeopleAllYear ? ['same_people'] : []),
    ...(written.headteacherConfirms ? ['headteacher_confirms'] : []),
    ...(written.agreementForYear ? ['agreement_for_year'] : []),
  ],
  ...typedRows(
    written.criteria.map(({ id, sentence, strength, themeId }) => ({ id, sentence, strength, theme: themeId ?? '' })),
  ),
})
