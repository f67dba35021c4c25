import { button } from '../../../ui/components/button.ts'
import { cards } from '../../../ui/components/cards.ts'
import { emptyState } from '../../../ui/components/empty-state.ts'
import { statusTag } from '../../../ui/components/status-tag.ts'
import { emptyForm, suggestingField } from '../../../ui/fields.ts'
import { type Html, html } from '../../../ui/html.ts'
import { layout } from '../../../ui/layout.ts'
import type { Frame } from '../../../vocabulary/frame.ts'
import { schoolPhaseLabels } from '../../../vocabulary/school-phases.ts'
import { schoolPath } from '../../catalogue/index.ts'
import { addressOf, type FoundOrganisation, formerlyOf, type Organisation } from '../../organisations/index.ts'

type Shown = {
  readonly words: string
  readonly schools: readonly FoundOrganisation[]
  readonly successors: ReadonlyMap<string, readonly Organisation[]>
}

const factsOf = (school: FoundOrganisation): string[] =>
  [
    formerlyOf(school),
    school.urn && `URN ${school.urn}`,
    school.kind === 'itt_provider'
      ? 'Teacher training'
      : school.kind === 'trust'
        ? 'Trust'
        : school.phase !== 'not_applicable' && school.phase !== null && schoolPhaseLabels[school.phase],
    school.authorityName,
  ].flatMap((fact) => fact || [])

const followed = (followers: readonly Organisation[]): Html | undefined =>
  followers.length > 0
    ? html`Closed. Today: ${followers.map((each, at) => html`${at > 0 && ', '}<a class="govuk-link" href="${schoolPath(each)}">${each.name}</a>`)}`
    : undefined

const found = ({ words, schools, successors }: Shown): Html =>
  schools.length === 0
    ? emptyState({
        title: `No school, provider or trust like “${words}” is known`,
        text: 'Try its URN, its postcode, or its name and town. If it has just opened, ask your hub.',
        action: { text: 'Find your hub', href: '/hubs' },
      })
    : html`<h2 class="govuk-heading-m">${schools.length === 1 ? 'Is this yours?' : 'Which one is yours?'}</h2>${cards(
        schools.map((school) => ({
          title: school.name,
          href: schoolPath(school),
          headingLevel: 3,
          text: followed(successors.get(school.id) ?? []) ?? addressOf(school),
          facts: factsOf(school),
          tags: school.status === 'closed' ? [statusTag('Closed', 'over')] : [],
        })),
      )}`

/** Find a school or provider; from there, what it can join. */
export const schoolsView = (frame: Frame, shown: Shown): Html =>
  layout(
    frame,
    {
      title: 'What can my school join?',
      breadcrumbs: [{ text: 'Schools' }],
      scripts: ['suggestions'],
      description:
        'Find your school, college, provider of teacher training or trust, and see what it can join and why.',
    },
    html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds"><h1 class="govuk-heading-xl">What can my school join?</h1>
<form method="get" action="/schools">${suggestingField(emptyForm, { from: '/schools/suggestions', name: 'q', label: 'Your school, college, training provider or trust', hint: 'Name, town, postcode, URN or street', value: shown.words, width: 30, type: 'search' })}${button({ text: 'Find' })}</form></div></div>
${shown.words !== '' && found(shown)}`,
  )
