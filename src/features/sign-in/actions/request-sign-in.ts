import { machineClock } from '../../../platform/clock.ts'
import { type Context, transaction } from '../../../platform/context.ts'
import type { Transaction } from '../../../platform/database/index.ts'
import { record } from '../../../platform/history.ts'
import { enqueue } from '../../../platform/jobs.ts'
import { post } from '../../../platform/mail/index.ts'
import { newCode, newToken } from '../../../platform/secrets.ts'
import { forgetTries } from '../../../platform/tries.ts'
import { newId } from '../../../vocabulary/ids.ts'
import { type PersonSeen, personWithAddress } from '../../people/index.ts'
import { signInLetter, unknownAddressLetter } from '../emails/sign-in.email.ts'
import { hasRequest } from '../queries.ts'
import { deleteOver, insertSignInRequest } from '../store.ts'

const minutesALinkLasts = 30

export type Request = { readonly id: string; readonly email: string; readonly to: string }

/**
 * Takes the wish to sign in. Who it is, is looked for only when the mail is written: until then the work for an address
 * that is known and for one that is not is the same, and nobody can tell them apart by the time it takes.
 */
export const askToSignIn = (context: Context, input: { email: string; to: string }): Promise<void> =>
  transaction(context, (tx) => enqueue(tx, 'mail-sign-in', { id: newId(), ...input }))

const newRequest = async (
  tx: Transaction,
  { id, person, email }: { id: string; person: PersonSeen; email: string },
) => {
  const [token, code, now] = [newToken(), newCode(), machineClock.now()]
  await insertSignInRequest(tx, {
    id,
    personId: person.id,
    address: email,
    token,
    code,
    now,
    until: now.add({ minutes: minutesALinkLasts }),
  })
  return { token, code }
}

// One such mail an hour and address, so that nobody can be flooded from here.
const tellUnknown = (tx: Transaction, context: Context, address: string): Promise<void> => {
  const hour = machineClock.now().toString().slice(0, 13)
  return post(
    tx,
    context,
    { address },
    unknownAddressLetter(context.config.baseUrl),
    `sign-in-unknown:${address}:${hour}`,
  )
}

/** Mails a link and a code; an unknown address gets a useful mail. The same request is mailed once. */
export const mailSignIn = (context: Context, { id, email, to }: Request): Promise<void> =>
  transaction(context, async (tx, context) => {
    const person = await personWithAddress(tx, email)
    if (!person) return tellUnknown(tx, context, email)
    if (await hasRequest(tx, id)) return
    const { token, code } = await newRequest(tx, { id, person, email })
    await record(tx, context, { name: 'sign-in.requested', subject: { type: 'person', id: person.id } })
    const url = `${context.config.baseUrl}/sign-in/link/${token}?to=${encodeURIComponent(to)}`
    await post(
      tx,
      context,
      { address: email, personId: person.id },
      signInLetter({ name: person.name, url, code, minutes: minutesALinkLasts }),
      `sign-in:${id}`,
    )
  })

/** A one-time link for the operator to hand on; recorded in the history. Null when nobody is reached at the address. */
export const makeSignInLink = (context: Context, email: string): Promise<string | null> =>
  transaction(context, async (tx, context) => {
    const person = await personWithAddress(tx, email)
    if (!person) return null
    const { token } = await newRequest(tx, { id: newId(), person, email })
    await record(tx, context, { name: 'sign-in.link-made', subject: { type: 'person', id: person.id } })
    return `${context.config.baseUrl}/sign-in/link/${token}`
  })

/** Lets go of requests, challenges and counts that were over a day ago. */
export const forgetWhatIsOver = (context: Context): Promise<void> =>
  transaction(context, async (tx) => {
    const before = machineClock.now().subtract({ hours: 24 })
    await deleteOver(tx, before)
    await forgetTries(tx, before)
  })
