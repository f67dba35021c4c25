import { type Html, html } from '../../../ui/html.ts'
import { formatDate, localDate } from '../../../vocabulary/local-time.ts'
import { sizeInWords } from '../material.ts'

export type MaterialShown = {
  readonly id: string
  readonly title: string
  readonly url: string | null
  readonly fileName: string | null
  readonly bytes: number | null
  readonly session: number | null
  readonly addedAt: Temporal.Instant
  readonly addedBy: string | null
}

export type MessageShown = {
  readonly id: string
  readonly subject: string
  readonly body: string
  readonly people: number
  readonly writtenAt: Temporal.Instant
  readonly writtenBy: string | null
  readonly sentAt: Temporal.Instant
}

/** A link that leads out says where to; a file is handed over to be kept. */
export const materialLink = ({ id, title, url, fileName, bytes }: MaterialShown, files: string): Html =>
  url === null
    ? html`<a class="govuk-link" href="${files}/${id}" download>${title}</a> (${fileName}, ${sizeInWords(bytes ?? 0)})`
    : html`<a class="govuk-link" href="${url}" rel="noreferrer noopener external">${title}</a> (${new URL(url).hostname})`

/** Who put it there, and when. */
export const addedInWords = ({ addedBy, addedAt }: MaterialShown): string =>
  `${addedBy ?? 'The hub'}, ${formatDate(localDate(addedAt))}`

/** The words of a message, paragraph by paragraph. */
export const messageBody = (body: string): Html =>
  html`${body.split(/\n{2,}/).map((paragraph) => html`<p class="govuk-body app-keeps-lines">${paragraph}</p>`)}`
