import { details } from '../../../ui/components/details.ts'
import { fieldset } from '../../../ui/components/fieldset.ts'
import { insetText } from '../../../ui/components/inset-text.ts'
import {
  checkboxesField,
  type FormState,
  hiddenField,
  radiosField,
  selectField,
  textArea,
  textField,
} from '../../../ui/fields.ts'
import { type Html, html } from '../../../ui/html.ts'
import { suggestEmail } from '../../../vocabulary/email-address.ts'
import type { Typed } from '../../../vocabulary/form.ts'
import { postKinds, postLabels } from '../../../vocabulary/posts.ts'
import { speakerFor, speakerTitle } from '../../../vocabulary/speaks-for.ts'
import { weekdayLabels, weekdays } from '../../../vocabulary/weekdays.ts'
import type { Question } from '../../projects/index.ts'
import { mostWishes } from '../interest-form.ts'

/** What the form offers to choose from. */
export type DetailsAsked = {
  readonly organisation: { readonly id: string; readonly name: string; readonly kind: string }
  readonly people: {
    readonly min: number
    readonly most: number
    readonly samePeople: boolean
    readonly isForOne: boolean
  }
  /** By when people can be named who are not known yet; null where everybody is named at once. */
  readonly namesLater: string | null
  readonly asksHeadteacher: boolean
  /** The agreement that the school is in already, where whoever fills the form in may know of it. */
  readonly agreement?: { readonly by: string; readonly projectTitle: string; readonly at: Temporal.Instant }
  readonly themes: readonly { readonly id: string; readonly title: string; readonly focus: string }[]
  readonly groups: readonly { readonly id: string; readonly name: string }[]
  /** Venues of the hub, for a wish where to meet. */
  readonly places: readonly { readonly id: string; readonly name: string }[]
  readonly questions: readonly Question[]
  readonly commitments: readonly { readonly key: string; readonly words: string }[]
  readonly policy: { readonly id: string; readonly wording: string } | null
  /** The hub fills the form in for somebody else. */
  readonly onBehalf: boolean
}

const postItems = postKinds.map((kind) => ({ value: kind, text: postLabels[kind] }))
const first = (typed: Typed, name: string): string => {
  const value = typed[name]
  return typeof value === 'string' ? value : (value?.[0] ?? '')
}

// Addresses that look mistyped are asked about once; sent again as they are, they are believed.
export const sureFields = ({ typed, errors }: FormState): readonly Html[] =>
  errors.length === 0
    ? []
    : Object.keys(typed)
        .filter((name) => name.endsWith('email'))
        .map((name) => first(typed, name).trim())
        .filter((address) => suggestEmail(address) !== null)
        .map((address) => hiddenField('sure', address))

export const senderFields = (form: FormState, { onBehalf, people }: DetailsAsked): Html =>
  fieldset(
    { legend: { text: onBehalf ? 'Who asks' : 'About you', classes: 'govuk-visually-hidden' } },
    html`${people.isForOne && html`<p class="govuk-body">This project takes people one by one: the place is for ${onBehalf ? 'the person who asks' : 'you, who ask'}.</p>`}${textField(form, { name: 'name', label: onBehalf ? 'Their name' : 'Your name', autocomplete: onBehalf ? 'off' : 'name' })}
${textField(form, { name: 'email', label: onBehalf ? 'Their email address' : 'Your email address', type: 'email', autocomplete: onBehalf ? 'off' : 'email', hint: onBehalf ? 'The link to their request goes there' : 'Your work address: we send a link to confirm it' })}
${textField(form, { name: 'telephone', label: 'Telephone (optional)', type: 'tel', autocomplete: onBehalf ? 'off' : 'tel', width: 20 })}
${selectField(form, { name: 'post', label: onBehalf ? 'What they do' : 'What you do', items: postItems })}`,
  )

const personFields = (form: FormState, at: number, optional: boolean): Html =>
  html`${textField(form, { name: `person_${at}_name`, label: `Name${optional ? ' (optional)' : ''}` })}
${textField(form, { name: `person_${at}_email`, label: 'Email address', type: 'email' })}
${selectField(form, { name: `person_${at}_post`, label: 'What they do', items: postItems })}
${radiosField(form, {
  name: `person_${at}_held`,
  label: 'Are they in this post?',
  inline: true,
  small: true,
  items: [
    { value: 'now', text: 'Yes, now' },
    { value: 'later', text: 'From a later date' },
  ],
})}`

const legendOf = (at: number, most: number): string =>
  most === 1 ? 'Who would take part?' : at === 1 ? 'Lead participant' : `Person ${at}`

const howMany = ({ people: { min, most, samePeople }, organisation }: DetailsAsked): string => {
  const { body } = speakerFor(organisation.kind)
  const number = min === most ? `${min} ${min === 1 ? 'person' : 'people'}` : `${min} to ${most} people`
  return `This project takes ${number} from each ${body}${samePeople ? ', the same all year' : ''}.`
}

