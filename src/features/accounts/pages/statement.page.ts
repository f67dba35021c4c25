import { found } from '../../../platform/errors.ts'
import { file, type Page, page } from '../../../platform/http/routes.ts'
import { typeset } from '../../../platform/pdf.ts'
import { grantsOfOrganisations } from '../../grants/index.ts'
import { isAtHub, organisationIdsOf } from '../../people/index.ts'
import { accountsOfOrganisations, statementInSight } from '../queries.ts'
import { statementNumber } from '../statement-of-account.ts'
import { statementPrinted } from '../statement-print.ts'
import { ownAccountsView } from './own-accounts.view.ts'
import { statementView } from './statement.view.ts'

/** A statement of account as a page, and printed where the address ends in .pdf. */
export const showStatement: Page = async ({ context, params, frame }) => {
  const [, id = '', pdf] = /^(.*?)(\.pdf)?$/i.exec(params['account'] ?? '') ?? []
  const statement = found(await statementInSight(context, id))
  if (!pdf) return page(statementView(frame, { statement, isStaff: isAtHub(context.actor, statement.hubId) }))
  const body = await typeset({
    template: 'features/accounts/statement-of-account.typ',
    data: statementPrinted(statement),
  })
  const name = `statement-${statement.hubSlug}-${statementNumber(statement.year, statement.number).replace('/', '-')}.pdf`
  return file({ body, type: 'application/pdf', name })
}

/** The accounts of the organisations that the reader leads, with each hub. */
export const showOwnAccounts: Page = async ({ context, frame }) => {
  const organisationIds = organisationIdsOf(context.actor)
  const [accounts, grants] = await Promise.all([
    accountsOfOrganisations(context.db, organisationIds),
    grantsOfOrganisations(context.db, organisationIds),
  ])
  return page(ownAccountsView(frame, { accounts, grants }))
}
