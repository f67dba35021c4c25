import { type Context, transaction } from '../../../platform/context.ts'
import type { Transaction } from '../../../platform/database/index.ts'
import { Forbidden, found } from '../../../platform/errors.ts'
import { record } from '../../../platform/history.ts'
import { lockPerson } from '../address-store.ts'
import { mayChangeDetails } from '../policy.ts'
import { setName, setReferenceNumber, setTelephone } from '../store.ts'

const ownLocked = async (tx: Transaction, context: Context, personId: string) => {
  if (!mayChangeDetails(context.actor, personId)) throw new Forbidden('People change their own details')
  return found(await lockPerson(tx, personId))
}

/** Somebody is called otherwise from today; what they were called before is kept. */
export const changeName = (context: Context, input: { personId: string; name: string }): Promise<void> =>
  transaction(context, async (tx, context) => {
    const person = await ownLocked(tx, context, input.personId)
    const name = input.name.trim().replaceAll(/\s+/g, ' ')
    if (name === person.name) return
    await setName(tx, { personId: person.id, name, former: person.name, today: context.today })
    await record(tx, context, {
      name: 'person.renamed',
      subject: { type: 'person', id: person.id },
      personal: { from: person.name, to: name },
    })
  })

/** Gives, changes or removes the telephone number of the person who asks. */
export const changeTelephone = (
  context: Context,
  input: { personId: string; telephone: string | null },
): Promise<void> =>
  transaction(context, async (tx, context) => {
    const person = await ownLocked(tx, context, input.personId)
    if (person.telephone === input.telephone) return
    await setTelephone(tx, person.id, input.telephone)
    await record(tx, context, {
      name: 'telephone.changed',
      subject: { type: 'person', id: person.id },
      personal: { from: person.telephone, to: input.telephone },
    })
  })

/** Gives, changes or removes the teacher reference number of the person who asks. */
export const changeReferenceNumber = (
  context: Context,
  input: { personId: string; number: string | null },
): Promise<void> =>
  transaction(context, async (tx, context) => {
    const person = await ownLocked(tx, context, input.personId)
    if (person.teacher_reference_number === input.number) return
    await setReferenceNumber(tx, person.id, input.number)
    await record(tx, context, {
      name: 'reference-number.changed',
      subject: { type: 'person', id: person.id },
      particulars: { given: input.number !== null },
    })
  })
