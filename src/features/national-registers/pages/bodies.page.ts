import { found, Refused } from '../../../platform/errors.ts'
import { invalidForm, parseForm } from '../../../platform/forms.ts'
import { invalid, type Page, type PageRequest, page, redirect } from '../../../platform/http/routes.ts'
import { type FormState, formFrom } from '../../../ui/fields.ts'
import type { Typed } from '../../../vocabulary/form.ts'
import { isId } from '../../../vocabulary/ids.ts'
import type { OrganisationKind } from '../../organisations/index.ts'
import { searchOrganisations } from '../../organisations/index.ts'
import { addBody, changeBody } from '../actions/keep-body.ts'
import { bodiesOf, bodyInFull } from '../bodies-queries.ts'
import { type BodyInFull, bodyKindLabels, isStatedHere } from '../body.ts'
import { changesOfOrganisation } from '../queries.ts'
import { bodyForm, typedOf } from './bodies.form.ts'
import { bodiesView } from './bodies.view.ts'
import { bodyView } from './body.view.ts'
import { bodyFormView } from './body-form.view.ts'
import { pageFrom } from './registers.page.ts'

const pageSize = 50

const kindFrom = (text: string | null): OrganisationKind | null =>
  text !== null && Object.hasOwn(bodyKindLabels, text) ? (text as OrganisationKind) : null

export const showBodies: Page = async ({ context: { db }, query, frame }) => {
  const words = (query.get('q') ?? '').trim().slice(0, 200)
  const kind = kindFrom(query.get('kind'))
  const at = pageFrom(query)
  if (words !== '') {
    const bodies = await searchOrganisations(db, words, { most: 30, ...(kind ? { kinds: [kind] } : {}) })
    return page(bodiesView(frame, { words, kind, bodies, listing: null }))
  }
  const listed = await bodiesOf(db, { kind: kind ?? 'trust', from: (at - 1) * pageSize, most: pageSize })
  return page(
    bodiesView(frame, {
      words,
      kind: kind ?? 'trust',
      bodies: listed.bodies,
      listing: { page: at, pageSize, total: listed.total },
    }),
  )
}

const bodyOf = async ({ context, params }: PageRequest): Promise<BodyInFull> => {
  const id = params['organisation'] ?? ''
  return found(isId(id) ? await bodyInFull(context.db, id) : null)
}

export const showBody: Page = async (request) => {
  const shown = await bodyOf(request)
  return page(bodyView(request.frame, shown, await changesOfOrganisation(request.context.db, shown.body.id)))
}

const orShown = async (
  body: Typed,
  work: () => Promise<string>,
  shown: (form: FormState) => ReturnType<typeof invalid>,
) => {
  try {
    return redirect(`/network/organisations/${await work()}`)
  } catch (problem) {
    if (!(problem instanceof Refused)) throw problem
    const refused = invalidForm(body, { field: 'ukprn', message: problem.message })
    if (refused.ok) throw problem
    return shown(refused)
  }
}

export const askForBody: Page = async ({ frame }) =>
  page(bodyFormView(frame, { form: formFrom({ status: 'open' }), shown: null }))

export const saveNewBody: Page = async ({ context, frame, body }) => {
  const shown = (form: FormState) => invalid(bodyFormView(frame, { form, shown: null }))
  const form = parseForm(bodyForm, body)
  return form.ok ? orShown(body, () => addBody(context, form.value), shown) : shown(form)
}

export const askForBodyChange: Page = async (request) => {
  const shown = await bodyOf(request)
  const accredited = shown.accreditations.some(({ to }) => to === null)
  return page(bodyFormView(request.frame, { form: formFrom(typedOf(shown.body, accredited)), shown }))
}

export const saveBodyChange: Page = async (request) => {
  const { context, frame, body } = request
  const known = await bodyOf(request)
  const { id, name } = known.body
  const shown = (form: FormState) => invalid(bodyFormView(frame, { form, shown: known }))
  // Of a school only its part in training teachers is asked for; the rest is the register's.
  const form = parseForm(
    bodyForm,
    isStatedHere(known.body) ? { ...body, kind: known.body.kind } : { ...body, kind: 'other', name, status: 'open' },
  )
  if (!form.ok) return shown(form)
  return orShown(
    body,
    async () => {
      await changeBody(context, { id, stated: form.value })
      return id
    },
    shown,
  )
}
