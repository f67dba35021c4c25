import { button } from '../../../ui/components/button.ts'
import { checkboxesField, type FormState, textField } from '../../../ui/fields.ts'
import { type Html, html } from '../../../ui/html.ts'
import { layout } from '../../../ui/layout.ts'
import type { Frame } from '../../../vocabulary/frame.ts'
import { type MailTimes, timesInWords } from '../mail-times.ts'

type TimesShown = {
  readonly hub: { readonly name: string; readonly slug: string } | null
  readonly times: MailTimes & { readonly setBy: 'hub' | 'network' | null }
  readonly mayKeep: boolean
  readonly form: FormState
}

const whose = ({ hub, times }: TimesShown): string => {
  if (times.setBy === 'hub') return `${hub?.name ?? 'The hub'} has set this for itself.`
  const byWhom = times.setBy === 'network' ? 'The network has set this' : 'Nobody has set anything, so this holds'
  return hub ? `${byWhom}; it holds for every hub that has set nothing of its own.` : `${byWhom} for every hub.`
}

const chosen = (times: MailTimes): readonly string[] => [
  ...(times.restsAtWeekends ? ['weekends'] : []),
  ...(times.restsOnBankHolidays ? ['bank_holidays'] : []),
  ...(times.restsInSchoolHolidays ? ['school_holidays'] : []),
]

const fields = ({
  form,
  times,
}: TimesShown): Html => html`${textField(form, { name: 'from', label: 'Mail goes from', width: 5, value: times.from.toString().slice(0, 5) })}
${textField(form, { name: 'until', label: 'Until', width: 5, value: times.until.toString().slice(0, 5) })}
${checkboxesField(form, {
  name: 'rests',
  label: 'It does not go',
  small: true,
  items: [
    { value: 'weekends', text: 'At weekends' },
    { value: 'bank_holidays', text: 'On bank holidays' },
    { value: 'school_holidays', text: 'In the holidays of the reader’s school, where its terms are known' },
  ],
  values: chosen(times),
})}`

const setting = (shown: TimesShown): Html => {
  if (!shown.mayKeep) return html`<p class="govuk-body">The hub’s lead changes this.</p>`
  const action = shown.hub ? `/hub/${shown.hub.slug}/mail-times` : '/network/mail-times'
  return html`<h2 class="govuk-heading-m">Change it</h2>
<form method="post" action="${action}" novalidate>${fields(shown)}${button({ text: 'Save when mail goes', preventDoubleClick: true })}</form>
${shown.hub && shown.times.setBy === 'hub' && html`<form method="post" action="${action}/network">${button({ text: 'Follow the network instead', classes: 'govuk-button--secondary', preventDoubleClick: true })}</form>`}`
}

/** When mail goes that can wait: the rule in words, and the form that changes it. */
export const timesView = (frame: Frame, shown: TimesShown): Html =>
  layout(
    frame,
    {
      title: 'When mail goes that can wait',
      backLink: shown.hub ? `/hub/${shown.hub.slug}/mail` : '/network',
      errors: shown.form.errors,
      unlisted: true,
    },
    html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<span class="govuk-caption-l">${shown.hub?.name ?? 'The network'}</span><h1 class="govuk-heading-l">When mail goes that can wait</h1>
${timesInWords(shown.times).map((sentence) => html`<p class="govuk-body">${sentence}</p>`)}
<p class="govuk-body">${whose(shown)}</p>
${setting(shown)}</div></div>`,
  )
