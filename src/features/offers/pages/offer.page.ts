import type { Context } from '../../../platform/context.ts'
import { found } from '../../../platform/errors.ts'
import { type Answer, file, movedTo, type Page, page, plain } from '../../../platform/http/routes.ts'
import { columnsFor, sheetTemplate, sizeFor, typeset } from '../../../platform/pdf.ts'
import { qrCode } from '../../../platform/qr-code.ts'
import { parseAcademicYear } from '../../../vocabulary/academic-year.ts'
import { isId } from '../../../vocabulary/ids.ts'
import { type Flyer, flyerOf, plainFlyer } from '../flyer.ts'
import { offerInFull } from '../in-full-queries.ts'
import { type OfferInFull, offerPath } from '../offer.ts'
import { formerAddressOf, offerById, offerByShortAddress } from '../queries.ts'
import { offerView } from './offer.view.ts'

type Params = Readonly<Record<string, string>>

const flyerAt = async (
  context: Context,
  params: Params,
  network: string,
): Promise<{ offer: OfferInFull; flyer: Flyer } | null> => {
  const year = found(parseAcademicYear(params['year'] ?? ''))
  const offer = await offerInFull(context.db, params['hub'] ?? '', year, params['offer'] ?? '', context.actor)
  return offer && { offer, flyer: flyerOf(offer, { today: context.today, baseUrl: context.config.baseUrl, network }) }
}

/** Where an offer stood before its hub merged or was divided leads to where it stands now, in whatever form it was asked for. */
const movedOn = async (context: Context, params: Params, form = ''): Promise<Answer> => {
  const year = found(parseAcademicYear(params['year'] ?? ''))
  const id = found(await formerAddressOf(context.db, params['hub'] ?? '', year, params['offer'] ?? ''))
  const offer = found(await offerById(context.db, id))
  return movedTo(`${offerPath(found(offer.status === 'draft' ? null : offer))}${form}`)
}

export const showOffer: Page = async ({ context, params, frame }) => {
  const at = await flyerAt(context, params, frame.networkName)
  if (!at) return movedOn(context, params)
  return page(offerView(frame, { ...at, qr: qrCode(at.flyer.short) }))
}

export const printOffer: Page = async ({ context, params, frame }) => {
  const at = await flyerAt(context, params, frame.networkName)
  if (!at) return movedOn(context, params, '.pdf')
  const { offer, flyer } = at
  const text = plainFlyer(flyer)
  const pdf = await typeset({
    template: sheetTemplate,
    data: { ...flyer, size: sizeFor(text), columns: columnsFor(text), qr: qrCode(flyer.short) },
    most: 2,
  })
  return file({ body: pdf, type: 'application/pdf', name: `${offer.hub.slug}-${offer.slug}.pdf` })
}

export const showPlainOffer: Page = async ({ context, params, frame }) => {
  const at = await flyerAt(context, params, frame.networkName)
  return at ? plain(plainFlyer(at.flyer)) : movedOn(context, params, '.txt')
}

/** The short address of paper, and the offer by its id, lead to the page. */
export const leadFromShortAddress: Page = async ({ context, params }) =>
  movedTo(offerPath(found(await offerByShortAddress(context.db, params['ending'] ?? ''))))

export const leadFromId: Page = async ({ context, params }) => {
  const id = params['id'] ?? ''
  const offer = found(isId(id) ? await offerById(context.db, id) : null)
  return movedTo(offerPath(found(offer.status === 'draft' ? null : offer)))
}
