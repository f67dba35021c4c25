import { found } from '../../../platform/errors.ts'
import { typedText } from '../../../platform/forms.ts'
import { invalid, type Page, type PageRequest, page, redirect } from '../../../platform/http/routes.ts'
import { type FormState, formFrom } from '../../../ui/fields.ts'
import { personIdOf } from '../../people/index.ts'
import { stateOwnNeeds } from '../actions/state-own-needs.ts'
import { kindsOfNeeds, needsToldBy } from '../needs-queries.ts'
import { longestNeeds } from '../place.ts'
import { personOfParticipant } from '../queries.ts'
import { ownNeedsView } from './own-needs.view.ts'

type Door = {
  readonly personOf: (request: PageRequest) => Promise<string | null>
  readonly path: (request: PageRequest) => string
  readonly back: (request: PageRequest) => string
  readonly onwards: (request: PageRequest) => string
}

const signed: Door = {
  personOf: async ({ context }) => personIdOf(context.actor),
  path: () => '/account/details/needs',
  back: () => '/account/details',
  onwards: () => '/account/details?said=saved',
}
const byLink: Door = {
  personOf: async ({ context: { actor, db } }) =>
    actor.kind === 'link' ? personOfParticipant(db, actor.subjectId) : null,
  path: ({ params }) => `/taking-part/${params['token']}/needs`,
  back: ({ params }) => `/taking-part/${params['token']}`,
  onwards: ({ params }) => `/taking-part/${params['token']}`,
}

const draw = async (door: Door, request: PageRequest, form: FormState) => {
  const kinds = await kindsOfNeeds(request.context.db)
  return ownNeedsView(request.frame, { form, kinds, path: door.path(request), back: door.back(request) })
}

const show =
  (door: Door): Page =>
  async (request) => {
    const { kinds, words } = await needsToldBy(request.context.db, found(await door.personOf(request)))
    return page(await draw(door, request, formFrom({ dietary: kinds, access: kinds, needs: words ?? '' })))
  }

const save =
  (door: Door): Page =>
  async (request) => {
    const { context, body } = request
    found(await door.personOf(request))
    const words = typedText(body, 'needs')
    if (words.length > longestNeeds) {
      const errors = [{ field: 'needs', message: `Use at most ${longestNeeds} characters` }]
      return invalid(await draw(door, request, { typed: body, errors }))
    }
    const kinds = ['dietary', 'access'].flatMap((about) => [body[about] ?? []].flat())
    await stateOwnNeeds(context, { kinds, words: words || null })
    return redirect(door.onwards(request))
  }

export const showOwnNeeds = show(signed)
export const saveOwnNeeds = save(signed)
export const showNeedsByLink = show(byLink)
export const saveNeedsByLink = save(byLink)
