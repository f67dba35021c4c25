/** Where a fact can be read: a flyer in its three forms, a project's page and print, a hub's page, a year's catalogue in its three forms. */
export type Place =
  | 'flyer'
  | 'flyer on paper'
  | 'flyer as text'
  | 'project'
  | 'project on paper'
  | 'hub'
  | 'catalogue'
  | 'catalogue on paper'
  | 'catalogue as data'
  | 'my details'

/** One thing that a document states, in our words, and the words by which it is found again; every one of them in every place. */
export type Statement = {
  readonly fact: string
  readonly words: readonly string[]
  readonly places: readonly Place[]
}

/** One document: the addresses at which its facts stand, and what it states from its first line to its last. */
export type Document = {
  readonly name: string
  readonly addresses: Partial<Readonly<Record<Place, string>>>
  readonly statements: readonly Statement[]
}

type Found = (fact: string, ...words: readonly string[]) => Statement

const foundIn =
  (...places: readonly Place[]): Found =>
  (fact, ...words) => ({ fact, words, places })

/** What the network says of a project: on its own page and print, and on every flyer. */
export const national = foundIn('flyer', 'flyer on paper', 'flyer as text', 'project', 'project on paper')
/** What the hub says of its own offer. */
export const local = foundIn('flyer', 'flyer on paper', 'flyer as text')
/** What the page of the project alone can tell. */
export const onProject = foundIn('project')
export const ofHub = foundIn('flyer', 'flyer on paper', 'flyer as text', 'hub')
export const onHubPage = foundIn('hub')
/** What the catalogue of a year says, read and printed. */
export const ofYear = foundIn('catalogue', 'catalogue on paper', 'catalogue as data')
/** What stands in the printed catalogue with the text of a project. */
export const inPrint = foundIn('catalogue on paper', 'catalogue as data')
export const onDetails = foundIn('my details')
