import { createHmac } from 'node:crypto'
import { type Config, derivedKey } from '../../../platform/config.ts'
import type { Context } from '../../../platform/context.ts'
import { found, Refused, TooMany } from '../../../platform/errors.ts'
import { invalidForm, parseForm } from '../../../platform/forms.ts'
import { invalid, type Page, type PageRequest, page, redirect } from '../../../platform/http/routes.ts'
import { qrCode } from '../../../platform/qr-code.ts'
import { callerOf, countTry, refuseAfterTooMany } from '../../../platform/tries.ts'
import { emptyForm, type FormState } from '../../../ui/fields.ts'
import { isId } from '../../../vocabulary/ids.ts'
import { personIdOf } from '../../people/index.ts'
import { groupWorkedOn, registerOneself, sessionOfGroup } from '../../registers/index.ts'
import { codeAt, isCodeOf, type Signer } from '../code.ts'
import { type OpenSession, partsIn, sessionsOpenAt } from '../queries.ts'
import { hereForm } from './here.form.ts'
import { hereView, registeredView } from './here.view.ts'
import { screenView } from './screen.view.ts'

const signerOf = (config: Config): Signer => {
  const key = derivedKey(config, 'self-registration')
  return (text) => createHmac('sha256', key).update(text).digest()
}

/** The code of a session, large, for a screen in the room. */
export const showCode: Page = async ({ context, params, frame }) => {
  const [groupId, sessionId] = [params['id'] ?? '', params['session'] ?? '']
  const group = found(await groupWorkedOn(context, groupId))
  const session = found(isId(sessionId) ? await sessionOfGroup(context.db, groupId, sessionId) : null)
  const isOpen = (await sessionsOpenAt(context.db, context.now)).some(({ id }) => id === sessionId)
  const now = isOpen ? codeAt(signerOf(context.config), sessionId, context.now) : null
  const address = `${context.config.baseUrl}/here`
  const shown = now && { ...now, address, picture: qrCode(`${address}?code=${now.code}`) }
  return page(screenView(frame, { group, session, shown }))
}

/** Wrong codes from one place; a whole room may come from the same, so there is room for many. */
const wrongCodes = {
  kind: 'self-registration',
  most: 60,
  minutes: 10,
  sentence:
    'Too many codes that are not good have been typed from here. Wait ten minutes, or ask the lead to mark you.',
}

const known = ({ context }: PageRequest): { personId: string } | { participantId: string } | null => {
  const { actor } = context
  if (actor.kind === 'link') return { participantId: actor.subjectId }
  const personId = personIdOf(actor)
  return personId ? { personId } : null
}

const draw = (request: PageRequest, form: FormState) => {
  const { actor } = request.context
  const signedInAs = actor.kind === 'person' ? actor.name : null
  const code = request.query.get('code') ?? ''
  return hereView(request.frame, { path: request.path, code, signedInAs, isByLink: actor.kind === 'link', form })
}

export const showHere: Page = async (request) =>
  request.query.has('done')
    ? page(registeredView(request.frame, { isNoted: request.query.get('done') === 'noted' }))
    : page(draw(request, emptyForm))

const sessionWith = async ({ context, from }: PageRequest, code: string): Promise<OpenSession | null> => {
  const caller = callerOf(from)
  await refuseAfterTooMany(context, wrongCodes, caller)
  const sign = signerOf(context.config)
  const open = await sessionsOpenAt(context.db, context.now)
  const fitting = open.filter(({ id }) => isCodeOf(sign, id, context.now, code))
  if (fitting.length === 1) return fitting[0] ?? null
  await countTry(context, wrongCodes, caller)
  return null
}

const partOf = async (context: Context, session: OpenSession, request: PageRequest): Promise<string | null> => {
  const who = known(request)
  const [part] = who ? await partsIn(context.db, session.groupId, who) : []
  return part?.id ?? null
}

const notGood = 'This code is not good now. Type the one that is on the screen at this moment'

const takeIn = async (request: PageRequest): Promise<'marked' | 'noted' | FormState> => {
  const { context, body } = request
  const parsed = parseForm(hereForm(known(request) !== null), body)
  if (!parsed.ok) return parsed
  const session = await sessionWith(request, parsed.value.code)
  if (!session) return invalidForm(body, { field: 'code', message: notGood }) as FormState
  const participantId = await partOf(context, session, request)
  const { id, name, school } = parsed.value
  if (participantId === null && (name === '' || school === ''))
    return invalidForm(body, {
      field: 'name',
      message: 'You are not on the list of this session. Enter your name and school, and the lead says who you are',
    }) as FormState
  const who = participantId === null ? { id, name, school } : { participantId }
  const mark = session.mode === 'online' ? 'online' : 'present'
  return registerOneself(context, { groupId: session.groupId, sessionId: session.id, mark, who })
}

export const saveHere: Page = async (request) => {
  try {
    const came = await takeIn(request)
    return typeof came === 'string' ? redirect(`${request.path}?done=${came}`) : invalid(draw(request, came))
  } catch (problem) {
    if (!(problem instanceof Refused) || problem instanceof TooMany) throw problem
    return invalid(draw(request, { typed: request.body, errors: [{ field: 'code', message: problem.message }] }))
  }
}
