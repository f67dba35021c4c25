import type { Actor } from '../../vocabulary/actor.ts'
import type { Context } from '../context.ts'
import { NotFound } from '../errors.ts'
import { type LinkPurpose, readLink } from '../links.ts'
import { LinkExpired } from './problems.ts'

/** Who the holder of a link is: somebody who may do that one thing to that one record. */
export const linkActor = async (context: Context, purpose: LinkPurpose, token: string): Promise<Actor> => {
  const link = readLink(context.config, purpose, token.replace(/\.ics$/, ''))
  if (!link) throw new NotFound('Not a link made here')
  if (link.expired) throw new LinkExpired()
  const revoked = await context.db
    .selectFrom('revoked_links')
    .select('signature')
    .where('signature', '=', link.signature)
    .executeTakeFirst()
  if (revoked) throw new LinkExpired()
  return { kind: 'link', purpose, subjectId: link.subjectId }
}
