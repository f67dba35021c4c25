import { machineClock } from '../../../platform/clock.ts'
import { type Context, transaction } from '../../../platform/context.ts'
import { record } from '../../../platform/history.ts'
import { post } from '../../../platform/mail/index.ts'
import { newCode, newToken } from '../../../platform/secrets.ts'
import { newId } from '../../../vocabulary/ids.ts'
import { personWithAddress } from '../../people/index.ts'
import { signInLetter, unknownAddressLetter } from '../emails/sign-in.email.ts'
import { insertSignInRequest } from '../store.ts'

const minutesALinkLasts = 30
const mostRequestsInTheHour = 6

/** Mails a link and a code; an unknown address gets a useful mail, and whoever asks sees the same in both cases. */
export const requestSignIn = (context: Context, input: { email: string; to: string }): Promise<void> =>
  transaction(context, async (tx, context) => {
    const machineNow = machineClock.now()
    const person = await personWithAddress(tx, input.email)
    if (!person) {
      // One such mail an hour and address, so that nobody can be flooded from here.
      const hour = machineNow.toString().slice(0, 13)
      return post(
        tx,
        context,
        { address: input.email },
        unknownAddressLetter(context.config.baseUrl),
        `sign-in-unknown:${input.email}:${hour}`,
      )
    }
    const recent = await tx
      .selectFrom('sign_in_requests')
      .select((select) => select.fn.countAll<number>().as('count'))
      .where('person_id', '=', person.id)
      .where('requested_at', '>', machineNow.subtract({ hours: 1 }))
      .executeTakeFirstOrThrow()
    if (recent.count >= mostRequestsInTheHour) return
    const [id, token, code] = [newId(), newToken(), newCode()]
    await insertSignInRequest(tx, {
      id,
      personId: person.id,
      token,
      code,
      now: machineNow,
      until: machineNow.add({ minutes: minutesALinkLasts }),
    })
    await record(tx, context, { name: 'sign-in.requested', subject: { type: 'person', id: person.id } })
    const url = `${context.config.baseUrl}/sign-in/link/${token}?to=${encodeURIComponent(input.to)}`
    await post(
      tx,
      context,
      { address: input.email, personId: person.id },
      signInLetter({ name: person.name, url, code, minutes: minutesALinkLasts }),
      `sign-in:${id}`,
    )
  })

/** A one-time link for the operator to hand on; recorded in the history. Null when nobody is reached at the address. */
export const makeSignInLink = (context: Context, email: string): Promise<string | null> =>
  transaction(context, async (tx, context) => {
    const person = await personWithAddress(tx, email)
    if (!person) return null
    const machineNow = machineClock.now()
    const [id, token, code] = [newId(), newToken(), newCode()]
    await insertSignInRequest(tx, {
      id,
      personId: person.id,
      token,
      code,
      now: machineNow,
      until: machineNow.add({ minutes: minutesALinkLasts }),
    })
    await record(tx, context, { name: 'sign-in.link-made', subject: { type: 'person', id: person.id } })
    return `${context.config.baseUrl}/sign-in/link/${token}`
  })
