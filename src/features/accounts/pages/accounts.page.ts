import { Conflict, found } from '../../../platform/errors.ts'
import { typedList } from '../../../platform/forms.ts'
import { file, invalid, overtaken, type Page, type PageRequest, page, redirect } from '../../../platform/http/routes.ts'
import { writeCsv } from '../../../platform/spreadsheets/index.ts'
import { academicYear } from '../../../vocabulary/academic-year.ts'
import { isId } from '../../../vocabulary/ids.ts'
import { hubBySlug } from '../../organisations/index.ts'
import { issueStatements } from '../actions/issue-statements.ts'
import { accountsOfHub, linesOfAccount, linesOfHub, readersOfAccount, statementsOfAccount } from '../queries.ts'
import { statementNumber } from '../statement-of-account.ts'
import { accountsView, accountView } from './accounts.view.ts'
import { issueView } from './issue.view.ts'

const hubOf = async ({ context, params }: PageRequest) => found(await hubBySlug(context.db, params['hub'] ?? ''))

export const showAccounts: Page = async (request) => {
  const hub = await hubOf(request)
  const accounts = await accountsOfHub(request.context.db, hub.id)
  const issued = Number(request.query.get('issued') ?? '')
  const notice =
    issued > 0 ? `${issued === 1 ? '1 statement is' : `${issued} statements are`} issued and told by mail.` : null
  return page(accountsView({ ...request.frame, notice: notice ?? request.frame.notice }, { hub, accounts, errors: [] }))
}

/** One account: everything that was entered, and its statements. */
export const showAccount: Page = async (request) => {
  const { context, params } = request
  const hub = await hubOf(request)
  const id = params['payer'] ?? ''
  const account = found(
    isId(id) ? (await accountsOfHub(context.db, hub.id)).find(({ organisationId }) => organisationId === id) : null,
  )
  const [lines, statements] = await Promise.all([
    linesOfAccount(context.db, hub.id, id),
    statementsOfAccount(context.db, hub.id, id),
  ])
  return page(accountView(request.frame, { hub, account, lines, statements }))
}

const chosenOf = ({ body }: PageRequest) =>
  typedList(body, 'payer').flatMap((text) => {
    const [, organisationId, closing] = /^([0-9a-f-]{36})(?: (-?\d{1,9}))?$/.exec(text) ?? []
    return organisationId ? [{ organisationId, closing: Number(closing ?? 0) }] : []
  })

const previewed = async (request: PageRequest, ids: readonly string[]) => {
  const { context } = request
  const hub = await hubOf(request)
  const accounts = await accountsOfHub(context.db, hub.id)
  const chosen = accounts.filter(({ organisationId, unstated }) => unstated > 0 && ids.includes(organisationId))
  const readers = await Promise.all(
    chosen.map(({ organisationId }) =>
      readersOfAccount(context.db, { hubId: hub.id, organisationId, today: context.today }),
    ),
  )
  return { hub, accounts, chosen: chosen.map((account, at) => ({ ...account, readers: readers[at] ?? [] })) }
}

/** Whose statements would be issued, what each comes to and who is told: before anything is done. */
export const askToIssue: Page = async (request) => {
  const { hub, accounts, chosen } = await previewed(
    request,
    chosenOf(request).map(({ organisationId }) => organisationId),
  )
  if (chosen.length > 0) return page(issueView(request.frame, { hub, chosen, errors: [] }))
  const errors = [{ field: 'payer', message: 'Choose accounts with something that stands on no statement yet' }]
  return invalid(accountsView(request.frame, { hub, accounts, errors }))
}

export const issue: Page = async (request) => {
  const hub = await hubOf(request)
  const chosen = chosenOf(request)
  try {
    const issued = await issueStatements(request.context, { hubId: hub.id, chosen })
    return redirect(`/hub/${hub.slug}/accounts?issued=${issued.length}`)
  } catch (problem) {
    if (!(problem instanceof Conflict)) throw problem
    const now = await previewed(
      request,
      chosen.map(({ organisationId }) => organisationId),
    )
    const errors = [{ field: 'payer', message: problem.message }]
    return overtaken(
      now.chosen.length > 0
        ? issueView(request.frame, { hub, chosen: now.chosen, errors })
        : accountsView(request.frame, { hub, accounts: now.accounts, errors }),
    )
  }
}

const pounds = (pence: number): string => (pence / 100).toFixed(2)

/** Every entry of a hub's ledger as a file, for its books. */
export const downloadLedger: Page = async (request) => {
  const hub = await hubOf(request)
  const lines = await linesOfHub(request.context.db, hub.id)
  const head = ['Date', 'School or provider', 'URN', 'For', 'Group', 'What', 'Amount', 'Statement', 'Charge or grant']
  const rows = lines.map((line) => [
    line.onDate.toString(),
    line.organisation,
    line.urn === null ? '' : String(line.urn),
    line.participant,
    line.group,
    line.what,
    pounds(line.pence),
    line.statementYear === null || line.statementNumber === null
      ? ''
      : statementNumber(academicYear(line.statementYear), line.statementNumber),
    line.about,
  ])
  return file({ body: writeCsv([head, ...rows]), type: 'text/csv; charset=utf-8', name: `ledger-${hub.slug}.csv` })
}
