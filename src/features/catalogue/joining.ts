import type { Answer, Verdict } from '../criteria/index.ts'
import type { Offer } from '../offers/index.ts'
import type { StageMark } from './next-stage.ts'

/** An offer with what is known of whether an organisation can join it. */
export type Joinable = {
  readonly offer: Offer
  readonly verdicts: readonly Verdict[]
  readonly answer: Answer
  readonly sentence: string
  /** What the project's stage is to the school, where its history may be seen. */
  readonly mark: StageMark | null
}

const order: Readonly<Record<Answer, number>> = { yes: 0, not_yet_known: 1, no: 2 }

/** What one can join first, then what is not yet known, then what one cannot. */
export const bestFirst = (all: readonly Joinable[]): readonly Joinable[] =>
  all.toSorted(
    (one, other) =>
      order[one.answer] - order[other.answer] ||
      Number(other.mark?.isNext ?? false) - Number(one.mark?.isNext ?? false) ||
      one.offer.project.title.localeCompare(other.offer.project.title, 'en-GB') ||
      one.offer.hub.name.localeCompare(other.offer.hub.name, 'en-GB'),
  )

export const joiningHeadings: Readonly<Record<Answer, string>> = {
  yes: 'You can join',
  not_yet_known: 'You can perhaps join',
  no: 'You cannot join as things stand',
}

type Asked = { readonly projectId: string; readonly themeId: string | null }

/** What an offer asks about: its project, and the theme where it fixes one. */
export const askedBy = ({ project, theme }: Pick<Offer, 'project' | 'theme'>): Asked => ({
  projectId: project.id,
  themeId: theme?.id ?? null,
})
export const sign = ({ projectId, themeId }: Asked): string => `${projectId} ${themeId ?? ''}`

/** The questions of several offers, each once, in rounds that hold no project twice. */
export const roundsOf = (offers: readonly Pick<Offer, 'project' | 'theme'>[]): readonly (readonly Asked[])[] => {
  const once = [...new Map(offers.map((offer) => [sign(askedBy(offer)), askedBy(offer)])).values()]
  const rounds: Asked[][] = []
  for (const asked of once) {
    const free = rounds.find((round) => round.every(({ projectId }) => projectId !== asked.projectId))
    if (free) free.push(asked)
    else rounds.push([asked])
  }
  return rounds
}
