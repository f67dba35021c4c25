import { found } from '../../../platform/errors.ts'
import { parseForm } from '../../../platform/forms.ts'
import { type Answer, invalid, type Page, type PageRequest, page, redirect } from '../../../platform/http/routes.ts'
import { emptyForm, type FormState } from '../../../ui/fields.ts'
import { hubBySlug } from '../../organisations/index.ts'
import { setRetention } from '../actions/keep-retention.ts'
import { monthsOf, sweepsDone, sweepsToCome, sweepsToComeAt } from '../retention-queries.ts'
import { retentionRules } from '../retention-rule.ts'
import { monthsForm } from './retention.form.ts'
import { hubRetentionView, retentionView } from './retention.view.ts'

const rulesWith = (months: ReadonlyMap<string, number>) =>
  retentionRules.map(({ key, called, from, does, months: usual }) => ({
    key,
    called,
    from,
    does,
    months: months.get(key) ?? usual,
  }))

const drawn = async ({ context, frame }: PageRequest, form: FormState) => {
  const months = await monthsOf(context.db)
  const called = (rule: string): string => retentionRules.find(({ key }) => key === rule)?.called ?? rule
  return retentionView(frame, {
    form,
    rules: rulesWith(months),
    toCome: (await sweepsToCome(context.db)).map((sweep) => ({ ...sweep, called: called(sweep.rule) })),
    done: (await sweepsDone(context.db, 50)).map((sweep) => ({ ...sweep, called: called(sweep.rule) })),
  })
}

/** What will go of what is kept at one hub, for its leads. */
export const showHubRetention: Page = async ({ context, params, frame }) => {
  const hub = found(await hubBySlug(context.db, params['hub'] ?? ''))
  const months = await monthsOf(context.db)
  return page(
    hubRetentionView(frame, { hub, rules: rulesWith(months), toCome: await sweepsToComeAt(context.db, hub.id) }),
  )
}

export const showRetention: Page = async (request) => {
  const notice =
    request.query.get('said') === 'saved' ? 'Saved. What is kept for less time now goes after a week.' : null
  return page(await drawn({ ...request, frame: { ...request.frame, notice } }, emptyForm))
}

export const saveRetention: Page = async (request): Promise<Answer> => {
  const parsed = parseForm(monthsForm, request.body)
  if (!parsed.ok) return invalid(await drawn(request, parsed))
  await setRetention(request.context, parsed.value)
  return redirect('/network/retention?said=saved')
}
