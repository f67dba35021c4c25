import type { Letter } from '../../../platform/mail/index.ts'
import type { Decision } from '../move.ts'

type Decided = {
  readonly person: string
  readonly from: string
  readonly to: string | null
  readonly group: string
  readonly decision: Decision
}

const forPerson = ({ from, to, group, decision }: Decided): string => {
  if (decision === 'moves')
    return `You go on in ${group}, for ${to} from now on. Your dates stay unless you hear otherwise.`
  return decision === 'stays'
    ? `The place in ${group} stays with ${from}, so you no longer take part in it. Its coming dates are taken out of your calendar.`
    : `The place in ${group} has ended. Its coming dates are taken out of your calendar.`
}

const forSchool = ({ person, from, to, group, decision }: Decided): string => {
  if (decision === 'moves') return `${person} goes on in ${group} for ${to}.`
  return decision === 'stays'
    ? `The place in ${group} stays with ${from}. If nobody is named who follows ${person}, you are asked for them in another mail.`
    : `The place in ${group} has ended.`
}

/** To whoever changed school: what becomes of their part in a group. */
export const decidedForPersonLetter = (decided: Decided & { readonly cancelUrl: string | null }): Letter => ({
  subject: `${decided.group}: what your change of school means`,
  greeting: `Hello ${decided.person},`,
  paragraphs: [forPerson(decided), 'What you took part in so far stays on record as yours.'],
  ...(decided.cancelUrl ? { action: { label: 'If you cannot come to a date', url: decided.cancelUrl } } : {}),
  why: `you took part in ${decided.group} for ${decided.from}.`,
})

/** To those who lead the school that was left. */
export const decidedForSchoolLetter = (decided: Decided & { readonly greeting: string }): Letter => ({
  subject: `${decided.group}: the place of ${decided.from}`,
  greeting: `Hello ${decided.greeting},`,
  paragraphs: [forSchool(decided)],
  why: `you lead ${decided.from} in Tessellate, and ${decided.person} took part for it.`,
})
