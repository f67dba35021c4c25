import { yearLabel } from '../../vocabulary/academic-year.ts'
import { audienceLabels } from '../../vocabulary/audiences.ts'
import { formatDate } from '../../vocabulary/local-time.ts'
import { phaseLabels } from '../../vocabulary/phases.ts'
import { type Offer, offerPath, windowInWords } from '../offers/index.ts'

/** An offer as other websites show it. */
export type OfferEntry = {
  readonly title: string
  readonly address: string
  readonly summary: string
  readonly facts: readonly string[]
}

export type OfferShown = { readonly offer: Offer; readonly nextOn: Temporal.PlainDate | null }

/** What an offer is called: with its theme, where it has one. */
export const titleOf = ({ project, theme }: Pick<Offer, 'project' | 'theme'>): string =>
  theme ? `${project.title}: ${theme.title}` : project.title

/** An offer in a few words: what it is, for whom, when, and until when one can ask. */
export const entryOf = (
  { offer, nextOn }: OfferShown,
  { baseUrl, today }: { readonly baseUrl: string; readonly today: Temporal.PlainDate },
): OfferEntry => {
  const { project } = offer
  const whom = [
    ...project.phases.map((phase) => phaseLabels[phase]),
    ...project.audiences.map((audience) => audienceLabels[audience]),
  ].join(', ')
  const facts = [
    whom || null,
    [yearLabel(offer.year), project.code].filter(Boolean).join(' · '),
    nextOn ? `Next date: ${formatDate(nextOn)}` : null,
    windowInWords(offer, today),
  ]
  return {
    title: titleOf(offer),
    address: `${baseUrl}${offerPath(offer)}`,
    summary: project.summary,
    facts: facts.filter((fact) => fact !== null),
  }
}
