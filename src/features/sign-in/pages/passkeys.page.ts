import type { Context } from '../../../platform/context.ts'
import { found } from '../../../platform/errors.ts'
import { invalidForm, parseForm, typedText } from '../../../platform/forms.ts'
import { invalid, type Page, type PageRequest, page, plain, redirect } from '../../../platform/http/routes.ts'
import { countTry } from '../../../platform/tries.ts'
import { emptyForm, type FormState } from '../../../ui/fields.ts'
import { isId } from '../../../vocabulary/ids.ts'
import { addressOf, personIdOf } from '../../people/index.ts'
import { addPasskey, giveChallenge, removePasskey } from '../actions/add-passkey.ts'
import { signInWithPasskey } from '../actions/use-passkey.ts'
import { signInsFrom } from '../limits.ts'
import { optionsToAdd, optionsToUse, placeOf } from '../protocols/passkeys.ts'
import { passkeysOf } from '../ways-queries.ts'
import { begin, countCaller } from './begin.ts'
import { madePasskey, passkeyForm, usedPasskey } from './passkeys.form.ts'
import { noPasskeyView, passkeysView } from './passkeys.view.ts'
import { ownPath } from './sign-in.form.ts'

// The same machine by a name of its own: what passkeys belong to.
const byName = (baseUrl: string): string => {
  const { port } = new URL(baseUrl)
  return `http://localhost${port ? `:${port}` : ''}`
}

const drawn = async ({ context, frame, query }: PageRequest, form: FormState) =>
  passkeysView(frame, {
    form,
    isPossible: placeOf(context.config) !== null,
    elsewhere: context.config.demo ? byName(context.config.baseUrl) : null,
    passkeys: await passkeysOf(context.db, found(personIdOf(context.actor))),
    said: query.get('said') === 'added' ? 'added' : query.get('said') === 'removed' ? 'removed' : null,
  })

export const showPasskeys: Page = async (request) => page(await drawn(request, emptyForm))

const asJson = (options: unknown) => plain(JSON.stringify(options), 'application/json; charset=utf-8')

const countOwner = (context: Context): Promise<void> =>
  countTry(
    context,
    { ...signInsFrom(context.config.mostWrites), kind: 'passkey-for' },
    found(personIdOf(context.actor)),
  )

/** What the browser of a signed-in person needs to make a passkey. */
export const newPasskeyOptions: Page = async ({ context }) => {
  const place = found(placeOf(context.config))
  await countOwner(context)
  const { actor } = context
  const personId = found(personIdOf(actor))
  const [challenge, known, address] = await Promise.all([
    giveChallenge(context, personId),
    passkeysOf(context.db, personId),
    addressOf(context.db, personId),
  ])
  const name = actor.kind === 'person' ? actor.name : ''
  return asJson(await optionsToAdd(place, { challenge, owner: { personId, name, address: address ?? name }, known }))
}

export const keepPasskey: Page = async (request) => {
  const { context, body } = request
  found(placeOf(context.config))
  await countOwner(context)
  const form = parseForm(passkeyForm, body)
  if (!form.ok) return invalid(await drawn(request, { ...form, typed: { name: typedText(body, 'name') } }))
  const response = madePasskey(form.value.credential)
  if (response && (await addPasskey(context, { name: form.value.name, response })))
    return redirect('/account/passkeys?said=added')
  const wrong = invalidForm(
    { name: form.value.name },
    {
      field: 'name',
      message: form.value.credential
        ? 'The passkey was not taken: it may be known already, or it took too long. Try again.'
        : 'A passkey is made by your browser, with JavaScript. Turn it on, or use another browser.',
    },
  )
  return invalid(await drawn(request, wrong as Extract<typeof wrong, { ok: false }>))
}

export const dropPasskey: Page = async ({ context, body }) => {
  const id = typedText(body, 'id')
  if (isId(id)) await removePasskey(context, id)
  return redirect('/account/passkeys?said=removed')
}

/** What any browser needs to sign in with a passkey. */
export const passkeyOptions: Page = async ({ context, from }) => {
  const place = found(placeOf(context.config))
  await countCaller(context, from)
  return asJson(await optionsToUse(place, await giveChallenge(context, null)))
}

export const usePasskey: Page = async ({ context, body, frame, from, device }) => {
  await countCaller(context, from)
  const to = ownPath(typedText(body, 'to'))
  const response = usedPasskey(typedText(body, 'credential'))
  const signedIn = response && (await signInWithPasskey(context, { response, device }))
  return signedIn ? begin(signedIn, to) : invalid(noPasskeyView(frame, to))
}
