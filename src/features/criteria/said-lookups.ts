import { formatDate } from '../../vocabulary/local-time.ts'
import { postLabels } from '../../vocabulary/posts.ts'
import type { AnswerGiven, KnownFacts, PersonStated } from './known-facts.ts'
import type { AnswerTest, LeafOf, Since } from './leaf.ts'
import { answerIf, fromSaid, type Lookups, notTold, tellerOf } from './looking-up.ts'
import type { Answer } from './rule.ts'
import { choiceIn, commitmentWords, inWords } from './words.ts'

const sender = 'what the sender says'

const someOrAll = (answers: readonly Answer[], every: boolean): Answer => {
  if (answers.length === 0) return 'no'
  const [deciding, other] = every ? (['no', 'yes'] as const) : (['yes', 'no'] as const)
  if (answers.includes(deciding)) return deciding
  return answers.includes('not_yet_known') ? 'not_yet_known' : other
}

const heldSince = (since: Temporal.PlainDate | null, asked: Since, today: Temporal.PlainDate): Answer => {
  if (since === null) return 'not_yet_known'
  const latest = 'on' in asked ? Temporal.PlainDate.from(asked.on) : today.subtract({ months: asked.months })
  return answerIf(Temporal.PlainDate.compare(since, latest) <= 0)
}

/** Since when the post is held: as the person's own post says, or as it was told for those who would come. */
const sinceOf = ({ since }: PersonStated, { said }: KnownFacts): Temporal.PlainDate | null => {
  if (since) return since
  const told = said?.['person.since']?.value
  return typeof told === 'string' ? Temporal.PlainDate.from(told) : null
}

const yearsOf = ({ teachingYears }: PersonStated, { said }: KnownFacts): number | null => {
  if (typeof teachingYears === 'number') return teachingYears
  const told = said?.['person.experience']?.value
  return typeof told === 'number' ? told : null
}

const holds = (person: PersonStated, leaf: LeafOf<'person.post'>, known: KnownFacts): Answer => {
  if (!leaf.in.includes(person.post) || person.held === false) return 'no'
  const long = leaf.since ? heldSince(sinceOf(person, known), leaf.since, known.today) : 'yes'
  if (long === 'no') return 'no'
  return person.held === null ? 'not_yet_known' : long
}

const postShown = (person: PersonStated, leaf: LeafOf<'person.post'>, known: KnownFacts): string => {
  const { post, held } = person
  const since = leaf.since && held ? sinceOf(person, known) : null
  const when = held === null ? ' (now or later: not said)' : held ? '' : ' (from a later date)'
  return `${postLabels[post]}${when}${since ? ` since ${formatDate(since)}` : ''}`
}

const isDay = (given: unknown): given is string => typeof given === 'string' && /^\d{4}-\d\d-\d\d$/.test(given)

const within = (
  value: number | string,
  least: number | string | undefined,
  most: number | string | undefined,
): boolean => (least === undefined || value >= least) && (most === undefined || value <= most)

/** Whether an answer is what it has to be; any answer is, where nothing more is asked. */
const passes = (given: AnswerGiven, { in: list, atLeast, atMost, notBefore, notAfter }: AnswerTest): boolean => {
  const values = typeof given === 'object' ? given : [given]
  if (list) return values.some((value) => list.includes(String(value)))
  if (atLeast !== undefined || atMost !== undefined) return typeof given === 'number' && within(given, atLeast, atMost)
  if (notBefore !== undefined || notAfter !== undefined) return isDay(given) && within(given, notBefore, notAfter)
  return values.some((value) => String(value).trim() !== '')
}

const given = (answer: AnswerGiven, wordsOf: (answer: string) => string): string => {
  if (isDay(answer)) return formatDate(Temporal.PlainDate.from(answer))
  return typeof answer === 'object' ? answer.map(wordsOf).join(', ') : wordsOf(String(answer))
}

/** What the asker says: who would come, what they agree to, what they answer. */
export const saidLookups: Lookups<'person.post' | 'person.experience' | 'commitment' | 'answer'> = {
  'person.post': (leaf, known) => {
    const { people, today } = known
    const told = leaf.since && people?.some(({ since }) => !since) ? known.said?.['person.since'] : undefined
    const label = 'Posts of those who would take part'
    if (people === null) return notTold(label, sender)
    const value = people.map((person) => postShown(person, leaf, known)).join(', ') || 'Nobody named'
    const answers = people.map((person) => holds(person, leaf, known))
    const answer = someOrAll(answers, leaf.every === true)
    const source = told ? tellerOf(told) : sender
    return { answer, fact: { label, value, source, asOf: told?.on ?? today.toString() } }
  },
  'person.experience': (leaf, known) => {
    const label = 'Years of teaching of those who would take part'
    const { people, said, today } = known
    const told = said?.['person.experience']
    if (people === null && told && typeof told.value === 'number')
      return fromSaid(told, label, String(told.value), answerIf(told.value >= leaf.years))
    if (people === null) return notTold(label, sender)
    const years = people.map((person) => yearsOf(person, known))
    const answers = years.map((each): Answer => (each === null ? 'not_yet_known' : answerIf(each >= leaf.years)))
    const value = years.map((each) => (each === null ? 'not said' : String(each))).join(', ') || 'Nobody named'
    const answer = someOrAll(answers, leaf.every === true)
    const source = told ? tellerOf(told) : sender
    return { answer, fact: { label, value, source, asOf: (told?.on ?? today).toString() } }
  },
  commitment: (leaf, { commitments, said, today }) => {
    const label = commitmentWords(leaf.key)
    const told = said?.[`commitment.${leaf.key}`]
    const words = { yes: 'Agreed', no: 'Not agreed' } as const
    if (told && commitments?.includes(leaf.key) !== true) {
      const answer = told.value === true ? 'yes' : 'no'
      return fromSaid(told, label, words[answer], answer)
    }
    if (commitments === null) return notTold(label, sender)
    const answer = commitments.includes(leaf.key) ? 'yes' : 'no'
    return { answer, fact: { label, value: words[answer], source: sender, asOf: today.toString() } }
  },
  answer: (leaf, { answers, said, names, today }) => {
    const label = names.questions.get(leaf.key) ?? inWords(leaf.key)
    const answer = answers?.[leaf.key]
    if (answer === undefined) return notTold(label, sender)
    const told = said?.[`answer.${leaf.key}`]
    const value = given(answer, choiceIn(names, leaf.key))
    // Whoever asked may have answered otherwise since the hub was told.
    if (told && JSON.stringify(told.value) === JSON.stringify(answer))
      return fromSaid(told, label, value, answerIf(passes(answer, leaf)))
    return {
      answer: answerIf(passes(answer, leaf)),
      fact: { label, value, source: sender, asOf: today.toString() },
    }
  },
}
