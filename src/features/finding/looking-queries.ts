import type { Reader } from '../../platform/database/index.ts'
import { parseProjectCode } from '../../vocabulary/project-code.ts'
import { projectsForPost } from '../criteria/index.ts'
import { type Project, projectByCode } from '../projects/index.ts'
import type { Asked } from './asked.ts'
import type { Led } from './place.ts'
import type { Searched } from './search.ts'
import { lookedThrough, type Nearby, wordsLike } from './search-queries.ts'
import { meantBy } from './spelling.ts'
import { type Term, termsOf } from './terms.ts'

/** Where to measure from, where that is known. */
export const nearbyOf = (led: Led | null): Nearby | null =>
  led?.kind === 'place' && led.place.point !== null
    ? { point: led.place.point, authorities: led.place.authorities.map(({ code }) => code) }
    : null

/** The project whose code was typed, of whatever year, where it can be read. */
export const projectOfCode = async (db: Reader, words: string): Promise<Project | null> => {
  const code = parseProjectCode(words)
  const project = code && (await projectByCode(db, code))
  return project?.status === 'published' || project?.status === 'closed' ? project : null
}

type Looked = Omit<Searched, 'forRole'>
const bitsHeld = ({ projects, offers, hubs }: Looked): number =>
  [...projects, ...offers, ...hubs].reduce((so, { held }) => so | held, 0)

/** The words that nothing holds, as what they may have been meant for; null where nothing better is known. */
const respelt = async (db: Reader, { year }: Asked, { terms, held }: { terms: readonly Term[]; held: number }) => {
  const unknown = terms.flatMap((term, at) =>
    term.kind === 'word' && (held & (1 << at)) === 0 ? [{ at, word: term.word }] : [],
  )
  if (unknown.length === 0) return null
  const near = await wordsLike(
    db,
    year,
    unknown.map(({ word }) => word),
  )
  const meant = new Map(unknown.map(({ at, word }) => [at, meantBy(word, near.get(word) ?? [])]))
  if ([...meant.values()].every((words) => words.length === 0)) return null
  return terms.map((term, at) => (term.kind === 'word' ? { ...term, meant: meant.get(at) ?? [] } : term))
}

const forRole = async (db: Reader, { role }: Asked, { projects }: Looked): Promise<Searched['forRole']> =>
  role === null
    ? new Map()
    : projectsForPost(
        db,
        projects.map(({ id }) => id),
        role,
      )

/** Everything of the year with what it holds of the words; words that nothing holds are looked for as what they may have been meant for. */
export const lookFor = async (
  db: Reader,
  {
    asked,
    nearby,
    today,
  }: { readonly asked: Asked; readonly nearby: Nearby | null; readonly today: Temporal.PlainDate },
): Promise<{ readonly searched: Searched; readonly terms: readonly Term[] }> => {
  const look = { year: asked.year, nearby, today }
  const terms = termsOf(asked.words)
  const first = await lookedThrough(db, { ...look, terms })
  const meant = await respelt(db, asked, { terms, held: bitsHeld(first) })
  const searched = meant ? await lookedThrough(db, { ...look, terms: meant }) : first
  return { searched: { ...searched, forRole: await forRole(db, asked, first) }, terms: meant ?? terms }
}
