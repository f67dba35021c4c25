import { found } from '../../../platform/errors.ts'
import { type Page, page } from '../../../platform/http/routes.ts'
import { isId } from '../../../vocabulary/ids.ts'
import { tasksInNumbers } from '../../tasks/index.ts'
import { evaluationInNumbers, projectNamed } from '../queries.ts'
import { numbersView } from './numbers.view.ts'

/** What the groups of a project said and returned, in numbers: nobody's words, no group by itself. */
export const showNumbers: Page = async ({ context, params, frame }) => {
  const id = params['project'] ?? ''
  const project = found(isId(id) ? await projectNamed(context.db, id) : null)
  const [questions, tasks] = await Promise.all([
    evaluationInNumbers(context.db, project.id),
    tasksInNumbers(context.db, project.id),
  ])
  return page(numbersView(frame, { project, questions, tasks }))
}
