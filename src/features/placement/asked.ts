import type { Published } from '../placement-check/index.ts'
import {
  type datesChoices,
  type measures,
  type phasesChoices,
  type Rules,
  usualRules,
} from '../placement-solving/index.ts'
import type { ShortChoices } from './falling-short.ts'

/** Groups that may be opened: how many, of what size, and where. */
export type Opening = {
  readonly most: number
  readonly from: number
  readonly to: number
  readonly peopleEach: number
  readonly venueIds: readonly string[]
}

/** What a hub chooses when it asks for a placement. */
export type Asked = {
  readonly keepMinimum: boolean
  readonly dates: (typeof datesChoices)[number]
  readonly phases: (typeof phasesChoices)[number]
  readonly mostOfAPhase: number
  /** Miles in a straight line, or minutes by the hub's table; where it tells none, miles. */
  readonly measure: (typeof measures)[number]
  readonly mostMiles: number | null
  readonly mostMinutes: number | null
  readonly opening: Opening | null
  /** Who has agreed to travel farther than they first said, or longer than the hub allows, and how far. */
  readonly allowances?: readonly Allowance[]
}

export type Allowance = { readonly interestId: string; readonly miles?: number; readonly minutes?: number }

export const usuallyAsked: Asked = {
  keepMinimum: true,
  dates: 'never',
  phases: 'any',
  mostOfAPhase: 4,
  measure: 'miles',
  mostMiles: null,
  mostMinutes: null,
  opening: null,
}

/** How far somebody goes at most: as stated, or farther where that was agreed to since. */
export const agreedLimit = (stated: number | null, interestId: string, { allowances }: Asked): number | null => {
  const agreed = allowances?.find((each) => each.interestId === interestId)?.miles
  return stated === null || agreed === undefined ? stated : Math.max(stated, agreed)
}

/** How many minutes somebody has agreed to, whatever the hub allows for everybody. */
export const agreedMinutes = (interestId: string, { allowances }: Asked): number | null =>
  allowances?.find((each) => each.interestId === interestId)?.minutes ?? null

/** What a hub has settled by hand: put here, never here, kept with or apart from another. */
export type Pin = {
  readonly id: string
  readonly kind: 'put' | 'never' | 'together' | 'apart'
  readonly interestId: string
  readonly otherInterestId: string | null
  readonly groupId: string | null
}

const pairs = (pins: readonly Pin[], kind: Pin['kind']): readonly (readonly string[])[] =>
  pins.flatMap((pin) => (pin.kind === kind && pin.otherInterestId ? [[pin.interestId, pin.otherInterestId]] : []))

/** The rules of a placement: what was chosen, what is settled by hand, and where everybody was before. */
export const rulesOf = (
  asked: Asked,
  pins: readonly Pin[],
  { asking, before }: { asking: ReadonlySet<string>; before: Readonly<Record<string, string>> | null },
): Rules => {
  const own = pins.filter(({ interestId }) => asking.has(interestId))
  return {
    ...usualRules,
    dates: asked.dates,
    phases: asked.phases,
    mostOfAPhase: asked.mostOfAPhase,
    mostMiles: asked.mostMiles,
    measure: asked.measure,
    mostMinutes: asked.measure === 'minutes' ? asked.mostMinutes : null,
    opening: asked.opening?.most ?? 0,
    together: pairs(own, 'together'),
    apart: pairs(own, 'apart'),
    pins: own.flatMap((pin) => (pin.kind === 'put' ? [{ applicantId: pin.interestId, groupId: pin.groupId }] : [])),
    forbidden: own.flatMap((pin) =>
      pin.kind === 'never' && pin.groupId ? [{ applicantId: pin.interestId, groupId: pin.groupId }] : [],
    ),
    before,
  }
}

/** The limits to which the places of a run are held once they are offered. */
export const publishedOf = (run: { readonly id: string; readonly asked: Asked }, choices: ShortChoices): Published => ({
  runId: run.id,
  mostMiles: run.asked.mostMiles,
  keepMinimum: run.asked.keepMinimum,
  withFewer: [...choices].flatMap(([groupId, choice]) => (choice === 'fewer' ? [groupId] : [])),
  noClashes: run.asked.dates === 'never',
  onePhase: run.asked.phases === 'one',
  mostOfAPhase: run.asked.phases === 'mixed' ? run.asked.mostOfAPhase : null,
  minutes: run.asked.measure === 'minutes' ? { most: run.asked.mostMinutes } : null,
  opening: run.asked.opening,
  allowances: run.asked.allowances ?? [],
})
