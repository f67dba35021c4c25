import type { Context } from '../../../platform/context.ts'
import { found } from '../../../platform/errors.ts'
import { file, movedTo, type Page, page, plain } from '../../../platform/http/routes.ts'
import { columnsFor, sheetTemplate, sizeFor, typeset } from '../../../platform/pdf.ts'
import { qrCode } from '../../../platform/qr-code.ts'
import { parseAcademicYear } from '../../../vocabulary/academic-year.ts'
import { isId } from '../../../vocabulary/ids.ts'
import { type Flyer, flyerOf, plainFlyer } from '../flyer.ts'
import { type OfferInFull, offerPath } from '../offer.ts'
import { offerById, offerByShortAddress, offerInFull } from '../queries.ts'
import { offerView } from './offer.view.ts'

type Params = Readonly<Record<string, string>>

const flyerAt = async (
  context: Context,
  params: Params,
  network: string,
): Promise<{ offer: OfferInFull; flyer: Flyer }> => {
  const year = found(parseAcademicYear(params['year'] ?? ''))
  const offer = found(await offerInFull(context.db, params['hub'] ?? '', year, params['offer'] ?? '', context.actor))
  return { offer, flyer: flyerOf(offer, { today: context.today, baseUrl: context.config.baseUrl, network }) }
}

export const showOffer: Page = async ({ context, params, frame }) => {
  const { offer, flyer } = await flyerAt(context, params, frame.networkName)
  return page(offerView(frame, { offer, flyer, qr: qrCode(flyer.short) }))
}

export const printOffer: Page = async ({ context, params, frame }) => {
  const { offer, flyer } = await flyerAt(context, params, frame.networkName)
  const text = plainFlyer(flyer)
  const pdf = await typeset({
    template: sheetTemplate,
    data: { ...flyer, size: sizeFor(text), columns: columnsFor(text), qr: qrCode(flyer.short) },
    most: 2,
  })
  return file({ body: pdf, type: 'application/pdf', name: `${offer.hub.slug}-${offer.slug}.pdf` })
}

export const showPlainOffer: Page = async ({ context, params, frame }) =>
  plain(plainFlyer((await flyerAt(context, params, frame.networkName)).flyer))

/** The short address of paper, and the offer by its id, lead to the page. */
export const leadFromShortAddress: Page = async ({ context, params }) =>
  movedTo(offerPath(found(await offerByShortAddress(context.db, params['ending'] ?? ''))))

export const leadFromId: Page = async ({ context, params }) => {
  const id = params['id'] ?? ''
  const offer = found(isId(id) ? await offerById(context.db, id) : null)
  return movedTo(offerPath(found(offer.status === 'draft' ? null : offer)))
}
