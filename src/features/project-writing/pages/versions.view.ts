import { button } from '../../../ui/components/button.ts'
import { emptyState } from '../../../ui/components/empty-state.ts'
import { insetText } from '../../../ui/components/inset-text.ts'
import { table } from '../../../ui/components/table.ts'
import { emptyForm, selectField } from '../../../ui/fields.ts'
import { type Html, html } from '../../../ui/html.ts'
import { layout } from '../../../ui/layout.ts'
import type { Frame } from '../../../vocabulary/frame.ts'
import { formatInstant } from '../../../vocabulary/local-time.ts'
import { projectArticle, type ShownProject } from '../../catalogue/index.ts'
import type { Difference } from '../differences.ts'
import { actWords, type Version } from '../version.ts'
import { differencesView } from './differences.view.ts'
import { listOf, type PlaceOfWriting } from './projects.view.ts'

type Here = { readonly place: PlaceOfWriting; readonly path: string; readonly title: string }

export type Versions = Here & {
  readonly versions: readonly Version[]
  readonly from: Version | undefined
  readonly to: Version | undefined
  readonly differs: readonly Difference[] | null
}

const nameOf = ({ number, act, madeAt }: Version): string => `${number}: ${actWords[act]}, ${formatInstant(madeAt)}`

const comparing = ({ versions, path, from, to, differs }: Versions): Html | false =>
  from !== undefined &&
  to !== undefined &&
  html`<h2 class="govuk-heading-m" id="difference">From version ${from.number} to version ${to.number}</h2>
<form method="get" action="${path}/versions" novalidate>${selectField(emptyForm, { name: 'from', label: 'From', blank: false, value: from.number, items: versions.map((version) => ({ value: version.number, text: nameOf(version) })) })}
${selectField(emptyForm, { name: 'to', label: 'To', blank: false, value: to.number, items: versions.map((version) => ({ value: version.number, text: nameOf(version) })) })}${button({ text: 'Show what changed', classes: 'govuk-button--secondary' })}</form>
${differs && differencesView(differs)}`

/** Every version of a project: when, by whom, why, and what changed from one to another. */
export const versionsView = (frame: Frame, shown: Versions): Html => {
  const { place, path, title, versions } = shown
  return layout(
    frame,
    {
      title: `Versions of ${title}`,
      breadcrumbs: [place.home, listOf(place), { text: title, href: path }, { text: 'Versions' }],
      unlisted: true,
    },
    html`<span class="govuk-caption-l">${title}</span><h1 class="govuk-heading-l">Versions</h1>
${
  versions.length === 0
    ? emptyState({
        title: 'No versions yet',
        text: 'Whatever is drafted, published or corrected from now on is kept here.',
      })
    : table({
        caption: 'Versions, the latest first',
        captionClasses: 'govuk-visually-hidden',
        head: ['Version', 'What was done', 'When', 'By whom', 'Note'],
        rows: versions.map((version) => [
          html`<a class="govuk-link" href="${path}/versions?read=${version.number}">Version ${version.number}</a>`,
          actWords[version.act],
          formatInstant(version.madeAt),
          version.by ?? 'Not recorded',
          version.note ?? '',
        ]),
        stacks: true,
      })
}${comparing(shown)}`,
  )
}

/** A project as it read in one of its versions. */
export const versionView = (
  frame: Frame,
  { place, path, title, version, shown }: Here & { version: Version; shown: ShownProject },
): Html =>
  layout(
    frame,
    {
      title: `Version ${version.number} of ${title}`,
      breadcrumbs: [
        place.home,
        listOf(place),
        { text: title, href: path },
        { text: 'Versions', href: `${path}/versions` },
        { text: `Version ${version.number}` },
      ],
      unlisted: true,
    },
    html`${insetText(html`This is version ${version.number}, ${actWords[version.act].toLowerCase()} ${formatInstant(version.madeAt)}${version.by && ` by ${version.by}`}.${version.note && ` ${version.note}`} Notices, the pathway and the offers are those of today. <a class="govuk-link" href="${path}/versions">All versions</a>`)}
${projectArticle(frame, shown)}`,
  )

export type Preview = {
  readonly place: PlaceOfWriting
  readonly path: string
  readonly shown: ShownProject
  readonly isCorrection: boolean
}

/** A project exactly as everybody would see it. */
export const previewView = (frame: Frame, { place, path, shown, isCorrection }: Preview): Html =>
  layout(
    frame,
    {
      title: `Preview: ${shown.project.title}`,
      breadcrumbs: [place.home, listOf(place), { text: shown.project.title, href: path }, { text: 'Preview' }],
      unlisted: true,
    },
    html`${insetText(html`${isCorrection ? 'This is the page as it will be once the correction is published; everybody reads the text as it was until then.' : 'This is the page as everybody will see it once it is published.'} <a class="govuk-link" href="${path}">Back to writing it</a>`)}
${projectArticle(frame, shown)}`,
  )
