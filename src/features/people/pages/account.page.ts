import { machineClock } from '../../../platform/clock.ts'
import { found } from '../../../platform/errors.ts'
import { typedText } from '../../../platform/forms.ts'
import { type Page, page, redirect } from '../../../platform/http/routes.ts'
import { hashOf } from '../../../platform/secrets.ts'
import { type RoleName, roleLabels } from '../../../vocabulary/actor.ts'
import { isId } from '../../../vocabulary/ids.ts'
import { type PostKind, postLabels } from '../../../vocabulary/posts.ts'
import { revokeSession } from '../actions/sign-in.ts'
import { personIdOf } from '../policy.ts'
import { ownDetails } from '../queries.ts'
import { accountView } from './account.view.ts'

export const showAccount: Page = async ({ context, frame, sessionToken }) => {
  const own = found(await ownDetails(context.db, found(personIdOf(context.actor)), machineClock.now()))
  const here = sessionToken ? hashOf(sessionToken) : null
  return page(
    accountView(frame, {
      name: own.name,
      addresses: own.addresses.map((row) => ({ address: row.address, confirmed: row.confirmed_at !== null })),
      posts: own.posts.map((row) => ({
        post: postLabels[row.post as PostKind] ?? row.post,
        organisation: row.organisation,
        from: row.from_on,
        to: row.to_on,
      })),
      parts: own.roles.map((row) => ({
        part: roleLabels[row.role as RoleName],
        at: row.at,
        from: row.from_on,
        to: row.to_on,
      })),
      sessions: own.sessions.map((row) => ({
        id: row.id,
        since: row.created_at,
        until: row.expires_at,
        here: here !== null && row.token_hash.equals(here),
      })),
    }),
  )
}

export const endSession: Page = async ({ context, body }) => {
  const id = typedText(body, 'id')
  if (isId(id)) await revokeSession(context, id)
  return redirect('/account')
}
