import { found, NotFound } from '../../../platform/errors.ts'
import { typedText } from '../../../platform/forms.ts'
import { type Answer, invalid, type Page, type PageRequest, page, redirect } from '../../../platform/http/routes.ts'
import { emptyForm, type FormState } from '../../../ui/fields.ts'
import { sayMistaken } from '../actions/say-mistaken.ts'
import { linksLike } from '../queries.ts'
import { mistakenView, saidView } from './mistaken.view.ts'

const drawn = async ({ context, frame, path, params }: PageRequest, form: FormState) => {
  const { actor, db } = context
  if (actor.kind !== 'link') throw new NotFound('Not by a link')
  const mailed = found(await linksLike(db, actor.purpose, actor.subjectId))
  const back = `/${actor.purpose}/${params['token']}`
  return mistakenView({ ...frame, mistakenAt: null }, { hub: mailed.hub.name, path, back, form })
}

export const askMistaken: Page = async (request) => page(await drawn(request, emptyForm))

export const saveMistaken: Page = async (request): Promise<Answer> => {
  if (typedText(request.body, 'answer') !== 'stop') {
    const errors = [{ field: 'answer', message: 'Say that the link shall be stopped, or go back' }]
    return invalid(await drawn(request, { typed: request.body, errors }))
  }
  await sayMistaken(request.context)
  return redirect('/link-stopped')
}

export const showStopped: Page = async ({ frame }) => page(saidView(frame))
