import { type AcademicYear, yearSlug } from '../../vocabulary/academic-year.ts'
import { type Audience, audienceLabels } from '../../vocabulary/audiences.ts'
import { type Phase, phaseLabels, phaseSlug } from '../../vocabulary/phases.ts'
import { type PostKind, postLabels } from '../../vocabulary/posts.ts'
import { type Month, printMonth } from './month.ts'

/** How a session is held, as an offer can be looked for. */
export const modes = ['venue', 'online', 'blended'] as const
export type Mode = (typeof modes)[number]
export const modeLabels: Readonly<Record<Mode, string>> = {
  venue: 'Face to face',
  online: 'Online',
  blended: 'Face to face and online at once',
}

export const orders = ['relevance', 'nearness', 'date'] as const
export type Order = (typeof orders)[number]
export const orderLabels: Readonly<Record<Order, string>> = {
  relevance: 'What fits best',
  nearness: 'Nearest first',
  date: 'First date',
}

/** How far away something may be, in miles. */
export const distances = [2, 5, 10, 25, 50] as const

/** What the address of the catalogue asks for. */
export type Asked = {
  readonly year: AcademicYear
  readonly words: string
  readonly phase: Phase | null
  readonly audience: Audience | null
  /** The post of somebody who would take part. */
  readonly role: PostKind | null
  /** A hub by its slug. */
  readonly hub: string | null
  /** A school, town or postcode as it was typed. */
  readonly near: string
  readonly within: number | null
  readonly mode: Mode | null
  readonly month: Month | null
  readonly isNew: boolean
  readonly isOpen: boolean
  /** null: what suits the rest best. */
  readonly order: Order | null
  readonly page: number
}

/** Everything that narrows what is shown: what each is called in the address, and how it is left out. */
export const narrowing = {
  words: { words: '' },
  phase: { phase: null },
  audience: { audience: null },
  role: { role: null },
  hub: { hub: null },
  within: { within: null },
  mode: { mode: null },
  month: { month: null },
  isNew: { isNew: false },
  isOpen: { isOpen: false },
} as const satisfies Readonly<Record<string, Partial<Asked>>>
export type Narrowing = keyof typeof narrowing
export const narrowings = Object.keys(narrowing) as readonly Narrowing[]

const isChosen: Readonly<Record<Narrowing, (asked: Asked) => boolean>> = {
  words: ({ words }) => words !== '',
  phase: ({ phase }) => phase !== null,
  audience: ({ audience }) => audience !== null,
  role: ({ role }) => role !== null,
  hub: ({ hub }) => hub !== null,
  within: ({ within }) => within !== null,
  mode: ({ mode }) => mode !== null,
  month: ({ month }) => month !== null,
  isNew: ({ isNew }) => isNew,
  isOpen: ({ isOpen }) => isOpen,
}

export const chosenOf = (asked: Asked): readonly Narrowing[] => narrowings.filter((each) => isChosen[each](asked))

/** Whether the address asks for more than a year: then what was found is a list, else the catalogue as it is laid out. */
export const isNarrowed = (asked: Asked): boolean =>
  chosenOf(asked).length > 0 || asked.near !== '' || asked.order !== null

/** Everything of a year. */
export const wholeYear = (year: AcademicYear): Asked => ({
  year,
  ...Object.assign({}, ...Object.values(narrowing)),
  near: '',
  order: null,
  page: 1,
})

/** The address that asks for it; another choice begins again at its first page. */
export const askedHref = (asked: Asked, changed: Partial<Asked> = {}): string => {
  const { year, words, phase, audience, role, hub, near, within, mode, month, isNew, isOpen, order, page } = {
    ...asked,
    page: 1,
    ...changed,
  }
  const given: readonly (readonly [string, string | null | false])[] = [
    ['year', yearSlug(year)],
    ['phase', phase && phaseSlug(phase)],
    ['audience', audience],
    ['role', role],
    ['q', words],
    ['hub', hub],
    ['near', near],
    ['within', within === null ? null : String(within)],
    ['mode', mode],
    ['month', month && printMonth(month)],
    ['new', isNew && 'yes'],
    ['open', isOpen && 'yes'],
    ['sort', order],
    ['page', page > 1 && String(page)],
  ]
  return `/projects?${new URLSearchParams(given.flatMap(([name, value]) => (value ? [[name, value]] : [])))}`
}

/** What is chosen in words; a hub is named by its name where it is known. */
export const inWords = (asked: Asked, each: Narrowing, hubName: string | null): string => {
  const words: Readonly<Record<Narrowing, string | null | false>> = {
    words: `“${asked.words}”`,
    phase: asked.phase && phaseLabels[asked.phase],
    audience: asked.audience && audienceLabels[asked.audience],
    role: asked.role && postLabels[asked.role],
    hub: hubName ?? asked.hub,
    within: `Within ${asked.within} miles`,
    mode: asked.mode && modeLabels[asked.mode],
    month: asked.month && `In ${asked.month.name}`,
    isNew: 'New',
    isOpen: 'Open now',
  }
  return words[each] || ''
}
