import { found, NotFound, Refused } from '../../../platform/errors.ts'
import { parseForm, typedText } from '../../../platform/forms.ts'
import { invalid, type Page, type PageRequest, page, redirect } from '../../../platform/http/routes.ts'
import { emptyForm, type FormState } from '../../../ui/fields.ts'
import { isId } from '../../../vocabulary/ids.ts'
import { wordedAs } from '../../../vocabulary/worded.ts'
import { answerTermsOf, ruleInWords } from '../../answer-times/index.ts'
import { offerById } from '../../offers/index.ts'
import { hubBySlug } from '../../organisations/index.ts'
import { faultsOf, inTurn, moveBack, moveUp, waitingForOffer } from '../../place-offers/index.ts'
import { proofsOfOffer } from '../proof-queries.ts'
import { namesOfAskers, namesOfGroups } from '../queries.ts'
import { turnForm } from './line.form.ts'
import { type LineShown, lineView } from './line.view.ts'

const proofsShown = 20

const offerHere = async ({ context, params }: PageRequest) => {
  const hub = found(await hubBySlug(context.db, params['hub'] ?? ''))
  const id = params['offer'] ?? ''
  const offer = isId(id) ? await offerById(context.db, id) : null
  if (!offer || offer.hub.id !== hub.id) throw new NotFound('Not an offer of this hub')
  return { hub, offer }
}

const shownOf = async (request: PageRequest, form: FormState, about: string): Promise<LineShown> => {
  const { db } = request.context
  const { hub, offer } = await offerHere(request)
  const [line, proofs, terms] = await Promise.all([
    waitingForOffer(db, offer.id),
    proofsOfOffer(db, offer.id, proofsShown),
    answerTermsOf(db, hub.id),
  ])
  const [names, groups] = await Promise.all([
    namesOfAskers(db, hub.id, [...new Set(proofs.flatMap((proof) => proof.line.map(({ id }) => id)))]),
    namesOfGroups(db, [...new Set(proofs.map(({ groupId }) => groupId))]),
  ])
  return {
    hub,
    offer: { id: offer.id, title: offer.project.title, unit: offer.project.unit },
    line: inTurn(line),
    proofs: proofs.map((proof) => ({
      ...proof,
      group: groups.get(proof.groupId) ?? 'A group',
      names,
      faults: faultsOf(proof),
    })),
    rule: ruleInWords(terms),
    form,
    about,
  }
}

const said: Readonly<Record<string, string>> = {
  up: 'Moved up. The reason is shown with the order of the list.',
  back: 'Put back to its turn.',
}

/** The waiting list of an offer in its order, and how places were passed on. */
export const showLine: Page = async (request) => {
  const notice = wordedAs(said, request.query.get('said'))
  return page(lineView({ ...request.frame, notice }, await shownOf(request, emptyForm, '')))
}

/** The hub moves somebody up, or puts them back to their turn. */
export const changeLine: Page = async (request) => {
  const { context, body } = request
  const { hub, offer } = await offerHere(request)
  const again = async (errors: FormState['errors']) =>
    invalid(lineView(request.frame, await shownOf(request, { typed: body, errors }, typedText(body, 'interest'))))
  const form = parseForm(turnForm, body)
  if (!form.ok) return again(form.errors)
  const { act, interest, reason } = form.value
  if (!(await waitingForOffer(context.db, offer.id)).some(({ id }) => id === interest))
    return again([{ field: 'reason', message: 'This request is not on the waiting list any more.' }])
  try {
    await (act === 'up' ? moveUp : moveBack)(context, { interestId: interest, reason })
  } catch (problem) {
    if (!(problem instanceof Refused)) throw problem
    return again([{ field: 'reason', message: problem.message }])
  }
  return redirect(`/hub/${hub.slug}/waiting/${offer.id}?said=${act}`)
}
