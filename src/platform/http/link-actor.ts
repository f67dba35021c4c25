import { type Actor, actingOf } from '../../vocabulary/actor.ts'
import type { Frame } from '../../vocabulary/frame.ts'
import { isHubsLinkPurpose, type LinkPurpose } from '../../vocabulary/link-purpose.ts'
import type { Context } from '../context.ts'
import { NotFound } from '../errors.ts'
import { type ReadLink, readLink } from '../links.ts'
import { LinkExpired } from './problems.ts'

/** Who the holder of a link is: somebody who may do that one thing to that one record. */
export const linkActor = async (context: Context, purpose: LinkPurpose, token: string): Promise<Actor> => {
  const acting = actingOf(context.actor)
  const link = readLink(context.config, purpose, token.replace(/\.ics$/, ''), { episode: acting?.id ?? null })
  if (!link) throw new NotFound('Not a link made here')
  if (await isClosed(context, purpose, link)) throw new LinkExpired('stopped')
  if (link.expired)
    throw new LinkExpired('expired', isHubsLinkPurpose(purpose) ? `/new-link/${purpose}/${token}` : null)
  return { kind: 'link', purpose, subjectId: await standsFor(context, link.subjectId), ...(acting ? { acting } : {}) }
}

// Every link of a record may be ended at once, whenever it was made, as when the person it is about is erased; or those
// of one purpose that were made until somebody stopped them.
const isClosed = async ({ db }: Context, purpose: LinkPurpose, link: ReadLink): Promise<boolean> =>
  (await db
    .selectFrom('ended_links')
    .select('subject_id')
    .where('subject_id', '=', link.subjectId)
    .where('purpose', 'in', ['', purpose])
    .unionAll(
      db
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

/** The record of a link whose time is over and that was not stopped: a new one may be sent to whom it was meant for. */
export const linkOver = async (context: Context, purpose: LinkPurpose, token: string): Promise<string> => {
  const link = readLink(context.config, purpose, token)
  if (!link?.expired) throw new NotFound('Not a link whose time is over')
  if (await isClosed(context, purpose, link)) throw new LinkExpired('stopped')
  return standsFor(context, link.subjectId)
}

/** What stands round a page opened by a link: whoever got it by mistake can say so. Who is signed in came here as themselves. */
export const frameByLink = (frame: Frame, purpose: LinkPurpose | undefined, token: string | undefined): Frame =>
  purpose && isHubsLinkPurpose(purpose) && frame.signedInAs === null
    ? { ...frame, mistakenAt: `/${purpose}/${token}/mistaken` }
    : frame
