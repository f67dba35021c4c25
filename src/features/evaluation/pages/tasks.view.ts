import { details } from '../../../ui/components/details.ts'
import { type Html, html } from '../../../ui/html.ts'
import type { CameOfTask } from '../../tasks/index.ts'

type Reflection = CameOfTask['reflections'][number]

const reflectionView = ({ name, organisation, reflection, hasFile }: Reflection): Html =>
  html`<h4 class="govuk-heading-s govuk-!-margin-bottom-1">${name}, ${organisation}</h4><p class="govuk-body app-keeps-lines">${reflection}${hasFile && html`<br>A file came with it: it lies with the task.`}</p>`

/** What came of the tasks between the sessions, task by task: beside what people say at the end, what they wrote on the way. */
export const cameOfTasksView = (groupId: string, tasks: readonly CameOfTask[]): Html | false =>
  tasks.length > 0 &&
  html`<h2 class="govuk-heading-m">What came of the tasks</h2>
${tasks.map(
  ({
    id,
    title,
    session,
    asked,
    returned,
    reflections,
  }) => html`<h3 class="govuk-heading-s govuk-!-margin-bottom-1"><a class="govuk-link" href="/groups/${groupId}/tasks/${id}">${title}</a></h3>
<p class="govuk-body">${session !== null && `After session ${session}. `}${returned} of ${asked} returned what came of it.</p>
${
  reflections.length > 0 &&
  details({
    summaryText: reflections.length === 1 ? 'Read the reflection' : `Read the ${reflections.length} reflections`,
    text: html`${reflections.map(reflectionView)}`,
  })
}`,
)}`
