import { found, NotFound, Refused } from '../../../platform/errors.ts'
import { parseForm, typedText } from '../../../platform/forms.ts'
import { type Answer, invalid, type Page, type PageRequest, page, redirect } from '../../../platform/http/routes.ts'
import { emptyForm, type FormState, formFrom } from '../../../ui/fields.ts'
import { type RoleName, roleLabels } from '../../../vocabulary/actor.ts'
import { isId } from '../../../vocabulary/ids.ts'
import { localDate } from '../../../vocabulary/local-time.ts'
import { type PostKind, postLabels } from '../../../vocabulary/posts.ts'
import { wordedAs } from '../../../vocabulary/worded.ts'
import { findOrganisationView, leaveForm, movedForm, organisationsFound, saved } from '../../details/index.ts'
import { type Hub, organisationById } from '../../organisations/index.ts'
import {
  addressesOf,
  comingMovesOf,
  formerNames,
  grantRole,
  hubsOfOrganisation,
  hubsOfPerson,
  hubsWhereTakingPart,
  isAtHub,
  isHubLead,
  participationsOf,
  personById,
  postsOf,
  rolesOf,
  sayWhoLeft,
  sayWhoMoved,
  showReferenceNumber,
  takeBackComingMove,
  workplacesOf,
} from '../../people/index.ts'
import { whoIsNotReached } from '../../undelivered/index.ts'
import { historyForHub } from '../history-queries.ts'
import { possibleTwins } from '../hub-people-queries.ts'
import { hubOf } from './hub-people.page.ts'
import { saidOn } from './invitation.page.ts'
import { movedElsewhereView } from './moved.view.ts'
import { type PersonRecord, personView } from './person.view.ts'

const sayings: Readonly<Record<string, string>> = {
  person: 'Themselves',
  sender: 'Whoever asked to join',
  hub: 'A hub',
  school: 'Their school',
}

type Known = { readonly hub: Hub; readonly person: NonNullable<Awaited<ReturnType<typeof personById>>> }

/** The person, if the hub knows them: for another hub there is nobody here (domain rule 9). */
const knownOf = async (request: PageRequest): Promise<Known> => {
  const hub = await hubOf(request)
  const id = request.params['person'] ?? ''
  if (!isId(id) || !(await hubsOfPerson(request.context.db, id)).includes(hub.id))
    throw new NotFound('Nobody this hub knows')
  return { hub, person: found(await personById(request.context.db, id)) }
}

type Role = Awaited<ReturnType<typeof rolesOf>>[number]

const isHere = (hub: Hub, role: Role, organisationIds: readonly string[]): boolean =>
  role.hubId === hub.id ||
  role.groupHubId === hub.id ||
  (role.organisationId !== null && organisationIds.includes(role.organisationId))

const isToday = (to: Temporal.PlainDate | null, today: Temporal.PlainDate): boolean =>
  to === null || Temporal.PlainDate.compare(to, today) >= 0

const mayEndHere = ({ context }: PageRequest, hub: Hub, role: Role): boolean =>
  isToday(role.to, context.today) &&
  (role.role === 'hub_lead' || role.role === 'hub_administrator'
    ? isHubLead(context.actor, hub.id)
    : isAtHub(context.actor, hub.id))

/** The organisations a person works or worked at that the hub deals with. */
const organisationsHere = async (
  { context }: PageRequest,
  hub: Hub,
  ids: readonly string[],
): Promise<readonly string[]> => {
  const here = []
  for (const id of new Set(ids)) if ((await hubsOfOrganisation(context.db, id)).includes(hub.id)) here.push(id)
  return here
}

const recordOf = async (
  request: PageRequest,
  { hub, person }: Known,
  given: Partial<Pick<PersonRecord, 'referenceNumber' | 'leftForm'>> = {},
): Promise<PersonRecord> => {
  const { db, today } = request.context
  const [names, addresses, posts, roles, coming] = await Promise.all([
    formerNames(db, person.id),
    addressesOf(db, person.id),
    postsOf(db, person.id),
    rolesOf(db, person.id),
    comingMovesOf(db, person.id),
  ])
  const [taking, workplaces, takesPartAt, history, twins, failing] = await Promise.all([
    participationsOf(db, person.id),
    workplacesOf(db, person.id),
    hubsWhereTakingPart(db, person.id),
    historyForHub(db, person.id, hub.id),
    possibleTwins(db, hub.id, person.id),
    whoIsNotReached(db, [person.id]),
  ])
  const known = [...posts.map(({ organisationId }) => organisationId), ...workplaces.map(({ id }) => id)]
  const organisationIds = await organisationsHere(request, hub, known)
  const leads = new Set(
    roles.flatMap((role) => (role.role === 'school_lead' && isToday(role.to, today) ? [role.organisationId] : [])),
  )
  return {
    hub,
    id: person.id,
    name: person.name,
    address: person.address,
    isConfirmed: person.confirmedAt !== null,
    isReached: !failing.has(person.id),
    telephone: person.telephone,
    formerNames: names,
    formerAddresses: addresses.filter(({ isPrimary, to }) => !isPrimary || to !== null).map(({ address }) => address),
    posts: posts.map((row) => ({
      post: postLabels[row.post as PostKind] ?? row.post,
      organisation: row.organisation,
      from: row.from,
      to: row.to,
      saidBy: row.statedByName ?? sayings[row.statedBy] ?? row.statedBy,
    })),
    roles: roles
      .filter((role) => isHere(hub, role, organisationIds))
      .map((role) => ({
        id: role.id,
        part: roleLabels[role.role as RoleName],
        at: role.at,
        from: role.from,
        to: role.endedAt ? localDate(role.endedAt) : role.to,
        by: role.grantedBy,
        endedBy: role.endedBy,
        mayEnd: mayEndHere(request, hub, role),
      })),
    places: taking.filter(({ hubId }) => hubId === hub.id),
    workplaces: workplaces.map((each) => ({
      ...each,
      isLead: leads.has(each.id),
      mayLead: organisationIds.includes(each.id),
    })),
    takesPartHere: takesPartAt.includes(hub.id),
    referenceNumber: given.referenceNumber,
    history,
    isSeenByLead: isHubLead(request.context.actor, hub.id),
    twins,
    coming,
    leftForm: given.leftForm ?? emptyForm,
  }
}

