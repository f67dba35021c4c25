import { button } from '../../../ui/components/button.ts'
import { details } from '../../../ui/components/details.ts'
import { emptyState } from '../../../ui/components/empty-state.ts'
import { insetText } from '../../../ui/components/inset-text.ts'
import { statusTag } from '../../../ui/components/status-tag.ts'
import { checkboxesField, type FormState, hiddenField, radiosField, textField } from '../../../ui/fields.ts'
import { type Html, html } from '../../../ui/html.ts'
import { layout } from '../../../ui/layout.ts'
import type { Frame } from '../../../vocabulary/frame.ts'
import { newId } from '../../../vocabulary/ids.ts'
import { formatDay, formatInstant, formatTimeRange } from '../../../vocabulary/local-time.ts'
import { isConflict, type MarkName, markLabels, markNames } from '../mark.ts'
import { markInWords, recordingInWords } from './recording.view.ts'
import { type Aside, type NotOnTheList, toSettle } from './to-settle.view.ts'

type Mark = {
  readonly id: string
  readonly mark: MarkName
  readonly minutes: number | null
  readonly substitute: string | null
  readonly origin: string
  readonly device_behind_seconds: number | null
  readonly clock_changed: boolean
  readonly reason: string | null
  readonly recorded_at: Temporal.Instant
  readonly recorded_by: string | null
  readonly settled_reason: string | null
  readonly standing: boolean
}

export type Expected = {
  readonly id: string
  readonly name: string
  readonly part: string
  /** Whose place a substitute takes at this session. */
  readonly insteadOf: string | null
  /** Whether they were expected at this session. */
  readonly comes: boolean
  readonly organisation: string
  readonly accessNeeds: string | null
  readonly gaveNotice: Temporal.Instant | null
  readonly marks: readonly Mark[]
}

export type RegisterSeen = {
  readonly group: { readonly id: string; readonly name: string }
  readonly session: {
    readonly id: string
    readonly number: number
    readonly title: string | null
    readonly onDate: Temporal.PlainDate | null
    readonly startsAt: Temporal.PlainTime | null
    readonly endsAt: Temporal.PlainTime | null
    readonly venue: string | null
    readonly mode: string
  }
  readonly against: string | null
  /** From now on a change says why. */
  readonly isClosed: boolean
  readonly aside: readonly Aside[]
  readonly walkIns: readonly NotOnTheList[]
  readonly expected: readonly Expected[]
  /** Who takes part and was not expected at this session. */
  readonly others: readonly Expected[]
}

const recordedInWords = (mark: Mark): string =>
  `${markInWords(mark)}: ${recordingInWords(mark)}${mark.settled_reason ? `, settled because “${mark.settled_reason}”` : ''}${mark.reason ? `, changed because “${mark.reason}”` : ''}`

// What one page or hand recorded plainly needs no telling; what came by another way does.
const isWorthTelling = ([first, ...more]: readonly Mark[]): boolean =>
  more.length > 0 || (first !== undefined && (first.origin !== 'form' || first.settled_reason !== null))

const earlier = (marks: readonly Mark[]): Html | string =>
  !isWorthTelling(marks)
    ? ''
    : details({
        summaryText: marks.length < 2 ? 'How it was recorded' : 'All marks',
        text: html`<ul class="govuk-list">${marks.map((mark) => html`<li>${recordedInWords(mark)}</li>`)}</ul>`,
      })

const hintFor = (one: Expected): Html =>
  html`${one.organisation}${one.part === 'substitute' ? `, as a substitute${one.insteadOf ? ` for ${one.insteadOf}` : ''}` : ''}${
    one.gaveNotice && html`<br>Gave notice on ${formatInstant(one.gaveNotice)}`
  }${one.accessNeeds && html`<br>Needs: ${one.accessNeeds}`}`

/** Others of the group, for whoever came though nobody had said so. */
const others = (register: RegisterSeen, form: FormState): Html | string =>
  register.others.length === 0
    ? ''
    : details({
        summaryText: `${register.others.length} of the group ${register.others.length === 1 ? 'was' : 'were'} not expected at this session`,
        text: html`<p class="govuk-body">Mark whoever came all the same. <a class="govuk-link" href="/groups/${register.group.id}/who-comes">Who comes to which session</a></p>${register.others.map((one) => person(register, form, one))}`,
      })

const conflictBox = (register: RegisterSeen, one: Expected, standing: readonly Mark[]): Html =>
  html`<div class="govuk-form-group"><h2 class="govuk-heading-s govuk-!-margin-bottom-1">${one.name} ${statusTag('Two marks differ', 'attention')}</h2>
<p class="govuk-body govuk-!-margin-bottom-1">${one.organisation}</p>
<ul class="govuk-list govuk-list--bullet">${standing.map((mark) => html`<li>${recordedInWords(mark)}</li>`)}</ul>
<p class="govuk-body"><a class="govuk-link" href="/groups/${register.group.id}/sessions/${register.session.id}/register/${one.id}">Settle it<span class="govuk-visually-hidden"> for ${one.name}</span></a></p></div>`

