import { type Context, transaction } from '../../../platform/context.ts'
import type { Transaction } from '../../../platform/database/index.ts'
import { Forbidden, found, Refused } from '../../../platform/errors.ts'
import { record } from '../../../platform/history.ts'
import { type AcademicYear, nextYear, yearLabel } from '../../../vocabulary/academic-year.ts'
import { newId } from '../../../vocabulary/ids.ts'
import { carryTerms } from '../../completion/index.ts'
import { draftProject, writtenProject } from '../../project-writing/index.ts'
import { networkOfYears } from '../../projects/index.ts'
import { changeLayout, openYear, publicLayout } from '../../years/index.ts'
import { layoutContinued } from '../layout-over.ts'
import { carryNames } from '../names-store.ts'
import { mayRollYears } from '../policy.ts'
import { rollingOf, yearsToRoll } from '../queries.ts'
import { draftToReview } from '../review-queries.ts'
import { type ProjectToRoll, withFate } from '../rolling.ts'
import { insertPoints, insertRolled, lockYear } from '../store.ts'
import { writtenOver } from '../written-over.ts'

type Made = { readonly from: string; readonly id: string }

const draftOf = async (tx: Transaction, context: Context, project: ProjectToRoll, to: AcademicYear): Promise<Made> => {
  const { stands } = found(await writtenProject(tx, project.id, null))
  const id = await draftProject(context, writtenOver(stands, { id: project.id, to, freshId: newId }))
  await carryTerms(context, { from: project.id, to: id })
  await insertRolled(tx, { id, from: project.id, now: context.now })
  await carryNames(tx, { from: { project_id: project.id }, to: { project_id: id }, now: context.now })
  const points = (await draftToReview(tx, id))?.points ?? []
  await insertPoints(tx, id, points, context.now)
  await record(tx, context, {
    name: 'project.rolled-over',
    subject: { type: 'project', id },
    also: [{ type: 'project', id: project.id }],
    particulars: { year: to, from: project.id, points: points.length },
  })
  return { from: project.id, id }
}

/**
 * Makes drafts of the next year of every national project that is or was public in a year and that nothing of the next year
 * continues yet. Run again, or by two at once, it makes only what is missing. Gives how many drafts were made.
 */
export const rollYear = (context: Context, from: AcademicYear): Promise<number> =>
  transaction(context, async (tx, context) => {
    if (!mayRollYears(context.actor)) throw new Forbidden('Only the national team rolls a year over')
    const to = nextYear(from)
    if (!(await yearsToRoll(tx)).includes(from))
      throw new Refused(`No national project of ${yearLabel(from)} is or was public: there is nothing to roll over.`)
    await openYear(context, to)
    found(await lockYear(tx, to))
    const rolling = await rollingOf(tx, from)
    const made: Made[] = []
    for (const project of withFate(rolling, 'drafted')) made.push(await draftOf(tx, context, project, to))
    if (made.length === 0) return 0
    const old = await publicLayout(tx, from)
    const drafts = new Map(made.map((each) => [each.from, each.id] as const))
    await changeLayout(context, {
      year: to,
      part: 'sections',
      change: (before) => layoutContinued(before, old, drafts, newId),
    })
    await record(tx, context, {
      name: 'year.rolled-over',
      subject: { type: 'network', id: found(await networkOfYears(tx)).id },
      particulars: { from, to, projects: made.length },
    })
    return made.length
  })
