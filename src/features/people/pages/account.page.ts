import { found } from '../../../platform/errors.ts'
import { type Page, page } from '../../../platform/http/routes.ts'
import { type RoleName, roleLabels } from '../../../vocabulary/actor.ts'
import { type PostKind, postLabels } from '../../../vocabulary/posts.ts'
import { personIdOf } from '../policy.ts'
import { ownDetails } from '../queries.ts'
import { accountView } from './account.view.ts'

export const showAccount: Page = async ({ context, frame }) => {
  const own = found(await ownDetails(context.db, found(personIdOf(context.actor))))
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
    }),
  )
}
