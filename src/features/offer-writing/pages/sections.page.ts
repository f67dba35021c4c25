import { Conflict, found, NotFound, Refused } from '../../../platform/errors.ts'
import { parseForm, typedText } from '../../../platform/forms.ts'
import {
  type Answer,
  invalid,
  overtaken,
  type Page,
  type PageRequest,
  page,
  redirect,
} from '../../../platform/http/routes.ts'
import { emptyForm, type FormState, formFrom } from '../../../ui/fields.ts'
import { flyerOf, offerInFullById } from '../../offers/index.ts'
import {
  addSection,
  dropSection,
  keepSection,
  leaveSectionOut,
  moveSection,
  writeSection,
} from '../actions/write-section.ts'
import type { OfferToEdit } from '../editing-queries.ts'
import { type SectionToWrite, sectionsToWrite } from '../section-queries.ts'
import { awaitsChoice } from '../section-standing.ts'
import { homeOf, offerAt } from './offer-home.page.ts'
import { notSaved } from './part.page.ts'
import { sectionForm } from './section.form.ts'
import { newSectionView, type SectionAsked, sectionView } from './section.view.ts'
import { sectionsView } from './sections.view.ts'

const printed = async ({ context, frame }: PageRequest, offer: OfferToEdit) => {
  const full = found(await offerInFullById(context.db, offer.id))
  const { sections } = flyerOf(full, {
    today: context.today,
    baseUrl: context.config.baseUrl,
    network: frame.networkName,
  })
  return sections.filter(({ key }, at) => sections.findIndex((other) => other.key === key) === at)
}

/** The sections of an offer's page in their order, whose text each is, and what waits for a choice. */
export const showSections: Page = async (request) => {
  const offer = await offerAt(request)
  const [written, onPage] = await Promise.all([sectionsToWrite(request.context.db, offer.id), printed(request, offer)])
  return page(sectionsView(request.frame, { offer, written, onPage, said: request.query.get('said') }))
}

/** Moves a section one step up or down. */
export const move: Page = async (request) => {
  const offer = await offerAt(request)
  const [to, key = ''] = typedText(request.body, 'move').split(' ')
  if (to !== 'up' && to !== 'down') throw new NotFound('Sections go up or down')
  await moveSection(request.context, { offerId: offer.id, key, to })
  return redirect(`${homeOf(offer)}/texts?said=moved#section-${key}`)
}

const sectionAt = async (request: PageRequest) => {
  const offer = await offerAt(request)
  const sections = await sectionsToWrite(request.context.db, offer.id)
  return { offer, section: found(sections.find(({ key }) => key === request.params['text'])) }
}

const draw = (request: PageRequest, asked: SectionAsked) => sectionView(request.frame, asked)

// Whoever has still to choose begins with their own text; whoever writes for the first time with the national one.
const beginning = ({ own, national }: SectionToWrite): FormState =>
  formFrom({ heading: (own ?? national)?.heading ?? '', body: (own ?? national)?.body ?? '' })

/** One section: the national text beside the hub's own, to write, to leave, or to choose after a correction. */
export const showSection: Page = async (request) => {
  const at = await sectionAt(request)
  return page(draw(request, { ...at, seen: at.section.mark, form: beginning(at.section), preview: null }))
}

type Writing = { readonly offer: OfferToEdit; readonly section: SectionToWrite }

const acts: ReadonlyMap<string, typeof dropSection> = new Map([
  ['national', dropSection],
  ['keep', keepSection],
  ['leave', leaveSectionOut],
])

/** Saves the hub's text of a section, shows how it would read, keeps it after a correction, or lets the national text stand. */
export const saveSection: Page = async (request) => {
  const { body } = request
  const at = await sectionAt(request)
  const seen = typedText(body, 'seen')
  const act = typedText(body, 'act')
  const input = { offerId: at.offer.id, key: at.section.key, seen }
  const done = acts.get(act)
  if (done) return saving(request, at, () => done(request.context, input))
  const form = parseForm(sectionForm, body)
  const asked = { ...at, seen, preview: null }
  if (!form.ok) return invalid(draw(request, { ...asked, form }))
  if (act === 'preview') return page(draw(request, { ...asked, form: formFrom(body), preview: form.value }))
  return saving(request, at, () => writeSection(request.context, { ...input, own: form.value }))
}

const chooseAgain = 'Nothing has been changed: look at both texts as they are now, then choose again.'

const saving = async (request: PageRequest, at: Writing, work: () => Promise<void>): Promise<Answer> => {
  const { body } = request
  const seen = typedText(body, 'seen')
  const typed = 'body' in body ? body : beginning(at.section).typed
  const again = (message: string) => ({ typed, errors: [{ field: 'body', message }] })
  try {
    await work()
    return redirect(`${homeOf(at.offer)}/texts?said=${awaitsChoice(at.section.standing) ? 'chosen' : 'changed'}`)
  } catch (problem) {
    if (problem instanceof Refused)
      return invalid(draw(request, { ...at, seen, form: again(problem.message), preview: null }))
    if (!(problem instanceof Conflict)) throw problem
    const now = await sectionAt(request)
    const form = again(`${problem.message} ${'body' in body ? notSaved : chooseAgain}`)
    return overtaken(draw(request, { ...now, seen: now.section.mark, form, preview: null }))
  }
}

const drawNew = async (request: PageRequest, form: FormState, preview: SectionAsked['preview'] = null) => {
  const offer = await offerAt(request)
  return newSectionView(request.frame, { offer, onPage: await printed(request, offer), form, preview })
}

export const askForSection: Page = async (request) => page(await drawNew(request, emptyForm))

/** Adds a section of the hub's own, with any heading and in any place. */
export const saveNewSection: Page = async (request) => {
  const { context, body } = request
  const offer = await offerAt(request)
  const form = parseForm(sectionForm, body)
  if (!form.ok) return invalid(await drawNew(request, form))
  if (typedText(body, 'act') === 'preview') return page(await drawNew(request, formFrom(body), form.value))
  try {
    await addSection(context, { offerId: offer.id, own: form.value, after: typedText(body, 'after') || null })
    return redirect(`${homeOf(offer)}/texts?said=added`)
  } catch (problem) {
    if (!(problem instanceof Refused)) throw problem
    return invalid(await drawNew(request, { typed: body, errors: [{ field: 'heading', message: problem.message }] }))
  }
}
