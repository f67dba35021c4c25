import { button } from '../../../ui/components/button.ts'
import { details } from '../../../ui/components/details.ts'
import { insetText } from '../../../ui/components/inset-text.ts'
import { type FormState, hiddenField, selectField, textArea, textField } from '../../../ui/fields.ts'
import { type Html, html } from '../../../ui/html.ts'
import { layout } from '../../../ui/layout.ts'
import type { Frame } from '../../../vocabulary/frame.ts'
import { formatDate } from '../../../vocabulary/local-time.ts'
import { postKinds, postLabels } from '../../../vocabulary/posts.ts'
import type { SuccessorAsked } from '../successor.ts'
import { byDayInWords, isOverdue, needsException } from '../successor.ts'

export type SchoolShown = {
  readonly asked: SuccessorAsked
  readonly today: Temporal.PlainDate
  readonly path: string
  readonly back: string | null
  readonly form: FormState
}

const by = ({ asked, today }: SchoolShown): string => {
  if (asked.saysNobody)
    return `Your school has said that nobody follows. ${asked.hub} decides how it goes on; you can still name somebody.`
  return isOverdue(asked, today)
    ? `They were to be named ${byDayInWords(asked.byOn)}. You can still name them, as long as ${asked.hub} has not decided otherwise.`
    : `Name them ${byDayInWords(asked.byOn)}.`
}

const settled: Readonly<Record<string, string>> = {
  named: 'Somebody follows already. Nothing more is needed.',
  none: 'Nobody follows: the hub has settled it. Nothing more is needed.',
  over: 'The place is over. Nothing more is needed.',
}

const whoFollows = ({ path, form }: SchoolShown): Html =>
  html`<form method="post" action="${path}" novalidate>${hiddenField('act', 'name')}
${textField(form, { name: 'name', label: 'Their name', autocomplete: 'off' })}
${textField(form, { name: 'email', label: 'Their email address', type: 'email', autocomplete: 'off', hint: 'The dates are sent here' })}
${selectField(form, { name: 'post', label: 'What they do', blank: 'Choose', items: postKinds.map((kind) => ({ value: kind, text: postLabels[kind] })) })}
${textField(form, { name: 'needs', label: 'What they need to take part (optional)', hint: 'Access or dietary needs. They see this and can change it; the leads and hubs of the group see it' })}
${button({ text: 'Name who follows', preventDoubleClick: true })}</form>`

const whereItStands = ({ asked }: SchoolShown): Html | false => {
  if (asked.exception === 'asked')
    return insetText(
      `You have asked ${asked.hub} for an exception: “${asked.exceptionReason}” You are told what it decides.`,
    )
  return (
    asked.exception === 'refused' &&
    insetText(
      `${asked.hub} makes no exception: “${asked.exceptionAnswer}” If something has changed, you can ask again.`,
    )
  )
}

const exceptionFirst = (shown: SchoolShown): Html => {
  const { asked, path, form } = shown
  return html`<p class="govuk-body">This project keeps the same people all year. Somebody follows only if ${asked.hub} makes an exception.</p>
${whereItStands(shown)}
${
  asked.exception !== 'asked' &&
  html`<form method="post" action="${path}" novalidate>${hiddenField('act', 'exception')}${textArea(form, { name: 'why', label: 'Why should somebody else come?', rows: 3, hint: 'The hub reads this and decides' })}${button({ text: 'Ask for an exception', preventDoubleClick: true })}</form>`
}`
}

const nobody = ({ asked, path, form }: SchoolShown): Html | false =>
  !asked.saysNobody &&
  details({
    summaryText: 'Nobody follows',
    open: form.errors.some(({ field }) => field === 'reason'),
    text: html`<p class="govuk-body">${asked.hub} is told, and decides what becomes of the room. Nothing is taken away before.</p><form method="post" action="${path}" novalidate>${hiddenField('act', 'nobody')}${textArea(form, { name: 'reason', label: 'Why not? (optional)', rows: 2 })}${button({ text: 'Nobody follows', classes: 'govuk-button--secondary', preventDoubleClick: true })}</form>`,
  })

/** Who follows somebody who has left: asked of a school by a link, and answered there or signed in. */
export const schoolView = (frame: Frame, shown: SchoolShown): Html => {
  const { asked, form } = shown
  const title = `Who follows ${asked.person}?`
  return layout(
    frame,
    { title, errors: form.errors, unlisted: true, ...(shown.back ? { backLink: shown.back } : {}) },
    html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<span class="govuk-caption-l">${asked.group}, ${asked.hub}</span><h1 class="govuk-heading-l">${title}</h1>
${
  asked.status === 'open'
    ? html`<p class="govuk-body-l">${asked.person} took part for ${asked.organisation} until ${formatDate(asked.leftOn)}. ${asked.organisation} keeps its place. ${needsException(asked) ? '' : `Who comes from now on? ${by(shown)}`}</p>
${asked.nextOn && html`<p class="govuk-body">The group meets next on ${formatDate(asked.nextOn)}.</p>`}
${needsException(asked) ? exceptionFirst(shown) : whoFollows(shown)}
${nobody(shown)}`
    : html`<p class="govuk-body-l">${asked.successor ? `${asked.successor} follows. Nothing more is needed.` : settled[asked.status]}</p>`
}</div></div>`,
  )
}
