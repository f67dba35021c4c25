import type { Context } from '../../../platform/context.ts'
import { type Answer, file, type Page, page, redirect } from '../../../platform/http/routes.ts'
import { typeset } from '../../../platform/pdf.ts'
import { qrCode } from '../../../platform/qr-code.ts'
import { emptyForm } from '../../../ui/fields.ts'
import { academicYear, yearInWords } from '../../../vocabulary/academic-year.ts'
import { formatDate, localDate } from '../../../vocabulary/local-time.ts'
import { countedOnStatement } from '../completion.ts'
import { type StatementSeen, statementByCode } from '../queries.ts'
import { parseStatementCode } from '../statement-code.ts'
import { checkView, statementView, unknownView } from './statement.view.ts'

export const showCheck: Page = async ({ query, frame }) => {
  const typed = (query.get('code') ?? '').trim()
  if (!query.has('code')) return page(checkView(frame, emptyForm))
  const code = parseStatementCode(typed)
  if (code) return redirect(`/statements/${code}`)
  const message =
    typed === '' ? 'Enter the code of the statement' : 'This is not a code of a statement: compare it letter by letter'
  return page(checkView(frame, { typed: { code: typed }, errors: [{ field: 'code', message }] }))
}

/** The check page of a code, and the statement itself when the address ends in .pdf. */
export const showStatement: Page = async ({ context, params, frame }) => {
  const [, typed = '', pdf] = /^(.*?)(\.pdf)?$/i.exec(params['code'] ?? '') ?? []
  const code = parseStatementCode(typed)
  const statement = code ? await statementByCode(context.db, code) : null
  if (!statement || (pdf && statement.name === null)) return { ...page(unknownView(frame)), status: 404 }
  return pdf ? printed(context, frame.networkName, statement) : page(statementView(frame, statement))
}

const printed = async (
  { config }: Context,
  network: string,
  { code, name, particulars, issued_at, withdrawn_at }: StatementSeen,
): Promise<Answer> => {
  const address = `${config.baseUrl}/statements/${code}`
  const issued = formatDate(localDate(issued_at))
  const body = await typeset({
    template: 'features/completion/statement.typ',
    data: {
      network,
      name,
      code,
      address,
      addressWords: address.replace(/^https?:\/\//, ''),
      qr: qrCode(address),
      issued,
      hub: particulars.hub,
      organisation: particulars.organisation,
      project: particulars.project,
      yearWords: yearInWords(academicYear(particulars.year)),
      withdrawn: withdrawn_at
        ? `Withdrawn on ${formatDate(localDate(withdrawn_at))}: this states nothing any longer.`
        : null,
      counted: particulars.inPerson === true ? countedOnStatement : null,
      facts: [
        { label: 'Group', value: particulars.group },
        { label: 'Hub', value: particulars.hub },
        ...(particulars.projectCode ? [{ label: 'Project code', value: particulars.projectCode }] : []),
        { label: 'Sessions attended', value: `${particulars.sessionsAttended} of ${particulars.sessionsHeld}` },
        { label: 'Hours', value: String(particulars.hours) },
        ...(particulars.tasksSet
          ? [{ label: 'Reflections returned', value: `${particulars.tasksReturned ?? 0} of ${particulars.tasksSet}` }]
          : []),
        { label: 'Issued', value: issued },
      ],
    },
  })
  return file({ body, type: 'application/pdf', name: `${code}.pdf` })
}
