import { Conflict, found, Refused } from '../../../platform/errors.ts'
import { typedText } from '../../../platform/forms.ts'
import { invalid, overtaken, type Page, type PageRequest, page, redirect } from '../../../platform/http/routes.ts'
import { emptyForm, type FormState, formFrom } from '../../../ui/fields.ts'
import type { Typed } from '../../../vocabulary/form.ts'
import { formatDay } from '../../../vocabulary/local-time.ts'
import { dateFromParts, parseDate } from '../../../vocabulary/typed-date.ts'
import { lengthOf, peopleOfDates, type Session, sessionsOfGroup } from '../../sessions/index.ts'
import { shiftSessions } from '../actions/shift-sessions.ts'
import { daysApart } from '../alternatives.ts'
import { aroundGroup } from '../around-queries.ts'
import type { Asked } from '../asked.ts'
import { type Around, isPossible, judgeDay, type Possible } from '../day.ts'
import { shiftLater } from '../shifting.ts'
import { groupToPlan } from './schedule.page.ts'
import { type MoveShown, markOfMoves, shiftView } from './shift.view.ts'

type Dated = Session & { readonly onDate: Temporal.PlainDate }
const isDated = (session: Session): session is Dated =>
  session.onDate !== null && (session.status === 'provisional' || session.status === 'confirmed')

const usualStart = Temporal.PlainTime.from('09:30')
const askedFor = (session: Dated, span: Pick<Asked, 'from' | 'to'>): Asked => ({
  ...{ sessions: 1, minutes: lengthOf(session) || 150, startsAt: session.startsAt ?? usualStart },
  ...{ days: [1, 2, 3, 4, 5], leastWeeks: 0, mostWeeks: 30, atSchools: session.venueId === null, ...span },
})

const reach = 400

const around = async (request: PageRequest) => {
  const group = await groupToPlan(request)
  const { db, today } = request.context
  const sessions = (await sessionsOfGroup(db, group.id)).filter(isDated)
  const session = found(sessions.find(({ id }) => id === request.params['datedSession']))
  const later = sessions.filter(({ onDate }) => Temporal.PlainDate.compare(onDate, session.onDate) > 0)
  const span = { from: session.onDate.subtract({ days: reach }), to: session.onDate.add({ days: reach }) }
  // Where this session is decides whose times matter: at a school, the usual venue's do not.
  const where = { ...group, venueId: session.venueId }
  const [alone, together, told] = await Promise.all([
    aroundGroup(db, where, span, [session.id]),
    aroundGroup(db, where, span, [session.id, ...later.map(({ id }) => id)]),
    peopleOfDates(db, group.id, today),
  ])
  return { group, session, later, span, alone, together, told, today }
}
type Here = Awaited<ReturnType<typeof around>>

const nearby = 8

const choicesFor = ({ session, span, alone, today }: Here): readonly Possible[] => {
  const asked = askedFor(session, span)
  const offsets = Array.from({ length: 42 }, (_, at) => (at % 2 === 0 ? at / 2 + 1 : -(at + 1) / 2))
  return offsets
    .map((offset) => session.onDate.add({ days: offset }))
    .filter((on) => Temporal.PlainDate.compare(on, today) > 0)
    .map((on) => judgeDay(on, asked, alone))
    .filter(isPossible)
    .slice(0, nearby)
    .toSorted((one, other) => Temporal.PlainDate.compare(one.on, other.on))
}

const dayOf = (on: Temporal.PlainDate, { session, span }: Here, days: Around): Possible => {
  const day = judgeDay(on, { ...askedFor(session, span), days: [1, 2, 3, 4, 5, 6, 7] }, days)
  if (!isPossible(day)) throw new Refused(`${formatDay(on)} is not possible. ${day.why}.`)
  return day
}

