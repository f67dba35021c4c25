import { Conflict, found } from '../../../platform/errors.ts'
import { parseForm } from '../../../platform/forms.ts'
import {
  type Answer,
  invalid,
  overtaken,
  type Page,
  type PageRequest,
  page,
  redirect,
} from '../../../platform/http/routes.ts'
import { emptyForm, type FormState } from '../../../ui/fields.ts'
import { wordedAs } from '../../../vocabulary/worded.ts'
import { type Hub, hubBySlug } from '../../organisations/index.ts'
import { retireText, writeText } from '../actions/write-text.ts'
import { type MessageText, messageTextsOf, versionsOf } from '../queries.ts'
import { textForm } from './text.form.ts'
import { textsView, textView } from './texts.view.ts'

const hubOf = async ({ context, params }: PageRequest): Promise<Hub> =>
  found(await hubBySlug(context.db, params['hub'] ?? ''))

type Here = { readonly hub: Hub; readonly text: MessageText | null }

const textHere = async (request: PageRequest): Promise<Here> => {
  const hub = await hubOf(request)
  const texts = await messageTextsOf(request.context.db, hub.id)
  return { hub, text: found(texts.find(({ name }) => name === request.params['template'])) }
}

const said: Readonly<Record<string, string>> = {
  saved: 'The text is saved.',
  retired: 'The text is put away. What was sent of it stays told.',
}

export const showTexts: Page = async (request) => {
  const hub = await hubOf(request)
  const notice = wordedAs(said, request.query.get('said'))
  const texts = await messageTextsOf(request.context.db, hub.id)
  return page(textsView({ ...request.frame, notice: notice ?? request.frame.notice }, { hub, texts }))
}

const draw = async (request: PageRequest, { hub, text }: Here, form: FormState) =>
  textView(request.frame, {
    hub,
    text,
    versions: text?.templateId ? await versionsOf(request.context.db, text.templateId) : [],
    form,
  })

const save = async (request: PageRequest, here: Here): Promise<Answer> => {
  const form = parseForm(textForm, request.body)
  if (!form.ok) return invalid(await draw(request, here, form))
  try {
    await writeText(request.context, { ...form.value, hubId: here.hub.id, name: here.text?.name ?? null })
    return redirect(`/hub/${here.hub.slug}/messages?said=saved`)
  } catch (problem) {
    if (!(problem instanceof Conflict)) throw problem
    const now = await textHere(request)
    const message = `${problem.message} What you typed is below, and not saved: the text that stands now is under “Versions”. Save again to put yours in its place.`
    const typed = { ...request.body, seen: String(now.text?.version ?? 0) }
    return overtaken(await draw(request, now, { typed, errors: [{ field: 'body', message }] }))
  }
}

export const newText: Page = async (request) =>
  page(await draw(request, { hub: await hubOf(request), text: null }, emptyForm))

export const addText: Page = async (request) => save(request, { hub: await hubOf(request), text: null })

export const showText: Page = async (request) => page(await draw(request, await textHere(request), emptyForm))

export const saveText: Page = async (request) => save(request, await textHere(request))

export const retire: Page = async (request) => {
  const { hub, text } = await textHere(request)
  await retireText(request.context, { hubId: hub.id, name: found(text).name })
  return redirect(`/hub/${hub.slug}/messages?said=retired`)
}
