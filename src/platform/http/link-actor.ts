import { type Actor, actingOf } from '../../vocabulary/actor.ts'
import type { Context } from '../context.ts'
import { NotFound } from '../errors.ts'
import { type LinkPurpose, type ReadLink, readLink } from '../links.ts'
import { LinkExpired } from './problems.ts'

/** Who the holder of a link is: somebody who may do that one thing to that one record. */
export const linkActor = async (context: Context, purpose: LinkPurpose, token: string): Promise<Actor> => {
  const acting = actingOf(context.actor)
  const link = readLink(context.config, purpose, token.replace(/\.ics$/, ''), { episode: acting?.id ?? null })
  if (!link) throw new NotFound('Not a link made here')
  if (link.expired) throw new LinkExpired()
  if (await isClosed(context, purpose, link)) throw new LinkExpired()
  return { kind: 'link', purpose, subjectId: await standsFor(context, link.subjectId), ...(acting ? { acting } : {}) }
}

// Every link of a record may be ended at once, whenever it was made, as when the person it is about is erased; or those
// of one purpose that were made until somebody stopped them.
const isClosed = async (context: Context, purpose: LinkPurpose, link: ReadLink): Promise<boolean> =>
  (await context.db
    .selectFrom('ended_links')
    .select('subject_id')
    .where('subject_id', '=', link.subjectId)
    .where('purpose', 'in', ['', purpose])
    .unionAll(
      context.db
        .selectFrom('stopped_links')
        .select('subject_id')
        .where('subject_id', '=', link.subjectId)
        .where('purpose', '=', purpose)
        .where('stopped_at', '>', link.madeAt),
    )
    .executeTakeFirst()) !== undefined

// A link to a record that has been merged into another since leads to that one.
const standsFor = async (context: Context, subjectId: string): Promise<string> =>
  (
    await context.db
      .selectFrom('merged_records')
      .select('into_id')
      .where('record_id', '=', subjectId)
      .executeTakeFirst()
  )?.into_id ?? subjectId
