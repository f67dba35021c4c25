import { keepPrint } from '../../../src/features/offers/actions/keep-print.ts'
import { flyerOf } from '../../../src/features/offers/flyer.ts'
import { printedFacts } from '../../../src/features/offers/flyer-print.ts'
import { offerInFull } from '../../../src/features/offers/in-full-queries.ts'
import { academicYear } from '../../../src/vocabulary/academic-year.ts'
import type { Scene } from './scene.ts'

/** In September a hub printed its flyer for a meeting of heads of maths, before the second and third dates were settled. */
export const playPrintedFlyers = async (scene: Scene): Promise<void> => {
  const offer = await offerInFull(
    scene.tx,
    'london-central-and-west',
    academicYear(2021),
    'secondary-subject-leadership',
  )
  if (!offer) throw new Error('The flyer of London Central and West is there to be printed')
  const context = scene.system('2021-09-09T11:30')
  const flyer = flyerOf(offer, { today: context.today, baseUrl: context.config.baseUrl, network: 'Maths Hubs' })
  const now = printedFacts(offer, flyer)
  const [first, second] = now.dates
  if (!first || !second) throw new Error('The offer has dates')
  const february = { when: 'Thursday 10 February 2022, 9:30am to 2:30pm', where: second.where }
  await keepPrint(context, offer.id, { ...now, dates: [first, february] })
}
