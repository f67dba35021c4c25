import { makeSignInLink } from '../features/sign-in/index.ts'
import { createContext } from '../platform/context.ts'
import { parseEmail } from '../vocabulary/email-address.ts'
import { newId } from '../vocabulary/ids.ts'
import { opened, say } from './opened.ts'
import { type Input, WrongUsage } from './usage.ts'

/** Prints a one-time sign-in link for a person known here; the history says that an operator made it. */
export const printSignInLink = ({ words, json }: Input): Promise<number> =>
  opened(async (installation) => {
    const email = parseEmail(words[0] ?? '')
    if (!email) throw new WrongUsage(`${words[0]} is not an e-mail address`)
    const link = await makeSignInLink(createContext(installation, { kind: 'system', task: 'operator' }, newId()), email)
    if (!link) {
      process.stderr.write(`Nobody here is reached at ${email}.\n`)
      return 1
    }
    say(json ? JSON.stringify({ link }) : link)
    return 0
  })