export const showPerson: Page = async (request) => {
  const known = await knownOf(request)
  const notice = wordedAs(saidOn, request.query.get('said'))
  return page(personView({ ...request.frame, notice }, await recordOf(request, known)))
}

export const showNumber: Page = async (request) => {
  const known = await knownOf(request)
  const number = await showReferenceNumber(request.context, { personId: known.person.id, hubId: known.hub.id })
  return page(personView(request.frame, await recordOf(request, known, { referenceNumber: number })))
}

const baseOf = ({ hub, person }: Known): string => `/hub/${hub.slug}/people/${person.id}`

const saidWhen = ({ context }: PageRequest, known: Known, on: Temporal.PlainDate): string =>
  `${baseOf(known)}?said=${Temporal.PlainDate.compare(on, context.today) > 0 ? 'coming' : 'left'}`

export const takeBackMoved: Page = async (request) => {
  const known = await knownOf(request)
  const id = typedText(request.body, 'id')
  const move = (await comingMovesOf(request.context.db, known.person.id)).find((each) => each.id === id)
  await takeBackComingMove(request.context, { id: found(move).id })
  return redirect(`${baseOf(known)}?said=taken-back`)
}

export const vouch: Page = async (request) => {
  const known = await knownOf(request)
  const organisationId = typedText(request.body, 'organisation')
  if (!isId(organisationId)) throw new Refused('Choose the school that they lead.')
  await grantRole(request.context, { personId: known.person.id, role: 'school_lead', organisationId })
  return redirect(`${baseOf(known)}?said=given`)
}

export const sayLeft: Page = async (request) => {
  const known = await knownOf(request)
  const again = async (leftForm: FormState): Promise<Answer> =>
    invalid(personView(request.frame, await recordOf(request, known, { leftForm })))
  const form = parseForm(leaveForm, request.body)
  if (!form.ok) return again(form)
  try {
    const { organisationId, on } = form.value
    await sayWhoLeft(request.context, { personId: known.person.id, fromOrganisationId: organisationId, on })
    return redirect(saidWhen(request, known, on))
  } catch (problem) {
    if (!(problem instanceof Refused)) throw problem
    return again({ typed: request.body, errors: [{ field: 'on', message: problem.message }] })
  }
}

const movedAround = async (request: PageRequest, known: Known, to: string) => ({
  person: known.person.name,
  base: baseOf(known),
  workplaces: await workplacesOf(request.context.db, known.person.id),
  to: found(isId(to) ? await organisationById(request.context.db, to) : null),
})

export const showMoved: Page = async (request) => {
  const known = await knownOf(request)
  const to = request.query.get('to')
  if (to !== null)
    return page(movedElsewhereView(request.frame, { ...(await movedAround(request, known, to)), form: emptyForm }))
  return page(
    findOrganisationView(request.frame, {
      title: `Where does ${known.person.name} work now?`,
      action: `${baseOf(known)}/moved`,
      backLink: baseOf(known),
      form: formFrom({ q: request.query.get('q') ?? '' }),
      results: await organisationsFound(request, (id) => `${baseOf(known)}/moved?to=${id}`),
    }),
  )
}

export const sayMoved: Page = async (request) => {
  const known = await knownOf(request)
  const around = await movedAround(request, known, typedText(request.body, 'to'))
  return saved(parseForm(movedForm, request.body), {
    request,
    field: 'on',
    draw: (form) => movedElsewhereView(request.frame, { ...around, form }),
    save: (value) => sayWhoMoved(request.context, { personId: known.person.id, ...value }),
    next: ({ on }) => saidWhen(request, known, on),
  })
}
