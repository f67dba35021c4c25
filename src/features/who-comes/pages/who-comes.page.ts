import { Forbidden, found, NotFound, Refused } from '../../../platform/errors.ts'
import { type Answer, invalid, type Page, type PageRequest, page, redirect } from '../../../platform/http/routes.ts'
import { emptyForm, type FormState } from '../../../ui/fields.ts'
import { wordedAs } from '../../../vocabulary/worded.ts'
import { groupInSight, mayPlanGroup } from '../../groups/index.ts'
import { askedOf, askWhoComes } from '../actions/ask-who-comes.ts'
import { nameSubstitute } from '../actions/name-substitute.ts'
import { stateWhoComes } from '../actions/state-who-comes.ts'
import { statesAs } from '../policy.ts'
import { clashesOf, comingIn, groupOfMembers, groupOfParticipant, membersOf, sessionsToCome } from '../queries.ts'
import { saidIn, substituteIn } from './who-comes.form.ts'
import { type WhoComesPage, whoComesView } from './who-comes.view.ts'

type Door = {
  readonly groupOf: (request: PageRequest) => Promise<string | null>
  readonly path: (request: PageRequest) => string
  readonly back: (request: PageRequest) => string
  readonly isForWork: boolean
}

const forGroup: Door = {
  groupOf: async ({ context, params }) => (await groupInSight(context, params['id'] ?? ''))?.id ?? null,
  path: ({ params }) => `/groups/${params['id']}/who-comes`,
  back: ({ params }) => `/groups/${params['id']}`,
  isForWork: true,
}
const own: Door = {
  groupOf: async ({ params }) => params['group'] ?? '',
  path: ({ params }) => `/my/groups/${params['group']}/who-comes`,
  back: ({ params }) => `/my/groups/${params['group']}`,
  isForWork: false,
}
const byLink: Door = {
  groupOf: async ({ context }) =>
    context.actor.kind === 'link' ? groupOfParticipant(context.db, context.actor.subjectId) : null,
  path: ({ params }) => `/taking-part/${params['token']}/who-comes`,
  back: ({ params }) => `/taking-part/${params['token']}`,
  isForWork: false,
}

const notices = {
  saved: 'Saved. Whoever comes has the date in their calendar with the next mail.',
  named: 'The substitute is expected at this session.',
  asked: 'The schools have been asked.',
} as const

const draw = async (door: Door, request: PageRequest): Promise<Omit<WhoComesPage, 'form' | 'substituteForm'>> => {
  const { context } = request
  const groupId = found(await door.groupOf(request))
  const group = found(await groupOfMembers(context.db, groupId))
  const [members, sessions, coming] = await Promise.all([
    membersOf(context.db, groupId, context.today),
    sessionsToCome(context.db, groupId, context.now),
    comingIn(context.db, groupId),
  ])
  const theirs = members.filter((member) => {
    const as = statesAs(context.actor, group, member, members)
    return as !== null && (as === 'hub' || as === 'lead') === door.isForWork
  })
  if (theirs.length === 0 && !door.isForWork) throw new NotFound('Nobody of this group whom they speak for')
  const plans = door.isForWork && mayPlanGroup(context.actor, group)
  return {
    group,
    sessions,
    members: theirs,
    coming,
    clashes: await clashesOf(
      context.db,
      groupId,
      theirs.map(({ participantId }) => participantId),
    ),
    path: door.path(request),
    back: door.back(request),
    isForWork: door.isForWork,
    asked: plans ? askedOf(members).map(({ name, organisation }) => `${name}, ${organisation}`) : null,
  }
}

const view = async (
  door: Door,
  request: PageRequest,
  forms: { readonly form?: FormState; readonly substituteForm?: FormState } = {},
) => {
  const notice = wordedAs(notices, request.query.get('said'))
  return whoComesView(
    { ...request.frame, notice: notice ?? request.frame.notice },
    { ...(await draw(door, request)), form: emptyForm, substituteForm: emptyForm, ...forms },
  )
}

const show =
  (door: Door): Page =>
  async (request) =>
    page(await view(door, request))

const orAgain = async (
  work: () => Promise<unknown>,
  then: string,
  again: (message: string) => Promise<Answer>,
): Promise<Answer> => {
  try {
    await work()
    return redirect(then)
  } catch (problem) {
    if (!(problem instanceof Refused)) throw problem
    return again(problem.message)
  }
}

const save =
  (door: Door): Page =>
  async (request) => {
    const { group, sessions, path } = await draw(door, request)
    const said = saidIn(
      request.body,
      sessions.map(({ id }) => id),
    )
    const errors = (message: string) => {
      const number = /^Session (\d+)/.exec(message)?.[1]
      return [{ field: `session-${sessions.find((each) => String(each.number) === number)?.id ?? ''}`, message }]
    }
    return orAgain(
      () => stateWhoComes(request.context, { groupId: group.id, said }),
      `${path}?said=saved`,
      async (message) => invalid(await view(door, request, { form: { typed: request.body, errors: errors(message) } })),
    )
  }

const substitute =
  (door: Door): Page =>
  async (request) => {
    const { group, path } = await draw(door, request)
    const parsed = substituteIn(request.body)
    if (!parsed.ok) return invalid(await view(door, request, { substituteForm: parsed }))
    return orAgain(
      () => nameSubstitute(request.context, { groupId: group.id, ...parsed.value }),
      `${path}?said=named`,
      async (message) =>
        invalid(
          await view(door, request, {
            substituteForm: { typed: request.body, errors: [{ field: 'for_session', message }] },
          }),
        ),
    )
  }

export const showForGroup = show(forGroup)
export const saveForGroup = save(forGroup)
export const substituteForGroup = substitute(forGroup)
export const showOwn = show(own)
export const saveOwn = save(own)
export const substituteOwn = substitute(own)
export const showByLink = show(byLink)
export const saveByLink = save(byLink)
export const substituteByLink = substitute(byLink)

/** Asks every school of the group by mail who comes to which session. */
export const askSchools: Page = async (request) => {
  const { context, params } = request
  const group = found(await groupInSight(context, params['id'] ?? ''))
  if (!mayPlanGroup(context.actor, group)) throw new Forbidden('Only the lead hub and the leads ask who comes')
  return orAgain(
    () => askWhoComes(context, group.id),
    `/groups/${group.id}/who-comes?said=asked`,
    async (message) =>
      invalid(await view(forGroup, request, { form: { typed: {}, errors: [{ field: '', message }] } })),
  )
}
