import type { Published } from '../placement-check/index.ts'
import type { Asked } from './asked.ts'
import type { ShortChoices } from './falling-short.ts'

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
