import { found, NotFound, Refused } from '../../../platform/errors.ts'
import { typedText } from '../../../platform/forms.ts'
import { historyOf } from '../../../platform/history.ts'
import { invalid, type Page, type PageRequest, page, redirect } from '../../../platform/http/routes.ts'
import { emptyForm, type FormState } from '../../../ui/fields.ts'
import { isId } from '../../../vocabulary/ids.ts'
import { hubsOfOrganisation } from '../../people/index.ts'
import { addEmailDomain, removeEmailDomain } from '../actions/keep-email-domains.ts'
import { domainsOf } from '../domain-queries.ts'
import { parseDomain } from '../email-domain.ts'
import { invitationEvents } from '../events.ts'
import { colleaguesAt } from '../school-queries.ts'
import { domainsView } from './domains.view.ts'
import { hubOf } from './hub-people.page.ts'

const schoolOf = async (request: PageRequest) => {
  const { db } = request.context
  const hub = await hubOf(request)
  const id = request.params['organisation'] ?? ''
  if (!isId(id) || !(await hubsOfOrganisation(db, id)).includes(hub.id)) throw new NotFound('Not of this hub')
  return { hub, school: found(await domainsOf(db, id)) }
}

const draw = async (request: PageRequest, form: FormState) => {
  const { context, frame } = request
  const { hub, school } = await schoolOf(request)
  const [colleagues, events] = await Promise.all([
    colleaguesAt(context.db, school.id, context.today),
    historyOf(context.db, { type: 'organisation', id: school.id }),
  ])
  const leads = colleagues.filter(({ leadRoleId }) => leadRoleId !== null).map(({ name }) => name)
  const past = events.flatMap(({ name, occurredAt, actorName, particulars }) =>
    name === 'organisation.domain-added' || name === 'organisation.domain-removed'
      ? [{ title: `${invitationEvents[name]}: ${String(particulars['domain'])}`, at: occurredAt, by: actorName }]
      : [],
  )
  return domainsView(frame, { hub, school, leads, past, form })
}

export const showDomains: Page = async (request) => page(await draw(request, emptyForm))

export const saveDomain: Page = async (request) => {
  const { context, body, path } = request
  const { hub, school } = await schoolOf(request)
  const domain = parseDomain(typedText(body, 'domain'))
  const again = async (message: string) =>
    invalid(await draw(request, { typed: body, errors: [{ field: 'domain', message }] }))
  if (domain === null) return again('Enter what comes after the @, such as tamselpark.sch.uk')
  const change = typedText(body, 'act') === 'remove' ? removeEmailDomain : addEmailDomain
  try {
    await change(context, { organisationId: school.id, hubId: hub.id, domain })
  } catch (problem) {
    if (!(problem instanceof Refused)) throw problem
    return again(problem.message)
  }
  return redirect(path)
}
