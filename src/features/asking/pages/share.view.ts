import { button } from '../../../ui/components/button.ts'
import { type FormState, hiddenField, textField } from '../../../ui/fields.ts'
import { type Html, html } from '../../../ui/html.ts'
import { layout } from '../../../ui/layout.ts'
import type { Frame } from '../../../vocabulary/frame.ts'
import type { FormLink } from '../interest-form.ts'
import { type AskedFor, columns } from './ask.view.ts'

export type Sharing = {
  readonly asking: { readonly about: AskedFor }
  readonly colleagues: readonly FormLink[]
  readonly state: FormState
}

const colleagueRow = (about: AskedFor, { id, name, email }: FormLink): Html =>
  html`<li>${name}, ${email} <form method="post" action="${about.base}/share">${hiddenField('act', 'stop')}${hiddenField('link', id)}${button({ text: html`Stop the link<span class="govuk-visually-hidden"> of ${name}</span>`, classes: 'govuk-button--secondary', preventDoubleClick: true })}</form></li>`

/** Mail me the link, and ask colleagues to help. */
export const shareView = (frame: Frame, { asking, colleagues, state }: Sharing): Html => {
  const { about } = asking
  const title = 'Come back later, or with others'
  return layout(
    frame,
    { title: `${title}: ${about.title}`, backLink: about.base, errors: state.errors, unlisted: true },
    columns(html`<span class="govuk-caption-l">${about.title}, ${about.hub}</span>
<h1 class="govuk-heading-l">${title}</h1>
<h2 class="govuk-heading-m">Mail me the link</h2>
<form method="post" action="${about.base}/share" novalidate>${hiddenField('act', 'own')}
${textField(state, { name: 'own_email', label: 'Your email address', type: 'email', autocomplete: 'email' })}
${button({ text: 'Mail me the link', preventDoubleClick: true })}</form>
<h2 class="govuk-heading-m">Stop this link</h2>
<p class="govuk-body">Did the link reach somebody else, such as by a wrong address? Stop it: it opens nothing any more, and this page goes on under a new one. What is typed stays.</p>
<form method="post" action="${about.base}/share">${hiddenField('act', 'renew')}${button({ text: 'Stop the link and make a new one', classes: 'govuk-button--secondary', preventDoubleClick: true })}</form>
<h2 class="govuk-heading-m">Ask a colleague to help</h2>
<p class="govuk-body">They get a link of their own, fill in and correct any step, and send nothing. If two of you save the same step at once, the second sees both.</p>
<form method="post" action="${about.base}/share" novalidate>${hiddenField('act', 'ask')}
${textField(state, { name: 'from', label: 'Your name', autocomplete: 'name' })}
${textField(state, { name: 'name', label: 'Your colleague’s name', autocomplete: 'off' })}
${textField(state, { name: 'email', label: 'Your colleague’s email address', type: 'email', autocomplete: 'off' })}
${button({ text: 'Mail them a link', preventDoubleClick: true })}</form>
${colleagues.length > 0 && html`<h2 class="govuk-heading-m">Who helps</h2><ul class="govuk-list">${colleagues.map((each) => colleagueRow(about, each))}</ul>`}`),
  )
}
