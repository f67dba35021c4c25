import { Conflict, found, Refused } from '../../../platform/errors.ts'
import { parseForm, typedText } from '../../../platform/forms.ts'
import { invalid, overtaken, type Page, type PageRequest, page, redirect } from '../../../platform/http/routes.ts'
import { emptyForm, type FormState } from '../../../ui/fields.ts'
import { academicYearOf } from '../../../vocabulary/academic-year.ts'
import { hubBySlug } from '../../organisations/index.ts'
import { writeGrantRule } from '../actions/write-grant-rule.ts'
import { mayWriteGrantRules } from '../policy.ts'
import { grantRules, grantsInNumbers } from '../queries.ts'
import { grantRuleForm } from './grants.form.ts'
import { numbersView } from './numbers.view.ts'
import { type RulesPage, rulesView } from './rules.view.ts'

const around = async (request: PageRequest) => {
  const { context, params } = request
  const slug = params['hub']
  const hub = slug === undefined ? null : found(await hubBySlug(context.db, slug))
  const year = academicYearOf(context.today)
  const rules = await grantRules(context.db, hub?.id ?? null, year)
  const mayWrite = mayWriteGrantRules(context.actor, hub?.id ?? null)
  return { hub, year, rules, mayWrite, address: hub ? `/hub/${hub.slug}/grants/rules` : '/network/grants/rules' }
}

// The form begins with the newest version of the rule that is named, or is for a new one.
const drawn = async (request: PageRequest, form: FormState): Promise<RulesPage> => {
  const there = await around(request)
  const of = request.query.get('of') ?? typedText(request.body, 'of')
  const newest = there.rules.find(({ name, hubId }) => name === of && hubId === (there.hub?.id ?? null)) ?? null
  return { ...there, newest, form }
}

/** The rules that count at a hub, or in the network, with the form for the next version of one. */
export const showRules: Page = async (request) => {
  const notice =
    request.query.get('said') === 'written'
      ? 'The rule is written. It counts from the next time that what is due is worked out.'
      : null
  return page(rulesView({ ...request.frame, notice: notice ?? request.frame.notice }, await drawn(request, emptyForm)))
}

export const saveRule: Page = async (request) => {
  const { body, context, frame } = request
  const there = await drawn(request, emptyForm)
  const parsed = parseForm(grantRuleForm, there.newest ? { ...body, name: there.newest.name } : body)
  if (!parsed.ok) return invalid(rulesView(frame, { ...there, form: parsed }))
  try {
    await writeGrantRule(context, { hubId: there.hub?.id ?? null, year: there.year, ...parsed.value })
  } catch (problem) {
    if (!(problem instanceof Refused || problem instanceof Conflict)) throw problem
    return overtaken(
      rulesView(frame, { ...there, form: { typed: body, errors: [{ field: 'name', message: problem.message }] } }),
    )
  }
  return redirect(`${there.address}?said=written`)
}

/** What hubs granted in the year, in numbers. */
export const showNumbers: Page = async ({ context, frame }) => {
  const year = academicYearOf(context.today)
  return page(numbersView(frame, { year, numbers: await grantsInNumbers(context.db, year) }))
}