/** What moving a session to a day would do: to it alone, or to all later ones too. */
const movesTo = (on: Temporal.PlainDate, here: Here, all: boolean): readonly MoveShown[] => {
  const { session, later, span, alone, together, today } = here
  if (Temporal.PlainDate.compare(on, today) < 0) throw new Refused(`${formatDay(on)} is past.`)
  if (Math.abs(daysApart(session.onDate, on)) > reach - 30)
    throw new Refused(`${formatDay(on)} is too far away: another year.`)
  const first = { session, day: dayOf(on, here, all ? together : alone), because: null }
  if (!all) return [first]
  const days = [1, 2, 3, 4, 5, ...[session, ...later].map(({ onDate }) => onDate.dayOfWeek)]
  const moved = shiftLater(
    on,
    { shifted: { id: session.id, on: session.onDate }, later: later.map(({ id, onDate }) => ({ id, on: onDate })) },
    { asked: { ...askedFor(session, span), days }, around: together },
  )
  return [
    first,
    ...later.map((each, at): MoveShown => {
      const shifted = moved[at]
      if (!shifted)
        throw new Refused(
          `No day is possible for session ${each.number} within three weeks of where it would come to lie.`,
        )
      // Each keeps its own times where everybody can then.
      const own = judgeDay(shifted.day.on, { ...askedFor(each, span), days: [1, 2, 3, 4, 5, 6, 7] }, together)
      return { session: each, day: isPossible(own) ? own : shifted.day, because: shifted.because }
    }),
  ]
}

const dateTyped = (typed: Typed): Temporal.PlainDate | null => {
  const to = typedText(typed, 'to')
  if (to !== 'other' && to !== '') return parseDate(to)
  const part = (which: string) => typedText(typed, `other-${which}`)
  return dateFromParts(part('day'), part('month'), part('year'))
}

const draw = (
  request: PageRequest,
  here: Here,
  shown: { form: FormState; on?: Temporal.PlainDate | null; all?: boolean },
) => {
  const { group, session, later, told } = here
  const { on = null, all = false, form } = shown
  const preview =
    on === null
      ? null
      : {
          to: on.toString(),
          all,
          moves: movesTo(on, here, all),
          told: told.filter(({ isTold }) => isTold).map(({ name }) => name),
        }
  return shiftView(request.frame, { group, session, later: later.length, choices: choicesFor(here), preview, form })
}

const wrong = (request: PageRequest, here: Here, typed: Typed, message: string) =>
  draw(request, here, { form: { typed, errors: [{ field: 'to', message }] } })

/** The days near a session that would do; with a day chosen, what moving there would do. */
export const showShift: Page = async (request) => {
  const here = await around(request)
  const typed = Object.fromEntries(request.query)
  if (!request.query.has('to') && !request.query.has('other-day')) return page(draw(request, here, { form: emptyForm }))
  const on = dateTyped(typed)
  if (!on) return invalid(wrong(request, here, typed, 'Choose a day, or enter one as 17 11 2021'))
  try {
    return page(draw(request, here, { form: formFrom(typed), on, all: typed['which'] === 'later' }))
  } catch (problem) {
    if (!(problem instanceof Refused)) throw problem
    return invalid(wrong(request, here, typed, problem.message))
  }
}

/** Moves what was shown. */
export const shift: Page = async (request) => {
  const here = await around(request)
  const on = dateTyped(request.body)
  const all = typedText(request.body, 'which') === 'later'
  if (!on) return invalid(wrong(request, here, request.body, 'Choose a day'))
  try {
    const moves = movesTo(on, here, all)
    if (markOfMoves(moves) !== typedText(request.body, 'mark'))
      return overtaken(
        wrong(
          request,
          here,
          request.body,
          'The sessions or the days have changed since you looked. Look again, then move them.',
        ),
      )
    await shiftSessions(request.context, {
      groupId: here.group.id,
      moves: moves.map(({ session, day }) => ({
        sessionId: session.id,
        sequence: session.sequence,
        onDate: day.on,
        startsAt: day.startsAt,
        endsAt: day.endsAt,
      })),
    })
  } catch (problem) {
    if (problem instanceof Conflict) return overtaken(wrong(request, here, request.body, problem.message))
    if (problem instanceof Refused) return invalid(wrong(request, here, request.body, problem.message))
    throw problem
  }
  return redirect(`/groups/${here.group.id}/schedule?said=shifted`)
}
