import { found, NotFound } from '../../../platform/errors.ts'
import { typedText } from '../../../platform/forms.ts'
import { type Page, redirect } from '../../../platform/http/routes.ts'
import { isId } from '../../../vocabulary/ids.ts'
import { groupInSight } from '../../groups/index.ts'
import { interestById } from '../../interest/index.ts'
import { stopLinksOfInterest, stopLinksOfParticipant } from '../actions/stop-links.ts'

const idIn = (typed: string | undefined): string => {
  if (!typed || !isId(typed)) throw new NotFound('Not an id')
  return typed
}

export const stopOfInterest: Page = async ({ context, params }) => {
  const interest = found(await interestById(context.db, idIn(params['id'])))
  if (interest.hub.slug !== params['hub']) throw new NotFound('Not of this hub')
  await stopLinksOfInterest(context, interest.id)
  return redirect(`/hub/${interest.hub.slug}/interest/${interest.id}?said=links`)
}

export const stopOfParticipant: Page = async ({ context, params, body }) => {
  const group = found(await groupInSight(context, idIn(params['id'])))
  const placeId = idIn(params['place'])
  await stopLinksOfParticipant(context, { group, placeId, participantId: idIn(typedText(body, 'participant')) })
  return redirect(`/groups/${group.id}/places/${placeId}?said=links`)
}
