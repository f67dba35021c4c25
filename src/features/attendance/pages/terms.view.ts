import { button } from '../../../ui/components/button.ts'
import { type FormState, radiosField, textField } from '../../../ui/fields.ts'
import { type Html, html } from '../../../ui/html.ts'
import { layout } from '../../../ui/layout.ts'
import type { Frame } from '../../../vocabulary/frame.ts'
import { countingInWords } from '../../registers/index.ts'
import { type Asked, askedInWords } from '../sums.ts'

type Shown = {
  readonly project: { readonly title: string; readonly asked: Asked }
  readonly path: string
  readonly backTo: string
  readonly form: FormState
}

/** What a project means by a day, whether missed minutes are taken off, and whether time beside sessions counts. */
export const termsView = (frame: Frame, { project, path, backTo, form }: Shown): Html =>
  layout(
    frame,
    { title: 'How attendance is counted', backLink: { text: project.title, href: backTo }, errors: form.errors },
    html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<span class="govuk-caption-l">${project.title}</span>
<h1 class="govuk-heading-l">How attendance is counted</h1>
<p class="govuk-body">${askedInWords(project.asked)} ${countingInWords(project.asked)}</p>
<form method="post" action="${path}" novalidate>
${textField(form, { name: 'hours', label: 'Hours in a day of this project', hint: 'For “the equivalent of three days”: like 5 or 5.5', width: 3, inputmode: 'decimal', value: project.asked.minutesInADay / 60 })}
${radiosField(form, {
  name: 'missed',
  label: 'What becomes of minutes that somebody missed by coming late or leaving early?',
  items: [
    { value: 'taken_off', text: 'They are taken off' },
    { value: 'counted', text: 'Who came counts for the whole session' },
  ],
  value: project.asked.takesOffMissed ? 'taken_off' : 'counted',
})}
${radiosField(form, {
  name: 'beside',
  label: 'What becomes of time beside sessions, for planning and evaluation?',
  items: [
    { value: 'counts', text: 'It counts towards the days' },
    { value: 'additional', text: 'It is additional to the days, and shown by itself' },
  ],
  value: project.asked.countsBeside ? 'counts' : 'additional',
})}
${button({ text: 'Save', preventDoubleClick: true })}
</form></div></div>`,
  )
