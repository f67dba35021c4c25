import { found, NotFound, Refused } from '../../../platform/errors.ts'
import { parseForm, typedText } from '../../../platform/forms.ts'
import { invalid, type Page, type PageRequest, page, redirect } from '../../../platform/http/routes.ts'
import { type FormState, formFrom } from '../../../ui/fields.ts'
import { isId } from '../../../vocabulary/ids.ts'
import { wordedAs } from '../../../vocabulary/worded.ts'
import { interestById, owingOfOffer } from '../../interest/index.ts'
import { type Offer, offerById } from '../../offers/index.ts'
import { remindOfNames } from '../actions/ask-for-names.ts'
import { releaseUnnamed } from '../actions/release-unnamed.ts'
import { setNamesOfOffer } from '../actions/set-names-later.ts'
import { namesOfOffer } from '../queries.ts'
import { rulesFrom, typedRule } from './names.form.ts'
import { namesView } from './names.view.ts'

const offerHere = async ({ context, params }: PageRequest): Promise<Offer> => {
  const id = params['offer'] ?? ''
  const offer = found(isId(id) ? await offerById(context.db, id) : null)
  if (offer.hub.slug !== params['hub']) throw new NotFound('An offer of another hub')
  return offer
}

const said: Readonly<Record<string, string>> = {
  saved: 'Saved.',
  reminded: 'They have been reminded.',
  released: 'The room is free, and has been offered to the next in line if somebody fits.',
}

const draw = async (request: PageRequest, offer: Offer, form: FormState | null) => {
  const { context, frame, query } = request
  const [names, owing] = await Promise.all([
    namesOfOffer(context.db, { id: offer.id, projectId: offer.project.id }),
    owingOfOffer(context.db, offer.id),
  ])
  const notice = wordedAs(said, query.get('said')) ?? frame.notice
  return namesView(
    { ...frame, notice },
    {
      offer: { id: offer.id, title: offer.project.title, hub: offer.hub },
      ...{ names, owing, today: context.today, form: form ?? formFrom(typedRule(names.own)) },
    },
  )
}

export const showNames: Page = async (request) => page(await draw(request, await offerHere(request), null))

/** Says when names are wanted for an offer. */
export const saveNames: Page = async (request) => {
  const { context, body, path } = request
  const offer = await offerHere(request)
  const read = parseForm(rulesFrom(context.today), body)
  if (!read.ok) return invalid(await draw(request, offer, read))
  const about = { id: offer.id, projectId: offer.project.id, hubId: offer.hub.id }
  await setNamesOfOffer(context, { offer: about, rule: read.value })
  return redirect(`${path}?said=saved`)
}

const acts: Readonly<
  Record<string, (context: PageRequest['context'], input: { interestId: string }) => Promise<void>>
> = {
  remind: remindOfNames,
  release: releaseUnnamed,
}

/** Reminds one who owes names, or gives free what was kept for people who were never named. */
export const actOnNames: Page = async (request) => {
  const { context, body, params } = request
  const offer = await offerHere(request)
  const again = async (message: string) => {
    const { own } = await namesOfOffer(context.db, { id: offer.id, projectId: offer.project.id })
    return invalid(await draw(request, offer, { ...formFrom(typedRule(own)), errors: [{ field: '', message }] }))
  }
  const interest = found(
    isId(params['interest'] ?? '') ? await interestById(context.db, params['interest'] ?? '') : null,
  )
  if (interest.hub.id !== offer.hub.id) throw new NotFound('A request to another hub')
  const typed = typedText(body, 'act')
  const act = Object.hasOwn(acts, typed) ? acts[typed] : undefined
  if (!act) return again('Choose whether to remind them or to give the room free')
  const owing = (await owingOfOffer(context.db, offer.id)).find((each) => each.interestId === interest.id)
  if (!owing) return again('Nobody of this request is missing any more.')
  try {
    await act(context, { interestId: owing.interestId })
  } catch (problem) {
    if (problem instanceof Refused) return again(problem.message)
    throw problem
  }
  return redirect(
    `/hub/${offer.hub.slug}/offers/${offer.id}/names?said=${typed === 'remind' ? 'reminded' : 'released'}`,
  )
}
