import { type Context, transaction } from '../../platform/context.ts'
import { eachDue, type Sweeps } from '../../platform/jobs.ts'
import { interestById, namesOfInterest, type Owing, owingAnywhere } from '../interest/index.ts'
import { goingNowOf, type MailSource } from '../mail-times/index.ts'
import { noteNamesOverdue, remindOfNames } from './actions/ask-for-names.ts'
import { namesOverdueLetter, namesReminder } from './emails/naming.email.ts'
import { mailAbout, namesMailToCome } from './mail-queries.ts'

const works = { 'names-reminder': remindOfNames, 'names-overdue': noteNamesOverdue } as const
type Kind = keyof typeof works

const ask = async (context: Context, owing: readonly Owing[]): Promise<void> => {
  for (const kind of ['names-reminder', 'names-overdue'] as const) {
    const waiting = mailAbout(kind, owing, { today: context.today, until: context.today })
    const going = await goingNowOf(context.db, waiting, context.now)
    await eachDue(
      context,
      going.map(({ id }) => id),
      (interestId) => works[kind](context, { interestId }),
    )
  }
}

/** Asks for names wherever they are due, however many owe them: so many at a time. */
export const askForNames = async (context: Context, most = 1000): Promise<void> => {
  let after: string | null = null
  for (;;) {
    const owing: readonly Owing[] = await owingAnywhere(context.db, { after, most })
    await ask(context, owing)
    if (owing.length < most) return
    after = owing.at(-1)?.interestId ?? null
  }
}

const sourceOf = (kind: Kind, says: Pick<MailSource, 'goes' | 'canGoEarly'>): MailSource => ({
  ...says,
  kind,
  toCome: (context, asked) => namesMailToCome(kind, context, asked),
  letterTo: async ({ db, config }, { id }) => {
    const [interest, naming] = [await interestById(db, id), await namesOfInterest(db, id)]
    if (!interest || !naming) throw new Error('A mail about names is about a request that is there')
    const draw = kind === 'names-reminder' ? namesReminder : namesOverdueLetter
    return draw(interest, naming, `${config.baseUrl}/status/… (their own link)`)
  },
  send: (context, mails) =>
    transaction(context, async (_, context) => {
      for (const { id } of mails) await works[kind](context, { interestId: id })
      return mails.length
    }),
})

/** Mail about people who are to be named, as the hub sees it before it goes. */
export const namesMail: readonly MailSource[] = [
  sourceOf('names-reminder', {
    goes: 'Whoever asked is reminded once of people who are not named, a week before the last day.',
    canGoEarly: true,
  }),
  sourceOf('names-overdue', {
    goes: 'When the last day is over and people are missing, whoever asked and your staff are told.',
    canGoEarly: false,
  }),
]

/** What falls due by the clock: names whose last day is near, and those that did not come. */
export const sweeps: Sweeps = { 'ask-for-names': (context) => askForNames(context) }
