import type { Context } from '../../../platform/context.ts'
import { found } from '../../../platform/errors.ts'
import { type Answer, file, movedTo, type Page, page, plain } from '../../../platform/http/routes.ts'
import { columnsFor, sheetTemplate, sizeFor, typeset } from '../../../platform/pdf.ts'
import { qrCode } from '../../../platform/qr-code.ts'
import { parseAcademicYear } from '../../../vocabulary/academic-year.ts'
import { isId } from '../../../vocabulary/ids.ts'
import { keepPrint } from '../actions/keep-print.ts'
import { type Flyer, flyerOf, plainFlyer } from '../flyer.ts'
import { sinceThePrint } from '../flyer-changes.ts'
import { parseShortAddress, printedFacts } from '../flyer-print.ts'
import { offerInFull } from '../in-full-queries.ts'
import { type OfferInFull, offerPath, overInWords } from '../offer.ts'
import { mayMailFlyer } from '../policy.ts'
import { printNumbered, printWithFacts } from '../print-queries.ts'
import { formerAddressOf, offerById, offerByShortAddress } from '../queries.ts'
import { offerData } from '../structured-data.ts'
import { offerView, type Since } from './offer.view.ts'

type Params = Readonly<Record<string, string>>

type OfferAndFlyer = { readonly offer: OfferInFull; readonly flyer: Flyer }

const flyerAt = async (context: Context, params: Params, network: string): Promise<OfferAndFlyer | null> => {
  const year = found(parseAcademicYear(params['year'] ?? ''))
  const offer = await offerInFull(context.db, params['hub'] ?? '', year, params['offer'] ?? '', context.actor)
  return offer && { offer, flyer: flyerOf(offer, { today: context.today, baseUrl: context.config.baseUrl, network }) }
}

/** What the paper that led here says no more; null where none did, or nobody knows it. */
const sincePrinted = async (
  context: Context,
  { offer, flyer }: OfferAndFlyer,
  number: string | null,
): Promise<Since | null> => {
  if (number === null || !/^[1-9]\d{0,4}$/.test(number)) return null
  const print = await printNumbered(context.db, offer.id, Number(number))
  return print && sinceThePrint(print, printedFacts(offer, flyer), overInWords(offer))
}

/** Where an offer stood before its hub merged or was divided leads to where it stands now, in whatever form it was asked for. */
const movedOn = async (context: Context, params: Params, form = ''): Promise<Answer> => {
  const year = found(parseAcademicYear(params['year'] ?? ''))
  const id = found(await formerAddressOf(context.db, params['hub'] ?? '', year, params['offer'] ?? ''))
  const offer = found(await offerById(context.db, id))
  return movedTo(`${offerPath(found(offer.status === 'draft' ? null : offer))}${form}`)
}

export const showOffer: Page = async ({ context, params, query, frame }) => {
  const at = await flyerAt(context, params, frame.networkName)
  if (!at) return movedOn(context, params)
  const since = await sincePrinted(context, at, query.get('printed'))
  const mailing = at.offer.status === 'published' && mayMailFlyer(context.actor, at.offer.hub.id)
  const data = offerData(at.offer, { baseUrl: context.config.baseUrl, title: at.flyer.title })
  return page(offerView(frame, { ...at, qr: qrCode(at.flyer.short), since, data, mailing }))
}

/** The flyer under the number of its print; a draft has none. */
export const printed = async (context: Context, { offer, flyer }: OfferAndFlyer): Promise<Flyer> => {
  if (offer.status === 'draft') return flyer
  const facts = printedFacts(offer, flyer)
  const known = await printWithFacts(context.db, offer.id, facts)
  const print = known ?? (await keepPrint(context, offer.id, facts))
  const { baseUrl } = context.config
  return flyerOf(offer, { today: context.today, baseUrl, network: flyer.network, print })
}

export const printOffer: Page = async ({ context, params, frame }) => {
  const at = await flyerAt(context, params, frame.networkName)
  if (!at) return movedOn(context, params, '.pdf')
  const { offer } = at
  const flyer = await printed(context, at)
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
export const leadFromShortAddress: Page = async ({ context, params }) => {
  const { ending, print } = parseShortAddress(params['ending'] ?? '')
  const offer = found(await offerByShortAddress(context.db, ending))
  return movedTo(`${offerPath(offer)}${print === null ? '' : `?printed=${print}`}`)
}

export const leadFromId: Page = async ({ context, params }) => {
  const id = params['id'] ?? ''
  const offer = found(isId(id) ? await offerById(context.db, id) : null)
  return movedTo(offerPath(found(offer.status === 'draft' ? null : offer)))
}
