import { Forbidden, found, NotFound } from '../../../platform/errors.ts'
import { parseForm } from '../../../platform/forms.ts'
import { type Answer, invalid, type Page, type PageRequest, page, redirect } from '../../../platform/http/routes.ts'
import { emptyForm, type FormState } from '../../../ui/fields.ts'
import { isId } from '../../../vocabulary/ids.ts'
import { wordedAs } from '../../../vocabulary/worded.ts'
import { hubsOfPerson } from '../../people/index.ts'
import { mayAskForOther } from '../../personal-fields/index.ts'
import { reasonForm } from '../../reads/index.ts'
import { askErasure, erasuresOf, obstaclesTo } from '../../retention/index.ts'
import { askForReport } from '../actions/ask-for-report.ts'
import { hubNotice } from '../controller-queries.ts'
import { type KnownPerson, peopleFound, personById } from '../people-queries.ts'
import { peopleView, personView, type Where } from './people.view.ts'

/** The network's page, or that of the hub named in the address. */
const whereOf = async ({ context, params }: PageRequest): Promise<Where & { hubId: string | null }> => {
  const slug = params['hub']
  if (!slug) return { base: '/network/personal-data', hub: null, hubId: null }
  const hub = found(await hubNotice(context.db, slug))
  return { base: `/hub/${slug}/personal-data`, hub: { name: hub.name, slug }, hubId: hub.id }
}

/** Looks for a person, to ask for their data or their erasure for them. */
export const findPeople: Page = async (request) => {
  const { context, query, frame } = request
  const where = await whereOf(request)
  const words = (query.get('q') ?? '').trim().slice(0, 100)
  const people = words.length < 3 ? [] : await peopleFound(context.db, { words, hubId: where.hubId })
  return page(peopleView(frame, { where, words, people }))
}

const personOf = async (request: PageRequest, hubId: string | null): Promise<KnownPerson> => {
  const id = request.params['person'] ?? ''
  const person = found(isId(id) ? await personById(request.context.db, id) : null)
  const knowing = await hubsOfPerson(request.context.db, person.id)
  // A hub sees only those it knows; for the others there is no such page.
  if (hubId && !knowing.includes(hubId)) throw new NotFound('Not known at this hub')
  if (!mayAskForOther(request.context.actor, knowing)) throw new Forbidden('Not theirs to ask')
  return person
}

const drawn = async (request: PageRequest, form: FormState) => {
  const { context, frame } = request
  const where = await whereOf(request)
  const person = await personOf(request, where.hubId)
  const [obstacles, erasures] = await Promise.all([
    person.erased ? [] : obstaclesTo(context.db, person.id, context.today),
    erasuresOf(context.db, person.id),
  ])
  return personView(frame, { where, person, obstacles, erasures, form })
}

const said: Readonly<Record<string, string>> = {
  report: 'The report is being made. A link that only they can open is mailed to them.',
  erasure: 'The erasure is proposed. The national team decides on it.',
}

export const showPerson: Page = async (request) => {
  const notice = wordedAs(said, request.query.get('said'))
  return page(await drawn({ ...request, frame: { ...request.frame, notice } }, emptyForm))
}

type Asking = (request: PageRequest, input: { personId: string; reason: string }) => Promise<unknown>

const withReason =
  (ask: Asking, done: keyof typeof said): Page =>
  async (request): Promise<Answer> => {
    const where = await whereOf(request)
    const person = await personOf(request, where.hubId)
    const parsed = parseForm(reasonForm, request.body)
    if (!parsed.ok) return invalid(await drawn(request, parsed))
    await ask(request, { personId: person.id, reason: parsed.value.reason })
    return redirect(`${where.base}/${person.id}?said=${done}`)
  }

export const askReportFor = withReason(({ context }, input) => askForReport(context, input), 'report')
export const proposeErasure = withReason(({ context }, input) => askErasure(context, input), 'erasure')
