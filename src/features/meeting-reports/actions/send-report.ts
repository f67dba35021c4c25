import { type Context, transaction } from '../../../platform/context.ts'
import { found, Refused } from '../../../platform/errors.ts'
import { record } from '../../../platform/history.ts'
import { newId } from '../../../vocabulary/ids.ts'
import { groupWorkedOn, reasonAgainstRegister, recorderOf, sessionOfGroup } from '../../registers/index.ts'
import { type Report, readReport } from '../report.ts'
import { insertReport } from '../store.ts'

export type SentReport = {
  readonly groupId: string
  readonly sessionId: string
  readonly fileName: string
  readonly readAs: string
  readonly rows: readonly (readonly string[])[]
}

const noTable =
  'No table of people was found in the file: it needs a row of headings with a name, and when they joined or how long they stayed'

const requirePeople = (report: Report | null): Report => {
  if (!report) throw new Refused(noTable)
  const [first] = report.refused
  if (report.joined.length === 0)
    throw new Refused(
      first ? `No row could be read. Row ${first.row}: ${first.why}` : 'The table in the file has no rows',
    )
  return report
}

/** Reads the report of an online meeting; nothing is marked by it yet. */
export const sendReport = (context: Context, input: SentReport): Promise<string> =>
  transaction(context, async (tx, context) => {
    const group = found(await groupWorkedOn(context, input.groupId))
    const session = found(await sessionOfGroup(tx, input.groupId, input.sessionId))
    const against = reasonAgainstRegister(session, group.status, context.now)
    if (against !== null || session.onDate === null) throw new Refused(against ?? '')
    const report = requirePeople(readReport(input.rows, session.onDate))
    const id = newId()
    const { fileName, readAs } = input
    await insertReport(tx, {
      ...report,
      id,
      sessionId: session.id,
      fileName,
      readAs,
      by: recorderOf(context),
      now: context.now,
    })
    await record(tx, context, {
      name: 'meeting-report.read',
      subject: { type: 'session', id: session.id },
      particulars: { people: report.joined.length, refused: report.refused.length },
    })
    return id
  })
