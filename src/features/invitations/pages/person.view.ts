import { button } from '../../../ui/components/button.ts'
import { insetText } from '../../../ui/components/inset-text.ts'
import { summaryList } from '../../../ui/components/summary-list.ts'
import { table } from '../../../ui/components/table.ts'
import { timeline } from '../../../ui/components/timeline.ts'
import { dateField, type FormState, hiddenField, radiosField } from '../../../ui/fields.ts'
import { type Html, html } from '../../../ui/html.ts'
import { layout } from '../../../ui/layout.ts'
import { academicYear, yearLabel } from '../../../vocabulary/academic-year.ts'
import type { Frame } from '../../../vocabulary/frame.ts'
import { formatDate, formatInstant } from '../../../vocabulary/local-time.ts'
import { telephoneLink } from '../../../vocabulary/telephone.ts'
import { comingMoveText, periodInWords } from '../../details/index.ts'
import { failingMark } from '../../undelivered/index.ts'
import type { HubNamed } from './hub-people.view.ts'
import { actButton } from './invitations.view.ts'

type Period = { readonly from: Temporal.PlainDate | null; readonly to: Temporal.PlainDate | null }

export type PersonRecord = {
  readonly hub: HubNamed
  readonly id: string
  readonly name: string
  readonly formerNames: readonly { readonly name: string; readonly to: Temporal.PlainDate }[]
  readonly address: string | null
  readonly isConfirmed: boolean
  readonly isReached: boolean
  readonly formerAddresses: readonly string[]
  readonly telephone: string | null
  readonly posts: readonly (Period & {
    readonly post: string
    readonly organisation: string
    readonly saidBy: string
  })[]
  readonly roles: readonly (Period & {
    readonly id: string
    readonly part: string
    readonly at: string | null
    readonly by: string | null
    readonly endedBy: string | null
    readonly mayEnd: boolean
  })[]
  readonly places: readonly (Period & {
    readonly groupId: string
    readonly group: string
    readonly project: string
    readonly year: number
    readonly organisation: string
    readonly needs: string | null
  })[]
  readonly workplaces: readonly {
    readonly id: string
    readonly name: string
    readonly isLead: boolean
    readonly mayLead: boolean
  }[]
  readonly takesPartHere: boolean
  /** Undefined while it was not asked for, null when none was given. */
  readonly referenceNumber: string | null | undefined
  readonly history: readonly { readonly title: string; readonly at: Temporal.Instant; readonly by: string | null }[]
  /** Leads of the hub see what somebody can do, and who sees them. */
  readonly isSeenByLead: boolean
  /** Other records that may be the same person. */
  readonly twins: readonly { readonly id: string; readonly name: string; readonly reasons: readonly string[] }[]
  readonly coming: readonly {
    readonly id: string
    readonly from: string
    readonly to: string | null
    readonly on: Temporal.PlainDate
  }[]
  readonly leftForm: FormState
}

const baseOf = ({ hub, id }: PersonRecord): string => `/hub/${hub.slug}/people/${id}`
const captioned = (caption: string) => ({ stacks: true, caption, captionClasses: 'govuk-table__caption--m' })

const referenceNumber = (record: PersonRecord): Html | string => {
  if (record.referenceNumber !== undefined) return record.referenceNumber ?? 'None was given'
  return html`<form method="post" action="${baseOf(record)}/reference-number">${button({ text: 'Show it', classes: 'govuk-button--secondary govuk-!-margin-bottom-1' })}</form><span class="govuk-hint">That you looked is recorded.</span>`
}

const contact = (record: PersonRecord): Html =>
  summaryList({
    rows: [
      {
        key: 'Name',
        value: html`${record.name}${record.formerNames.map(({ name, to }) => html`<br><span class="govuk-hint">Earlier: ${name}, until ${formatDate(to)}</span>`)}`,
      },
      {
        key: 'Email',
        value: html`${record.address ? html`<a class="govuk-link" href="mailto:${record.address}">${record.address}</a>` : 'None known'}${record.address && !record.isConfirmed && ' (not confirmed yet)'}${!record.isReached && html`<br>${failingMark()} <a class="govuk-link" href="/hub/${record.hub.slug}/undelivered/${record.id}/address">Put it right</a>`}${record.formerAddresses.map((address) => html`<br><span class="govuk-hint">Earlier: ${address}</span>`)}`,
      },
      {
        key: 'Telephone',
        value: record.telephone
          ? html`<a class="govuk-link" href="${telephoneLink(record.telephone)}">${record.telephone}</a>`
          : 'Not given',
      },
      record.takesPartHere && { key: 'Teacher reference number', value: referenceNumber(record) },
    ],
  })

const posts = (record: PersonRecord): Html | false =>
  record.posts.length > 0 &&
  table({
    ...captioned('Where they work and worked'),
    head: ['Post', 'Where', 'When', 'Said by'],
    rows: record.posts.map((post) => [post.post, post.organisation, periodInWords(post), post.saidBy]),
  })

