import type { Context } from '../../platform/context.ts'
import { type MailingKind, type MailSource, timed } from '../mail-times/index.ts'
import { type Bundle, bundlesOf } from './bundle.ts'
import { sourceOf, sources } from './sources.ts'

const farAhead = 400

/** The mail to come from a hub in so many days, but for what goes before sessions; of one kind, or of all. */
export const bundlesToCome = async (
  context: Context,
  hubId: string,
  { kind, days }: { readonly kind: MailingKind | null; readonly days: number },
): Promise<readonly Bundle[]> => {
  const asked = { hubId, subjectId: null, until: context.today.add({ days }) }
  const mails = []
  for (const source of sources)
    if (kind === null || source.kind === kind) mails.push(...(await source.toCome(context, asked)))
  return bundlesOf(await timed(context.db, mails, context.now))
}

export type BundleSeen = { readonly bundle: Bundle; readonly source: MailSource }

/** One of them, however far ahead; null where no such mail is to come from the hub. */
export const bundleToCome = async (
  context: Context,
  of: { readonly hubId: string; readonly kind: MailingKind; readonly subjectId: string },
): Promise<BundleSeen | null> => {
  const source = sourceOf(of.kind)
  if (!source) return null
  const until = context.today.add({ days: farAhead })
  const mails = await source.toCome(context, { hubId: of.hubId, subjectId: of.subjectId, until })
  const [bundle] = bundlesOf(await timed(context.db, mails, context.now))
  return bundle ? { bundle, source } : null
}
