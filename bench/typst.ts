import { join } from 'node:path'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { flyerOf, plainFlyer } from '../src/features/offers/flyer.ts'
import { offerInFull } from '../src/features/offers/in-full-queries.ts'
import { connect } from '../src/platform/database/index.ts'
import { sheetTemplate, sizeFor } from '../src/platform/pdf.ts'
import { qrCode } from '../src/platform/qr-code.ts'
import { academicYear } from '../src/vocabulary/academic-year.ts'

const workspace = join(import.meta.dirname, '../src')
const compiler = NodeCompiler.create({ workspace })

export type FlyerToPrint = { readonly path: string; readonly data: string }

/** The first flyers of one hub: their addresses, and the data their template gets. */
export const flyersOf = async (databaseUrl: string, count: number): Promise<readonly FlyerToPrint[]> => {
  const connections = connect(databaseUrl)
  try {
    const offers = await connections.kysely
      .selectFrom('offers as o')
      .innerJoin('hubs as h', 'h.id', 'o.hub_id')
      .select(['o.slug', 'h.slug as hub'])
      .where('o.year', '=', 2021)
      .orderBy('h.slug')
      .orderBy('o.slug')
      .limit(count)
      .execute()
    const today = Temporal.PlainDate.from('2021-10-18')
    return await Promise.all(
      offers.map(async ({ hub, slug }) => {
        const offer = await offerInFull(connections.kysely, hub, academicYear(2021), slug)
        if (!offer) throw new Error(`There is no offer ${slug} at ${hub}`)
        const flyer = flyerOf(offer, { today, baseUrl: 'http://127.0.0.1:3000', network: 'Maths Hubs' })
        const data = JSON.stringify({ ...flyer, size: sizeFor(plainFlyer(flyer)), qr: qrCode(flyer.short) })
        return { path: `/hubs/${hub}/offers/2021-22/${slug}.pdf`, data }
      }),
    )
  } finally {
    await connections.end()
  }
}

/** The same document with nothing of the product round it. */
export const compileBare = ({ data }: FlyerToPrint): Buffer => {
  const document = compiler.compile({ mainFilePath: join(workspace, sheetTemplate), inputs: { data } }).result
  if (!document) throw new Error('The flyer cannot be set')
  const pdf = compiler.pdf(document, { pdfStandard: 'ua-1' })
  compiler.evictCache(10)
  return pdf
}
