import { found, NotFound } from '../../../platform/errors.ts'
import { type Page, page } from '../../../platform/http/routes.ts'
import { personIdOf } from '../../people/index.ts'
import { maySeeWhoSees } from '../policy.ts'
import { recordSeen, seersOf } from '../record-access.ts'
import type { RecordKind } from '../seer.ts'
import { placeOfAsking, requireOf } from './place-of-asking.ts'
import { seersView } from './seers.view.ts'

/** Who sees a record of this kind, whose id is the parameter of this name. */
export const showSeers =
  (kind: RecordKind, parameter = 'id'): Page =>
  async (request) => {
    const { context, frame, params } = request
    const place = await placeOfAsking(request)
    const asked = { kind, id: params[parameter] ?? '', within: place.hubId }
    const seen = found(await recordSeen(context, asked))
    requireOf(place, seen.hubIds)
    if (!maySeeWhoSees(context.actor, seen.hubIds)) throw new NotFound('Not theirs to know')
    return page(
      seersView(frame, {
        title: seen.title,
        up: [place.up, { text: 'Who can do and see what', href: place.path }],
        peoplePath: `${place.path}/people`,
        besides: seen.besides,
        seers: await seersOf(context, seen),
      }),
    )
  }

export const showWhoSeesMe: Page = async ({ context, frame }) => {
  const id = found(personIdOf(context.actor))
  const seen = found(await recordSeen(context, { kind: 'person', id }))
  return page(
    seersView(frame, {
      title: 'You',
      up: [
        { text: 'Your account', href: '/account' },
        { text: 'What you can do', href: '/account/access' },
      ],
      peoplePath: null,
      besides: seen.besides,
      seers: (await seersOf(context, seen)).filter(({ personId }) => personId !== id),
    }),
  )
}
