import { found, NotFound, Refused } from '../../../platform/errors.ts'
import { parseForm } from '../../../platform/forms.ts'
import { invalid, type Page, type PageRequest, page, redirect } from '../../../platform/http/routes.ts'
import { letterAsText } from '../../../platform/mail/index.ts'
import { emptyForm, type FormState } from '../../../ui/fields.ts'
import { isId } from '../../../vocabulary/ids.ts'
import { isMailingKind } from '../../mail-times/index.ts'
import { type Hub, hubBySlug } from '../../organisations/index.ts'
import { settleBundle } from '../actions/settle-bundle.ts'
import { type BundleSeen, bundleToCome } from '../bundle-queries.ts'
import { bundleView } from './bundle.view.ts'
import { deedForm } from './mail.form.ts'

type Here = BundleSeen & { readonly hub: Hub }

const here = async ({ context, params }: PageRequest): Promise<Here> => {
  const hub = found(await hubBySlug(context.db, params['hub'] ?? ''))
  const [kind = '', subjectId = ''] = (params['mailToCome'] ?? '').split('.')
  if (!isMailingKind(kind) || !isId(subjectId)) throw new NotFound('There is no such mail')
  return { hub, ...found(await bundleToCome(context, { hubId: hub.id, kind, subjectId })) }
}

const draw = async ({ context, frame }: PageRequest, { hub, bundle, source }: Here, form: FormState) => {
  const [mail] = bundle.mails
  const letter = mail ? await source.letterTo(context, mail) : null
  const isDue = Temporal.Instant.compare(bundle.first.at, context.now) <= 0
  return bundleView(frame, {
    hub,
    bundle,
    canBeSent: source.canGoEarly || isDue,
    text: letter ? `${letter.subject}\n\n${letterAsText(letter)}` : '',
    form,
  })
}

export const showBundle: Page = async (request) => page(await draw(request, await here(request), emptyForm))

export const settleMail: Page = async (request) => {
  const at = await here(request)
  const form = parseForm(deedForm, request.body)
  if (!form.ok) return invalid(await draw(request, at, form))
  const { kind, subjectId } = at.bundle
  try {
    await settleBundle(request.context, { hubId: at.hub.id, kind, subjectId, deed: form.value.deed })
  } catch (problem) {
    if (!(problem instanceof Refused)) throw problem
    const errors = [{ field: 'deed', message: problem.message }]
    return invalid(await draw(request, at, { typed: request.body, errors }))
  }
  return redirect(`/hub/${at.hub.slug}/mail?said=${form.value.deed}`)
}
