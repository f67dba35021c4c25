import { type Context, transaction } from '../../../platform/context.ts'
import type { Transaction } from '../../../platform/database/index.ts'
import { Conflict, Forbidden, found, Refused } from '../../../platform/errors.ts'
import { record } from '../../../platform/history.ts'
import { markOf } from '../../../platform/versions.ts'
import type { AcademicYear } from '../../../vocabulary/academic-year.ts'
import { networkOfYears } from '../../projects/index.ts'
import { projectsOfOtherYears, publicLayout, workingLayout } from '../layout-queries.ts'
import { insertVersion, lockYear, makePublic, showDrafts } from '../layout-store.ts'
import { mayLayOutYears } from '../policy.ts'

const requireDraft = async (tx: Transaction, context: Context, year: AcademicYear) => {
  if (!mayLayOutYears(context.actor)) throw new Forbidden('Only the national team lays out a year')
  found(await lockYear(tx, year))
  const working = await workingLayout(tx, year)
  if (!working.isDraft) throw new Refused('There is no draft of this year: what is written of it is public.')
  return working
}

const requireSeen = (seen: unknown, mark: string): void => {
  if (markOf(seen) !== mark)
    throw new Conflict('A colleague has changed the draft since you opened the page. See below what it says now.')
}

const subjectOf = async (tx: Transaction) => ({ type: 'network', id: found(await networkOfYears(tx)).id })

/** Publishes what was laid out of a year, all at once. `mark` is that of the draft that was seen; a correction says what it corrects. */
export const publishYear = (
  context: Context,
  { year, mark, note }: { year: AcademicYear; mark: string; note: string | null },
): Promise<void> =>
  transaction(context, async (tx, context) => {
    const { layout, version, isPublic } = await requireDraft(tx, context, year)
    requireSeen(layout, mark)
    if (markOf(layout) === markOf(await publicLayout(tx, year)))
      throw new Refused('The draft says what is public already: there is nothing to publish.')
    if (isPublic && note === null) throw new Refused('Say what the correction changes')
    const others = await projectsOfOtherYears(tx, year, layout)
    if (others.length > 0) throw new Refused(`These are no projects of this year: ${others.join(', ')}. Take them out.`)
    await makePublic(tx, year, layout)
    const act = isPublic ? 'corrected' : 'published'
    await insertVersion(tx, { year, number: version + 1, act, content: layout, note, at: context.now })
    await record(tx, context, {
      name: `year.${act}`,
      subject: await subjectOf(tx),
      particulars: { year, version: version + 1, ...(note ? { note } : {}) },
    })
  })

/** Lets the draft of a year go: what is public stays as it is, and the draft stays among the versions. */
export const discardDraft = (context: Context, { year, mark }: { year: AcademicYear; mark: string }): Promise<void> =>
  transaction(context, async (tx, context) => {
    const { layout, version } = await requireDraft(tx, context, year)
    requireSeen(layout, mark)
    const content = await publicLayout(tx, year)
    await insertVersion(tx, { year, number: version + 1, act: 'discarded', content, note: null, at: context.now })
    await record(tx, context, {
      name: 'year.discarded',
      subject: await subjectOf(tx),
      particulars: { year, version: version + 1 },
    })
  })

class OnlyShown extends Error {}

/** Draws something as it will be once the draft is published, with its projects that are drafts: all of it is undone again. */
export const asPublished = async <T>(
  context: Context,
  year: AcademicYear,
  draw: (context: Context) => Promise<T>,
  { withDrafts = false } = {},
): Promise<T> => {
  let drawn: { readonly what: T } | null = null
  try {
    await transaction(context, async (tx, context) => {
      if (!mayLayOutYears(context.actor)) throw new Forbidden('Only the national team lays out a year')
      found(await lockYear(tx, year))
      await makePublic(tx, year, (await workingLayout(tx, year)).layout)
      if (withDrafts) await showDrafts(tx, year, context.now)
      drawn = { what: await draw(context) }
      throw new OnlyShown()
    })
  } catch (problem) {
    if (!(problem instanceof OnlyShown)) throw problem
  }
  return found(drawn as { readonly what: T } | null).what
}
