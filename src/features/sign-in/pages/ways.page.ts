import { machineClock } from '../../../platform/clock.ts'
import { found } from '../../../platform/errors.ts'
import { typedText } from '../../../platform/forms.ts'
import { type Page, page, redirect } from '../../../platform/http/routes.ts'
import { hashOf } from '../../../platform/secrets.ts'
import { isId } from '../../../vocabulary/ids.ts'
import { isStaff, personIdOf } from '../../people/index.ts'
import { revokeSession, signOutEverywhere } from '../actions/begin-session.ts'
import { openSessions } from '../queries.ts'
import { passkeysOf, providerAccountsOf } from '../ways-queries.ts'
import { sessionsView } from './sessions.view.ts'
import { isSaid, waysView } from './ways.view.ts'

export const showWays: Page = async ({ context, frame, query }) => {
  const personId = found(personIdOf(context.actor))
  const { providers } = context.config
  const [passkeys, accounts, sessions] = await Promise.all([
    passkeysOf(context.db, personId),
    providerAccountsOf(context.db, personId),
    openSessions(context.db, personId, machineClock.now()),
  ])
  const said = query.get('said') ?? ''
  return page(
    waysView(frame, {
      said: isSaid(said) ? said : null,
      passkeys: passkeys.length,
      sessions: sessions.length,
      hasTokens: isStaff(context.actor),
      accounts: accounts.map((account) => ({
        id: account.id,
        name: providers.find(({ issuer }) => issuer === account.issuer)?.name ?? account.issuer,
        address: account.address,
        lastUsedAt: account.last_used_at,
      })),
      toLink: providers.filter(({ issuer }) => !accounts.some((account) => account.issuer === issuer)),
    }),
  )
}

export const showSessions: Page = async ({ context, frame, sessionToken, query }) => {
  const open = await openSessions(context.db, found(personIdOf(context.actor)), machineClock.now())
  const here = sessionToken ? hashOf(sessionToken) : null
  return page(
    sessionsView(frame, {
      hasEnded: query.get('said') === 'ended',
      sessions: open.map((row) => ({
        id: row.id,
        device: row.device,
        since: row.created_at,
        seen: row.last_seen_at ?? row.created_at,
        until: row.expires_at,
        here: here !== null && row.token_hash.equals(here),
      })),
    }),
  )
}

export const endSession: Page = async ({ context, body }) => {
  const id = typedText(body, 'id')
  if (isId(id)) await revokeSession(context, id)
  return redirect('/account/sessions?said=ended')
}

export const endEverySession: Page = async ({ context }) => {
  await signOutEverywhere(context)
  return { ...redirect('/sign-in'), sessionCookie: null }
}
