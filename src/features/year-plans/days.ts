import { fraction, inTenths } from '../../vocabulary/fraction.ts'
import { daysInWords, minutesInWords } from '../../vocabulary/length-of-day.ts'
import type { Minutes } from './beside.ts'

type Asked = {
  readonly least: number | null
  readonly most: number | null
  readonly minutesInADay: number
  readonly countsBeside: boolean
}

/** The days of a group in sentences: done so far, still planned, and what its project asks for. */
export const daysInWordsOf = (sessions: Minutes, beside: Minutes, asked: Asked) => {
  const days = (minutes: number): string => daysInWords(Number(inTenths(fraction(minutes, asked.minutesInADay))))
  const together = (one: number, other: number): string => {
    const both = `${days(one)} in sessions and ${days(other)} beside them`
    return asked.countsBeside ? `${both}, ${days(one + other)} in all` : both
  }
  const { least, most } = asked
  const wanted =
    least === null ? null : most !== null && most !== least ? `${least} to ${daysInWords(most)}` : daysInWords(least)
  return {
    done: together(sessions.done, beside.done),
    planned: together(sessions.planned, beside.planned),
    asked: wanted === null ? 'The project does not say' : `${wanted} of ${minutesInWords(asked.minutesInADay)}`,
    rule: asked.countsBeside
      ? 'Time beside sessions counts towards the days. What several do on one day for one thing counts once, as long as it took the longest of them.'
      : 'Time beside sessions is additional to the days that the project asks for.',
  }
}