export const peopleFields = (form: FormState, asked: DetailsAsked): Html => {
  const { min, most } = asked.people
  const rows = Array.from({ length: most }, (_, index) => index + 1)
  const row = (at: number): Html =>
    fieldset(
      { legend: { text: legendOf(at, most), classes: 'govuk-fieldset__legend--s' } },
      at === 1
        ? html`${checkboxesField(form, { name: 'self', label: asked.onBehalf ? 'Is it the person who asks?' : 'Is it you?', small: true, items: [{ value: 'yes', text: asked.onBehalf ? 'Yes: skip the boxes below' : 'Yes, I would take part: skip the boxes below' }] })}${personFields(form, 1, false)}`
        : personFields(form, at, at > min),
    )
  const needed = rows.filter((at) => at <= Math.max(1, min))
  const extra = rows.filter((at) => at > Math.max(1, min))
  const isOpen =
    extra.some((at) => first(form.typed, `person_${at}_name`) !== '') ||
    form.errors.some(({ field }) => extra.some((at) => field.startsWith(`person_${at}_`)))
  return html`<p class="govuk-body">${howMany(asked)}</p>${needed.map(row)}${
    extra.length > 0 &&
    details({
      summaryText: `Name ${extra.length === 1 ? 'one more person' : 'more people'}`,
      text: html`${extra.map(row)}`,
      open: isOpen,
    })
  }${
    asked.namesLater !== null &&
    textField(form, {
      name: 'unnamed',
      label: 'How many more people would come, whom you name later? (optional)',
      hint: `Leave the boxes above empty for them. Name them ${asked.namesLater}, on the page of your request: we remind you`,
      inputmode: 'numeric',
      width: 2,
    })
  }`
}

type Wishes = {
  readonly name: string
  readonly label: string
  readonly next: string
  readonly from: readonly { readonly id: string; readonly name: string }[]
}

const wishes = (form: FormState, { name, label, next, from }: Wishes): readonly Html[] =>
  Array.from({ length: Math.min(mostWishes, from.length) }, (_, at) =>
    selectField(form, {
      name: `${name}_${at + 1}`,
      label: at === 0 ? label : `${next} (wish ${at + 1})`,
      blank: 'No preference',
      items: from.map(({ id, name }) => ({ value: id, text: name })),
    }),
  )

const ifRoomForFewer = (form: FormState, { most }: DetailsAsked['people']): Html | false =>
  most > 1 &&
  checkboxesField(form, {
    name: 'fewer',
    label: 'If a group has room for fewer people than you name (optional)',
    hint: 'You choose who comes. Otherwise you are only offered a place for everybody',
    small: true,
    items: [{ value: 'yes', text: 'A place for fewer is fine too' }],
  })

export const preferenceFields = (form: FormState, { themes, groups, places, people }: DetailsAsked): Html =>
  html`${
    themes.length > 0 &&
    radiosField(form, {
      name: 'theme',
      label: 'Which theme would you prefer?',
      items: [
        ...themes.map(({ id, title, focus }) => ({ value: id, text: title, hint: focus })),
        { divider: 'or' },
        { value: '', text: 'No preference' },
      ],
    })
  }
${groups.length > 0 && wishes(form, { name: 'group', label: 'Which group would you like best? (optional)', next: 'Your next choice of group', from: groups })}
${places.length > 0 && wishes(form, { name: 'place', label: 'Where would you like to meet? (optional)', next: 'Your next choice of place', from: places })}
${checkboxesField(form, { name: 'days', label: 'Which days suit you? (optional)', hint: 'Leave empty if all do', small: true, items: weekdays.map((day) => ({ value: day, text: weekdayLabels[day] })) })}
${ifRoomForFewer(form, people)}
${textField(form, { name: 'travel', label: 'How far would you travel at most? (optional)', inputmode: 'numeric', width: 3, suffix: 'miles' })}
${textArea(form, { name: 'access', label: 'Access needs or requirements (optional)', hint: 'What the lead needs to know so that everybody you send can take part. Names are not needed', rows: 3 })}
${textArea(form, { name: 'comments', label: 'Anything else the hub should know (optional)', rows: 3 })}`

export const agreementFields = (form: FormState, { commitments, policy, onBehalf, organisation }: DetailsAsked): Html =>
  html`${
    commitments.length > 0 &&
    checkboxesField(form, {
      name: 'commitments',
      label: `What ${onBehalf ? 'the' : 'your'} ${speakerFor(organisation.kind).body} commits to`,
      hint: 'Tick what applies',
      items: commitments.map(({ key, words }) => ({ value: key, text: words })),
    })
  }${
    policy &&
    html`<h2 class="govuk-heading-s">The hub’s policy</h2>${insetText(policy.wording)}${checkboxesField(form, {
      name: 'policy',
      label: onBehalf ? `Does the ${speakerFor(organisation.kind).body} agree to it?` : 'Do you agree to it?',
      items: [
        {
          value: policy.id,
          text: onBehalf
            ? `The ${speakerFor(organisation.kind).body} has been told of this policy and agrees to it`
            : 'I have read this policy and agree to it',
        },
      ],
    })}`
  }`

/** Who is asked to agree: a school’s headteacher, and nobody by that name of any other organisation. */
export const headteacherFields = (form: FormState, { organisation, onBehalf }: DetailsAsked): Html => {
  const { who } = speakerFor(organisation.kind)
  const title = speakerTitle(organisation.kind)
  const leftOut = organisation.kind === 'school' ? '' : ', and have chosen “Senior leader” as what you do'
  return fieldset(
    { legend: { text: onBehalf ? `Their ${who}` : `Your ${who}`, classes: 'govuk-fieldset__legend--m' } },
    html`<p class="govuk-body">This project asks the ${who} to confirm. ${onBehalf ? 'We write to them as soon as you have entered the request. Leave this out if they ask themselves.' : `We write to them once you have confirmed your own address. Leave this out if you are the ${who}${leftOut}.`}</p>
${textField(form, { name: 'headteacher_name', label: `${title}’s name` })}
${textField(form, { name: 'headteacher_email', label: `${title}’s email address`, type: 'email' })}`,
  )
}
