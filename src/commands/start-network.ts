import { startNetwork } from '../features/organisations/index.ts'
import { findOrCreatePerson, grantRole } from '../features/people/index.ts'
import { makeSignInLink } from '../features/sign-in/index.ts'
import { openYears } from '../features/years/index.ts'
import { type Context, createContext, transaction } from '../platform/context.ts'
import { Refused } from '../platform/errors.ts'
import { parseEmail } from '../vocabulary/email-address.ts'
import { newId } from '../vocabulary/ids.ts'
import { opened, say } from './opened.ts'
import { type Input, WrongUsage } from './usage.ts'

type Start = { readonly name: string; readonly coordinator: string; readonly person: string; readonly email: string }

// All of it or nothing: a network without anybody who can sign in could not be put right from its pages.
const start = (context: Context, given: Start): Promise<string | null> =>
  transaction(context, async (_, context) => {
    await startNetwork(context, given)
    await openYears(context)
    const { id } = await findOrCreatePerson(context, { name: given.person, email: given.email, confirmed: true })
    await grantRole(context, { personId: id, role: 'national_team' })
    return makeSignInLink(context, given.email)
  })

/** Makes an empty installation a network's own: its name, its years, and the first person of its national team. */
export const nameNetwork = ({
  words: [name = '', coordinator = '', person = '', address = ''],
  json,
}: Input): Promise<number> =>
  opened(async (installation) => {
    const email = parseEmail(address)
    if (!email) throw new WrongUsage(`${address} is not an e-mail address`)
    if ([name, coordinator, person].some((word) => word.trim() === ''))
      throw new WrongUsage('Name the network, the body that coordinates it and the first person of its team')
    try {
      const context = createContext(installation, { kind: 'system', task: 'operator' }, newId())
      const link = (await start(context, { name: name.trim(), coordinator: coordinator.trim(), person, email })) ?? ''
      say(json ? JSON.stringify({ link }) : link)
      return 0
    } catch (problem) {
      if (!(problem instanceof Refused)) throw problem
      process.stderr.write(`${problem.message}\n`)
      return 1
    }
  })
