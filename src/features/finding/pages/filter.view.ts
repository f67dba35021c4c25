import { details } from '../../../ui/components/details.ts'
import { filterPanel } from '../../../ui/components/filter-panel.ts'
import { checkboxesField, type FormState, selectField, suggestingField, textField } from '../../../ui/fields.ts'
import { type Html, html } from '../../../ui/html.ts'
import { type AcademicYear, yearInWords, yearSlug } from '../../../vocabulary/academic-year.ts'
import { audienceLabels, audiences } from '../../../vocabulary/audiences.ts'
import type { FieldError } from '../../../vocabulary/form.ts'
import { phaseLabels, phaseSlug, phases } from '../../../vocabulary/phases.ts'
import { postKinds, postLabels } from '../../../vocabulary/posts.ts'
import {
  type Asked,
  askedHref,
  chosenOf,
  distances,
  inWords,
  modeLabels,
  modes,
  narrowing,
  orderLabels,
  orders,
} from '../asked.ts'
import { monthNumber, monthsOfYear, printMonth } from '../month.ts'
import type { Led } from '../place.ts'
import { type Counts, orderOf, type SearchedHub } from '../search.ts'

/** What stands round the list: what is asked for, what each other choice would show, and what is wrong with the address. */
export type Around = {
  readonly asked: Asked
  readonly years: readonly AcademicYear[]
  readonly led: Led | null
  readonly hubs: readonly SearchedHub[]
  readonly counts: Counts
  readonly problems: readonly FieldError[]
}

const counted = (text: string, count: number | undefined): string => `${text} (${count ?? 0})`

const hubNameOf = ({ asked, hubs }: Around): string | null => hubs.find(({ slug }) => slug === asked.hub)?.name ?? null

const nearHint = ({ led }: Around): string =>
  led?.kind === 'place' ? `Near ${led.place.name}` : 'School, town or postcode'

const mainFields = (around: Around, form: FormState): Html => {
  const { asked } = around
  return html`${textField(form, { name: 'q', label: 'Words or code', value: asked.words, type: 'search' })}
${suggestingField(form, { from: '/schools/suggestions', name: 'near', label: 'Near', hint: nearHint(around), value: asked.near, type: 'search' })}
${selectField(form, { name: 'within', label: 'Not farther than', blank: 'Any distance', items: distances.map((miles) => ({ value: miles, text: `${miles} miles` })), value: asked.within })}
${selectField(form, { name: 'phase', label: 'Phase', blank: 'Any', items: phases.map((phase) => ({ value: phaseSlug(phase), text: phaseLabels[phase] })), value: asked.phase && phaseSlug(asked.phase) })}
${selectField(form, { name: 'role', label: 'Somebody who is', blank: 'Anybody', items: postKinds.map((post) => ({ value: post, text: postLabels[post] })), value: asked.role })}
${checkboxesField(form, { name: 'open', label: 'Asking to join', small: true, items: [{ value: 'yes', text: counted('Open now', around.counts.isOpen.get('yes')) }], values: asked.isOpen ? ['yes'] : [] })}`
}

const moreFields = (around: Around, form: FormState): Html => {
  const { asked, hubs, counts, years } = around
  const months = monthsOfYear(asked.year).filter(
    (month) => counts.month.has(String(monthNumber(month))) || asked.month?.name === month.name,
  )
  return html`${selectField(form, { name: 'audience', label: 'For', blank: 'Anybody', items: audiences.map((audience) => ({ value: audience, text: audienceLabels[audience] })), value: asked.audience })}
${selectField(form, { name: 'hub', label: 'Hub', blank: 'Any', items: hubs.map(({ slug, name }) => ({ value: slug, text: counted(name, counts.hub.get(slug)) })), value: asked.hub })}
${selectField(form, { name: 'mode', label: 'How it meets', blank: 'Any way', items: modes.map((mode) => ({ value: mode, text: counted(modeLabels[mode], counts.mode.get(mode)) })), value: asked.mode })}
${selectField(form, { name: 'month', label: 'Meets in', blank: 'Any month', items: months.map((month) => ({ value: printMonth(month), text: counted(month.name, counts.month.get(String(monthNumber(month)))) })), value: asked.month && printMonth(asked.month) })}
${checkboxesField(form, { name: 'new', label: 'New projects', small: true, items: [{ value: 'yes', text: counted('New this year', counts.isNew.get('yes')) }], values: asked.isNew ? ['yes'] : [] })}
${selectField(form, { name: 'year', label: 'Year', blank: false, items: years.map((year) => ({ value: yearSlug(year), text: yearInWords(year) })), value: yearSlug(asked.year) })}`
}

const more = ['audience', 'hub', 'mode', 'month', 'new', 'year']
const isMoreChosen = ({ asked: { audience, hub, mode, month, isNew }, problems }: Around): boolean =>
  [audience, hub, mode, month].some((each) => each !== null) ||
  isNew ||
  problems.some(({ field }) => more.includes(field))

/** Everything that narrows the list, as a form that only makes an address. */
export const panel = (around: Around): Html => {
  const { asked, problems } = around
  const form: FormState = { typed: {}, errors: problems }
  const chosen = chosenOf(asked).map((each) => ({
    label: inWords(asked, each, hubNameOf(around)),
    hrefWithout: askedHref(asked, narrowing[each]),
  }))
  const near =
    asked.near === ''
      ? []
      : [
          {
            label: around.led?.kind === 'place' ? nearHint(around) : `Near “${asked.near}”`,
            hrefWithout: askedHref(asked, {
              near: '',
              within: null,
              order: asked.order === 'nearness' ? null : asked.order,
            }),
          },
        ]
  return filterPanel({
    action: '/projects',
    title: 'Find a project',
    submit: 'Find',
    chosen: [...chosen, ...near],
    keep: asked.order ? { sort: asked.order } : {},
    fields: html`${mainFields(around, form)}${details({ summaryText: 'More ways to narrow it', text: moreFields(around, form), open: isMoreChosen(around) })}`,
  })
}

/** By phase and audience as plain links, each with how many projects it shows. */
export const links = ({ asked, counts }: Around): Html => {
  const none = { phase: null, audience: null }
  const all = [
    { text: 'All', to: none, on: asked.phase === null && asked.audience === null, count: counts.anybody },
    ...phases.map((phase) => ({
      text: phaseLabels[phase],
      to: { ...none, phase },
      on: asked.phase === phase,
      count: counts.phase.get(phase) ?? 0,
    })),
    ...audiences.map((audience) => ({
      text: audienceLabels[audience],
      to: { ...none, audience },
      on: asked.audience === audience,
      count: counts.audience.get(audience) ?? 0,
    })),
  ]
  return html`<nav aria-label="By phase and audience"><ul class="app-choices">${all.map(
    ({ text, to, on, count }) =>
      html`<li>${on ? html`<strong aria-current="true">${text}</strong>` : html`<a class="govuk-link" href="${askedHref(asked, to)}">${text}</a>`} <span class="app-choices__count">${count}</span></li>`,
  )}</ul></nav>`
}

/** In which order the list stands, the others as links. */
export const orderLinks = ({ asked }: Around): Html => {
  const now = orderOf(asked)
  const possible = orders.filter((order) => order !== 'nearness' || asked.near !== '')
  return html`<nav aria-label="Order of the list"><ul class="app-choices">${possible.map(
    (order) =>
      html`<li>${order === now ? html`<strong aria-current="true">${orderLabels[order]}</strong>` : html`<a class="govuk-link" href="${askedHref(asked, { order })}">${orderLabels[order]}</a>`}</li>`,
  )}</ul></nav>`
}
