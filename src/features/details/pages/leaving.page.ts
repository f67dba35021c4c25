import { found, NotFound } from '../../../platform/errors.ts'
import { parseForm, typedText } from '../../../platform/forms.ts'
import { type Page, type PageRequest, page, redirect } from '../../../platform/http/routes.ts'
import { emptyForm, formFrom } from '../../../ui/fields.ts'
import { isId } from '../../../vocabulary/ids.ts'
import { addressOf, organisationById, searchOrganisations } from '../../organisations/index.ts'
import { sayWhoLeft, sayWhoMoved, takeBackComingMove, workplacesOf } from '../../people/index.ts'
import { ownId, saved } from './change.page.ts'
import { leaveView, movedView, type Workplace } from './change.view.ts'
import { leaveForm, movedForm } from './details.form.ts'
import { findOrganisationView, type OrganisationFound } from './find-organisation.view.ts'

// Whoever says it before its day reads on the first page of their account what will come.
const next = ({ context }: PageRequest, { on }: { readonly on: Temporal.PlainDate }): string =>
  Temporal.PlainDate.compare(on, context.today) > 0 ? '/account?said=coming' : '/account/details?said=left'

const school = '/account/school'

export const takeBackMove: Page = async ({ context, body }) => {
  const id = typedText(body, 'id')
  if (!isId(id)) throw new NotFound('No such move')
  await takeBackComingMove(context, { id })
  return redirect(typedText(body, 'back') === school ? `${school}?said=taken-back` : '/account?said=taken-back')
}

const workplaces = (request: PageRequest) => workplacesOf(request.context.db, ownId(request))

export const showLeave: Page = async (request) => {
  const own = await workplaces(request)
  return own.length === 0 ? redirect('/account') : page(leaveView(request.frame, { form: emptyForm, workplaces: own }))
}

export const saveLeave: Page = async (request) => {
  const own = await workplaces(request)
  return saved(parseForm(leaveForm, request.body), {
    request,
    field: 'on',
    draw: (form) => leaveView(request.frame, { form, workplaces: own }),
    save: ({ organisationId, on }) =>
      sayWhoLeft(request.context, { personId: ownId(request), fromOrganisationId: organisationId, on }),
    next: (value) => next(request, value),
  })
}

/** Organisations that the words resemble, each with the address that chooses it; null while nothing was asked. */
export const organisationsFound = async (
  { context, query }: PageRequest,
  href: (id: string) => string,
): Promise<readonly OrganisationFound[] | null> => {
  const words = (query.get('q') ?? '').trim()
  if (words === '') return null
  const found = await searchOrganisations(context.db, words, { kinds: ['school', 'itt_provider', 'trust', 'other'] })
  return found
    .filter(({ status }) => status !== 'closed')
    .map((each) => ({ id: each.id, name: each.name, where: addressOf(each), href: href(each.id) }))
}

const newSchool = async (request: PageRequest, id: string): Promise<Workplace> =>
  found(isId(id) ? await organisationById(request.context.db, id) : null)

export const showMoved: Page = async (request) => {
  const own = await workplaces(request)
  if (own.length === 0) return redirect('/account')
  const id = request.query.get('to')
  if (id !== null) {
    const to = await newSchool(request, id)
    return page(movedView(request.frame, { form: emptyForm, workplaces: own.filter((each) => each.id !== to.id), to }))
  }
  const asked = request.query.get('q')
  const nothing = asked !== null && asked.trim() === ''
  const form = formFrom({ q: asked ?? '' })
  return page(
    findOrganisationView(request.frame, {
      title: 'Where do you work now?',
      action: '/account/moved',
      backLink: '/account',
      form: nothing
        ? { ...form, errors: [{ field: 'q', message: 'Enter a name, a town, a postcode or a URN' }] }
        : form,
      results: await organisationsFound(request, (each) => `/account/moved?to=${each}`),
    }),
  )
}

export const saveMoved: Page = async (request) => {
  const typed = typedText(request.body, 'to')
  const [own, to] = [await workplaces(request), await newSchool(request, typed)]
  return saved(parseForm(movedForm, request.body), {
    request,
    field: 'on',
    draw: (form) => movedView(request.frame, { form, workplaces: own, to }),
    save: (value) => sayWhoMoved(request.context, { personId: ownId(request), ...value }),
    next: (value) => next(request, value),
  })
}
