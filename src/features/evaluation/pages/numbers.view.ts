import { emptyState } from '../../../ui/components/empty-state.ts'
import { statFigures } from '../../../ui/components/stat-figure.ts'
import { table } from '../../../ui/components/table.ts'
import { type Html, html } from '../../../ui/html.ts'
import { layout } from '../../../ui/layout.ts'
import type { Frame } from '../../../vocabulary/frame.ts'
import { fewestShown } from '../evaluation.ts'

type Shown = {
  readonly project: { readonly id: string; readonly title: string; readonly code: string | null }
  readonly questions: readonly {
    readonly question: string
    readonly n: number
    readonly mean: number | null
    readonly groups: number
  }[]
  readonly tasks: {
    readonly tasks: number
    readonly groups: number
    readonly asked: number
    readonly returned: number
    readonly files: number
  }
}

const answers = (questions: Shown['questions']): Html =>
  questions.length === 0
    ? emptyState({
        title: 'No evaluation has been opened yet',
        text: 'Leads open it near the end of their group’s year; what comes of all groups is summed here.',
      })
    : table({
        stacks: true,
        caption: 'What participants say of the benefits that were promised',
        captionClasses: 'govuk-table__caption--m',
        firstCellIsHeader: true,
        head: [
          'Question',
          { text: 'Answers', format: 'numeric' },
          { text: 'Groups', format: 'numeric' },
          { text: 'Mean, of 5', format: 'numeric' },
        ],
        rows: questions.map(({ question, n, groups, mean }) => [
          question,
          ...[n, groups, mean ?? '–'].map((text) => ({ text, format: 'numeric' as const })),
        ]),
      })

/** Evaluation and tasks of a project over all its groups, in numbers. */
export const numbersView = (frame: Frame, { project, questions, tasks }: Shown): Html =>
  layout(
    frame,
    {
      title: `Evaluation of ${project.title}`,
      backLink: { text: project.title, href: `/network/projects/${project.id}` },
      wide: true,
    },
    html`<span class="govuk-caption-l">${project.title}${project.code && ` (${project.code})`}</span><h1 class="govuk-heading-l">Evaluation and tasks, over all groups</h1>
<p class="govuk-body">Numbers alone: what people wrote is read by the leads and the hub of their group. A mean is shown once ${fewestShown} people have answered.</p>
${statFigures([
  {
    label: 'Tasks set',
    value: tasks.tasks,
    definition: `In ${tasks.groups} ${tasks.groups === 1 ? 'group' : 'groups'}`,
  },
  { label: 'Reflections returned', value: `${tasks.returned} of ${tasks.asked}` },
  { label: 'With a file', value: tasks.files },
])}
${answers(questions)}`,
  )
