import { type Context, transaction } from '../../../platform/context.ts'
import { Forbidden, Refused } from '../../../platform/errors.ts'
import { record } from '../../../platform/history.ts'
import { personIdOf } from '../../people/index.ts'
import { type Indicator, snapshotOf } from '../indicator.ts'
import { mayPublishFigure } from '../policy.ts'
import { figuresOf, organisationsOf } from '../queries.ts'
import { insertFigure } from '../store.ts'

/** Publishes a figure of a year as at a moment: a snapshot without personal data that stays for ever (domain rule 11). */
export const publishFigure = (
  context: Context,
  input: { indicator: Indicator; year: number; asAt: Temporal.Instant },
): Promise<string> =>
  transaction(context, async (tx, context) => {
    if (!mayPublishFigure(context.actor)) throw new Forbidden('Only the national team publishes figures')
    if (Temporal.Instant.compare(input.asAt, context.now) > 0)
      throw new Refused('A figure cannot be as at a day to come.')
    const filter = { year: input.year, asAt: input.asAt, hubId: null, projectId: null }
    const [lines, organisations] = [await figuresOf(tx, filter), await organisationsOf(tx, filter)]
    const figures = snapshotOf(input.indicator, lines, organisations.national[input.indicator])
    const id = await insertFigure(tx, { ...input, now: context.now, by: personIdOf(context.actor), figures })
    await record(tx, context, {
      name: 'figure.published',
      subject: { type: 'figure', id },
      particulars: { indicator: input.indicator, year: input.year, asAt: input.asAt.toString(), total: figures.total },
    })
    return id
  })
