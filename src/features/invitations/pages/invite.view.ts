import { button } from '../../../ui/components/button.ts'
import { type FormState, hiddenField, radiosField, selectField, textField } from '../../../ui/fields.ts'
import { type Html, html } from '../../../ui/html.ts'
import { layout } from '../../../ui/layout.ts'
import type { RoleName } from '../../../vocabulary/actor.ts'
import { roleLabels } from '../../../vocabulary/actor.ts'
import type { Frame } from '../../../vocabulary/frame.ts'
import { posts } from '../../details/index.ts'

const whom = (form: FormState): Html =>
  html`${textField(form, { name: 'name', label: 'Full name', autocomplete: 'off' })}
${textField(form, { name: 'address', label: 'Email address', type: 'email', autocomplete: 'off', hint: 'The invitation is for this address alone. It is valid for 30 days.' })}`

const single = (frame: Frame, title: string, around: { backLink: string; form: FormState }, body: Html): Html =>
  layout(
    frame,
    { title, backLink: around.backLink, errors: around.form.errors, unlisted: true },
    html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds"><h1 class="govuk-heading-l">${title}</h1>${body}</div></div>`,
  )

const hints: Readonly<Record<RoleName, string>> = {
  national_team: 'Runs the network: the catalogue, the hubs, the figures',
  analyst: 'Reads figures, no names',
  hub_lead: 'Does the hub’s work, publishes its policy, names its staff',
  hub_administrator: 'Does the hub’s work',
  group_lead: 'Plans a group’s dates, takes its register, sets its tasks',
  school_lead: 'Speaks for a school or institution: asks to join, answers, names who takes part',
}

/** Which part somebody is invited to. */
export const choosePartView = (
  frame: Frame,
  { action, backLink, parts, form }: { action: string; backLink: string; parts: readonly RoleName[]; form: FormState },
): Html =>
  single(
    frame,
    'What do you invite somebody to?',
    { backLink, form },
    html`<form method="get" action="${action}" novalidate>
${radiosField(form, { name: 'part', label: 'Part', items: parts.map((part) => ({ value: part, text: roleLabels[part], hint: hints[part] })) })}
${button({ text: 'Continue' })}
</form>`,
  )

/** Whom to invite, to a part at a hub, a group or the network. */
export const inviteView = (
  frame: Frame,
  around: {
    readonly title: string
    readonly action: string
    readonly backLink: string
    readonly part: RoleName
    readonly form: FormState
    /** Groups or hubs to choose one of. */
    readonly choices: {
      readonly name: string
      readonly label: string
      readonly items: readonly { value: string; text: string }[]
    } | null
  },
): Html =>
  single(
    frame,
    around.title,
    around,
    html`<form method="post" action="${around.action}" novalidate>
${hiddenField('part', around.part)}
${around.choices && selectField(around.form, around.choices)}
${whom(around.form)}
${button({ text: 'Send the invitation', preventDoubleClick: true })}
</form>`,
  )

/** Whom to invite to a school or institution. */
export const inviteColleagueView = (
  frame: Frame,
  around: {
    readonly organisation: { readonly id: string; readonly name: string }
    readonly action: string
    readonly backLink: string
    readonly form: FormState
  },
): Html =>
  single(
    frame,
    `Invite somebody of ${around.organisation.name}`,
    around,
    html`<form method="post" action="${around.action}" novalidate>
${hiddenField('organisation', around.organisation.id)}${hiddenField('part', 'school_lead')}
${whom(around.form)}
${selectField(around.form, { name: 'post', label: 'What they do there', items: posts })}
${radiosField(around.form, {
  name: 'lead',
  label: `Will they speak for ${around.organisation.name} here?`,
  hint: 'Whoever speaks for it asks to join, answers for places, names who takes part and invites colleagues. Two are safer than one.',
  items: [
    { value: 'yes', text: 'Yes, as a lead' },
    { value: 'no', text: 'No, as a colleague' },
  ],
})}
${button({ text: 'Send the invitation', preventDoubleClick: true })}
</form>
<p class="govuk-body">Do they come from another school? Invite them all the same: when they accept, we ask them to say that they have moved, and tell their old school.</p>`,
  )
