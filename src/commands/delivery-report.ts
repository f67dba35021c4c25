import { buffer } from 'node:stream/consumers'
import { type ReportTaken, takeDeliveryReport } from '../features/undelivered/index.ts'
import { createContext } from '../platform/context.ts'
import { Refused } from '../platform/errors.ts'
import { readDeliveryReport } from '../platform/mail/index.ts'
import { newId } from '../vocabulary/ids.ts'
import { opened, say } from './opened.ts'
import type { Input } from './usage.ts'

const sentences: Readonly<Record<ReportTaken, string>> = {
  'address-fails': 'The address fails: mail to it is held back until it is put right.',
  'tried-again': 'The fault may pass: the mail is sent again some hours later.',
  'mail-failed': 'The mail was refused; its address is not at fault.',
  'known-already': 'This was known already.',
  'nothing-to-do': 'It reports no failure: there is nothing to do.',
}

/** Takes one message from standard input, as a mail server hands it over, and does what its report asks for. */
export const takeReport = ({ json }: Input): Promise<number> =>
  opened(async (installation) => {
    const context = createContext(installation, { kind: 'system', task: 'operator' }, newId())
    try {
      const report = await readDeliveryReport(await buffer(process.stdin))
      if (!report) throw new Refused('This is no delivery status notification (RFC 3464): it was not taken.')
      const taken = await takeDeliveryReport(context, report)
      say(json ? JSON.stringify({ taken }) : sentences[taken])
      return 0
    } catch (problem) {
      if (!(problem instanceof Refused)) throw problem
      process.stderr.write(`${problem.message}\n`)
      return 1
    }
  })
