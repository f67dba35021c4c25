import type { Answer, FirstStep, ForPost, Verdict } from '../criteria/index.ts'
import { type Board, type Near, nearestFirst, type OfferOnBoard, type ProjectOnBoard } from './board.ts'
import type { StageMark } from './next-stage.ts'

export const standings = ['now', 'soon', 'not_yet', 'not_for_you'] as const
/** Whether somebody can ask today, on a day that is known, only after something else, or not at all. */
export type Standing = (typeof standings)[number]

/** What stands in the way where the rules do not: nobody offers it, asking is over, or everything lies too far away. */
export type Obstacle = 'rules' | 'history' | 'stage' | 'over' | 'far' | 'not_offered'

/** A stage, or another project, that comes first, with the nearest offer of it that can be asked for. */
export type First = { readonly name: string; readonly project: ProjectOnBoard | null; readonly near: Near | null }

/** What the rules say of one offer, or of a project that nobody offers yet. */
export type Answered = {
  readonly verdicts: readonly Verdict[]
  readonly answer: Answer
  readonly sentence: string
  readonly forPost: ForPost
  readonly first: readonly FirstStep[]
}

/** A project, or one theme of it, as it stands to somebody, with its offers: those that help most first. */
export type Entry = {
  readonly project: ProjectOnBoard
  readonly theme: OfferOnBoard['theme']
  /** The offer alone that it is about, where its hub has rules of its own. */
  readonly ownOfferId: string | null
  readonly standing: Standing
  readonly obstacle: Obstacle | null
  readonly answered: Answered
  readonly mark: StageMark | null
  readonly offers: readonly Near[]
  readonly first: readonly First[]
}

/** A project or a theme of it with the offers by which it is judged, before it is. */
export type Candidate = {
  readonly key: string
  readonly project: ProjectOnBoard
  readonly theme: OfferOnBoard['theme']
  /** The offer, where it is judged by rules of its hub's own. */
  readonly ownOfferId: string | null
  readonly offers: readonly Near[]
}

/** What each project of the board comes down to for somebody: each theme that offers fix is one of its own, and each offer with rules of its own. */
export const candidatesOf = ({ projects }: Pick<Board, 'projects'>, nears: readonly Near[]): readonly Candidate[] => {
  const byProject = Map.groupBy(nears, ({ offer }) => offer.projectId)
  return projects.flatMap((project): readonly Candidate[] => {
    const byTheme = Map.groupBy(byProject.get(project.id) ?? [], ({ offer }) =>
      [offer.theme?.id, offer.hasOwnRules && offer.id].filter(Boolean).join(' '),
    )
    if (byTheme.size === 0) return [{ key: project.id, project, theme: null, ownOfferId: null, offers: [] }]
    return [...byTheme.values()].map((all) => {
      const offers = nearestFirst(all)
      const [best] = offers
      return {
        key: best?.offer.id ?? project.id,
        project,
        theme: best?.offer.theme ?? null,
        ownOfferId: best?.offer.hasOwnRules ? best.offer.id : null,
        offers,
      }
    })
  })
}

type ToJudge = {
  readonly candidate: Candidate
  readonly answered: Answered
  readonly mark: StageMark | null
  readonly withHistory: boolean
}

type Judged = Pick<Entry, 'standing' | 'obstacle'>

const hasWay = ({ verdicts }: Answered): boolean =>
  verdicts.every(({ strength, answer, way }) => strength !== 'required' || answer !== 'no' || way !== undefined)

const byRules = ({ answered, mark, withHistory }: ToJudge): Judged | null => {
  if (answered.answer === 'no' && answered.first.length > 0 && hasWay(answered))
    return { standing: 'not_yet', obstacle: 'rules' }
  if (answered.answer === 'no') return { standing: 'not_for_you', obstacle: 'rules' }
  if (mark && mark.kind !== 'next') return { standing: 'not_for_you', obstacle: 'stage' }
  if (answered.first.length > 0 && !withHistory) return { standing: 'not_yet', obstacle: 'history' }
  return null
}

