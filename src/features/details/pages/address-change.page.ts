import { found, Refused } from '../../../platform/errors.ts'
import { type Answer, type Page, type PageRequest, page } from '../../../platform/http/routes.ts'
import { addressChangeById, confirmAddressChange, stopAddressChange } from '../../people/index.ts'
import { confirmView, doneView, stopView } from './address-change.view.ts'

const changeOf = async ({ context }: PageRequest) => {
  const { actor } = context
  return found(actor.kind === 'link' ? await addressChangeById(context.db, actor.subjectId) : null)
}

/** Does it and says what came of it; what the rules forbid is said in their own words. */
const done = async (
  request: PageRequest,
  work: () => Promise<void>,
  words: { title: string; text: string },
): Promise<Answer> => {
  try {
    await work()
    return page(doneView(request.frame, words))
  } catch (problem) {
    if (!(problem instanceof Refused)) throw problem
    return page(doneView(request.frame, { title: 'Nothing has changed', text: problem.message }))
  }
}

export const showConfirm: Page = async (request) => {
  const change = await changeOf(request)
  const token = request.params['token'] ?? ''
  return page(confirmView(request.frame, { token, address: change.address, isDone: change.status === 'confirmed' }))
}

export const confirm: Page = async (request) => {
  const { id, address } = await changeOf(request)
  return done(request, () => confirmAddressChange(request.context, id), {
    title: 'This address is yours',
    text: `From now on we write to ${address}. The address before it signs you in for another week; then we let it go.`,
  })
}

export const showStop: Page = async (request) => {
  const change = await changeOf(request)
  const token = request.params['token'] ?? ''
  return page(
    stopView(request.frame, {
      token,
      address: change.address,
      isOver: change.status === 'stopped' || change.status === 'lapsed',
      isConfirmed: change.confirmedAt !== null,
    }),
  )
}

export const stop: Page = async (request) => {
  const { id, confirmedAt } = await changeOf(request)
  return done(request, () => stopAddressChange(request.context, id), {
    title: 'The change has been stopped',
    text: `We write to you where we wrote before. ${confirmedAt ? 'Whoever was signed in as you has been signed out.' : 'The new address was not confirmed.'} If you did not ask for this change, tell your hub.`,
  })
}
