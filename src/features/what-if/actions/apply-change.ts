import { type Context, transaction } from '../../../platform/context.ts'
import type { Transaction } from '../../../platform/database/index.ts'
import { Forbidden, found, Refused } from '../../../platform/errors.ts'
import { historyOf, record } from '../../../platform/history.ts'
import { changeGroup } from '../../groups/index.ts'
import {
  type Asked,
  inputsOf,
  mayRunPlacement,
  pinsOf,
  type Run,
  requestPlacement,
  requireProposed,
  runAtHub,
  takeOffPin,
} from '../../placement/index.ts'
import { isMadeHere, usuallyOpened } from '../change.ts'
import { changesOfRun, detailsOfGroup, hubOfRun, type KeptChange } from '../queries.ts'
import { lockRunRow } from '../store.ts'

const giveRoom = async (tx: Transaction, context: Context, change: KeptChange, runId: string): Promise<void> => {
  const groupId = found(change.groupId)
  const details = found(await detailsOfGroup(tx, groupId))
  if (change.kind === 'minimum')
    return changeGroup(context, { id: groupId, ...details, organisationsMinimum: change.amount })
  const inputs = found(await inputsOf(tx, runId))
  const people = inputs.applicants.find(({ id }) => id === change.interestId)?.people ?? 1
  await changeGroup(context, {
    id: groupId,
    ...details,
    organisationsRoom: details.organisationsRoom + change.amount,
    peopleRoom: details.peopleRoom + change.amount * people,
    // It is for whom the placement is to put there.
    isSpokenFor: true,
  })
}

/** A proposal that may be changed, and a change found to place somebody in it. */
const changeOf = async (tx: Transaction, context: Context, input: { runId: string; changeId: string }) => {
  const hubId = found(await hubOfRun(tx, input.runId))
  if (!mayRunPlacement(context.actor, hubId)) throw new Forbidden('Only staff of the hub change a placement')
  await lockRunRow(tx, input.runId)
  const run = found(await runAtHub(tx, input.runId, hubId))
  const change = found((await changesOfRun(tx, input.runId)).find(({ id }) => id === input.changeId) ?? null)
  requireProposed(run.status)
  if (!isMadeHere(change) || !change.isPlaced) throw new Refused('This change is not made here.')
  return { run, change }
}

const allowAgain = async (tx: Transaction, context: Context, run: Run, change: KeptChange): Promise<void> => {
  for (const pin of await pinsOf(tx, run.id))
    if (pin.kind === 'never' && pin.interestId === change.interestId && pin.groupId === change.groupId)
      await takeOffPin(context, { runId: run.id, pinId: pin.id })
}

// What it agreed to before, of the other measure, stays agreed.
const goingFarther = (asked: Asked, { interestId, amount, kind }: KeptChange): Asked => {
  const before = asked.allowances?.find((each) => each.interestId === interestId)
  const others = (asked.allowances ?? []).filter((each) => each.interestId !== interestId)
  const agreed = { ...before, interestId, ...(kind === 'miles' ? { miles: amount } : { minutes: amount }) }
  return { ...asked, allowances: [...others, agreed] }
}

/** One more group may open, where another meets. */
const openingOneMore = async (tx: Transaction, asked: Asked, groupId: string | null): Promise<Asked> => {
  const { venueId } = found(await detailsOfGroup(tx, found(groupId)))
  const { most, venueIds, ...size } = asked.opening ?? { ...usuallyOpened, most: 0, venueIds: [] }
  return {
    ...asked,
    opening: { ...size, most: most + 1, venueIds: [...new Set([...venueIds, ...(venueId ? [venueId] : [])])] },
  }
}

const agreedIn = async (tx: Transaction, { asked }: Run, change: KeptChange): Promise<Asked> => {
  if (change.kind === 'miles' || change.kind === 'minutes') return goingFarther(asked, change)
  return change.kind === 'opening' ? openingOneMore(tx, asked, change.groupId) : asked
}

// The proposal stays open to be decided on, so its buttons stay too: pressed again, a group is not given more room again.
const isApplied = async (tx: Transaction, runId: string, changeId: string): Promise<boolean> =>
  (await historyOf(tx, { type: 'placement', id: runId })).some(
    ({ name, particulars }) => name === 'placement.change-applied' && particulars['changeId'] === changeId,
  )

/** Makes a change that was found to place somebody, once, and has the placement worked out again with it, moving as few as can be. */
export const applyChange = (context: Context, input: { runId: string; changeId: string }): Promise<string> =>
  transaction(context, async (tx, context) => {
    const { run, change } = await changeOf(tx, context, input)
    const { kind, groupId, amount, interestId } = change
    if (!(await isApplied(tx, run.id, change.id))) {
      if (kind === 'places' || kind === 'minimum') await giveRoom(tx, context, change, run.id)
      if (kind === 'ruled_out') await allowAgain(tx, context, run, change)
      await record(tx, context, {
        name: 'placement.change-applied',
        subject: { type: 'placement', id: run.id },
        also: [{ type: 'interest', id: interestId }],
        particulars: { changeId: change.id, kind, groupId, amount, interestId },
      })
    }
    const asked = await agreedIn(tx, run, change)
    return requestPlacement(context, { offerIds: run.offerIds, asked, basedOn: run.id })
  })
