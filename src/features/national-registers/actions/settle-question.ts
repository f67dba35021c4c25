import { type Context, transaction } from '../../../platform/context.ts'
import type { Transaction } from '../../../platform/database/index.ts'
import { Conflict, Forbidden, found, Refused } from '../../../platform/errors.ts'
import { record } from '../../../platform/history.ts'
import { schoolByUrn } from '../../organisations/index.ts'
import { mayKeepRegisters } from '../policy.ts'
import { questionById } from '../queries.ts'
import { addAuthority, lockQuestion, writeSettlement } from '../questions-store.ts'
import { type Answer, answersTo, type RegisterQuestion } from '../register-question.ts'
import { writeDecidedSuccessor } from '../succession-store.ts'
import { tellSuccession } from './follow-successors.ts'

export type Settlement = { readonly id: string; readonly answer: Answer; readonly urn: number | null }

const takeOver = async (
  tx: Transaction,
  context: Context,
  { organisation, told }: RegisterQuestion,
  urn: number | null,
): Promise<string> => {
  const successor = urn === null ? null : await schoolByUrn(tx, urn)
  if (!successor || !organisation) throw new Refused(`No school with the URN ${urn ?? ''} is known here.`)
  if (successor.id === organisation.id) throw new Refused('A school does not follow itself.')
  if (successor.status === 'closed')
    throw new Refused(`${successor.name} has closed itself: name a school that is open.`)
  const named = told.successors
  if (named && !named.some(({ id }) => id === successor.id))
    throw new Refused(
      `Choose one of the schools that follow: ${named.map((each) => `${each.name} (${each.urn})`).join(', ')}.`,
    )
  const succession = { predecessorId: organisation.id, successorId: successor.id }
  await writeDecidedSuccessor(tx, succession, context.now)
  await tellSuccession(tx, context, succession)
  return successor.id
}

/** Does what was answered; gives the school that takes over, if one does. */
const carryOut = async (
  tx: Transaction,
  context: Context,
  question: RegisterQuestion,
  { answer, urn }: Settlement,
): Promise<string | null> => {
  const { code, name, region = null } = question.told
  if (answer === 'add' && code) await addAuthority(tx, { code, name: name ?? `Authority ${code}`, region })
  return answer === 'successor' ? takeOver(tx, context, question, urn) : null
}

/** Settles what a register left open. A school that takes over is told to later rooms, which move what lived at the closed one. */
export const settleQuestion = (context: Context, settlement: Settlement): Promise<void> =>
  transaction(context, async (tx, context) => {
    const { id, answer } = settlement
    const { isOpen } = found(await lockQuestion(tx, id))
    const question = found(await questionById(tx, id))
    const { actor, now } = context
    if (!mayKeepRegisters(actor)) throw new Forbidden('Only the national team settles what a register leaves open')
    if (!isOpen) throw new Conflict('Somebody else has settled this in the meantime.')
    if (!answersTo[question.kind].includes(answer)) throw new Refused('This question cannot be answered so.')
    const successor = await carryOut(tx, context, question, settlement)
    const by = actor.kind === 'person' ? actor.personId : null
    await writeSettlement(tx, { id, settlement: { answer, successor }, by, now })
    await record(tx, context, {
      name: 'register-question.settled',
      subject: { type: 'register-question', id },
      also: question.organisation ? [{ type: 'organisation', id: question.organisation.id }] : [],
      particulars: { kind: question.kind, answer, successor },
    })
  })
