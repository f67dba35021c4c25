import type { Marking } from '../../vocabulary/marks.ts'

/** How a mark is written on paper, and typed in afterwards. */
export const paperLegend =
  'P present · L 20 late by 20 minutes · E 30 left 30 minutes early · O online · S Name sent a substitute · A apologies · X absent'

const withMinutes = (mark: 'late' | 'left_early', rest: string): Marking | null => {
  if (rest === '') return { mark, minutes: null }
  const minutes = Number(/^(\d{1,3})\s*(m|min|mins|minutes)?$/i.exec(rest)?.[1] ?? 0)
  return minutes >= 1 && minutes <= 600 ? { mark, minutes } : null
}

const plain = { p: 'present', o: 'online', a: 'apologies', x: 'absent' } as const

/** A mark as it is typed in from paper; null where it is none. */
export const paperMark = (typed: string): Marking | null => {
  const [, letter = '', rest = ''] =
    /^([a-z])(?:[\s,.:-]+(.*)|(\d.*))?$/i.exec(typed.trim().replace(/^([le])(\d)/i, '$1 $2')) ?? []
  const sign = letter.toLowerCase()
  if (sign === 'l') return withMinutes('late', rest.trim())
  if (sign === 'e') return withMinutes('left_early', rest.trim())
  if (sign === 's') return { mark: 'substitute', minutes: null, substitute: rest.trim().slice(0, 100) || null }
  return sign in plain && rest.trim() === '' ? { mark: plain[sign as keyof typeof plain], minutes: null } : null
}

/** The same, the other way round: what stands in a row already. */
export const asOnPaper = ({ mark, minutes, substitute }: Marking): string => {
  const letters = {
    present: 'P',
    late: 'L',
    left_early: 'E',
    online: 'O',
    substitute: 'S',
    apologies: 'A',
    absent: 'X',
  }
  return [letters[mark], minutes, substitute].filter((part) => part !== null && part !== undefined).join(' ')
}
