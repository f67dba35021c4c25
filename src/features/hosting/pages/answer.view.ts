import { button } from '../../../ui/components/button.ts'
import { type FormState, hiddenField, textArea, textField } from '../../../ui/fields.ts'
import { type Html, html } from '../../../ui/html.ts'
import { layout } from '../../../ui/layout.ts'
import type { Frame } from '../../../vocabulary/frame.ts'
import { whenInWords } from '../../sessions/index.ts'
import type { HostingStatus, NeedsAtSession, PlaceDetails } from '../hosting.ts'

export type AnswerShown = {
  readonly action: string
  readonly hosting: PlaceDetails & {
    readonly school: string
    readonly group: string
    readonly project: string
    readonly hub: string
    readonly number: number
    readonly status: HostingStatus
    readonly isOver: boolean
    readonly onDate: Temporal.PlainDate | null
    readonly startsAt: Temporal.PlainTime | null
    readonly endsAt: Temporal.PlainTime | null
  }
  readonly people: number
  readonly needs: NeedsAtSession
  readonly form: FormState
}

const standing: Readonly<Record<HostingStatus, string>> = {
  asked: 'Nobody of your school has answered yet.',
  accepted: 'Your school hosts it. You can still change what people need to know, or say that you cannot.',
  declined: 'Your school has said that it cannot, and another was asked. Nothing more is needed.',
  withdrawn: 'Asking your school was taken back. Nothing more is needed.',
}

const counted = (kinds: NeedsAtSession['access']): string =>
  kinds.map(({ words, people }) => `${words} (${people})`).join(', ')

const ownWords = (people: number): string =>
  `${people === 1 ? 'One of them has' : `${people} of them have`} told access or dietary needs in their own words: the lead says what to prepare.`

// A host prepares for numbers: whose needs they are is for the leads and the hub.
const toPrepare = ({ dietary, access, inOwnWords }: NeedsAtSession): Html | false =>
  dietary.length + access.length + inOwnWords > 0 &&
  html`<h2 class="govuk-heading-s">What to prepare</h2><ul class="govuk-list govuk-list--bullet">${access.length > 0 && html`<li>Access: ${counted(access)}</li>`}${dietary.length > 0 && html`<li>Food and drink: ${counted(dietary)}</li>`}${inOwnWords > 0 && html`<li>${ownWords(inOwnWords)}</li>`}</ul>`

/** Whether a school hosts a session: asked by a link, answered without an account. */
export const answerView = (frame: Frame, { action, hosting, people, needs, form }: AnswerShown): Html => {
  const title = `Can ${hosting.school} host session ${hosting.number}?`
  const isOpen = !hosting.isOver && (hosting.status === 'asked' || hosting.status === 'accepted')
  return layout(
    frame,
    { title, errors: form.errors, unlisted: true },
    html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<span class="govuk-caption-l">${hosting.hub}: ${hosting.group}</span><h1 class="govuk-heading-l">${title}</h1>
<p class="govuk-body">${hosting.project}. ${whenInWords(hosting)}. About ${people} people come.</p>
${toPrepare(needs)}
<p class="govuk-body">${hosting.isOver ? 'This session is over, or does not take place. Nothing more is needed.' : standing[hosting.status]}</p>
${
  isOpen &&
  html`<form method="post" action="${action}" novalidate>${hiddenField('answer', 'yes')}
<h2 class="govuk-heading-m">Yes, we can</h2><p class="govuk-body">What those who come need to know goes into their mail and their calendars.</p>
${textField(form, { name: 'room', label: 'Room (optional)', value: hosting.room })}
${textField(form, { name: 'parking', label: 'Parking (optional)', value: hosting.parking })}
${textField(form, { name: 'way_in', label: 'The way in, also without steps (optional)', value: hosting.wayIn })}
${textField(form, { name: 'lunch', label: 'Lunch (optional)', value: hosting.lunch })}
${button({ text: hosting.status === 'accepted' ? 'Save what they need to know' : 'We host this session', preventDoubleClick: true })}</form>
<form method="post" action="${action}" novalidate>${hiddenField('answer', 'no')}
<h2 class="govuk-heading-m">No, we cannot</h2><p class="govuk-body">Another school is asked for this session. The others stay where they are.</p>
${textArea(form, { name: 'reason', label: 'Why not? (optional, for the lead of the group)', rows: 2 })}
${button({ text: 'We cannot host it', classes: 'govuk-button--secondary', preventDoubleClick: true })}</form>`
}</div></div>`,
  )
}
