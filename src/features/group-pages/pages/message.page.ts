import { found, Refused } from '../../../platform/errors.ts'
import { invalid, type Page, type PageRequest, page, redirect } from '../../../platform/http/routes.ts'
import { emptyForm, type FormState } from '../../../ui/fields.ts'
import { isId } from '../../../vocabulary/ids.ts'
import { personIdOf } from '../../people/index.ts'
import { groupWorkedOn } from '../../registers/index.ts'
import { takeBackMessage, writeMessage } from '../actions/write-message.ts'
import { readersOf } from '../queries.ts'
import { newMessageView, previewView } from './message.view.ts'
import { messageIn } from './work.form.ts'

const around = async ({ context, params }: PageRequest) => {
  const group = found(await groupWorkedOn(context, params['id'] ?? ''))
  const exceptPersonId = personIdOf(context.actor)
  const readers = await readersOf(context.db, { id: group.id, exceptPersonId, today: context.today })
  return { group, readers: readers.map(({ name }) => name) }
}

const again = async (request: PageRequest, form: FormState) =>
  newMessageView(request.frame, { ...(await around(request)), form })

export const newMessage: Page = async (request) => page(await again(request, emptyForm))

/** The message as it would be sent, and to whom; nothing is sent yet. */
export const previewMessage: Page = async (request) => {
  const parsed = messageIn(request.body)
  if (!parsed.ok) return invalid(await again(request, parsed))
  // Gone back to, what was typed stands in the form again.
  if (request.body['change'] !== undefined) return page(await again(request, { typed: request.body, errors: [] }))
  return page(previewView(request.frame, { ...(await around(request)), message: parsed.value }))
}

export const send: Page = async (request) => {
  const parsed = messageIn(request.body)
  if (!parsed.ok) return invalid(await again(request, parsed))
  const { group } = await around(request)
  try {
    await writeMessage(request.context, { groupId: group.id, ...parsed.value })
  } catch (problem) {
    if (!(problem instanceof Refused)) throw problem
    return invalid(
      await again(request, { typed: request.body, errors: [{ field: 'subject', message: problem.message }] }),
    )
  }
  return redirect(`/groups/${group.id}/page?said=written`)
}

export const withdrawMessage: Page = async (request) => {
  const { group } = await around(request)
  const id = request.params['written'] ?? ''
  await takeBackMessage(request.context, { groupId: group.id, id: found(isId(id) ? id : null) })
  return redirect(`/groups/${group.id}/page?said=withdrawn`)
}
