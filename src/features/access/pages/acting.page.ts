import { found, NotFound } from '../../../platform/errors.ts'
import { typedText } from '../../../platform/forms.ts'
import { type Page, page, redirect } from '../../../platform/http/routes.ts'
import { actingOf } from '../../../vocabulary/actor.ts'
import { isId } from '../../../vocabulary/ids.ts'
import { personIdOf } from '../../people/index.ts'
import { eventSentences } from '../../personal-data/index.ts'
import { endActing } from '../actions/end-acting.ts'
import { deedsOfEpisodes, episodesAbout } from '../queries.ts'
import { actingView } from './acting.view.ts'

export const showActing: Page = async ({ context, frame }) => {
  const personId = found(personIdOf(context.actor))
  const episodes = await episodesAbout(context.db, personId)
  const [deeds, sentences] = await Promise.all([deedsOfEpisodes(context.db, episodes), eventSentences()])
  const doneIn = Map.groupBy(deeds, ({ episodeId }) => episodeId)
  return page(
    actingView(
      frame,
      episodes.map((episode) => ({
        ...episode,
        isForMe: episode.forId === personId,
        done: (doneIn.get(episode.id) ?? [])
          .filter(({ name }) => !name.startsWith('acting.'))
          .map(({ name, at }) => ({ sentence: sentences[name] ?? name, at })),
      })),
    ),
  )
}

/** Whoever acts for somebody stops, and sees what they did; where nobody does, there is nothing to stop. */
export const stopActing: Page = async ({ context }) => {
  const acting = actingOf(context.actor)
  if (acting) await endActing(context, acting.id)
  return redirect(acting ? '/account/acting' : '/')
}

/** The person somebody acts for ends it from their own account. */
export const endFromAccount: Page = async ({ context, body }) => {
  const id = typedText(body, 'id')
  if (!isId(id)) throw new NotFound('Not an id')
  await endActing(context, id)
  return redirect('/account/acting')
}
