import { button } from '../../../ui/components/button.ts'
import { insetText } from '../../../ui/components/inset-text.ts'
import { statusTag } from '../../../ui/components/status-tag.ts'
import { table } from '../../../ui/components/table.ts'
import { type FormState, fileField, hiddenField, selectField, textField } from '../../../ui/fields.ts'
import { type Html, html } from '../../../ui/html.ts'
import { layout } from '../../../ui/layout.ts'
import { filesTaken } from '../../../vocabulary/file-taken.ts'
import type { Frame } from '../../../vocabulary/frame.ts'
import { newId } from '../../../vocabulary/ids.ts'
import { formatInstant } from '../../../vocabulary/local-time.ts'
import { numberedName, type Session, whenInWords } from '../../sessions/index.ts'
import { addedInWords, type MaterialShown, type MessageShown, materialLink, messageBody } from './material.view.ts'

export type WorkPage = {
  readonly group: { readonly id: string; readonly name: string }
  readonly materials: readonly MaterialShown[]
  readonly messages: readonly MessageShown[]
  readonly sessions: readonly Session[]
  readonly isOver: boolean
  readonly now: Temporal.Instant
  readonly form: FormState
}

const small = 'govuk-button--secondary govuk-!-margin-bottom-0'

const materials = ({ group, materials: all }: WorkPage): Html =>
  all.length === 0
    ? html`<h2 class="govuk-heading-m">Materials</h2><p class="govuk-body">Nothing is on the page yet.</p>`
    : table({
        stacks: true,
        caption: 'Materials',
        captionClasses: 'govuk-table__caption--m',
        head: ['What', 'For', 'Added by', 'Do'],
        firstCellIsHeader: true,
        rows: all.map((each) => [
          materialLink(each, `/groups/${group.id}/page/materials`),
          each.session === null ? 'The whole year' : `Session ${each.session}`,
          addedInWords(each),
          html`<form method="post" action="/groups/${group.id}/page/materials/${each.id}/take-back">${button({ text: html`Take back<span class="govuk-visually-hidden"> ${each.title}</span>`, classes: small, preventDoubleClick: true })}</form>`,
        ]),
      })

const adding = ({ group, sessions, form }: WorkPage): Html =>
  html`<h2 class="govuk-heading-m">Add something</h2>
<form method="post" action="/groups/${group.id}/page/materials" enctype="multipart/form-data" novalidate>
${hiddenField('id', String(form.typed['id'] ?? newId()))}
${textField(form, { name: 'title', label: 'What is it called?', hint: 'For a file, its name if you leave this empty' })}
${selectField(form, { name: 'session', label: 'What is it for?', blank: 'The whole year', items: sessions.map((session) => ({ value: session.id, text: `${numberedName(session)}: ${whenInWords(session)}` })) })}
${textField(form, { name: 'url', label: 'A link', type: 'url', hint: 'Such as https://www.ncetm.org.uk/teaching-for-mastery' })}
${fileField(form, { name: 'file', label: 'Or a file', hint: `${filesTaken}.` })}
${button({ text: 'Add it to the page', preventDoubleClick: true })}
</form>`

const message = ({ group, now }: WorkPage, each: MessageShown): Html => {
  const waits = Temporal.Instant.compare(now, each.sentAt) < 0
  return html`<section class="govuk-!-margin-bottom-6"><h3 class="govuk-heading-s govuk-!-margin-bottom-1">${each.subject} ${waits && statusTag('Not sent yet', 'waiting')}</h3>
<p class="govuk-body-s">${each.writtenBy ?? 'The hub'}, ${formatInstant(each.writtenAt)}, to ${each.people === 1 ? 'one person' : `${each.people} people`}</p>${messageBody(each.body)}
${waits && html`<form method="post" action="/groups/${group.id}/page/messages/${each.id}/take-back">${button({ text: html`Take back<span class="govuk-visually-hidden"> ${each.subject}</span>`, classes: 'govuk-button--secondary', preventDoubleClick: true })}</form>`}</section>`
}

const messages = (data: WorkPage): Html =>
  html`<h2 class="govuk-heading-m">Messages</h2>
${!data.isOver && html`<p class="govuk-body">${button({ text: 'Write to everybody', href: `/groups/${data.group.id}/page/messages/new`, classes: 'govuk-button--secondary' })}</p>`}
${data.messages.length === 0 ? html`<p class="govuk-body">Nobody has written to the group yet.</p>` : data.messages.map((each) => message(data, each))}`

/** The page of a group as those see it who put things on it. */
export const workView = (frame: Frame, data: WorkPage): Html =>
  layout(
    frame,
    {
      title: 'The page of the group',
      backLink: { href: `/groups/${data.group.id}`, text: data.group.name },
      errors: data.form.errors,
      unlisted: true,
    },
    html`<span class="govuk-caption-l">${data.group.name}</span><h1 class="govuk-heading-l">The page of the group</h1>
<p class="govuk-body">Everybody who takes part reads it, signed in or by the link in their mail: the dates, who takes part, tasks, and what stands here.</p>
${data.isOver && insetText('This group is over: its page stays as it is.')}
${materials(data)}
<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
${!data.isOver && adding(data)}
${messages(data)}
</div></div>`,
  )
