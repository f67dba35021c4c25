import { found } from '../../../platform/errors.ts'
import { typedText } from '../../../platform/forms.ts'
import { invalid, type Page, page, redirect } from '../../../platform/http/routes.ts'
import { formFrom } from '../../../ui/fields.ts'
import { participationsOf, personIdOf } from '../../people/index.ts'
import { stateOwnNeeds } from '../actions/state-own-needs.ts'
import { ownNeedsView } from './own-needs.view.ts'

const mostCharacters = 500

export const showOwnNeeds: Page = async ({ context, frame }) => {
  const taking = await participationsOf(context.db, found(personIdOf(context.actor)))
  const told = new Set(taking.flatMap(({ to, needs }) => (to === null && needs ? [needs] : [])))
  return page(ownNeedsView(frame, formFrom({ needs: [...told].join('\n') })))
}

export const saveOwnNeeds: Page = async ({ context, body, frame }) => {
  const needs = typedText(body, 'needs')
  if (needs.length > mostCharacters)
    return invalid(
      ownNeedsView(frame, {
        typed: body,
        errors: [{ field: 'needs', message: `Use at most ${mostCharacters} characters` }],
      }),
    )
  await stateOwnNeeds(context, needs || null)
  return redirect('/account/details?said=saved')
}