const byOffers = (offers: readonly Near[]): Judged => {
  const [best] = offers
  if (!best) return { standing: 'not_yet', obstacle: 'not_offered' }
  if (!best.inReach) return { standing: 'not_yet', obstacle: 'far' }
  if (best.window === 'open') return { standing: 'now', obstacle: null }
  return best.window === 'opens' ? { standing: 'soon', obstacle: null } : { standing: 'not_yet', obstacle: 'over' }
}

/** Those offers that go with how a project stands: what is over or far away is not shown beside what can be asked for. */
const shownOffers = (offers: readonly Near[], { standing }: Judged): readonly Near[] =>
  standing === 'now' || standing === 'soon'
    ? offers.filter(({ inReach, window }) => inReach && window !== 'closed')
    : offers

const judged = (one: ToJudge): Omit<Entry, 'first'> => {
  const { candidate, answered, mark } = one
  const verdict = byRules(one) ?? byOffers(candidate.offers)
  const { project, theme, ownOfferId, offers } = candidate
  return { project, theme, ownOfferId, ...verdict, answered, mark, offers: shownOffers(offers, verdict) }
}

/** The nearest way to what comes first: an offer of it that can be asked for today, or else on a day that is known. */
const wayTo = (
  step: FirstStep,
  entries: readonly Omit<Entry, 'first'>[],
  stageNames: ReadonlyMap<string, string>,
): First => {
  const those = entries.filter(({ project }) =>
    step.of === 'stage' ? project.stageKey === step.key : project.id === step.key,
  )
  const of = (standing: Standing) => those.filter((one) => one.standing === standing)
  // Where it is not known whether that one can be begun itself, an offer of it that takes requests helps all the same.
  const perhaps = of('not_yet').filter(
    ({ obstacle, offers: [best] }) =>
      (obstacle === 'history' || obstacle === 'rules') && best?.inReach === true && best.window !== 'closed',
  )
  const [entry] = [...of('now'), ...of('soon'), ...perhaps]
  const name = step.of === 'stage' ? stageNames.get(step.key) : those[0]?.project.title
  return { name: name ?? 'another project', project: entry?.project ?? null, near: entry?.offers[0] ?? null }
}

const answers: Readonly<Record<Answer, number>> = { yes: 0, not_yet_known: 1, no: 2 }
const rank = ({ answered, mark, offers, standing, obstacle }: Entry): readonly number[] => [
  standings.indexOf(standing),
  obstacle === null || obstacle === 'rules' || obstacle === 'history' ? 0 : 1,
  answered.forPost === 'named' ? 0 : 1,
  answers[answered.answer],
  mark?.kind === 'next' ? 0 : 1,
  offers[0]?.serves ? 0 : 1,
  offers[0]?.places.kind === 'waiting_list' ? 1 : 0,
  offers[0]?.away ?? Number.MAX_SAFE_INTEGER,
]

const byRank = (one: readonly number[], other: readonly number[]): number =>
  one.map((value, at) => value - (other[at] ?? 0)).find((difference) => difference !== 0) ?? 0

/** Whether another theme of the same project stands better: then this one says nothing that helps. */
const isOutdone = (one: Entry, all: readonly Entry[]): boolean =>
  one.standing === 'not_for_you' &&
  all.some(({ project, standing }) => project.id === one.project.id && standing !== 'not_for_you')

/** Everything as it stands to somebody: what can be asked today first, the nearest and soonest before others. */
export const entriesOf = (all: readonly ToJudge[], stageNames: ReadonlyMap<string, string>): readonly Entry[] => {
  const each = all.map(judged)
  const complete = each.map(
    (entry): Entry => ({
      ...entry,
      first: entry.standing === 'not_yet' ? entry.answered.first.map((step) => wayTo(step, each, stageNames)) : [],
    }),
  )
  return complete
    .filter((entry) => !isOutdone(entry, complete))
    .map((entry) => ({ entry, rank: rank(entry) }))
    .toSorted(
      (one, other) =>
        byRank(one.rank, other.rank) || one.entry.project.title.localeCompare(other.entry.project.title, 'en-GB'),
    )
    .map(({ entry }) => entry)
}
