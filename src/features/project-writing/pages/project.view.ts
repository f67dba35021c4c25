import { button } from '../../../ui/components/button.ts'
import { insetText } from '../../../ui/components/inset-text.ts'
import { taskList } from '../../../ui/components/task-list.ts'
import { timeline } from '../../../ui/components/timeline.ts'
import { type FormState, hiddenField, textField } from '../../../ui/fields.ts'
import { type Html, html } from '../../../ui/html.ts'
import { layout } from '../../../ui/layout.ts'
import { yearInWords, yearSlug } from '../../../vocabulary/academic-year.ts'
import type { Frame } from '../../../vocabulary/frame.ts'
import { formatInstant } from '../../../vocabulary/local-time.ts'
import type { PublicationStatus } from '../../projects/index.ts'
import type { Difference } from '../differences.ts'
import { partKeys, parts, questionsStanding, standingOf } from '../part.ts'
import { isStillWritten, missingFrom, unitOfJoining, type WrittenProject } from '../written-project.ts'
import { differencesView } from './differences.view.ts'
import { listOf, type PlaceOfWriting, tagOf } from './projects.view.ts'

export type Shown = {
  readonly place: PlaceOfWriting
  readonly path: string
  readonly slug: string
  readonly status: PublicationStatus
  readonly statusReason: string | null
  readonly written: WrittenProject
  /** Null while no correction is written. */
  readonly correction: {
    readonly changedAt: Temporal.Instant
    readonly differs: readonly Difference[]
    readonly lost: readonly string[]
    readonly mark: string
  } | null
  readonly versions: number
  readonly form: FormState
  readonly past: readonly {
    readonly title: string
    readonly at: Temporal.Instant
    readonly by: string | null
    readonly text?: string
  }[]
}

const tasks = ({ place, path, written }: Shown): Html =>
  taskList({
    idPrefix: 'part',
    items: [
      ...partKeys.map((key) => ({
        title: parts[key].title,
        hint:
          key === 'about' && place.hubId !== null ? 'Its title, for whom it is, what it was before' : parts[key].hint,
        href: `${path}/edit/${key}`,
        status: { text: standingOf(key, written) },
      })),
      {
        title: 'Questions',
        hint: 'What whoever asks to join is asked beside what every request says',
        href: `${path}/questions`,
        status: { text: questionsStanding(written) },
      },
      {
        title: 'How attendance is counted',
        hint: 'What a day of the project is, and whether minutes missed are taken off',
        href: `${path}/attendance`,
        status: { text: 'As usual, unless you say otherwise' },
      },
    ],
  })

const previews = ({ place, path, correction }: Shown): Html =>
  html`<p class="govuk-body"><a class="govuk-link" href="${path}/preview">${correction ? 'Preview with the correction' : 'Preview'}</a> · <a class="govuk-link" href="${path}/preview.pdf">The same as PDF</a>${place.hubId === null && html` · <a class="govuk-link" href="${path}/evaluation">Evaluation and tasks in numbers</a>`}</p>`

const publishing = ({ place, path, written }: Shown): Html => {
  const missing = missingFrom(written)
  if (missing.length > 0) return insetText(`Before it can be published it needs ${missing.join('; ')}.`)
  return place.mayPublish
    ? html`<form method="post" action="${path}/publish">${button({ text: `Publish ${written.title}`, preventDoubleClick: true })}</form>`
    : insetText('It is ready. A lead of your hub publishes it.')
}

const correcting = ({ place, path, form, correction }: Shown): Html | false => {
  if (!correction) return false
  const { lost } = correction
  return html`<h2 class="govuk-heading-m" id="correction">The correction, not public yet</h2>
<p class="govuk-body">Last changed ${formatInstant(correction.changedAt)}. This is what would change:</p>${differencesView(correction.differs)}
${
  lost.length > 0
    ? insetText(`Before it can be public it needs ${lost.join('; ')}.`)
    : place.mayPublish
      ? html`<form method="post" action="${path}/correct" novalidate>${hiddenField('mark', correction.mark)}${textField(form, { name: 'note', label: 'What was corrected?', hint: 'Kept with this version' })}${button({ text: 'Publish the correction', preventDoubleClick: true })}</form>`
      : insetText('A lead of your hub publishes it.')
}
<form method="post" action="${path}/drop">${button({ text: 'Drop the correction', classes: 'govuk-button--secondary', preventDoubleClick: true })}</form>`
}

const withdrawing = ({ place, path, form, status }: Shown): Html | false =>
  status === 'published' &&
  place.mayPublish &&
  html`<h2 class="govuk-heading-m">Withdraw it</h2><form method="post" action="${path}/withdraw" novalidate>
<p class="govuk-body">Nobody can offer it any more. Groups and places that stand are not touched.</p>
${textField(form, { name: 'reason', label: 'Why is it withdrawn?', hint: 'Shown with the project' })}${button({ text: 'Withdraw the project', classes: 'govuk-button--warning', preventDoubleClick: true })}</form>`

const past = (shown: Shown): Html | false =>
  shown.past.length > 0 &&
  html`<h2 class="govuk-heading-m">What has happened</h2>${timeline(shown.past.map(({ title, at, by, text }) => ({ title, when: formatInstant(at), datetime: at.toString(), ...(by ? { by } : {}), ...(text ? { text } : {}) })))}`

const standing = ({ place, status, statusReason, written, slug }: Shown): Html =>
  html`<p class="govuk-body">${tagOf(status)} ${status === 'draft' ? `It is seen by ${place.whoSeesDrafts}.` : html`${statusReason} <a class="govuk-link" href="/projects/${yearSlug(written.year)}/${slug}">See it as everybody does</a>`}</p>`

/** One project as it is written: its parts, and what can be done next. */
export const projectView = (frame: Frame, shown: Shown): Html => {
  const { place, written, status, versions, path } = shown
  const isWritten = isStillWritten(status) && place.mayEdit
  return layout(
    frame,
    {
      title: written.title,
      breadcrumbs: [place.home, listOf(place), { text: written.title }],
      errors: shown.form.errors,
      unlisted: true,
    },
    html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<span class="govuk-caption-l">${yearInWords(written.year)}${written.code && ` · ${written.code}`}</span><h1 class="govuk-heading-l">${written.title}</h1>
${standing(shown)}
${isStillWritten(status) && previews(shown)}
<p class="govuk-body"><a class="govuk-link" href="${path}/rules">Rules of who can take part, fact by fact</a></p>
<p class="govuk-body"><a class="govuk-link" href="${path}/completing">What completing takes when the year ends</a></p>
${place.hubId === null && unitOfJoining(written.joins) === 'organisation' && html`<p class="govuk-body"><a class="govuk-link" href="${path}/names">When the people are named who would come</a></p>`}
${isWritten && html`<h2 class="govuk-heading-m">${status === 'draft' ? 'Write it' : 'Correct it'}</h2>${status === 'published' && html`<p class="govuk-body">Whatever you save here waits until the correction is published.</p>`}${tasks(shown)}`}
${status === 'draft' && publishing(shown)}${isWritten && correcting(shown)}
${versions > 0 && html`<p class="govuk-body"><a class="govuk-link" href="${path}/versions">${versions === 1 ? '1 version' : `${versions} versions`}, with what changed</a></p>`}
${place.hubId === null && html`<p class="govuk-body"><a class="govuk-link" href="/network/years/${yearSlug(written.year)}">Where it stands in the catalogue of the year</a></p>`}
${withdrawing(shown)}${past(shown)}</div></div>`,
  )
}
