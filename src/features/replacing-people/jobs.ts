import { type Context, transaction } from '../../platform/context.ts'
import { eachDue, type Sweeps } from '../../platform/jobs.ts'
import { goingNowOf, type MailSource } from '../mail-times/index.ts'
import { askForSuccessor, noteSuccessorOverdue, remindOfSuccessor } from './actions/ask-for-successor.ts'
import { closeAsked } from './actions/settle-successor.ts'
import { leftWithoutSuccessor, noLongerOwed } from './due-queries.ts'
import { overdueLetter, reminderLetter } from './emails/successor.email.ts'
import { type SuccessorMailKind, successorMailDue, successorMailToCome } from './mail-queries.ts'
import { successorAsked } from './queries.ts'

const works = { 'successor-reminder': remindOfSuccessor, 'successor-overdue': noteSuccessorOverdue } as const
const kinds = ['successor-reminder', 'successor-overdue'] as const

/** Asks schools for successors, closes what is asked no more, and reminds of what is near its day or past it, at a fitting moment. */
export const askForSuccessors = async (context: Context): Promise<void> => {
  const closing = await noLongerOwed(context.db)
  const isOver = new Map(closing.map((each) => [each.id, each.isOver]))
  await eachDue(context, [...isOver.keys()], (participantId) =>
    closeAsked(context, { participantId, isOver: isOver.get(participantId) ?? false }),
  )
  await eachDue(context, await leftWithoutSuccessor(context.db, context.today), (id) => askForSuccessor(context, id))
  for (const kind of kinds) {
    const waiting = await successorMailDue(kind, context, { hubId: null, subjectId: null, until: context.today })
    const going = await goingNowOf(context.db, waiting, context.now)
    await eachDue(
      context,
      going.map(({ id }) => id),
      (id) => works[kind](context, id),
    )
  }
}

const sourceOf = (kind: SuccessorMailKind, says: Pick<MailSource, 'goes' | 'canGoEarly'>): MailSource => ({
  ...says,
  kind,
  toCome: (context, asked) => successorMailToCome(kind, context, asked),
  letterTo: async ({ db, config, today }, { id, reader }) => {
    const asked = await successorAsked(db, id, today)
    if (!asked) throw new Error('A mail about a successor is about somebody who has left')
    const draw = kind === 'successor-reminder' ? reminderLetter : overdueLetter
    return draw(asked, { name: reader.name, url: `${config.baseUrl}/successor/… (their own link)` })
  },
  send: (context, mails) =>
    transaction(context, async (_, context) => {
      for (const { id } of mails) await works[kind](context, id)
      return mails.length
    }),
})

/** Mail about who follows, as the hub sees it before it goes. */
export const successorMail: readonly MailSource[] = [
  sourceOf('successor-reminder', {
    goes: 'A school that was asked who follows somebody who has left is reminded once, three days before the day.',
    canGoEarly: true,
  }),
  sourceOf('successor-overdue', {
    goes: 'When the day is over and nobody is named, the school and your staff are told.',
    canGoEarly: false,
  }),
]

export const sweeps: Sweeps = { 'ask-for-successors': askForSuccessors }
