import { found, NotFound, Refused } from '../../../platform/errors.ts'
import { parseForm, typedText } from '../../../platform/forms.ts'
import { type Answer, invalid, type Page, type PageRequest, page, redirect } from '../../../platform/http/routes.ts'
import { emptyForm, type FormState } from '../../../ui/fields.ts'
import { isId } from '../../../vocabulary/ids.ts'
import { type Interest, interestById } from '../../interest/index.ts'
import { hubBySlug } from '../../organisations/index.ts'
import { askToPassOn } from '../actions/ask-school.ts'
import { withdrawPassing } from '../actions/end-passing.ts'
import { isOpenPassing } from '../passing.ts'
import { offersToPassTo, passingOfInterest } from '../queries.ts'
import { askingView } from './asking.view.ts'
import { askForm } from './passing.form.ts'

const interestHere = async ({ context, params }: PageRequest): Promise<Interest> => {
  const hub = found(await hubBySlug(context.db, params['hub'] ?? ''))
  const id = params['id'] ?? ''
  const interest = isId(id) ? await interestById(context.db, id) : null
  if (!interest || interest.hub.id !== hub.id || interest.receivedAt === null) throw new NotFound('Not of this hub')
  return interest
}

const draw = async ({ context, frame }: PageRequest, interest: Interest, form: FormState) => {
  const [passing, offers] = await Promise.all([
    passingOfInterest(context.db, interest.id),
    offersToPassTo(context.db, { projectId: interest.projectId, butHub: interest.hub.id }),
  ])
  return askingView(frame, { interest, passing, offers, form })
}

export const showAsking: Page = async (request) => page(await draw(request, await interestHere(request), emptyForm))

/** Asks the school, or takes back that it is asked. */
export const askSchool: Page = async (request): Promise<Answer> => {
  const interest = await interestHere(request)
  const { context, body } = request
  const back = redirect(request.path.replace(/\/pass-on$/, ''))
  if (typedText(body, 'act') === 'withdraw') {
    const passing = await passingOfInterest(context.db, interest.id)
    if (passing && isOpenPassing(passing)) await withdrawPassing(context, passing.id)
    return back
  }
  const form = parseForm(askForm, body)
  if (!form.ok) return invalid(await draw(request, interest, form))
  const { offer, word } = form.value
  try {
    await askToPassOn(context, { interestId: interest.id, toOfferId: isId(offer) ? offer : interest.offerId, word })
    return back
  } catch (problem) {
    if (!(problem instanceof Refused)) throw problem
    const errors = [{ field: 'offer', message: problem.message }]
    return invalid(await draw(request, interest, { typed: body, errors }))
  }
}
