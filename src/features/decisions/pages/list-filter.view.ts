import { filterPanel } from '../../../ui/components/filter-panel.ts'
import { formFrom, selectField, textField } from '../../../ui/fields.ts'
import { type Html, html } from '../../../ui/html.ts'
import { academicYear, yearLabel } from '../../../vocabulary/academic-year.ts'
import { schoolPhaseLabels, schoolPhases } from '../../../vocabulary/school-phases.ts'
import { interestStatuses, interestStatusLabels } from '../../interest/index.ts'
import { daysWaited, type Narrowed, verdictLabels, verdictsInSum } from '../work-list.ts'

export type Choices = {
  readonly offers: readonly { readonly id: string; readonly title: string; readonly year: number }[]
  readonly areas: readonly { readonly code: string; readonly name: string }[]
}

type Panel = Choices & {
  readonly action: string
  readonly chosen: Narrowed
  readonly keep: Readonly<Record<string, string>>
  readonly without: (name: keyof Narrowed) => string
}

const waitedLabel = (days: number): string => (days === 7 ? 'A week or longer' : `${days / 7} weeks or longer`)

const ticks = {
  note: ['yes', 'With a note'],
  agreement: ['outstanding', 'Agreement outstanding'],
  names: ['missing', 'Names of people missing'],
  noticed: ['yes', 'With something to know of others'],
} as const

const tick = (chosen: Narrowed, name: keyof typeof ticks): Html => {
  const [value, text] = ticks[name]
  return html`<div class="govuk-checkboxes__item"><input class="govuk-checkboxes__input" id="${name}" name="${name}" type="checkbox" value="${value}"${chosen[name] !== '' && html` checked`}><label class="govuk-label govuk-checkboxes__label" for="${name}">${text}</label></div>`
}

const words = ({ chosen, offers, areas }: Panel): Readonly<Record<keyof Narrowed, string | undefined>> => ({
  q: chosen.q,
  offer: offers.find(({ id }) => id === chosen.offer)?.title ?? (chosen.offer && 'Another offer'),
  status: chosen.status && interestStatusLabels[chosen.status],
  verdict: chosen.verdict && `By the rules: ${verdictLabels[chosen.verdict].toLowerCase()}`,
  phase: chosen.phase && schoolPhaseLabels[chosen.phase],
  area: areas.find(({ code }) => code === chosen.area)?.name ?? (chosen.area && 'Another area'),
  waited: chosen.waited && `Waiting ${waitedLabel(Number(chosen.waited)).toLowerCase()}`,
  note: chosen.note && ticks.note[1],
  agreement: chosen.agreement && ticks.agreement[1],
  names: chosen.names && ticks.names[1],
  noticed: chosen.noticed && ticks.noticed[1],
})

/** What the list is narrowed to, and the way to narrow it: an address like every other. */
export const listFilter = (panel: Panel): Html => {
  const { action, chosen, keep, offers, areas } = panel
  const form = formFrom(chosen)
  const said = words(panel)
  return filterPanel({
    action,
    keep,
    fields: html`${textField(form, { name: 'q', label: 'School or sender', type: 'search' })}
${selectField(form, { name: 'offer', label: 'Offer', blank: 'All offers', items: offers.map((each) => ({ value: each.id, text: `${each.title} (${yearLabel(academicYear(each.year))})` })) })}
${selectField(form, { name: 'status', label: 'State', blank: 'All states', items: interestStatuses.filter((each) => each !== 'draft').map((each) => ({ value: each, text: interestStatusLabels[each] })) })}
${selectField(form, { name: 'verdict', label: 'By the rules', blank: 'Any answer', items: verdictsInSum.map((each) => ({ value: each, text: verdictLabels[each] })) })}
${selectField(form, { name: 'waited', label: 'Waiting for a decision', blank: 'However long', items: daysWaited.map((each) => ({ value: String(each), text: waitedLabel(each) })) })}
${selectField(form, { name: 'phase', label: 'Phase of the school', blank: 'All phases', items: schoolPhases.map((each) => ({ value: each, text: schoolPhaseLabels[each] })) })}
${selectField(form, { name: 'area', label: 'Area', blank: 'All areas', items: areas.map(({ code, name }) => ({ value: code, text: name })) })}
<fieldset class="govuk-fieldset govuk-form-group"><legend class="govuk-fieldset__legend govuk-fieldset__legend--s">Only those</legend><div class="govuk-checkboxes govuk-checkboxes--small">${(['note', 'agreement', 'names', 'noticed'] as const).map((name) => tick(chosen, name))}</div></fieldset>`,
    chosen: (Object.keys(said) as (keyof Narrowed)[]).flatMap((name) =>
      said[name] ? [{ label: said[name], hrefWithout: panel.without(name) }] : [],
    ),
  })
}
