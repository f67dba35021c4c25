import type { Context } from '../../../platform/context.ts'
import { type Answer, type Cookie, redirect } from '../../../platform/http/routes.ts'
import { callerOf, countTry } from '../../../platform/tries.ts'
import type { SignedIn } from '../actions/begin-session.ts'
import { signInsFrom } from '../limits.ts'

/** What this browser asked for with which address, between the page that asks and the page that takes the code. */
export const askedCookie = 'tessellate_signing_in'

/** A way to a provider that was begun in this browser. */
export const visitCookie = 'tessellate_visit'

export const keptCookie = (name: string, value: string, minutes: number): Cookie => ({
  name,
  value,
  seconds: minutes * 60,
  path: '/',
})

export const letGo = (name: string): Cookie => ({ name, value: null, seconds: 0, path: '/' })

/** Every try to sign in counts for where it comes from, before anything of it is looked at. */
export const countCaller = (context: Context, from: string): Promise<void> =>
  countTry(context, signInsFrom(context.config.mostWrites), callerOf(from))

/** On to where somebody wanted to go, now signed in. */
export const begin = ({ token, seconds }: SignedIn, to: string): Answer => ({
  ...redirect(to),
  sessionCookie: { token, seconds },
  cookies: [letGo(askedCookie), letGo(visitCookie)],
})
