import type { Context } from '../../../platform/context.ts'
import { found } from '../../../platform/errors.ts'
import { type Page, page, redirect } from '../../../platform/http/routes.ts'
import { localDate } from '../../../vocabulary/local-time.ts'
import type { GroupSeen } from '../../groups/index.ts'
import { hubIdsOf, leadsGroup } from '../../people/index.ts'
import { groupWorkedOn, takingPartIn } from '../../registers/index.ts'
import { whatCameOfTasks } from '../../tasks/index.ts'
import { openEvaluation } from '../actions/open-evaluation.ts'
import { fewestShown, questionsFrom } from '../evaluation.ts'
import { answersOf, benefitsPromised, evaluationOfGroup, peopleAnswered, sessionsHeld } from '../queries.ts'
import { openView, type Results, resultsView } from './evaluation.view.ts'

type Evaluation = NonNullable<Awaited<ReturnType<typeof evaluationOfGroup>>>

const readerOf = ({ actor, today }: Context, { sight }: GroupSeen) => ({ sight, hubIds: hubIdsOf(actor), today })

const resultsOf = async (context: Context, group: GroupSeen, evaluation: Evaluation): Promise<Results> => {
  const [answered, people, answers, tasks] = await Promise.all([
    peopleAnswered(context.db, evaluation.id),
    takingPartIn(context.db, group.id),
    answersOf(context.db, evaluation.id),
    whatCameOfTasks(context.db, group.id, readerOf(context, group)),
  ])
  const isShown = answered >= fewestShown || leadsGroup(context.actor, group.id)
  const to = (questionId: string) => answers.filter((answer) => answer.question_id === questionId)
  return {
    group,
    openedOn: localDate(evaluation.openedAt),
    closesOn: evaluation.closesOn,
    asked: Math.max(people.length, answered),
    answered,
    isShown,
    tasks,
    figures: isShown
      ? evaluation.questions
          .filter(({ kind }) => kind === 'agreement')
          .map(({ id, question }) => ({ question, answers: to(id).flatMap(({ agreement }) => agreement ?? []) }))
      : [],
    words: isShown
      ? evaluation.questions
          .filter(({ kind }) => kind === 'words')
          .flatMap(({ id }) => to(id).flatMap(({ words }) => words ?? []))
      : [],
  }
}

export const showEvaluation: Page = async ({ context, params, query, frame }) => {
  const group = found(await groupWorkedOn(context, params['id'] ?? ''))
  const evaluation = await evaluationOfGroup(context.db, group.id)
  const notice = query.has('opened')
    ? 'The evaluation is open. Everyone who takes part is asked by mail: at once by day, or as soon as mail goes that can wait.'
    : frame.notice
  if (evaluation) return page(resultsView({ ...frame, notice }, await resultsOf(context, group, evaluation)))
  const [promised, people, held, tasks] = await Promise.all([
    benefitsPromised(context.db, group.projectId),
    takingPartIn(context.db, group.id),
    sessionsHeld(context.db, group.id),
    whatCameOfTasks(context.db, group.id, readerOf(context, group)),
  ])
  const against = held === 0 ? 'No session has been held yet: it can be opened after the first.' : null
  return page(openView(frame, { group, questions: questionsFrom(promised), people: people.length, against, tasks }))
}

export const saveOpening: Page = async ({ context, params }) => {
  const group = found(await groupWorkedOn(context, params['id'] ?? ''))
  await openEvaluation(context, group.id)
  return redirect(`/groups/${group.id}/evaluation?opened=1`)
}
