import { formatInstant } from '../../vocabulary/local-time.ts'
import { formatMoney, type Pence } from '../../vocabulary/money.ts'
import { noticeInWords } from '../../vocabulary/notice.ts'
import { type Proposal, penceOf } from './cancellation.ts'

type Free = Exclude<Proposal, { kind: 'late' }>

const freeWords: Readonly<Record<Exclude<Free['because'], 'in-time'>, string>> = {
  'no-policy': 'Cancelling is free. Please do it as early as you can, so that somebody else can be told.',
  'not-charged': 'Cancelling is free. Please do it as early as you can, so that somebody else can be told.',
  'charged-once': 'This policy charges once for a place, and that has been done: cancelling costs nothing more.',
  capped: 'The most that this policy charges has been reached: cancelling costs nothing more.',
  moved: 'The hub has moved this session and you have not agreed to its new date, so cancelling is free.',
  substitute: 'A colleague comes instead, so there is no charge.',
}

const inTime = ({ freeUntil, thenPence }: Free): string =>
  `Cancelling is free until ${freeUntil ? formatInstant(freeUntil) : 'the session begins'}.${thenPence ? ` From then on a charge of ${formatMoney(thenPence)} is proposed.` : ''} If you cancel now, there is no charge.`

/** What cancelling now would mean, in a sentence for whoever is about to do it. */
export const proposalInWords = (proposal: Proposal, hub: string): string => {
  if (proposal.kind === 'free') return proposal.because === 'in-time' ? inTime(proposal) : freeWords[proposal.because]
  const late = `Cancelling was free until ${formatInstant(proposal.freeUntil)}, ${noticeInWords(proposal.notice)} before the session. If you cancel now, a charge of ${formatMoney(proposal.amountPence)} is proposed to ${hub}, where a person decides whether to ask for it.`
  return proposal.claimed === null ? late : `${late} Your reason goes with it: ${proposal.claimed}.`
}

/** The same in few words, for a line of a table. */
export const consequenceInShort = (proposal: Proposal): string => {
  if (proposal.kind === 'late')
    return `${formatMoney(proposal.amountPence)} proposed: it was free until ${formatInstant(proposal.freeUntil)}${proposal.claimed === null ? '' : `; ${proposal.claimed} is looked at`}`
  if (proposal.because !== 'in-time' || proposal.freeUntil === null) return 'Free'
  return `Free until ${formatInstant(proposal.freeUntil)}${proposal.thenPence ? `; from then ${formatMoney(proposal.thenPence)}` : ''}`
}

/** What somebody was shown that a notice costs. */
export type Shown = { readonly participantId: string; readonly sessionId: string; readonly pence: Pence }

/** Whether any of several notices now costs more than was shown, or was not shown at all: then it is shown again before anything is done. */
export const isDearerThanShown = (
  notices: readonly { readonly participantId: string; readonly sessionId: string; readonly proposal: Proposal }[],
  shown: readonly Shown[],
): boolean => {
  const pence = new Map(shown.map((one) => [`${one.participantId} ${one.sessionId}`, one.pence]))
  return notices.some(
    ({ participantId, sessionId, proposal }) => penceOf(proposal) > (pence.get(`${participantId} ${sessionId}`) ?? -1),
  )
}
