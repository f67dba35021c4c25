import { found, NotFound } from '../../../platform/errors.ts'
import { typedText } from '../../../platform/forms.ts'
import { type Page, type PageRequest, page, redirect } from '../../../platform/http/routes.ts'
import { formFrom } from '../../../ui/fields.ts'
import { isId } from '../../../vocabulary/ids.ts'
import { wordedAs } from '../../../vocabulary/worded.ts'
import { organisationById } from '../../organisations/index.ts'
import {
  comingMovesFrom,
  handOverRole,
  organisationIdsOf,
  personIdOf,
  sayWhoLeft,
  workplacesOf,
} from '../../people/index.ts'
import { openInvitationsOfOrganisation } from '../queries.ts'
import { colleaguesAt } from '../school-queries.ts'
import { saidOn } from './invitation.page.ts'
import { inviteToSchool, requireId } from './invite.page.ts'
import { inviteColleagueView } from './invite.view.ts'
import { type School, schoolView } from './school.view.ts'

const schoolOf = async ({ context }: PageRequest, { id, name }: { id: string; name: string }): Promise<School> => {
  const ownId = found(personIdOf(context.actor))
  const leads = organisationIdsOf(context.actor).includes(id)
  const [colleagues, coming, invitations] = await Promise.all([
    colleaguesAt(context.db, id, context.today),
    leads ? comingMovesFrom(context.db, id) : Promise.resolve([]),
    leads ? openInvitationsOfOrganisation(context.db, id) : Promise.resolve([]),
  ])
  const ownRoleId = colleagues.find(({ personId }) => personId === ownId)?.leadRoleId ?? null
  return { id, name, colleagues, coming, invitations, ownRoleId: leads ? ownRoleId : null, ownId }
}

export const showSchool: Page = async (request) => {
  const { context, frame, query } = request
  const own = await workplacesOf(context.db, found(personIdOf(context.actor)))
  const schools = await Promise.all(own.map((each) => schoolOf(request, each)))
  return page(schoolView({ ...frame, notice: wordedAs(saidOn, query.get('said')) }, schools))
}

/** An organisation that the reader leads. */
const ledOrganisation = async ({ context }: PageRequest, id: string) => {
  if (!isId(id) || !organisationIdsOf(context.actor).includes(id)) throw new NotFound('Not an organisation they lead')
  return found(await organisationById(context.db, id))
}

export const showInvite: Page = async (request) => {
  const organisation = await ledOrganisation(request, request.query.get('organisation') ?? '')
  const around = { organisation, action: '/account/school/invite', backLink: '/account/school' }
  return page(inviteColleagueView(request.frame, { ...around, form: formFrom({ lead: 'yes' }) }))
}

export const inviteColleague: Page = async (request) => {
  await ledOrganisation(request, typedText(request.body, 'organisation'))
  return inviteToSchool(request, { base: '/account/school', hub: null })
}

export const sayColleagueLeft: Page = async ({ context, body }) => {
  const personId = requireId(typedText(body, 'person'))
  const fromOrganisationId = requireId(typedText(body, 'organisation'))
  await sayWhoLeft(context, { personId, fromOrganisationId, on: context.today })
  return redirect('/account/school?said=left')
}

export const handOver: Page = async ({ context, body }) => {
  const roleId = requireId(typedText(body, 'role'))
  const toPersonId = typedText(body, `person-${typedText(body, 'organisation')}`)
  if (!isId(toPersonId)) return redirect('/account/school')
  await handOverRole(context, { roleId, toPersonId })
  return redirect('/account/school?said=handed-over')
}
