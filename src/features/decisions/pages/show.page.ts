import { NotFound } from '../../../platform/errors.ts'
import { typedText } from '../../../platform/forms.ts'
import { historyOf, type RecordedEvent } from '../../../platform/history.ts'
import { type Page, type PageRequest, page } from '../../../platform/http/routes.ts'
import { emptyForm, type FormState } from '../../../ui/fields.ts'
import { isId } from '../../../vocabulary/ids.ts'
import { usualLastDay } from '../../answer-times/index.ts'
import { inSum } from '../../criteria/index.ts'
import { hubMessageEvents } from '../../hub-messages/index.ts'
import { historyShown, type Interest, interestById, verdictsOfInterest } from '../../interest/index.ts'
import { passingInWords, passingOfInterest } from '../../passing-on/index.ts'
import { questionsOfProject } from '../../projects/index.ts'
import { isChange } from '../events.ts'
import { hintsOf } from '../hints-queries.ts'
import { isUndecided, missingOf } from '../missing-queries.ts'
import { mayRemoveNote } from '../policy.ts'
import { groupsToChoose, latestChange, notesOf } from '../queries.ts'
import { statable } from './answers.form.ts'
import type { Overtaken } from './deciding.view.ts'
import { hubOf } from './hub-home.page.ts'
import { interestView } from './show.view.ts'

export type InterestSeen = Interest & { readonly seen: number }

/** A request of this hub that counts or counted, and up to which change it is seen; those of other hubs are not there. */
export const interestHere = async (request: PageRequest): Promise<InterestSeen> => {
  const { context, params } = request
  const hub = await hubOf(request)
  const id = params['id'] ?? ''
  // Asked before the request is read: what happens in between has not been seen.
  const seen = isId(id) ? await latestChange(context.db, id) : 0
  const interest = isId(id) ? await interestById(context.db, id) : null
  if (!interest || interest.hub.id !== hub.id || interest.receivedAt === null) throw new NotFound('Not of this hub')
  return { ...interest, seen }
}

const who = (event: RecordedEvent): string => {
  if (event.actorKind === 'person') return event.actorName ?? 'somebody'
  if (event.actorKind === 'system') return 'Tessellate'
  return event.actingBy === 'headteacher' ? 'whoever was asked to agree' : 'the sender'
}

const entry = (event: RecordedEvent) => {
  const why = event.particulars['why']
  const title = Object.entries(hubMessageEvents).find(([name]) => name === event.name)?.[1]
  return {
    ...historyShown(event),
    ...(title ? { title } : {}),
    by: who(event),
    ...(typeof why === 'string' ? { text: why } : {}),
  }
}

type Redrawn = { readonly form: FormState; readonly act: string; readonly overtaken?: Overtaken }

/** The page of a request as it is now, with a form as it was filled in. */
export const drawInterest = async (request: PageRequest, interest: InterestSeen, { form, act, overtaken }: Redrawn) => {
  const { context, frame } = request
  const [verdicts, groups, events, notes, hints, usualDeadline, missing, passing, questions] = await Promise.all([
    verdictsOfInterest(context.db, interest.id),
    groupsToChoose(context.db, interest.hub.id, interest.projectId),
    historyOf(context.db, { type: 'interest', id: interest.id }),
    notesOf(context.db, interest.id),
    hintsOf(context.db, [interest.id]),
    usualLastDay(context.db, interest.hub.id, context.now),
    missingOf(context, interest.id),
    passingOfInterest(context.db, interest.id),
    questionsOfProject(context.db, interest.projectId),
  ])
  const told = events.filter(({ name }) => name.startsWith('interest.') || Object.hasOwn(hubMessageEvents, name))
  return interestView(frame, {
    interest,
    verdicts,
    sum: inSum(verdicts.map((verdict) => ({ ...verdict, answer: verdict.overruled?.answer ?? verdict.answer }))),
    groups,
    history: told.map(entry),
    usualDeadline,
    seen: interest.seen,
    since: overtaken ? told.filter((event) => isChange(event) && event.id > overtaken.seen).map(entry) : [],
    overtaken: overtaken ?? null,
    notes: notes.map((note) => ({
      ...note,
      isRemovable: mayRemoveNote(context.actor, { hubId: interest.hub.id, byPersonId: note.by?.id ?? null }),
    })),
    hints: hints.get(interest.id) ?? [],
    missing,
    statesAnswers: isUndecided(interest) && statable(questions).length > 0,
    asked: typedText(form.typed, 'fact') || (request.query.get('fact') ?? ''),
    today: context.today,
    passing: passing ? passingInWords(passing) : null,
    form,
    act,
  })
}

const noticed = (request: PageRequest): PageRequest =>
  request.query.get('said') === 'links'
    ? {
        ...request,
        frame: { ...request.frame, notice: 'The links were stopped, and a new one is on its way to the sender.' },
      }
    : request

export const showInterest: Page = async (request) =>
  page(await drawInterest(noticed(request), await interestHere(request), { form: emptyForm, act: '' }))
