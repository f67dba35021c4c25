import { actionBar } from '../../../ui/components/action-bar.ts'
import { button } from '../../../ui/components/button.ts'
import { details } from '../../../ui/components/details.ts'
import { scrollable } from '../../../ui/components/scrollable.ts'
import { statusTag } from '../../../ui/components/status-tag.ts'
import { table } from '../../../ui/components/table.ts'
import { type FormState, hiddenField, textArea, textField } from '../../../ui/fields.ts'
import { type Html, html } from '../../../ui/html.ts'
import { layout } from '../../../ui/layout.ts'
import type { Frame } from '../../../vocabulary/frame.ts'
import { formatInstant } from '../../../vocabulary/local-time.ts'
import { blanks } from '../message-text.ts'

type HubNamed = { readonly slug: string; readonly name: string }
type Text = {
  readonly name: string
  readonly templateId: string | null
  readonly version: number
  readonly title: string
  readonly subject: string
  readonly body: string
  readonly writtenBy: string | null
  readonly writtenAt: Temporal.Instant | null
  readonly isRetired: boolean
}
type Version = Pick<Text, 'title' | 'subject' | 'body' | 'writtenBy'> & {
  readonly number: number
  readonly writtenAt: Temporal.Instant
}

const whose = ({ version, writtenBy, writtenAt }: Text): string =>
  version === 0 || writtenAt === null
    ? 'As it comes with Tessellate'
    : `Version ${version}, by ${writtenBy ?? 'somebody'} on ${formatInstant(writtenAt)}`

/** The texts that a hub sends to those who ask. */
export const textsView = (frame: Frame, { hub, texts }: { hub: HubNamed; texts: readonly Text[] }): Html =>
  layout(
    frame,
    {
      title: `Messages: ${hub.name}`,
      breadcrumbs: [{ text: 'Hub work', href: `/hub/${hub.slug}` }, { text: 'Messages' }],
      wide: true,
    },
    html`${actionBar({
      title: 'Messages',
      caption: hub.name,
      text: 'What you write to those who ask, with blanks that are filled in for each. To send one, tick requests in the list and choose “Send a message”.',
      actions: [
        button({ text: 'Write a new text', href: `/hub/${hub.slug}/messages/new` }),
        button({ text: 'Requests to join', href: `/hub/${hub.slug}/interest`, classes: 'govuk-button--secondary' }),
      ],
    })}${scrollable(
      'Messages',
      table({
        stacks: true,
        caption: 'Messages',
        captionClasses: 'govuk-visually-hidden',
        firstCellIsHeader: true,
        head: ['Text', 'Subject', 'Written'],
        rows: texts.map((text) => [
          html`<a class="govuk-link" href="/hub/${hub.slug}/messages/${text.name}">${text.title}</a>${text.isRetired && html` ${statusTag('Put away', 'over')}`}`,
          text.subject,
          whose(text),
        ]),
      }),
    )}`,
  )

type Shown = {
  readonly hub: HubNamed
  readonly text: Text | null
  readonly versions: readonly Version[]
  readonly form: FormState
}

const blankList = html`<ul class="govuk-list govuk-list--bullet">${Object.entries(blanks).map(
  ([name, filledWith]) => html`<li><strong>{${name}}</strong> – ${filledWith}</li>`,
)}</ul>`

const versionList = (versions: readonly Version[]): Html | false =>
  versions.length > 0 &&
  html`<h2 class="govuk-heading-m">Versions</h2>${versions.map((version) =>
    details({
      summaryText: `Version ${version.number}, by ${version.writtenBy ?? 'somebody'} on ${formatInstant(version.writtenAt)}`,
      text: html`<p class="govuk-body"><strong>${version.subject}</strong></p><pre class="app-letter">${version.body}</pre>`,
    }),
  )}`

const seenIn = ({ text, form }: Shown): string => {
  const typed = form.typed['seen']
  return typeof typed === 'string' ? typed : String(text?.version ?? 0)
}

/** A text to write or change, with its blanks and its versions. */
export const textView = (frame: Frame, shown: Shown): Html => {
  const { hub, text, versions, form } = shown
  const title = text ? text.title : 'Write a new text'
  const base = `/hub/${hub.slug}/messages`
  return layout(
    frame,
    {
      title: `${title}: ${hub.name}`,
      breadcrumbs: [{ text: 'Hub work', href: `/hub/${hub.slug}` }, { text: 'Messages', href: base }, { text: title }],
      errors: form.errors,
    },
    html`<h1 class="govuk-heading-l">${title}</h1>${text && html`<p class="govuk-hint">${whose(text)}</p>`}
<form method="post" action="${base}/${text?.name ?? 'new'}" novalidate>${hiddenField('seen', seenIn(shown))}
${textField(form, { name: 'title', label: 'What you call it', value: text?.title ?? null, width: 30 })}
${textField(form, { name: 'subject', label: 'Subject of the mail', hint: 'The name of your hub stands before it', value: text?.subject ?? null })}
${textArea(form, { name: 'body', label: 'Text', hint: 'An empty line begins a new paragraph. The greeting, a button to the request, and why they get the mail are put there for you.', value: text?.body ?? null, rows: 12 })}
${button({ text: 'Save', preventDoubleClick: true })}</form>
<h2 class="govuk-heading-m">Blanks you can use</h2>${blankList}
${versionList(versions)}
${text?.templateId && !text.isRetired && html`<form method="post" action="${base}/${text.name}/retire" novalidate><p class="govuk-body">A text that you no longer use can be put away; saved again, it is back.</p>${button({ text: 'Put it away', classes: 'govuk-button--secondary', preventDoubleClick: true })}</form>`}`,
  )
}
