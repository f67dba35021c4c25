import { actionBar } from '../../../ui/components/action-bar.ts'
import { button } from '../../../ui/components/button.ts'
import { details } from '../../../ui/components/details.ts'
import { emptyState } from '../../../ui/components/empty-state.ts'
import { insetText } from '../../../ui/components/inset-text.ts'
import { summaryList } from '../../../ui/components/summary-list.ts'
import { checkboxesField, type FormState, hiddenField, radiosField, textArea, textField } from '../../../ui/fields.ts'
import { type Html, html } from '../../../ui/html.ts'
import { layout } from '../../../ui/layout.ts'
import { prose } from '../../../ui/prose.ts'
import type { Frame } from '../../../vocabulary/frame.ts'
import { formatInstant } from '../../../vocabulary/local-time.ts'
import { formatMoney } from '../../../vocabulary/money.ts'
import { type PolicyTerms, policyInWords } from '../policy-terms.ts'

export type HubNamed = { readonly slug: string; readonly name: string }

export type PolicyShown = PolicyTerms & {
  readonly id: string
  readonly version: number
  readonly writtenAt: Temporal.Instant
  readonly offers: number
}

const version = (policy: PolicyShown): Html =>
  summaryList({
    card: { title: { text: `Version ${policy.version}`, headingLevel: 3 } },
    rows: [
      { key: 'In short', value: policyInWords(policy) },
      { key: 'Wording', value: prose(policy.wording) },
      { key: 'Written', value: formatInstant(policy.writtenAt) },
      { key: 'Offers that have it', value: policy.offers },
    ],
  })

const policy = (hub: HubNamed, mayWrite: boolean, versions: readonly PolicyShown[]): Html => {
  const [newest, ...earlier] = versions
  if (!newest) return html``
  return html`<h2 class="govuk-heading-m">${newest.name}</h2>${version(newest)}
${mayWrite ? button({ text: html`Write a new version<span class="govuk-visually-hidden"> of ${newest.name}</span>`, href: `/hub/${hub.slug}/policies/new?of=${encodeURIComponent(newest.name)}`, classes: 'govuk-button--secondary' }) : ''}
${earlier.length > 0 ? details({ summaryText: `Earlier versions of ${newest.name}`, text: html`${earlier.map(version)}` }) : ''}`
}

/** The cancellation policies of a hub, each with all its versions. */
export const policiesView = (
  frame: Frame,
  {
    hub,
    policies,
    mayWrite,
    isStaff,
  }: { hub: HubNamed; policies: readonly PolicyShown[]; mayWrite: boolean; isStaff: boolean },
): Html => {
  const byName = Map.groupBy(policies, ({ name }) => name)
  return layout(
    frame,
    {
      title: 'Cancellation policies',
      breadcrumbs: [
        isStaff
          ? { text: 'Hub work', href: `/hub/${hub.slug}` }
          : { text: hub.name, href: `/network/hubs/${hub.slug}` },
        { text: 'Cancellation policies' },
      ],
      unlisted: true,
    },
    html`${actionBar({ title: 'Cancellation policies', caption: hub.name, text: 'A version is never changed: whoever agreed to it keeps it. A new one counts for those who join after an offer has it.', actions: mayWrite ? [button({ text: 'Write a policy', href: `/hub/${hub.slug}/policies/new` })] : [] })}
${mayWrite ? '' : insetText({ text: 'Leads of the hub write its policies.' })}
${
  policies.length === 0
    ? emptyState({
        title: 'No policies yet',
        text: 'Without a policy nothing is charged for cancelling late or not coming.',
      })
    : [...byName.values()].map((versions) => policy(hub, mayWrite, versions))
}`,
  )
}

export type WritingPolicy = {
  readonly hub: HubNamed
  readonly newest: PolicyShown | null
  readonly seenVersion: number
  readonly form: FormState
}

const causesOf = (newest: PolicyShown | null): readonly string[] =>
  newest === null
    ? ['late', 'absent']
    : [...(newest.chargesLateCancellation ? ['late'] : []), ...(newest.chargesNonAttendance ? ['absent'] : [])]

