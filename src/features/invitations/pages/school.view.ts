import { button } from '../../../ui/components/button.ts'
import { emptyState } from '../../../ui/components/empty-state.ts'
import { insetText } from '../../../ui/components/inset-text.ts'
import { table } from '../../../ui/components/table.ts'
import { emptyForm, hiddenField, selectField } from '../../../ui/fields.ts'
import { type Html, html } from '../../../ui/html.ts'
import { layout } from '../../../ui/layout.ts'
import type { Frame } from '../../../vocabulary/frame.ts'
import { formatDate } from '../../../vocabulary/local-time.ts'
import { type PostKind, postLabels } from '../../../vocabulary/posts.ts'
import { failingMark } from '../../undelivered/index.ts'
import type { InvitationSeen } from '../invitation.ts'
import { actButton, openInvitationsTable } from './invitations.view.ts'

const back = '/account/school'

export type School = {
  readonly id: string
  readonly name: string
  readonly colleagues: readonly {
    readonly personId: string
    readonly name: string
    readonly posts: readonly string[]
    readonly leadRoleId: string | null
    readonly takesPart: readonly string[]
    readonly isNotReached: boolean
  }[]
  /** Who will leave on a day to come: told to its leads. */
  readonly coming: readonly { readonly id: string; readonly personId: string; readonly on: Temporal.PlainDate }[]
  readonly invitations: readonly InvitationSeen[]
  /** The reader's own part as its lead; null for a colleague who does not lead. */
  readonly ownRoleId: string | null
  readonly ownId: string
}

const postsInWords = (posts: readonly string[]): string =>
  posts.map((post) => postLabels[post as PostKind] ?? post).join(', ') || 'Not known'

const changes = (school: School, colleague: School['colleagues'][number]): Html => {
  if (colleague.personId === school.ownId) return html`This is you`
  const about = `for ${colleague.name}`
  const coming = school.coming.find(({ personId }) => personId === colleague.personId)
  if (coming)
    return html`Leaves on ${formatDate(coming.on)}${actButton('/account/moved/take-back', { id: coming.id, back }, 'Take it back', about)}`
  return html`${
    colleague.leadRoleId &&
    actButton('/account/roles/end', { id: colleague.leadRoleId, back }, 'No longer a lead', about)
  }${actButton('/account/school/left', { organisation: school.id, person: colleague.personId }, 'No longer works here', about)}`
}

const named = ({ name, isNotReached }: School['colleagues'][number]): Html =>
  html`${name}${isNotReached && html`<br>${failingMark()}<br><span class="govuk-body-s">Ask them to change it in their details, or tell your hub the right one.</span>`}`

const handOver = (school: School): Html | false => {
  const others = school.colleagues.filter(({ personId }) => personId !== school.ownId)
  return (
    others.length > 0 &&
    html`<h3 class="govuk-heading-s">Hand over</h3>
<p class="govuk-body">Your colleague leads from now on, and you no longer do: in one step, so that the school is never without a lead. Only they can make you a lead again.</p>
<form method="post" action="/account/school/hand-over" novalidate>
${hiddenField('role', school.ownRoleId ?? '')}${hiddenField('organisation', school.id)}
${selectField(emptyForm, { name: `person-${school.id}`, label: `Who takes over at ${school.name}?`, items: others.map(({ personId, name }) => ({ value: personId, text: name })) })}
${button({ text: 'Hand over', classes: 'govuk-button--warning', preventDoubleClick: true })}
</form>`
  )
}

const ledSchool = (school: School): Html => html`
${table({
  stacks: true,
  caption: `The people of ${school.name}`,
  captionClasses: 'govuk-visually-hidden',
  head: ['Name', 'What they do', 'Takes part in', 'Leads here', 'Change'],
  rows: school.colleagues.map((colleague) => [
    named(colleague),
    postsInWords(colleague.posts),
    colleague.takesPart.join(', ') || 'Nothing at present',
    colleague.leadRoleId ? 'Yes' : 'No',
    changes(school, colleague),
  ]),
})}
${school.colleagues.filter(({ leadRoleId }) => leadRoleId).length === 1 && insetText('You are the only lead. Invite a second, so that the school does not depend on one person.')}
<p class="govuk-body">${button({ text: 'Invite a colleague', href: `/account/school/invite?organisation=${school.id}` })}</p>
${openInvitationsTable(school.invitations, back)}
${handOver(school)}`

const seenSchool = (school: School): Html => {
  const leads = school.colleagues.filter(({ leadRoleId }) => leadRoleId)
  return html`<p class="govuk-body">${leads.length > 0 ? `Led here by ${leads.map(({ name }) => name).join(' and ')}. Ask them to make you a lead too, if you should be.` : 'Nobody leads it here yet. Ask your hub to name you, if you should be its lead.'}</p>`
}

/** The schools and institutions where somebody works: who leads them here, and who else is known of them. */
export const schoolView = (frame: Frame, schools: readonly School[]): Html =>
  layout(
    frame,
    { title: 'The people of my school', backLink: '/account', wide: true, unlisted: true },
    html`<h1 class="govuk-heading-l">The people of my school</h1>
${
  schools.length === 0
    ? emptyState({
        title: 'No school is known',
        text: 'Once you ask to join for your school, or a colleague or hub invites you, its people are listed here.',
      })
    : schools.map(
        (school) =>
          html`<h2 class="govuk-heading-m">${school.name}</h2>${school.ownRoleId ? ledSchool(school) : seenSchool(school)}`,
      )
}`,
  )
