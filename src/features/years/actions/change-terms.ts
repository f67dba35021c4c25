import { type Context, transaction } from '../../../platform/context.ts'
import { Conflict, Forbidden, found } from '../../../platform/errors.ts'
import { record } from '../../../platform/history.ts'
import type { AcademicYear } from '../../../vocabulary/academic-year.ts'
import type { DeliveryModel } from '../../../vocabulary/delivery-models.ts'
import { type ModelWords, networkOfYears, termsOfYear, type YearTerms } from '../../projects/index.ts'
import { mayLayOutYears } from '../policy.ts'
import { markOfTerms } from '../terms.ts'
import { dropWords, lockTerms, saveWords } from '../terms-store.ts'

// The same form sent twice is one change.
const isSo = (before: YearTerms, words: ModelWords | null): boolean =>
  words ? markOfTerms(words) === markOfTerms(before.words) : !before.own

/**
 * Says what a year calls a model, its groups, leads and sessions; null goes back to the network's usual words. `mark` is that of
 * the words the form was opened with. Screens, mails and print of the year follow at once; nothing that was sent changes.
 */
export const changeTerms = (
  context: Context,
  input: { year: AcademicYear; model: DeliveryModel; words: ModelWords | null; mark: string },
): Promise<void> =>
  transaction(context, async (tx, context) => {
    if (!mayLayOutYears(context.actor)) throw new Forbidden('Only the national team says what a year calls things')
    const { year, model, words } = input
    await lockTerms(tx, year)
    const before = found((await termsOfYear(tx, year)).find((each) => each.model === model) ?? null)
    if (isSo(before, words)) return
    if (markOfTerms(before.words) !== input.mark.replaceAll('\r\n', '\n'))
      throw new Conflict('A colleague has changed these words since you opened the page.')
    if (words) await saveWords(tx, year, model, words)
    else await dropWords(tx, year, model)
    await record(tx, context, {
      name: 'year.terms-changed',
      subject: { type: 'network', id: found(await networkOfYears(tx)).id },
      particulars: { year, model, before: before.words, after: words },
    })
  })
