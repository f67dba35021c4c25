import { Forbidden, found, Refused } from '../../../platform/errors.ts'
import { parseForm, typedText } from '../../../platform/forms.ts'
import { invalid, type Page, type PageRequest, page, redirect } from '../../../platform/http/routes.ts'
import { emptyForm, type FormState } from '../../../ui/fields.ts'
import { academicYear } from '../../../vocabulary/academic-year.ts'
import { isId } from '../../../vocabulary/ids.ts'
import { wordedAs } from '../../../vocabulary/worded.ts'
import { type GroupSeen, groupInSight, mayPlanGroup } from '../../groups/index.ts'
import { lengthOf, sessionsOfGroup } from '../../sessions/index.ts'
import { acceptSchedule } from '../actions/accept-schedule.ts'
import { proposeSchedule } from '../actions/propose-schedule.ts'
import { timesOf, wantedOf } from '../around-queries.ts'
import { timeInWords, usualAsk } from '../asked.ts'
import { mayStateTimesOfLead } from '../policy.ts'
import { latestProposal } from '../queries.ts'
import { scheduleForm } from './schedule.form.ts'
import { type Stated, scheduleView } from './schedule.view.ts'

/** The group whose schedule is planned, for its lead hub and its leads. */
export const groupToPlan = async ({ context, params }: PageRequest): Promise<GroupSeen> => {
  const group = found(await groupInSight(context, params['id'] ?? ''))
  if (!mayPlanGroup(context.actor, group))
    throw new Forbidden('Only the lead hub and the leads plan the dates of a group')
  return group
}

const statedBy = async ({ context }: PageRequest, group: GroupSeen): Promise<readonly Stated[]> => {
  const personIds = group.leads.map(({ personId }) => personId)
  const times = await timesOf(context.db, { personIds, venueIds: group.venueId ? [group.venueId] : [] })
  const isStated = (id: string) => times.some(({ whose }) => whose === id)
  const mayState = mayStateTimesOfLead(context.actor, group)
  return [
    ...group.leads.map(({ personId, name }) => ({
      text: isStated(personId) ? `When ${name} can is stated.` : `When ${name} can is not stated: any time counts.`,
      ...(mayState ? { state: { href: `/groups/${group.id}/schedule/leads/${personId}`, of: name } } : {}),
    })),
    ...(group.venueId && group.venueName
      ? [
          {
            text: isStated(group.venueId)
              ? `${group.venueName}: its free times are stated.`
              : `${group.venueName}: no times are stated, so any time counts.`,
          },
        ]
      : [{ text: 'The group has no usual venue, so no times of a venue count.' }]),
  ]
}

const draw = async (request: PageRequest, group: GroupSeen, form: FormState) => {
  const { context, query } = request
  const [proposal, sessions, wanted, stated] = await Promise.all([
    latestProposal(context.db, group.id),
    sessionsOfGroup(context.db, group.id),
    wantedOf(context.db, group.projectId),
    statedBy(request, group),
  ])
  const standing = sessions.filter(({ status }) => status !== 'cancelled')
  const dated = standing.filter(({ onDate, kind }) => onDate !== null && kind !== 'visit')
  const when = { year: academicYear(group.year), today: context.today, dated: dated.length }
  const asked = proposal?.status === 'open' ? proposal.asked : usualAsk(wanted, when)
  const notices: Readonly<Record<string, string>> = {
    planned: 'The dates are planned. They are provisional: nobody is told before you confirm them.',
    shifted: 'Moved. Those who had been told were sent one mail with all of it.',
    confirmed: 'The dates are confirmed.',
  }
  const time = timeInWords(dated.map(lengthOf), wanted)
  return scheduleView(
    { ...request.frame, notice: wordedAs(notices, query.get('said')) },
    { group, asked, proposal, sessions: standing, time, stated, form },
  )
}

export const showSchedule: Page = async (request) => page(await draw(request, await groupToPlan(request), emptyForm))

const refused = async (request: PageRequest, group: GroupSeen, problem: unknown) => {
  if (!(problem instanceof Refused)) throw problem
  return invalid(await draw(request, group, { typed: request.body, errors: [{ field: '', message: problem.message }] }))
}

export const askForSchedule: Page = async (request) => {
  const group = await groupToPlan(request)
  const form = parseForm(scheduleForm, request.body)
  if (!form.ok) return invalid(await draw(request, group, form))
  try {
    await proposeSchedule(request.context, { groupId: group.id, asked: form.value })
  } catch (problem) {
    return refused(request, group, problem)
  }
  return redirect(`/groups/${group.id}/schedule`)
}

export const accept: Page = async (request) => {
  const group = await groupToPlan(request)
  const [proposalId, alternative] = [typedText(request.body, 'proposal'), typedText(request.body, 'alternative')]
  if (!isId(proposalId) || !/^\d$/.test(alternative))
    return refused(request, group, new Refused('Choose one of the proposals.'))
  try {
    await acceptSchedule(request.context, { groupId: group.id, proposalId, alternative: Number(alternative) })
  } catch (problem) {
    return refused(request, group, problem)
  }
  return redirect(`/groups/${group.id}/schedule?said=planned`)
}
