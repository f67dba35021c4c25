import { type AcademicYear, academicYearOf, parseAcademicYear, yearSlug } from '../../vocabulary/academic-year.ts'
import { type Audience, audienceLabels, parseAudience } from '../../vocabulary/audiences.ts'
import { type Phase, parsePhase, phaseLabels, phaseSlug } from '../../vocabulary/phases.ts'

/** What the address of the catalogue asks for. */
export type Chosen = {
  readonly year: AcademicYear
  readonly phase: Phase | null
  readonly audience: Audience | null
  readonly words: string
}

/** Reads the address; what it does not know is left out, and the year is today's where there is one, else the latest. */
export const chosenIn = (query: URLSearchParams, years: readonly AcademicYear[], today: Temporal.PlainDate): Chosen => {
  const asked = parseAcademicYear(query.get('year') ?? '')
  const now = academicYearOf(today)
  return {
    year: asked ?? (years.includes(now) ? now : (years[0] ?? now)),
    phase: parsePhase(query.get('phase') ?? ''),
    audience: parseAudience(query.get('audience') ?? ''),
    words: (query.get('q') ?? '').trim().slice(0, 200),
  }
}

export const isFiltered = ({ phase, audience, words }: Chosen): boolean =>
  phase !== null || audience !== null || words !== ''

/** The address of the catalogue so filtered. */
export const catalogueHref = ({ year, phase, audience, words }: Chosen): string => {
  const query = new URLSearchParams({ year: yearSlug(year) })
  if (phase) query.set('phase', phaseSlug(phase))
  if (audience) query.set('audience', audience)
  if (words) query.set('q', words)
  return `/projects?${query}`
}

/** What is chosen, each with the address without it. */
export const chosenWords = (chosen: Chosen): readonly { label: string; hrefWithout: string }[] => [
  ...(chosen.phase
    ? [{ label: phaseLabels[chosen.phase], hrefWithout: catalogueHref({ ...chosen, phase: null }) }]
    : []),
  ...(chosen.audience
    ? [{ label: audienceLabels[chosen.audience], hrefWithout: catalogueHref({ ...chosen, audience: null }) }]
    : []),
  ...(chosen.words ? [{ label: `“${chosen.words}”`, hrefWithout: catalogueHref({ ...chosen, words: '' }) }] : []),
]
