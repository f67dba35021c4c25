import { found, Refused } from '../../../platform/errors.ts'
import { parseForm } from '../../../platform/forms.ts'
import { type Answer, invalid, type Page, type PageRequest, page, redirect } from '../../../platform/http/routes.ts'
import { emptyForm, type FormState, formFrom } from '../../../ui/fields.ts'
import type { Html } from '../../../ui/html.ts'
import type { Parsed } from '../../../vocabulary/form.ts'
import {
  changeName,
  changePost,
  changeReferenceNumber,
  changeTelephone,
  personById,
  personIdOf,
  referenceNumberOf,
  requestAddressChange,
  workplacesOf,
} from '../../people/index.ts'
import { addressView, nameView, postView, referenceNumberView, telephoneView } from './change.view.ts'
import { addressForm, nameForm, postForm, referenceNumberForm, telephoneForm } from './details.form.ts'

export const ownId = ({ context }: PageRequest): string => found(personIdOf(context.actor))

/** Does what was asked, or shows the form again with what stands against it. */
export const saved = async <T>(
  form: Parsed<T>,
  how: {
    readonly request: PageRequest
    readonly field: string
    readonly draw: (form: FormState) => Html
    readonly save: (value: T) => Promise<unknown>
    readonly next: string | ((value: T) => string)
  },
): Promise<Answer> => {
  if (!form.ok) return invalid(how.draw(form))
  try {
    await how.save(form.value)
    return redirect(typeof how.next === 'string' ? how.next : how.next(form.value))
  } catch (problem) {
    if (!(problem instanceof Refused)) throw problem
    return invalid(how.draw({ typed: how.request.body, errors: [{ field: how.field, message: problem.message }] }))
  }
}

const next = '/account/details?said=saved'

export const showName: Page = async (request) => {
  const { name } = found(await personById(request.context.db, ownId(request)))
  return page(nameView(request.frame, formFrom({ name })))
}

export const saveName: Page = (request) =>
  saved(parseForm(nameForm, request.body), {
    request,
    field: 'name',
    draw: (form) => nameView(request.frame, form),
    save: ({ name }) => changeName(request.context, { personId: ownId(request), name }),
    next,
  })

export const showTelephone: Page = async (request) => {
  const { telephone } = found(await personById(request.context.db, ownId(request)))
  return page(telephoneView(request.frame, formFrom({ telephone: telephone ?? '' })))
}

export const saveTelephone: Page = (request) =>
  saved(parseForm(telephoneForm, request.body), {
    request,
    field: 'telephone',
    draw: (form) => telephoneView(request.frame, form),
    save: ({ telephone }) => changeTelephone(request.context, { personId: ownId(request), telephone }),
    next,
  })

export const showReferenceNumber: Page = async (request) => {
  const number = await referenceNumberOf(request.context.db, ownId(request))
  return page(referenceNumberView(request.frame, formFrom({ number: number ?? '' })))
}

export const saveReferenceNumber: Page = (request) =>
  saved(parseForm(referenceNumberForm, request.body), {
    request,
    field: 'number',
    draw: (form) => referenceNumberView(request.frame, form),
    save: ({ number }) => changeReferenceNumber(request.context, { personId: ownId(request), number }),
    next,
  })

export const showAddress: Page = async ({ frame }) => page(addressView(frame, emptyForm))

export const saveAddress: Page = (request) =>
  saved(parseForm(addressForm, request.body), {
    request,
    field: 'address',
    draw: (form) => addressView(request.frame, form),
    save: ({ address }) => requestAddressChange(request.context, { personId: ownId(request), address }),
    next: '/account/details?said=asked',
  })

export const showPost: Page = async (request) => {
  const workplaces = await workplacesOf(request.context.db, ownId(request))
  return workplaces.length === 0
    ? redirect('/account/details')
    : page(postView(request.frame, { form: emptyForm, workplaces }))
}

export const savePost: Page = async (request) => {
  const workplaces = await workplacesOf(request.context.db, ownId(request))
  return saved(parseForm(postForm, request.body), {
    request,
    field: 'on',
    draw: (form) => postView(request.frame, { form, workplaces }),
    save: (value) => changePost(request.context, { personId: ownId(request), ...value }),
    next,
  })
}
