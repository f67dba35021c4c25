import { emptyState } from '../../../ui/components/empty-state.ts'
import { type Html, html } from '../../../ui/html.ts'
import { layout } from '../../../ui/layout.ts'
import type { Frame } from '../../../vocabulary/frame.ts'
import { listOf, type PlaceOfWriting } from '../../project-writing/index.ts'
import type { Outcome } from '../trying.ts'
import { trialView } from './trial.view.ts'

type Trial = Outcome & {
  readonly place: PlaceOfWriting
  readonly path: string
  readonly title: string
  readonly status: string
}

/** What would become of this and last year's requests under the rules that are written. */
export const tryView = (frame: Frame, { place, path, title, status, sum, hubs }: Trial): Html =>
  layout(
    frame,
    {
      title: `Try the rules: ${title}`,
      breadcrumbs: [
        place.home,
        listOf(place),
        { text: title, href: path },
        { text: 'Rules', href: `${path}/rules` },
        { text: 'Try them' },
      ],
      wide: true,
      unlisted: true,
    },
    html`<span class="govuk-caption-l">${title}</span><h1 class="govuk-heading-l">Try the rules</h1>
<p class="govuk-body">The rules as they are written ${status === 'published' ? 'in the correction' : 'in this draft'}, beside those by which each request was to be answered: of this project and of those it comes from, this year and last. By what is known today; nothing is changed by looking.</p>
${
  sum.requests === 0
    ? emptyState({
        title: 'No request to try them on',
        text: 'Nobody asked to join this project, or one that it comes from, this year or last. Say under its family line where it comes from.',
      })
    : trialView({ sum, hubs })
}
<p class="govuk-body"><a class="govuk-link" href="${path}/rules">Back to the rules</a></p>`,
  )
