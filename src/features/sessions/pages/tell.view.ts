import { button } from '../../../ui/components/button.ts'
import { insetText } from '../../../ui/components/inset-text.ts'
import { table } from '../../../ui/components/table.ts'
import { type Html, html } from '../../../ui/html.ts'
import { layout } from '../../../ui/layout.ts'
import type { Frame } from '../../../vocabulary/frame.ts'
import type { GroupSeen } from '../../groups/index.ts'
import { numberedName, type Session, whenInWords } from '../session.ts'
import type { Recipient } from '../telling.ts'

type Tell = {
  readonly group: GroupSeen
  readonly sessions: readonly Session[]
  readonly waiting: readonly (Recipient & { readonly news: number })[]
  readonly unreached: readonly Recipient[]
}

const datesList = (sessions: readonly Session[]): Html =>
  html`<ul class="govuk-list govuk-list--bullet">${sessions.map((session) => html`<li>${numberedName(session)}: ${whenInWords(session)}</li>`)}</ul>`

/** Everyone the dates would go to, by name, before anything is sent. */
export const tellView = (frame: Frame, { group, sessions, waiting, unreached }: Tell): Html => {
  const confirmed = sessions.filter((session) => session.status === 'confirmed')
  const provisional = sessions.filter((session) => session.status === 'provisional')
  return layout(
    frame,
    { title: 'Tell everyone the dates', backLink: `/groups/${group.id}`, unlisted: true },
    html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<span class="govuk-caption-l">${group.name}</span><h1 class="govuk-heading-l">Tell everyone the dates</h1>
<h2 class="govuk-heading-m">The dates in the mail</h2>
${confirmed.length > 0 ? datesList(confirmed) : html`<p class="govuk-body">No date is confirmed yet: there is nothing to tell.</p>`}
${provisional.length > 0 && html`<p class="govuk-body">Not in the mail, because ${provisional.length === 1 ? 'it is' : 'they are'} not confirmed: ${provisional.map((session) => `session ${session.number}`).join(', ')}.</p>`}
${insetText('Each person gets one mail that lists every confirmed date, with a calendar file. If a date changes later, they are sent the change by itself.')}
${
  waiting.length === 0
    ? html`<p class="govuk-body">Everyone has been told every confirmed date already.</p>`
    : html`${table({
        caption: `${waiting.length} ${waiting.length === 1 ? 'person gets' : 'people get'} a mail`,
        captionClasses: 'govuk-table__caption--m',
        head: ['Name', 'For', { text: 'New or changed dates', format: 'numeric' }],
        rows: waiting.map((person) => [
          person.name,
          person.as === 'lead' ? `${group.leadWord}` : (person.organisation ?? ''),
          { text: person.news, format: 'numeric' },
        ]),
        firstCellIsHeader: true,
      })}
<form method="post" action="/groups/${group.id}/tell">${button({ text: `Send ${waiting.length} ${waiting.length === 1 ? 'mail' : 'mails'}`, preventDoubleClick: true })}</form>`
}
${unreached.length > 0 && html`<p class="govuk-body">No email address is known for ${unreached.map((person) => person.name).join(', ')}.</p>`}
</div></div>`,
  )
}
