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
  if (revoked || (await isEnded(context, purpose, link.subjectId))) throw new LinkExpired()
  return { kind: 'link', purpose, subjectId: link.subjectId }
}

// Every link of a record may be ended at once, whenever it was made: as when the person it is about is erased.
const isEnded = async (context: Context, purpose: LinkPurpose, subjectId: string): Promise<boolean> =>
  (await context.db
    .selectFrom('ended_links')
    .select('subject_id')
    .where('subject_id', '=', subjectId)
    .where('ended_links.purpose', 'in', ['', purpose])
    .executeTakeFirst()) !== undefined