const fields = (form: FormState, one: Expected, standing: readonly Mark[]): Html => {
  const [mark] = standing
  return html`<div class="app-register__person">
${radiosField(form, { name: `mark-${one.id}`, label: one.name, hint: hintFor(one), items: markNames.map((name) => ({ value: name, text: markLabels[name] })), value: mark?.mark ?? null, inline: true, small: true })}
<div class="app-register__minutes">${textField(form, { name: `minutes-${one.id}`, label: html`Minutes missed<span class="govuk-visually-hidden"> by ${one.name}</span>, if late or left early`, value: mark?.minutes ?? null, width: 3, inputmode: 'numeric' })}</div><div class="app-register__substitute">${textField(form, { name: `substitute-${one.id}`, label: html`Who came instead<span class="govuk-visually-hidden"> of ${one.name}</span>, if a substitute`, value: mark?.substitute ?? null, width: 20 })}</div>
${hiddenField(`id-${one.id}`, String(form.typed[`id-${one.id}`] ?? newId()))}${hiddenField(`seen-${one.id}`, String(form.typed[`seen-${one.id}`] ?? standing.map(({ id }) => id).join(' ')))}
${earlier(one.marks)}</div>`
}

const person = (register: RegisterSeen, form: FormState, one: Expected): Html => {
  const standing = one.marks.filter((mark) => mark.standing)
  return isConflict(standing) ? conflictBox(register, one, standing) : fields(form, one, standing)
}

const theRest = (form: FormState, expected: readonly Expected[]): Html =>
  checkboxesField(form, {
    name: 'rest',
    label: 'Those without a mark',
    items: [{ value: 'present', text: 'Everyone I have not marked was present' }],
    small: true,
    ...(expected.some(({ gaveNotice, marks }) => gaveNotice && marks.length === 0)
      ? { hint: 'Whoever gave notice is marked with apologies.' }
      : {}),
  })

const newcomer = (form: FormState): Html =>
  html`<fieldset class="govuk-fieldset govuk-!-margin-bottom-6"><legend class="govuk-fieldset__legend govuk-fieldset__legend--s">Somebody who is not on the list</legend>
${hiddenField('newcomer_id', String(form.typed['newcomer_id'] ?? newId()))}
${textField(form, { name: 'newcomer_name', label: 'Their name', width: 20 })}
${textField(form, { name: 'newcomer_school', label: 'Their school, or where they come from', width: 30 })}
</fieldset>`

const reasonField = (form: FormState): Html =>
  textField(form, {
    name: 'reason',
    label: 'Why you change it, if you change a mark',
    hint: 'This register has closed. The reason is kept with the change.',
  })

const whenAndWhere = ({ session }: RegisterSeen): string =>
  [
    session.onDate && formatDay(session.onDate),
    session.startsAt && session.endsAt && formatTimeRange(session.startsAt, session.endsAt),
    session.mode === 'online' ? 'online' : session.venue,
  ]
    .filter(Boolean)
    .join(', ')

/** The register of a session, made for a phone in a hall. */
export const registerView = (frame: Frame, { register, form }: { register: RegisterSeen; form: FormState }): Html => {
  const { group, session, expected } = register
  const unmarked = expected.filter(({ marks }) => marks.length === 0).length
  return layout(
    frame,
    {
      title: `Register, session ${session.number}`,
      backLink: { text: group.name, href: `/groups/${group.id}` },
      errors: form.errors,
    },
    html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<span class="govuk-caption-l">${group.name}</span>
<h1 class="govuk-heading-l">Register, session ${session.number}${session.title ? `: ${session.title}` : ''}</h1>
<p class="govuk-body">${whenAndWhere(register)}</p>
${register.against ? insetText(register.against) : ''}
${toSettle(register)}
${
  expected.length === 0
    ? emptyState({
        title: 'Nobody takes part yet',
        text: 'Participants stand here as soon as schools hold places in this group.',
      })
    : register.against
      ? ''
      : html`<p class="govuk-body"><a class="govuk-link" href="/registers/on-this-device#${group.id}/${session.id}">Take it on this device, also where there is no network</a><br><a class="govuk-link" href="/groups/${group.id}/sessions/${session.id}/report">From the report of an online meeting</a><br><a class="govuk-link" href="/groups/${group.id}/sessions/${session.id}/code">Show a code by which people register themselves</a><br><a class="govuk-link" href="/groups/${group.id}/sessions/${session.id}/paper">Print the list, or type it in</a></p>
<p class="govuk-body">${expected.length - unmarked} of ${expected.length} are marked. You can save as often as you like; a correction keeps what stood before.</p>
<form method="post" action="/groups/${group.id}/sessions/${session.id}/register" novalidate>
${expected.map((one) => person(register, form, one))}
${others(register, form)}
${unmarked > 0 ? theRest(form, expected) : ''}
${newcomer(form)}
${register.isClosed ? reasonField(form) : ''}
${button({ text: 'Save the register', preventDoubleClick: true })}
</form>`
}
<p class="govuk-body"><a class="govuk-link" href="/groups/${group.id}/attendance">Attendance of the group</a></p>
</div></div>`,
  )
}
