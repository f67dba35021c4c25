import { machineClock } from '../../../platform/clock.ts'
import { found } from '../../../platform/errors.ts'
import { typedText } from '../../../platform/forms.ts'
import { type Page, page, redirect } from '../../../platform/http/routes.ts'
import { hashOf } from '../../../platform/secrets.ts'
import { isId } from '../../../vocabulary/ids.ts'
import { personIdOf } from '../../people/index.ts'
import { revokeSession } from '../actions/sign-in.ts'
import { openSessions } from '../queries.ts'
import { sessionsView } from './sessions.view.ts'

export const showSessions: Page = async ({ context, frame, sessionToken }) => {
  const open = await openSessions(context.db, found(personIdOf(context.actor)), machineClock.now())
  const here = sessionToken ? hashOf(sessionToken) : null
  return page(
    sessionsView(
      frame,
      open.map((row) => ({
        id: row.id,
        since: row.created_at,
        until: row.expires_at,
        here: here !== null && row.token_hash.equals(here),
      })),
    ),
  )
}

export const endSession: Page = async ({ context, body }) => {
  const id = typedText(body, 'id')
  if (isId(id)) await revokeSession(context, id)
  return redirect('/account/sessions')
}
