import { Forbidden, found } from '../../../platform/errors.ts'
import { parseForm } from '../../../platform/forms.ts'
import { invalid, type Page, type PageRequest, page, redirect } from '../../../platform/http/routes.ts'
import { emptyForm, type FormState } from '../../../ui/fields.ts'
import { groupInSight } from '../../groups/index.ts'
import { stateTimesOfLead } from '../actions/state-times.ts'
import { timesOf } from '../around-queries.ts'
import { mayStateTimesOfLead } from '../policy.ts'
import { lastStatedOf } from '../times-queries.ts'
import { timesForm } from './times.form.ts'
import { saidInWords, timesView } from './times.view.ts'

const leadOf = async ({ context, params }: PageRequest) => {
  const group = found(await groupInSight(context, params['id'] ?? ''))
  if (!mayStateTimesOfLead(context.actor, group))
    throw new Forbidden('Only staff of the lead hub state when a lead can')
  return { group, lead: found(group.leads.find(({ personId }) => personId === params['lead']) ?? null) }
}

const draw = async (request: PageRequest, form: FormState) => {
  const { group, lead } = await leadOf(request)
  const { db } = request.context
  const [[times], stated] = await Promise.all([
    timesOf(db, { personIds: [lead.personId], venueIds: [] }),
    lastStatedOf(db, lead.personId),
  ])
  const notice = request.query.get('said') === 'saved' ? `Saved. ${lead.name} sees that you stated it.` : null
  return timesView(
    { ...request.frame, notice },
    {
      title: `When ${lead.name} can lead sessions`,
      caption: group.name,
      lead: `For when ${lead.name} has told you. It stands in the place of what was stated before, for all groups that ${lead.name} leads, and ${lead.name} can change it.`,
      said: saidInWords(stated, null),
      action: request.path,
      backLink: `/groups/${group.id}/schedule`,
      can: times?.can ?? [],
      away: times?.away ?? [],
      form,
    },
  )
}

export const showTimesOfLead: Page = async (request) => page(await draw(request, emptyForm))

export const saveTimesOfLead: Page = async (request) => {
  const { group, lead } = await leadOf(request)
  const form = parseForm(timesForm, request.body)
  if (!form.ok) return invalid(await draw(request, form))
  await stateTimesOfLead(request.context, { groupId: group.id, personId: lead.personId, times: form.value })
  return redirect(`${request.path}?said=saved`)
}
