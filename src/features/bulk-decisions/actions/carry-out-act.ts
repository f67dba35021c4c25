import { type Context, transaction } from '../../../platform/context.ts'
import { Forbidden, found, Refused } from '../../../platform/errors.ts'
import { record } from '../../../platform/history.ts'
import { mayDecideOnInterest } from '../../interest/index.ts'
import { personIdOf } from '../../people/index.ts'
import { minutesToUndo } from '../bulk-act.ts'
import { actAtHub, rowsOfAct } from '../queries.ts'
import { changeAct, changeRow, forgetLetters, lockAct } from '../store.ts'
import { doToAll } from './do-to-all.ts'

/**
 * Carries out what was looked at, in one go: what has changed since is left out and said; pressed twice it is done once. `seen` is
 * when that was tried which stood on the page: if something else was chosen since, in another tab or by a colleague, nothing is done.
 */
export const carryOutAct = (context: Context, input: { hubId: string; actId: string; seen?: string }): Promise<void> =>
  transaction(context, async (tx, context) => {
    await lockAct(tx, input.actId)
    const act = found(await actAtHub(tx, input.hubId, input.actId))
    if (!mayDecideOnInterest(context.actor, act.hubId)) throw new Forbidden('Only staff of the hub decide')
    if (act.status === 'carried_out' || act.status === 'undone') return
    if (act.deed === null) throw new Refused('Choose first what is to be done with these requests.')
    if (input.seen && input.seen !== act.previewedAt?.toString())
      throw new Refused('Something else has been chosen for these requests since. Load the page again, and look at it.')
    const undoableUntil = context.now.add({ minutes: minutesToUndo })
    const planned = (await rowsOfAct(tx, act.id)).filter(({ outcome }) => outcome === 'planned')
    const doing = { actId: act.id, deed: act.deed, until: undoableUntil, onlyAsSeen: true }
    const changes = await doToAll(tx, context, doing, planned)
    for (const change of changes) await changeRow(tx, act.id, change)
    await forgetLetters(tx, act.id)
    const by = personIdOf(context.actor)
    await changeAct(tx, act.id, { status: 'carried_out', carriedOut: { by, at: context.now, undoableUntil } })
    const done = changes.filter(({ outcome }) => outcome === 'done')
    await record(tx, context, {
      name: 'bulk-act.carried-out',
      subject: { type: 'bulk-act', id: act.id },
      also: [{ type: 'hub', id: act.hubId }],
      particulars: { kind: act.deed.kind, done: done.length, leftOut: changes.length - done.length },
    })
  })
