import { machineClock } from '../../../platform/clock.ts'
import { found } from '../../../platform/errors.ts'
import { parseForm, typedText } from '../../../platform/forms.ts'
import { invalid, type Page, type PageRequest, page, redirect } from '../../../platform/http/routes.ts'
import { emptyForm, type FormState } from '../../../ui/fields.ts'
import { isId } from '../../../vocabulary/ids.ts'
import { hubIdsOf, personIdOf } from '../../people/index.ts'
import { makeToken, revokeToken } from '../actions/make-token.ts'
import { tokensOf } from '../queries.ts'
import { isScope, scopes } from '../scopes.ts'
import { tokenForm } from './tokens.form.ts'
import { newTokenView, tokensView } from './tokens.view.ts'

const drawn = async ({ context, frame, query }: PageRequest, form: FormState) => {
  const tokens = await tokensOf(context.db, found(personIdOf(context.actor)), machineClock.now())
  return tokensView(frame, {
    form,
    atHub: hubIdsOf(context.actor).length > 0,
    isRevoked: query.get('said') === 'revoked',
    tokens: tokens.map((token) => ({
      id: token.id,
      name: token.name,
      beginning: token.beginning,
      scopes: token.scopes.map((name) => (isScope(name) ? scopes[name].label : name)),
      until: token.expires_at,
      lastUsedAt: token.last_used_at,
    })),
  })
}

export const showTokens: Page = async (request) => page(await drawn(request, emptyForm))

/** The token is shown in the answer to the form and nowhere else: there is no page that could show it again. */
export const addToken: Page = async (request) => {
  const form = parseForm(tokenForm, request.body)
  if (!form.ok) return invalid(await drawn(request, form))
  const token = await makeToken(request.context, form.value)
  const { name } = form.value
  return page(newTokenView(request.frame, { name, token, baseUrl: request.context.config.baseUrl }))
}

export const dropToken: Page = async ({ context, body }) => {
  const id = typedText(body, 'id')
  if (isId(id)) await revokeToken(context, id)
  return redirect('/account/tokens?said=revoked')
}
