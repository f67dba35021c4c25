import { emptyState } from '../../../ui/components/empty-state.ts'
import { statusTag } from '../../../ui/components/status-tag.ts'
import { type Html, html } from '../../../ui/html.ts'
import { layout } from '../../../ui/layout.ts'
import { type AcademicYear, yearInWords, yearLabel, yearSlug } from '../../../vocabulary/academic-year.ts'
import type { Frame } from '../../../vocabulary/frame.ts'
import { strengthWords } from '../../criteria/index.ts'
import { fitWords, type OwnRuleSeen } from '../own-rule.ts'

type Shown = {
  readonly year: AcademicYear
  readonly years: readonly AcademicYear[]
  readonly rules: readonly OwnRuleSeen[]
}

const ruleLine = ({ hub, offer, rule, fit }: OwnRuleSeen): Html =>
  html`<li><a class="govuk-link" href="${offer}">${hub.name}</a> ${rule.widensSentence === null ? html`narrows (${strengthWords[rule.strength].toLowerCase()}): ${rule.sentence}` : html`widens “${rule.widensSentence}”: ${rule.sentence}`}${
    fit !== 'fits' &&
    html` ${statusTag(fit === 'reworded' ? 'Reworded since' : 'Does not count', 'attention')} <span class="govuk-hint govuk-!-margin-bottom-0">${fitWords[fit]}</span>`
  }</li>`

/** Every rule of hubs' own in force, project by project. */
export const hubsRulesView = (frame: Frame, { year, years, rules }: Shown): Html =>
  layout(
    frame,
    {
      title: 'Rules of hubs’ own',
      breadcrumbs: [{ text: 'National picture', href: '/network' }, { text: 'Rules of hubs’ own' }],
      unlisted: true,
    },
    html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds"><span class="govuk-caption-l">${yearInWords(year)}</span><h1 class="govuk-heading-l">Rules of hubs’ own</h1>
<p class="govuk-body">Where a project allows it, hubs narrow or widen who can take part on their offers. <a class="govuk-link" href="/network/drift?year=${yearSlug(year)}">Own texts of hubs</a></p>
<p class="govuk-body">Year: ${years.map((each) => (each === year ? html`<strong>${yearLabel(each)}</strong> ` : html`<a class="govuk-link" href="/network/own-rules?year=${yearSlug(each)}">${yearLabel(each)}</a> `))}</p>
${
  rules.length === 0
    ? emptyState({
        title: 'No hub has rules of its own',
        text: 'Under the rules of a project you say whether hubs may add some, and which they may widen.',
        action: { text: 'National catalogue', href: '/network/projects' },
      })
    : [...Map.groupBy(rules, ({ project }) => project.id)].map(
        ([id, own]) =>
          html`<h2 class="govuk-heading-m"><a class="govuk-link" href="/network/projects/${id}/rules">${own[0]?.project.title}</a></h2><ul class="govuk-list govuk-list--bullet">${own.map(ruleLine)}</ul>`,
      )
}
</div></div>`,
  )
