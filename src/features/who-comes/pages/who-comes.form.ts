import { typedText } from '../../../platform/forms.ts'
import { parseEmail } from '../../../vocabulary/email-address.ts'
import type { FieldError, Parsed, Typed } from '../../../vocabulary/form.ts'
import { isId } from '../../../vocabulary/ids.ts'
import type { Said } from '../who-comes.ts'

const wordsIn = (body: Typed, name: string): readonly string[] => typedText(body, name).split(' ').filter(isId)

const checked = (body: Typed, name: string): ReadonlySet<string> => new Set([body[name] ?? []].flat())

/** What was changed on the page: of those who stood on it, whoever comes now and did not, or the other way round. */
export const saidIn = (body: Typed, sessionIds: readonly string[]): readonly Said[] =>
  sessionIds.flatMap((sessionId) => {
    const [now, was] = [checked(body, `session-${sessionId}`), new Set(wordsIn(body, `was-${sessionId}`))]
    return wordsIn(body, `shown-${sessionId}`).flatMap((participantId) => {
      const comes = now.has(participantId)
      return comes === was.has(participantId) ? [] : [{ sessionId, participantId, comes }]
    })
  })

export type SubstituteTyped = {
  readonly sessionId: string
  readonly participantId: string
  readonly name: string
  readonly email: string
}

const longest = 200

/** A substitute as they are named: for which session, in whose place, and how they are reached. */
export const substituteIn = (body: Typed): Parsed<SubstituteTyped> => {
  const text = (name: string) => typedText(body, name).trim()
  const [sessionId, participantId, name] = [text('for_session'), text('instead_of'), text('name')]
  const email = parseEmail(text('email'))
  const problems: readonly (FieldError | false)[] = [
    !isId(sessionId) && { field: 'for_session', message: 'Choose the session' },
    !isId(participantId) && { field: 'instead_of', message: 'Choose who does not come' },
    name === '' && { field: 'name', message: 'Enter the name of the substitute' },
    name.length > longest && { field: 'name', message: `Use at most ${longest} characters` },
    email === null && { field: 'email', message: 'Enter an email address like name@school.example' },
  ]
  const errors = problems.filter((problem) => problem !== false)
  if (errors.length > 0 || email === null) return { ok: false, errors, typed: body }
  return { ok: true, value: { sessionId, participantId, name, email } }
}
