import { button } from '../../../ui/components/button.ts'
import { panel } from '../../../ui/components/panel.ts'
import { type FormState, hiddenField, textField } from '../../../ui/fields.ts'
import { type Html, html } from '../../../ui/html.ts'
import { layout } from '../../../ui/layout.ts'
import type { Frame } from '../../../vocabulary/frame.ts'
import { newId } from '../../../vocabulary/ids.ts'

type Shown = {
  readonly path: string
  readonly code: string
  readonly signedInAs: string | null
  readonly isByLink: boolean
  readonly form: FormState
}

const whoTheyAre = ({ signedInAs, isByLink }: Shown): Html => {
  if (signedInAs) return html`<p class="govuk-body">You are signed in as ${signedInAs}.</p>`
  if (isByLink) return html`<p class="govuk-body">Your link says who you are.</p>`
  return html`<p class="govuk-body">Say who you are by your name and school: the lead of the session confirms it. Or <a class="govuk-link" href="/sign-in?to=%2Fhere">sign in</a>, or open the link in the mail with your dates.</p>`
}

/** Saying that one is here, by the code on the screen. */
export const hereView = (frame: Frame, shown: Shown): Html => {
  const { path, code, form, signedInAs, isByLink } = shown
  const isKnown = signedInAs !== null || isByLink
  const asksForName = !isKnown || form.errors.some(({ field }) => field === 'name')
  return layout(
    frame,
    { title: 'I am here', unlisted: true, errors: form.errors },
    html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<h1 class="govuk-heading-l">I am here</h1>
<p class="govuk-body">You are at a session and see a code on the screen? Type it here to be in its register.</p>
${whoTheyAre(shown)}
<form method="post" action="${path}" novalidate>
${hiddenField('id', String(form.typed['id'] ?? newId()))}
${textField(form, { name: 'code', label: 'Code on the screen', hint: 'Six signs. It changes every minute.', width: 10, value: code, autocomplete: 'off' })}
${asksForName ? html`${textField(form, { name: 'name', label: 'Your name', width: 20, autocomplete: 'name' })}${textField(form, { name: 'school', label: 'Your school, or where you come from', width: 30, autocomplete: 'organization' })}` : ''}
${button({ text: 'I am here', preventDoubleClick: true })}
</form></div></div>`,
  )
}

/** What is said to whoever has registered. */
export const registeredView = (frame: Frame, { isNoted }: { isNoted: boolean }): Html =>
  layout(
    frame,
    { title: isNoted ? 'Noted' : 'You are in the register', unlisted: true },
    html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
${panel({
  titleText: isNoted ? 'Noted' : 'You are in the register',
  text: isNoted ? 'The lead of the session confirms who you are.' : 'There is nothing more to do.',
})}</div></div>`,
  )
