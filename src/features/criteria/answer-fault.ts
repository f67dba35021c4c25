import type { Question } from '../projects/index.ts'
import type { Leaf, LeafOf } from './leaf.ts'
import { leavesOf, type Rule } from './rule.ts'
import { orList } from './words.ts'

type Test = 'list' | 'number' | 'day' | 'any'

const testOf = ({ in: list, atLeast, atMost, notBefore, notAfter }: LeafOf<'answer'>): Test => {
  if (list) return 'list'
  if (atLeast !== undefined || atMost !== undefined) return 'number'
  return notBefore === undefined && notAfter === undefined ? 'any' : 'day'
}

const fitting: Readonly<Record<Question['kind'], readonly Test[]>> = {
  text: ['list', 'any'],
  choice: ['list', 'any'],
  choices: ['list', 'any'],
  number: ['number', 'any'],
  date: ['day', 'any'],
  file: ['any'],
}

const answeredBy: Readonly<Record<Question['kind'], string>> = {
  text: 'is answered in words: say which answers, or leave all empty',
  choice: 'is answered by choosing: say which of its answers, or leave all empty',
  choices: 'is answered by choosing: say which of its answers, or leave all empty',
  number: 'is answered by a number: say at least and at most, or leave all empty',
  date: 'is answered by a day: say not before and not after, or leave all empty',
  file: 'is answered by a file: leave all empty, and any file will do',
}

const isTurnedRound = ({ atLeast, atMost, notBefore, notAfter }: LeafOf<'answer'>): boolean =>
  (atLeast !== undefined && atMost !== undefined && atLeast > atMost) ||
  (notBefore !== undefined && notAfter !== undefined && notBefore > notAfter)

/** Why a rule cannot ask for such an answer to a question; null when it can. */
export const answerFault = (leaf: LeafOf<'answer'>, questions: readonly Question[]): string | null => {
  const question = questions.find(({ key }) => key === leaf.key)
  if (!question) return `There is no question “${leaf.key}”`
  const { kind, label, choices } = question
  if (!fitting[kind].includes(testOf(leaf))) return `“${label}” ${answeredBy[kind]}`
  if (isTurnedRound(leaf)) return `No answer to “${label}” can be as low and as high as that: turn the two round`
  const strange = kind.startsWith('choice') && leaf.in?.find((each) => !choices.some(({ key }) => key === each))
  return strange
    ? `“${strange}” is none of the answers to “${label}”: ${orList(choices.map((each) => each.label))}`
    : null
}

const isAnswer = (leaf: Leaf): leaf is LeafOf<'answer'> => leaf.fact === 'answer'

/** What rules ask of a project's own questions that these cannot answer, with the sentence of the rule. */
export const answerFaultsIn = (
  rules: readonly { readonly sentence: string; readonly rule: Rule }[],
  questions: readonly Question[],
): readonly string[] =>
  rules.flatMap(({ sentence, rule }) =>
    leavesOf(rule)
      .filter(isAnswer)
      .flatMap((leaf) => {
        const fault = answerFault(leaf, questions)
        return fault === null
          ? []
          : [`${fault}, and the rule “${sentence}” asks for it. Change or remove the rule first.`]
      }),
  )
