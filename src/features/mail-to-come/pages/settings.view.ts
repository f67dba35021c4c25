import { button } from '../../../ui/components/button.ts'
import { type FormState, textArea, textField } from '../../../ui/fields.ts'
import { type Html, html } from '../../../ui/html.ts'
import { layout } from '../../../ui/layout.ts'
import type { Frame } from '../../../vocabulary/frame.ts'
import type { MailSettings } from '../session-mail.ts'

type SettingsShown = {
  readonly hub: { readonly name: string; readonly slug: string }
  readonly settings: MailSettings
  readonly form: FormState
}

/** How many days before its sessions a hub writes to those who come, and its own words. */
export const settingsView = (frame: Frame, { hub, settings, form }: SettingsShown): Html =>
  layout(
    frame,
    { title: 'Writing before sessions', backLink: `/hub/${hub.slug}/mail`, errors: form.errors, unlisted: true },
    html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<span class="govuk-caption-l">${hub.name}</span><h1 class="govuk-heading-l">Writing before sessions</h1>
<p class="govuk-body">Joining instructions say when and where a session is, how to get in, where to park, about lunch, the link, what to bring, whom to ask, and how to say that one cannot come. You keep these with your venues, your offers and the sessions themselves.</p>
<form method="post" action="/hub/${hub.slug}/mail/settings" novalidate>
${textField(form, { name: 'instructionsDays', label: 'Joining instructions, so many days before', hint: 'From 2 to 28, or 0 for none', inputmode: 'numeric', width: 3, value: settings.instructionsDays ?? 0 })}
${textField(form, { name: 'reminderDays', label: 'A reminder, so many days before', hint: 'From 1 to 7, or 0 for none. Whoever had the joining instructions within a day of it gets none', inputmode: 'numeric', width: 3, value: settings.reminderDays ?? 0 })}
${textArea(form, { name: 'ownWords', label: 'Your own words in the joining instructions', hint: 'They stand after what is said of the place. At most 2,000 characters', rows: 6, value: settings.ownWords })}
${button({ text: 'Save', preventDoubleClick: true })}
</form></div></div>`,
  )
