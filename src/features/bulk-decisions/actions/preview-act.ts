import { type Context, transaction } from '../../../platform/context.ts'
import type { Transaction } from '../../../platform/database/index.ts'
import { attempt } from '../../../platform/database/savepoint.ts'
import { Forbidden, found, Refused } from '../../../platform/errors.ts'
import { record } from '../../../platform/history.ts'
import { mayDecideOnInterest } from '../../interest/index.ts'
import { type Deed, type LetterToSend, minutesToUndo } from '../bulk-act.ts'
import { actAtHub, mailOfAct, rowsOfAct } from '../queries.ts'
import { changeAct, changeRow, lockAct, type RowChange } from '../store.ts'
import { doToAll } from './do-to-all.ts'

type Named = { readonly hubId: string; readonly actId: string; readonly deed: Deed }

/** What came of trying it: everything that was tried is taken back with it. */
class Tried extends Error {
  readonly rows: readonly RowChange[]
  constructor(rows: readonly RowChange[]) {
    super('Tried, and taken back')
    this.rows = rows
  }
}

/**
 * Looks at what a deed would do to each chosen request, and keeps it: it is done for once, by the very acts that would do it, and
 * taken back at once, so that what is shown is what would be. Nothing is left of it but what is shown.
 */
export const previewAct = (context: Context, input: Named): Promise<void> =>
  transaction(context, async (tx, context) => {
    await lockAct(tx, input.actId)
    const act = found(await actAtHub(tx, input.hubId, input.actId))
    if (!mayDecideOnInterest(context.actor, act.hubId)) throw new Forbidden('Only staff of the hub decide')
    requireOpen(act.status)
    const rows = await tryIt(tx, context, input)
    await changeAct(tx, input.actId, { status: 'previewed', deed: input.deed, previewedAt: context.now })
    for (const { doneEvent: _, ...row } of rows) await changeRow(tx, input.actId, row)
    await record(tx, context, {
      name: 'bulk-act.previewed',
      subject: { type: 'bulk-act', id: input.actId },
      particulars: { kind: input.deed.kind, planned: rows.filter(({ outcome }) => outcome === 'planned').length },
    })
  })

const requireOpen = (status: string | undefined): void => {
  if (status !== 'chosen' && status !== 'previewed')
    throw new Refused('This has been carried out already: choose the requests again for something else.')
}

const tryIt = async (tx: Transaction, context: Context, { actId, deed }: Named): Promise<readonly RowChange[]> => {
  try {
    return await attempt(tx, async () => {
      const until = context.now.add({ minutes: minutesToUndo })
      const rows = await doToAll(tx, context, { actId, deed, until, onlyAsSeen: false }, await rowsOfAct(tx, actId))
      const letters = await mailOfAct(tx, actId)
      throw new Tried(rows.map((row) => ({ ...row, letters: lettersAbout(letters, row.interestId) })))
    })
  } catch (problem) {
    if (problem instanceof Tried) return problem.rows
    throw problem
  }
}

type Mail = Awaited<ReturnType<typeof mailOfAct>>

const lettersAbout = (mail: Mail, interestId: string): readonly LetterToSend[] =>
  mail
    .filter(({ letters }) => Array.isArray(letters) && letters.some((letter) => isAbout(letter, interestId)))
    .map(({ to, subject, text }) => ({ to, subject, text: withoutLinks(text) }))

const isAbout = (letter: unknown, interestId: string): boolean =>
  typeof letter === 'object' && letter !== null && 'about' in letter && letter.about === interestId

// A link that opens somebody's request is theirs alone.
const withoutLinks = (text: string): string => text.replaceAll(/https?:\/\/\S+/g, '(a link of their own)')