const domains = ({ hub, workplaces }: PersonRecord): Html | false => {
  const here = workplaces.filter(({ mayLead }) => mayLead)
  return (
    here.length > 0 &&
    html`<ul class="govuk-list">${here.map(({ id, name }) => html`<li><a class="govuk-link" href="/hub/${hub.slug}/people/schools/${id}">Email domains of ${name}</a></li>`)}</ul>`
  )
}

const roles = (record: PersonRecord): Html | false =>
  record.roles.length > 0 &&
  table({
    ...captioned('Their parts'),
    head: ['Part', 'Where', 'When', 'Given by', 'End it'],
    rows: record.roles.map((role) => [
      role.part,
      role.at ?? 'The network',
      html`${periodInWords(role)}${role.endedBy && html`<br><span class="govuk-hint">Ended by ${role.endedBy}</span>`}`,
      role.by ?? 'By rule',
      role.mayEnd
        ? actButton(
            '/account/roles/end',
            { id: role.id, back: baseOf(record) },
            'End',
            `the part as ${role.part.toLowerCase()}`,
          )
        : '',
    ]),
  })

const places = (record: PersonRecord): Html | false =>
  record.places.length > 0 &&
  table({
    ...captioned('What they take part in with your hub'),
    head: ['Group', 'Project', 'For', 'When', 'Needs'],
    rows: record.places.map((place) => [
      html`<a class="govuk-link" href="/groups/${place.groupId}">${place.group}</a>`,
      html`${place.project}, ${yearLabel(academicYear(place.year))}`,
      place.organisation,
      periodInWords(place),
      place.needs ?? 'None told',
    ]),
  })

const leading = (record: PersonRecord): Html | false => {
  const offers = record.workplaces.filter(({ isLead, mayLead }) => !isLead && mayLead)
  return (
    offers.length > 0 &&
    html`<h2 class="govuk-heading-m">Vouch for them</h2><p class="govuk-body">Whoever leads a school here asks to join, answers for its places and invites colleagues.</p>
${offers.map(({ id, name }) => actButton(`${baseOf(record)}/lead`, { organisation: id }, `Let them lead ${name}`, 'here'))}`
  )
}

const leaving = (record: PersonRecord): Html | false =>
  record.workplaces.length > 0 &&
  html`<h2 class="govuk-heading-m">They leave a school, or have left</h2>
<p class="govuk-body">On the day what they did there is ended, its leads and they themselves are told, and each place is put to the hub that decides.</p>
<form method="post" action="${baseOf(record)}/left" novalidate>
${radiosField(record.leftForm, { name: 'organisation', label: 'Which?', small: true, items: record.workplaces.map(({ id, name }) => ({ value: id, text: name })) })}
${dateField(record.leftForm, { name: 'on', label: 'From when?', hint: 'The first day on which they no longer work there. It may be a day still to come.' })}
${hiddenField('to', '')}
${button({ text: 'They no longer work there', classes: 'govuk-button--secondary', preventDoubleClick: true })}
</form>
<p class="govuk-body"><a class="govuk-link" href="${baseOf(record)}/moved">They work at another school now, or will</a></p>`

const twins = ({ hub, id, name, twins: records }: PersonRecord): Html | false =>
  records.length > 0 &&
  insetText(
    html`${name} may be here twice. ${records.map(
      (twin) =>
        html`<br><a class="govuk-link" href="/hub/${hub.slug}/people/duplicates/${id}/${twin.id}">Compare with ${twin.name}</a>: ${twin.reasons.join('; ')}`,
    )}`,
  )

const access = ({ hub, id, name, isSeenByLead }: PersonRecord): Html | false =>
  isSeenByLead &&
  html`<p class="govuk-body"><a class="govuk-link" href="/hub/${hub.slug}/access/people/${id}">What ${name} can do</a> · <a class="govuk-link" href="/hub/${hub.slug}/access/people/${id}/seen-by">Who sees ${name}, and why</a></p>`

/** One person, as a hub that knows them may see them. */
export const personView = (frame: Frame, record: PersonRecord): Html =>
  layout(
    frame,
    {
      title: record.name,
      breadcrumbs: [
        { text: 'Hub work', href: `/hub/${record.hub.slug}` },
        { text: 'People', href: `/hub/${record.hub.slug}/people` },
        { text: record.name },
      ],
      errors: record.leftForm.errors,
      unlisted: true,
    },
    html`<span class="govuk-caption-l">${record.hub.name}</span><h1 class="govuk-heading-l">${record.name}</h1>
${twins(record)}${record.coming.map((move) => comingMoveText(move, { path: `${baseOf(record)}/moved/take-back`, who: record.name }))}${access(record)}${contact(record)}${posts(record)}
${domains(record)}${roles(record)}${places(record)}${leading(record)}${leaving(record)}
${
  record.history.length > 0 &&
  html`<h2 class="govuk-heading-m">What has happened</h2>${timeline(record.history.map(({ title, at, by }) => ({ title, when: formatInstant(at), datetime: at.toString(), ...(by ? { by } : {}) })))}`
}`,
  )
