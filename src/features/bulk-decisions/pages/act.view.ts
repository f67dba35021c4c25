import { button } from '../../../ui/components/button.ts'
import { details } from '../../../ui/components/details.ts'
import { insetText } from '../../../ui/components/inset-text.ts'
import { notificationBanner } from '../../../ui/components/notification-banner.ts'
import { hiddenField } from '../../../ui/fields.ts'
import { type Content, type Html, html } from '../../../ui/html.ts'
import { layout } from '../../../ui/layout.ts'
import type { Frame } from '../../../vocabulary/frame.ts'
import { formatInstant } from '../../../vocabulary/local-time.ts'
import { type BulkActRow, deedInWords, type RowOutcome } from '../bulk-act.ts'
import { crumbs } from './acts.view.ts'
import { type ActShown, chooseDeed } from './choose.view.ts'
import { rowsTable } from './rows.view.ts'

const requests = (count: number): string => (count === 1 ? '1 request' : `${count} requests`)

const ofOutcome = ({ rows }: ActShown, ...outcomes: readonly RowOutcome[]): readonly BulkActRow[] =>
  rows.filter(({ outcome }) => outcome !== null && outcomes.includes(outcome))

const part = (shown: ActShown, title: string, rows: readonly BulkActRow[]): Html | false =>
  rows.length > 0 && html`<h2 class="govuk-heading-m">${title}: ${rows.length}</h2>${rowsTable(shown, title, rows)}`

const post = ({ hub, act }: ActShown, deed: string, inside: Content): Html =>
  html`<form method="post" action="/hub/${hub.slug}/acts/${act.id}/${deed}" novalidate>${inside}</form>`

const preview = (shown: ActShown): Html => {
  const planned = ofOutcome(shown, 'planned')
  const { act } = shown
  return html`<p class="govuk-body">This is what would happen, tried out ${act.previewedAt && `on ${formatInstant(act.previewedAt)}`} and taken back. Nothing has been done yet.</p>
${part(shown, 'Will be done', planned)}
${part(shown, 'Will not be done', ofOutcome(shown, 'refused'))}
${
  planned.length > 0
    ? post(
        shown,
        'carry-out',
        html`${hiddenField('seen', act.previewedAt?.toString() ?? '')}<p class="govuk-body">You can undo it for ten minutes. The mail waits as long; each person gets one mail.</p>${button({ text: `${act.deed ? deedInWords(act.deed) : 'Carry out'}: ${requests(planned.length)}`, preventDoubleClick: true })}`,
      )
    : insetText('Nothing can be done as chosen. Choose something else below, or other requests in the list.')
}`
}

const mailOf = ({ mail, act }: ActShown): Html | false =>
  mail.length > 0 &&
  html`<h2 class="govuk-heading-m">Mail</h2><p class="govuk-body">${
    mail.some(({ held }) => held) && act.undoableUntil
      ? `${mail.length === 1 ? '1 mail waits' : `${mail.length} mails wait`} until ${formatInstant(act.undoableUntil)}.`
      : `${mail.length === 1 ? '1 mail has' : `${mail.length} mails have`} gone to be sent.`
  }</p>${mail.map(({ to, subject, text }) =>
    details({
      summaryText: `${to}: ${subject}`,
      text: html`<pre class="app-letter">${text.replaceAll(/https?:\/\/\S+/g, '(a link of their own)')}</pre>`,
    }),
  )}`

const result = (shown: ActShown): Html => {
  const { act, isUndoable } = shown
  const done = ofOutcome(shown, 'done')
  const undone = act.status === 'undone'
  return html`${notificationBanner({
    type: 'success',
    disableAutoFocus: true,
    text: undone
      ? `Undone by ${act.undoneBy ?? 'somebody'}. Nobody was told of what was undone.`
      : `Done with ${requests(done.length)}, by ${act.carriedOutBy ?? 'somebody'}.`,
  })}
${
  isUndoable &&
  done.length > 0 &&
  act.undoableUntil &&
  post(
    shown,
    'undo',
    html`<p class="govuk-body">You can undo this until ${formatInstant(act.undoableUntil)}. Each request then stands as before, but for what has changed since.</p>${button({ text: 'Undo', classes: 'govuk-button--warning', preventDoubleClick: true })}`,
  )
}
${part(shown, 'Undone', ofOutcome(shown, 'undone'))}${part(shown, 'Not undone', ofOutcome(shown, 'not_undone'))}
${part(shown, 'Done', done)}${part(shown, 'Left out', ofOutcome(shown, 'left_out', 'refused'))}${mailOf(shown)}`
}

/** An act on many requests: chosen, looked at, done, perhaps undone. */
export const actView = (frame: Frame, shown: ActShown): Html => {
  const { hub, act, rows, form } = shown
  const title = act.deed && form.errors.length === 0 ? deedInWords(act.deed) : `Act on ${requests(rows.length)}`
  const isOpen = act.status === 'chosen' || act.status === 'previewed'
  return layout(
    frame,
    {
      title: `${title}: ${hub.name}`,
      breadcrumbs: [...crumbs(hub), { text: title }],
      errors: form.errors,
      wide: true,
    },
    html`<span class="govuk-caption-l">${hub.name}</span><h1 class="govuk-heading-l">${title}</h1>
${act.deed?.kind === 'decline' && insetText(`The reason each is told: ${act.deed.reason}`)}
${act.status === 'chosen' && html`${chooseDeed(shown)}${part(shown, 'Chosen', rows)}`}
${act.status === 'previewed' && html`${preview(shown)}${details({ summaryText: 'Choose something else for these requests', open: form.errors.length > 0, text: chooseDeed(shown) })}`}
${!isOpen && result(shown)}
<p class="govuk-body"><a class="govuk-link" href="/hub/${hub.slug}/interest">Back to all requests</a> · <a class="govuk-link" href="/hub/${hub.slug}/acts">What was done with many requests</a></p>`,
  )
}
