import { found } from '../../../platform/errors.ts'
import { typedText } from '../../../platform/forms.ts'
import { invalid, type Page, type PageRequest, page, redirect } from '../../../platform/http/routes.ts'
import { formFrom } from '../../../ui/fields.ts'
import { participationsOf, personIdOf } from '../../people/index.ts'
import { stateOwnNeeds } from '../actions/state-own-needs.ts'
import { personOfParticipant } from '../queries.ts'
import { ownNeedsView } from './own-needs.view.ts'

const mostCharacters = 500

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

const show =
  (door: Door): Page =>
  async (request) => {
    const { context, frame } = request
    const taking = await participationsOf(context.db, found(await door.personOf(request)))
    const told = new Set(taking.flatMap(({ to, needs }) => (to === null && needs ? [needs] : [])))
    const form = formFrom({ needs: [...told].join('\n') })
    return page(ownNeedsView(frame, { form, path: door.path(request), back: door.back(request) }))
  }

const save =
  (door: Door): Page =>
  async (request) => {
    const { context, body, frame } = request
    found(await door.personOf(request))
    const needs = typedText(body, 'needs')
    if (needs.length > mostCharacters)
      return invalid(
        ownNeedsView(frame, {
          form: { typed: body, errors: [{ field: 'needs', message: `Use at most ${mostCharacters} characters` }] },
          path: door.path(request),
          back: door.back(request),
        }),
      )
    await stateOwnNeeds(context, needs || null)
    return redirect(door.onwards(request))
  }

export const showOwnNeeds = show(signed)
export const saveOwnNeeds = save(signed)
export const showNeedsByLink = show(byLink)
export const saveNeedsByLink = save(byLink)
