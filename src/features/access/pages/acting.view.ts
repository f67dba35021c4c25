import { button } from '../../../ui/components/button.ts'
import { emptyState } from '../../../ui/components/empty-state.ts'
import { table } from '../../../ui/components/table.ts'
import { hiddenField } from '../../../ui/fields.ts'
import { type Html, html } from '../../../ui/html.ts'
import { layout } from '../../../ui/layout.ts'
import type { Frame } from '../../../vocabulary/frame.ts'
import { formatInstant } from '../../../vocabulary/local-time.ts'

export type EpisodeShown = {
  readonly id: string
  readonly by: string
  readonly for: string
  readonly isForMe: boolean
  readonly reason: string
  readonly begunAt: Temporal.Instant
  readonly endedAt: Temporal.Instant | null
  /** What was done meanwhile, in the words of the history. */
  readonly done: readonly { readonly sentence: string; readonly at: Temporal.Instant }[]
}

const ended = ({ id, by, isForMe, endedAt }: EpisodeShown): Html | string => {
  if (endedAt !== null) return formatInstant(endedAt)
  return isForMe
    ? html`<form method="post" action="/account/acting/end">${hiddenField('id', id)}${button({ text: html`End it now<span class="govuk-visually-hidden"> for ${by}</span>`, classes: 'govuk-button--warning govuk-!-margin-bottom-0' })}</form>`
    : 'Not yet'
}

const capital = (sentence: string): string => `${sentence.slice(0, 1).toUpperCase()}${sentence.slice(1)}`

const doneIn = ({ done }: EpisodeShown): Html | string =>
  done.length === 0
    ? 'Nothing was changed'
    : html`<ul class="govuk-list govuk-list--bullet govuk-!-margin-bottom-0">${done.map(({ sentence, at }) => html`<li>${capital(sentence)}, ${formatInstant(at)}</li>`)}</ul>`

/** Who acted for somebody, and for whom they acted. */
export const actingView = (frame: Frame, episodes: readonly EpisodeShown[]): Html =>
  layout(
    frame,
    {
      title: 'Who acted for you',
      breadcrumbs: [{ text: 'Your account', href: '/account' }, { text: 'Who acted for you' }],
      unlisted: true,
      wide: true,
    },
    html`<h1 class="govuk-heading-l">Who acted for you</h1>
<p class="govuk-body">When you ask for help, a lead of your hub or the national team can act for you for an hour at most. What they did stands in the history under both names. They never see how you sign in, your details or what is held about you. Whom you acted for yourself is listed too.</p>
${
  episodes.length === 0
    ? emptyState({ title: 'Nobody has acted for you', text: 'You will get a mail whenever somebody does.' })
    : table({
        stacks: true,
        caption: 'The latest first',
        captionClasses: 'govuk-table__caption--m',
        head: ['Who', 'For', 'Why', 'From', 'Until', 'What was done'],
        rows: episodes.map((episode) => [
          episode.by,
          episode.isForMe ? 'You' : episode.for,
          episode.reason,
          formatInstant(episode.begunAt),
          ended(episode),
          doneIn(episode),
        ]),
      })
}`,
  )