const fields = ({ newest, form }: WritingPolicy): Html =>
  html`${textField(form, { name: 'amount', label: 'Charge', prefix: '£', width: 5, inputmode: 'decimal', value: newest ? formatMoney(newest.amountPence).replace('£', '') : null })}
${checkboxesField(form, {
  name: 'causes',
  label: 'What is charged for?',
  small: true,
  values: causesOf(newest),
  items: [
    { value: 'late', text: 'Cancelling too late' },
    { value: 'absent', text: 'Not coming' },
  ],
})}
${radiosField(form, {
  name: 'per',
  label: 'Is each session charged?',
  small: true,
  value: newest?.perSession === false ? 'place' : 'session',
  items: [
    { value: 'session', text: 'Each session that is missed' },
    { value: 'place', text: 'Once for a place, however many sessions are missed' },
  ],
})}
${textField(form, { name: 'days', label: 'Days of notice', hint: 'Until then cancelling is free', width: 2, inputmode: 'numeric', value: newest?.noticeDays ?? null })}
${radiosField(form, {
  name: 'kind',
  label: 'How are the days counted?',
  small: true,
  value: newest?.noticeKind ?? 'calendar',
  items: [
    { value: 'calendar', text: 'Calendar days, to the minute the session starts' },
    { value: 'working', text: 'Working days, to the end of the day' },
  ],
})}
${radiosField(form, {
  name: 'online_kind',
  label: 'And where a session is wholly online?',
  small: true,
  value: newest?.onlineNotice?.kind ?? 'same',
  items: [
    { value: 'same', text: 'The same notice' },
    { value: 'calendar', text: 'Another number of calendar days' },
    { value: 'working', text: 'Another number of working days' },
  ],
})}
${textField(form, { name: 'online_days', label: 'Days of notice online', hint: 'Only where it differs', width: 2, inputmode: 'numeric', value: newest?.onlineNotice?.days ?? null })}
${textArea(form, { name: 'exempt_reasons', label: 'Reasons for which nothing is charged (optional)', hint: 'One to a line, such as “Illness” or “An inspection of the school”. Whoever cancels chooses among them, and a lead of the hub says whether it holds', rows: 4, value: newest?.exemptReasons.join('\n') ?? null })}
${radiosField(form, {
  name: 'cap_of',
  label: 'Is there a most that is charged?',
  small: true,
  value: newest?.cap?.of ?? 'none',
  items: [
    { value: 'none', text: 'No' },
    { value: 'place', text: 'Yes, for a place in a group' },
    { value: 'organisation', text: 'Yes, for a school in an academic year' },
  ],
})}
${textField(form, { name: 'cap', label: 'The most that is charged', hint: 'Only where there is one', prefix: '£', width: 5, inputmode: 'decimal', value: newest?.cap ? formatMoney(newest.cap.pence).replace('£', '') : null })}
${radiosField(form, {
  name: 'substitute',
  label: 'May a colleague come instead?',
  small: true,
  value: newest?.substituteAllowed === false ? 'no' : 'yes',
  items: [
    { value: 'yes', text: 'Yes, and nothing is charged' },
    { value: 'no', text: 'No: it counts as not coming' },
  ],
})}
${textArea(form, { name: 'wording', label: 'The policy in your own words', hint: 'What somebody reads and agrees to when they ask to join', rows: 8, value: newest?.wording ?? null })}`

/** A hub lead writes a policy, or the next version of one. */
export const policyView = (frame: Frame, writing: WritingPolicy): Html => {
  const { hub, newest, seenVersion, form } = writing
  const title = newest ? `A new version of ${newest.name}` : 'Write a policy'
  return layout(
    frame,
    { title, backLink: `/hub/${hub.slug}/policies`, errors: form.errors, unlisted: true },
    html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds"><span class="govuk-caption-l">${hub.name}</span><h1 class="govuk-heading-l">${title}</h1>
${newest && insetText({ text: `Version ${newest.version} stays as it is for everybody who agreed to it. Give your offers the new version where it is to count.` })}
<form method="post" action="/hub/${hub.slug}/policies/new" novalidate>${hiddenField('version', `${seenVersion}`)}
${newest ? hiddenField('of', newest.name) : textField(form, { name: 'name', label: 'Name of the policy', hint: 'For example: Secondary groups' })}
${fields(writing)}
${button({ text: 'Write this version', preventDoubleClick: true })}</form></div></div>`,
  )
}
