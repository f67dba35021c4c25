import { button } from '../../../ui/components/button.ts'
import { emptyState } from '../../../ui/components/empty-state.ts'
import { statusTag } from '../../../ui/components/status-tag.ts'
import { table } from '../../../ui/components/table.ts'
import {
  checkboxesField,
  type FormState,
  hiddenField,
  radiosField,
  selectField,
  textField,
} from '../../../ui/fields.ts'
import { type Html, html } from '../../../ui/html.ts'
import { layout } from '../../../ui/layout.ts'
import { type AcademicYear, yearLabel } from '../../../vocabulary/academic-year.ts'
import type { Frame } from '../../../vocabulary/frame.ts'
import { formatMoney } from '../../../vocabulary/money.ts'
import { type GrantRule, grantKindLabels, grantRuleInWords } from '../grant-rule.ts'
import type { Hub } from './grants.view.ts'

type RuleShown = GrantRule & { readonly hubId: string | null; readonly stopped: boolean }

export type RulesPage = {
  readonly hub: (Hub & { readonly id: string }) | null
  readonly year: AcademicYear
  readonly rules: readonly RuleShown[]
  readonly newest: RuleShown | null
  readonly mayWrite: boolean
  readonly address: string
  readonly form: FormState
}

const list = ({ hub, rules, mayWrite, address }: RulesPage): Html =>
  rules.length === 0
    ? emptyState({ title: 'No rule is written', text: 'Without a rule nothing is granted.' })
    : table({
        stacks: true,
        caption: 'Rules',
        captionClasses: 'govuk-visually-hidden',
        firstCellIsHeader: true,
        head: ['Rule', 'Whose', 'What it grants', 'State'],
        rows: rules.map((rule) => {
          const isOwn = mayWrite && (rule.hubId === null) === (hub === null)
          return [
            isOwn
              ? html`<a class="govuk-link" href="${address}?of=${encodeURIComponent(rule.name)}#write">${rule.name}</a>, version ${rule.version}`
              : `${rule.name}, version ${rule.version}`,
            rule.hubId === null ? 'The network’s' : 'The hub’s',
            grantRuleInWords(rule),
            rule.stopped ? statusTag('Stopped', 'over') : statusTag('Counts', 'good'),
          ]
        }),
      })

// Where one of them is not met, nothing is granted.
const conditions = ({ newest, form }: Pick<RulesPage, 'newest' | 'form'>): Html =>
  html`${textField(form, { name: 'least_sessions', label: 'At least so many sessions (optional)', width: 2, inputmode: 'numeric', value: newest?.leastSessions || null })}
${textField(form, { name: 'least_days', label: 'At least so many days (optional)', width: 2, inputmode: 'numeric', value: newest?.leastDays || null })}
${selectField(form, {
  name: 'phase',
  label: 'Only for schools of a phase (optional)',
  blank: 'All',
  value: newest?.phase ?? null,
  items: [
    { value: 'primary', text: 'Primary' },
    { value: 'secondary', text: 'Secondary' },
    { value: 'post_16', text: 'Post-16' },
  ],
})}
${selectField(form, { name: 'model', label: 'Only for groups of a kind (optional)', blank: 'All', value: newest?.deliveryModel ?? null, items: [{ value: 'community', text: 'Communities' }] })}
${checkboxesField(form, { name: 'first_year', label: 'Only in the first year of a school', small: true, values: newest?.firstYearOnly ? ['yes'] : [], items: [{ value: 'yes', text: 'Yes: the school had no place in an earlier year' }] })}`

const writing = ({ newest, form, address }: RulesPage): Html =>
  html`<h2 class="govuk-heading-m" id="write">${newest ? `A new version of ${newest.name}` : 'Write a rule'}</h2>
<form method="post" action="${address}" novalidate>${hiddenField('version', String(newest?.version ?? 0))}
${newest ? hiddenField('of', newest.name) : textField(form, { name: 'name', label: 'Name of the rule', hint: 'For example: First year of a primary school' })}
${radiosField(form, { name: 'kind', label: 'What is it for?', small: true, value: newest?.kind ?? null, items: Object.entries(grantKindLabels).map(([value, text]) => ({ value, text })) })}
${textField(form, { name: 'amount', label: 'Amount', prefix: '£', width: 5, inputmode: 'decimal', value: newest ? formatMoney(newest.amountPence).replace('£', '') : null })}
${radiosField(form, {
  name: 'per',
  label: 'How is it counted?',
  small: true,
  value: newest?.per ?? null,
  items: [
    { value: 'once', text: 'Once' },
    { value: 'session', text: 'For each session attended or led' },
    { value: 'day', text: 'For each day attended or led' },
  ],
})}
${conditions({ newest, form })}
${newest && checkboxesField(form, { name: 'stopped', label: 'Stop it', small: true, values: newest.stopped ? ['yes'] : [], items: [{ value: 'yes', text: 'From now on it grants nothing more' }] })}
${button({ text: newest ? 'Write this version' : 'Write the rule', preventDoubleClick: true })}</form>`

/** The rules of what is granted in a year, at a hub or in the network. */
export const rulesView = (frame: Frame, shown: RulesPage): Html => {
  const { hub, year, mayWrite, form } = shown
  return layout(
    frame,
    {
      title: 'Rules of grants',
      backLink: hub
        ? { text: 'Grants and payments', href: `/hub/${hub.slug}/grants` }
        : { text: 'Grants in numbers', href: '/network/grants' },
      errors: form.errors,
      unlisted: true,
    },
    html`<span class="govuk-caption-l">${hub ? hub.name : 'The network'}, ${yearLabel(year)}</span><h1 class="govuk-heading-l">Rules of grants</h1>
<p class="govuk-body">A version is never changed: what was worked out by it stays. The network’s rules count at every hub.</p>
${list(shown)}
${mayWrite ? writing(shown) : html`<p class="govuk-body">Leads of the hub write its rules, the national team those of the network.</p>`}`,
  )
}
