import type { Context } from '../../../platform/context.ts'
import type { Transaction } from '../../../platform/database/index.ts'
import { Conflict, found, Refused } from '../../../platform/errors.ts'
import { record } from '../../../platform/history.ts'
import { flyerOf, offerInFullById } from '../../offers/index.ts'
import { type SectionToWrite, sectionsToWrite } from '../section-queries.ts'
import {
  awaitsChoice,
  behindInOrder,
  keyOfAdded,
  movedInOrder,
  sectionRefusal,
  type Words,
} from '../section-standing.ts'
import { deleteSection, putSection } from '../section-store.ts'
import { setSectionOrder } from '../store.ts'
import { changedMeanwhile, changing, offerChanged } from './change-offer.ts'

export type SectionInput = {
  readonly offerId: string
  readonly key: string
  /** The mark of the section, national text and own, as whoever writes saw it. */
  readonly seen: string
}

const asSeen = async (tx: Transaction, { offerId, key, seen }: SectionInput): Promise<SectionToWrite> => {
  const section = found((await sectionsToWrite(tx, offerId)).find((each) => each.key === key))
  if (section.mark !== seen) throw new Conflict(changedMeanwhile)
  return section
}

const requirePossible = (words: Words): void => {
  const refusal = sectionRefusal(words)
  if (refusal) throw new Refused(refusal)
}

/** Writes the hub's own text of a section: over the national text as it is today, or anew over what it wrote before. */
export const writeSection = (context: Context, input: SectionInput & { readonly own: Words }): Promise<void> =>
  changing(context, input.offerId, async (tx, context, row) => {
    requirePossible(input.own)
    const { national, key } = await asSeen(tx, input)
    await putSection(tx, { offerId: input.offerId, key, own: input.own, basedOn: national })
    await record(tx, context, offerChanged(row, { section: key }))
  })

/** Lets the national text stand again, or takes away a section that the hub had added or that the national text has no more. */
export const dropSection = (context: Context, input: SectionInput): Promise<void> =>
  changing(context, input.offerId, async (tx, context, row) => {
    const { own, key, isLeftOut } = await asSeen(tx, input)
    if (own === null && !isLeftOut) throw new Refused('This is the national text already.')
    await deleteSection(tx, input.offerId, key)
    await record(tx, context, offerChanged(row, { section: key, national: true }))
  })

/** Leaves a section of the national text out of the offer, where the national team allows it. */
export const leaveSectionOut = (context: Context, input: SectionInput): Promise<void> =>
  changing(context, input.offerId, async (tx, context, row) => {
    const { national, key, mayBeLeftOut } = await asSeen(tx, input)
    if (national === null || !mayBeLeftOut)
      throw new Refused('The national team wants this section on every page: write your own text in its place instead.')
    const own = { heading: national.heading, body: '' }
    await putSection(tx, { offerId: input.offerId, key, own, basedOn: national, isLeftOut: true })
    await record(tx, context, offerChanged(row, { section: key, leftOut: true }))
  })

/** Keeps the hub's text though the national one was corrected: the correction has been looked at. */
export const keepSection = (context: Context, input: SectionInput): Promise<void> =>
  changing(context, input.offerId, async (tx, context, row) => {
    const { national, own, key, standing } = await asSeen(tx, input)
    if (own === null || !awaitsChoice(standing)) throw new Refused('Nothing waits for a choice here.')
    await putSection(tx, { offerId: input.offerId, key, own, basedOn: national })
    await record(tx, context, offerChanged(row, { section: key, kept: true }))
  })

/** Adds a section of the hub's own behind another, or in its usual place. */
export const addSection = (
  context: Context,
  { offerId, own, after }: { offerId: string; own: Words; after: string | null },
): Promise<string> =>
  changing(context, offerId, async (tx, context, row) => {
    requirePossible(own)
    const key = keyOfAdded(own.heading)
    if ((await sectionsToWrite(tx, offerId)).some((section) => section.key === key))
      throw new Refused('The offer has a section under this heading already: change that one.')
    await putSection(tx, { offerId, key, own, basedOn: null })
    if (after !== null)
      await setSectionOrder(tx, offerId, behindInOrder(await orderNow(tx, context, offerId), key, after))
    await record(tx, context, offerChanged(row, { section: key, added: true }))
    return key
  })

/** Moves a section of the offer's page one step up or down. */
export const moveSection = (
  context: Context,
  { offerId, key, to }: { offerId: string; key: string; to: 'up' | 'down' },
): Promise<void> =>
  changing(context, offerId, async (tx, context, row) => {
    const now = await orderNow(tx, context, offerId)
    if (!now.includes(key)) throw new Conflict(changedMeanwhile)
    await setSectionOrder(tx, offerId, movedInOrder(now, key, to))
    await record(tx, context, offerChanged(row, { section: key, moved: to }))
  })

const orderNow = async (tx: Transaction, { today, config }: Context, offerId: string): Promise<readonly string[]> => {
  const offer = found(await offerInFullById(tx, offerId))
  const { sections } = flyerOf(offer, { today, baseUrl: config.baseUrl, network: '' })
  return [...new Set(sections.map(({ key }) => key))]
}
