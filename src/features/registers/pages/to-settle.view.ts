import { button } from '../../../ui/components/button.ts'
import { statusTag } from '../../../ui/components/status-tag.ts'
import { type FormState, radiosField, selectField, textArea } from '../../../ui/fields.ts'
import { type Html, html } from '../../../ui/html.ts'
import { layout } from '../../../ui/layout.ts'
import type { Frame } from '../../../vocabulary/frame.ts'
import type { MarkName } from '../mark.ts'
import { type ReasonToSetAside, setAsideInWords } from '../set-aside.ts'
import { markInWords, type Recording, recordingInWords } from './recording.view.ts'

export type Aside = Recording & {
  readonly id: string
  readonly participant_id: string
  readonly name: string
  readonly organisation: string
  readonly mark: MarkName
  readonly minutes: number | null
  readonly substitute: string | null
  readonly because: ReasonToSetAside
}

export type NotOnTheList = Recording & {
  readonly id: string
  readonly said_name: string | null
  readonly said_school: string | null
  readonly outcome: string | null
  readonly participant: string | null
}

type Register = {
  readonly group: { readonly id: string; readonly name: string }
  readonly session: { readonly id: string; readonly number: number }
  readonly against: string | null
  readonly aside: readonly Aside[]
  readonly walkIns: readonly NotOnTheList[]
  readonly expected: readonly { readonly id: string; readonly name: string; readonly organisation: string }[]
  readonly others: readonly { readonly id: string; readonly name: string; readonly organisation: string }[]
}

const addressOf = ({ group, session }: Register): string => `/groups/${group.id}/sessions/${session.id}/register`

const calledAs = ({ said_name, said_school }: NotOnTheList): string =>
  [said_name ?? 'Somebody', said_school].filter(Boolean).join(', ')

const asideBox = (register: Register, one: Aside): Html =>
  html`<li><strong>${one.name}</strong>, ${one.organisation}: ${markInWords(one)} (${recordingInWords(one)}). ${setAsideInWords[one.because]}
<a class="govuk-link" href="${addressOf(register)}/set-aside/${one.id}">Say what becomes of it<span class="govuk-visually-hidden"> for ${one.name}</span></a></li>`

const settledAs: Readonly<Record<string, string>> = {
  participant: 'was',
  substitute: 'came as a substitute for',
  guest: 'came as a guest',
  mistake: 'was noted by mistake',
}

const walkInLine = (register: Register, one: NotOnTheList): Html =>
  one.outcome === null
    ? html`<li><strong>${calledAs(one)}</strong> (${recordingInWords(one)}). <a class="govuk-link" href="${addressOf(register)}/walk-ins/${one.id}">Say who it was<span class="govuk-visually-hidden">: ${calledAs(one)}</span></a></li>`
    : html`<li>${calledAs(one)} ${settledAs[one.outcome]}${one.participant && html` ${one.participant}`}.</li>`

/** What arrived and waits for somebody: marks that were set aside, and people who are not on the list. */
export const toSettle = (register: Register): Html | string => {
  const waiting = register.aside.length + register.walkIns.filter(({ outcome }) => outcome === null).length
  if (register.aside.length + register.walkIns.length === 0) return ''
  return html`<section aria-labelledby="to-settle" class="govuk-!-margin-bottom-6">
<h2 class="govuk-heading-m" id="to-settle">${waiting > 0 ? 'To settle' : 'Not on the list'} ${waiting > 0 ? statusTag(`${waiting}`, 'attention') : ''}</h2>
${register.aside.length > 0 && html`<p class="govuk-body">These marks arrived and could not be taken as they were. Nothing of them is lost.</p><ul class="govuk-list govuk-list--bullet">${register.aside.map((one) => asideBox(register, one))}</ul>`}
${register.walkIns.length > 0 && html`<p class="govuk-body">Came without being on the list:</p><ul class="govuk-list govuk-list--bullet">${register.walkIns.map((one) => walkInLine(register, one))}</ul>`}
</section>`
}

const around = (frame: Frame, register: Register, { title, form }: { title: string; form: FormState }, body: Html) =>
  layout(
    frame,
    { title, backLink: addressOf(register), errors: form.errors },
    html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<span class="govuk-caption-l">${register.group.name}, session ${register.session.number}</span>
<h1 class="govuk-heading-l">${title}</h1>${body}</div></div>`,
  )

/** A mark that was set aside: for whom it is taken up, or that it is left out, and why. */
export const setAsideView = (
  frame: Frame,
  { register, one, form }: { register: Register; one: Aside; form: FormState },
): Html => {
  const expected = register.against === null ? [...register.expected, ...register.others] : []
  const own = expected.filter(({ id }) => id === one.participant_id)
  const others = expected.filter(({ id }) => id !== one.participant_id)
  const item = (each: { id: string; name: string; organisation: string }, text: string) => ({
    value: each.id,
    text,
    hint: each.organisation,
  })
  return around(
    frame,
    register,
    { title: `What becomes of the mark of ${one.name}?`, form },
    html`<p class="govuk-body"><strong>${markInWords(one)}</strong>: ${recordingInWords(one)}.</p>
<p class="govuk-body">${setAsideInWords[one.because]}${register.against ? html` ${register.against}` : ''}</p>
<form method="post" action="${addressOf(register)}/set-aside/${one.id}" novalidate>
${radiosField(form, {
  name: 'whom',
  label: 'What becomes of it?',
  items: [
    ...own.map((each) => item(each, `Take it for ${each.name}`)),
    ...others.map((each) => item(each, `It was ${each.name} who came`)),
    { value: 'nobody', text: 'Leave it out', hint: 'It stays in the history and counts for nothing.' },
  ],
})}
${textArea(form, { name: 'reason', label: 'Why?', rows: 3 })}
${button({ text: 'Settle it', preventDoubleClick: true })}
</form>`,
  )
}

/** Somebody who came without being on the list: who it was. */
export const walkInView = (
  frame: Frame,
  { register, one, form }: { register: Register; one: NotOnTheList; form: FormState },
): Html =>
  around(
    frame,
    register,
    { title: `Who was ${calledAs(one)}?`, form },
    html`<p class="govuk-body">Noted: ${recordingInWords(one)}.</p>
<form method="post" action="${addressOf(register)}/walk-ins/${one.id}" novalidate>
${radiosField(form, {
  name: 'outcome',
  label: 'Who was it?',
  items: [
    ...(register.against === null
      ? [
          { value: 'participant', text: 'Somebody of the register, who is then marked as present' },
          { value: 'substitute', text: 'A substitute for somebody of the register' },
        ]
      : []),
    { value: 'guest', text: 'A guest', hint: 'Kept with the session; counts for nobody.' },
    { value: 'mistake', text: 'Nobody: it was noted by mistake' },
  ],
})}
${
  register.against === null
    ? selectField(form, {
        name: 'participant',
        label: 'Who of the register?',
        items: [
          { value: '', text: 'Choose, unless it was a guest or a mistake' },
          ...[...register.expected, ...register.others].map(({ id, name, organisation }) => ({
            value: id,
            text: `${name}, ${organisation}`,
          })),
        ],
      })
    : html`<p class="govuk-body">${register.against}</p>`
}
${button({ text: 'Settle it', preventDoubleClick: true })}
</form>`,
  )
