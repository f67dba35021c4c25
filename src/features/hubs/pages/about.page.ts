import { found } from '../../../platform/errors.ts'
import { parseForm, typedText } from '../../../platform/forms.ts'
import { invalid, type Page, type PageRequest, page, redirect } from '../../../platform/http/routes.ts'
import { emptyForm, type FormState } from '../../../ui/fields.ts'
import { hubThroughTime } from '../../organisations/index.ts'
import { describeHub, writePrivacyNotice } from '../actions/describe-hub.ts'
import { mayWritePrivacyNotice } from '../policy.ts'
import { aboutView } from './about.view.ts'
import { aboutForm, noticeForm } from './changes.form.ts'

const draw = async (request: PageRequest, form: FormState) => {
  const { context, frame, params, query } = request
  const { hub, leads, areas } = found(await hubThroughTime(context.db, params['hub'] ?? ''))
  const isOpen = <Each extends { readonly to: Temporal.PlainDate | null }>({ to }: Each) => to === null
  return aboutView(
    { ...frame, notice: query.get('said') === 'saved' ? 'Saved. It holds from today.' : frame.notice },
    {
      hub,
      leads: leads.filter(isOpen).map(({ name }) => name),
      areas: areas.filter(isOpen).map(({ describedAs }) => describedAs),
      mayWriteNotice: mayWritePrivacyNotice(context.actor, hub.id),
      form,
    },
  )
}

export const showAbout: Page = async (request) => page(await draw(request, emptyForm))

// What the form was opened with comes back with it, so that a colleague's change meanwhile is noticed.
const seenIn = ({ body }: PageRequest, name: string): string | null =>
  typedText(body, `seen_${name}`).replaceAll('\r\n', '\n') || null

export const saveAbout: Page = async (request) => {
  const { hub } = found(await hubThroughTime(request.context.db, request.params['hub'] ?? ''))
  const form = parseForm(aboutForm, request.body)
  if (!form.ok) return invalid(await draw(request, form))
  const seen = {
    email: seenIn(request, 'email'),
    telephone: seenIn(request, 'telephone'),
    website: seenIn(request, 'website'),
    about: seenIn(request, 'about'),
  }
  await describeHub(request.context, { hubId: hub.id, details: form.value, seen })
  return redirect(`/hub/${hub.slug}/about?said=saved`)
}

export const saveNotice: Page = async (request) => {
  const { hub } = found(await hubThroughTime(request.context.db, request.params['hub'] ?? ''))
  const form = parseForm(noticeForm, request.body)
  if (!form.ok) return invalid(await draw(request, form))
  await writePrivacyNotice(request.context, {
    hubId: hub.id,
    notice: form.value.notice,
    seen: seenIn(request, 'notice'),
  })
  return redirect(`/hub/${hub.slug}/about?said=saved`)
}
