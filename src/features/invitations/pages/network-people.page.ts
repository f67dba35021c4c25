import { type Page, page } from '../../../platform/http/routes.ts'
import { wordedAs } from '../../../vocabulary/worded.ts'
import { networkPeople, openInvitationsOfNetwork } from '../queries.ts'
import { saidOn } from './invitation.page.ts'
import { networkPeopleView } from './network-people.view.ts'

export const showNetworkPeople: Page = async ({ context, frame, query }) => {
  const [people, invitations] = await Promise.all([
    networkPeople(context.db, context.today),
    openInvitationsOfNetwork(context.db),
  ])
  return page(networkPeopleView({ ...frame, notice: wordedAs(saidOn, query.get('said')) }, { ...people, invitations }))
}
