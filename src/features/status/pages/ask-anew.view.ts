import { button } from '../../../ui/components/button.ts'
import { type FormState, hiddenField, textField } from '../../../ui/fields.ts'
import { type Html, html } from '../../../ui/html.ts'
import { layout } from '../../../ui/layout.ts'
import type { Frame } from '../../../vocabulary/frame.ts'
import { formatInstant } from '../../../vocabulary/local-time.ts'
import { speakerFor, speakerTitle } from '../../../vocabulary/speaks-for.ts'
import { columns } from '../../asking/index.ts'
import type { Interest } from '../../interest/index.ts'

/** The form by which a wrong address is put right, or a fresh link is sent. */
export const askAnewForm = (path: string, { headteacher, organisation }: Interest, state: FormState): Html =>
  html`<form method="post" action="${path}" novalidate>${hiddenField('act', 'ask-anew')}
${textField(state, { name: 'headteacher_name', label: `${speakerTitle(organisation.kind)}’s name`, value: headteacher.name, autocomplete: 'off' })}
${textField(state, { name: 'headteacher_email', label: `${speakerTitle(organisation.kind)}’s email address`, type: 'email', value: headteacher.email, autocomplete: 'off', hint: 'As it is, to send a fresh link. The link that was sent before opens no more' })}
${button({ text: 'Send a fresh link', preventDoubleClick: true })}</form>`

const asked = ({ headteacher, organisation }: Interest): string => {
  const { name, email, askedAt, remindedAt, answerBy, ended } = headteacher
  if (email === null || askedAt === null) return 'Nobody has been asked yet.'
  const reminded = remindedAt ? `, reminded on ${formatInstant(remindedAt)}` : ''
  const until = answerBy ? ` The answer is awaited until ${formatInstant(answerBy)}.` : ''
  const ends = {
    silent: ' No answer came in time.',
    wrong_person: ` Whoever reads this address is not the ${speakerFor(organisation.kind).who}.`,
  }
  return `${name ?? speakerTitle(organisation.kind)}, ${email}, was asked on ${formatInstant(askedAt)}${reminded}.${ended ? ends[ended] : until}`
}

/** The hub puts the headteacher's address right, or sends a fresh link. */
export const agreementView = (
  frame: Frame,
  { interest, path, state }: { interest: Interest; path: string; state: FormState },
): Html => {
  const title = `The agreement of ${interest.organisation.name}`
  return layout(
    frame,
    {
      title,
      backLink: `/hub/${interest.hub.slug}/interest/${interest.id}`,
      errors: state.errors,
    },
    columns(html`<span class="govuk-caption-l">${interest.organisation.name}, ${interest.projectTitle}</span>
<h1 class="govuk-heading-l">${title}</h1>
<p class="govuk-body">${asked(interest)}</p>
${interest.status === 'received' ? askAnewForm(path, interest, state) : html`<p class="govuk-body">No agreement is waited for any more.</p>`}`),
  )
}
