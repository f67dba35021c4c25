import { Conflict, Refused } from '../../../platform/errors.ts'
import {
  type Answer,
  invalid,
  overtaken,
  type Page,
  type PageRequest,
  page,
  redirect,
} from '../../../platform/http/routes.ts'
import { type FormState, formFrom } from '../../../ui/fields.ts'
import { answersTyped } from '../../asking/index.ts'
import { stateAnswers } from '../../interest/index.ts'
import { questionsOfProject } from '../../projects/index.ts'
import { decideAsSeen } from '../actions/decide-as-seen.ts'
import { isUndecided } from '../missing-queries.ts'
import { readTold, statable } from './answers.form.ts'
import { answersView } from './answers.view.ts'
import { seenOf } from './decide.form.ts'
import { type InterestSeen, interestHere } from './show.page.ts'

const questionsOf = async ({ context }: PageRequest, { projectId }: InterestSeen) =>
  statable(await questionsOfProject(context.db, projectId))

const draw = async (request: PageRequest, interest: InterestSeen, form: FormState, isOvertaken = false) =>
  answersView(request.frame, {
    interest,
    questions: await questionsOf(request, interest),
    seen: interest.seen,
    today: request.context.today,
    form,
    isOvertaken,
    isUndecided: isUndecided(interest),
  })

/** What a school has answered so far, to be stated by the hub that was told. */
export const showAnswers: Page = async (request) => {
  const interest = await interestHere(request)
  return page(await draw(request, interest, formFrom(answersTyped(interest.answers))))
}

const failed = async (request: PageRequest, interest: InterestSeen, problem: unknown): Promise<Answer> => {
  const again = (message: string) => ({ typed: request.body, errors: [{ field: '', message }] })
  if (problem instanceof Conflict)
    return overtaken(await draw(request, await interestHere(request), again(problem.message), true))
  if (problem instanceof Refused) return invalid(await draw(request, interest, again(problem.message)))
  throw problem
}

/** States what a school answers, as the request was seen. */
export const tellAnswers: Page = async (request) => {
  const { body, context } = request
  const interest = await interestHere(request)
  const read = readTold(await questionsOf(request, interest), body, context.today)
  if (!read.ok) return invalid(await draw(request, interest, read))
  const interestId = interest.id
  try {
    await decideAsSeen(context, { interestId, seen: seenOf(body) }, (inner) =>
      stateAnswers(inner, { interestId, ...read.value }),
    )
  } catch (problem) {
    return failed(request, interest, problem)
  }
  return redirect(request.path.replace(/\/answers$/, ''))
}
