import { found } from '../../../platform/errors.ts'
import { type Page, type PageRequest, page } from '../../../platform/http/routes.ts'
import { pageFrom } from '../../../ui/components/pager.ts'
import { wordedAs } from '../../../vocabulary/worded.ts'
import { type Hub, hubBySlug } from '../../organisations/index.ts'
import { isHubLead } from '../../people/index.ts'
import { movesAwaiting } from '../hub-moves-queries.ts'
import { changesOfHub, type HubPart, hubParts, peopleOfHub, schoolsWithoutLead } from '../hub-people-queries.ts'
import { openInvitationsOfHub } from '../queries.ts'
import { hubPeopleView } from './hub-people.view.ts'
import { saidOn } from './invitation.page.ts'

export const hubOf = async ({ context, params }: PageRequest): Promise<Hub> =>
  found(await hubBySlug(context.db, params['hub'] ?? ''))

const pageSize = 50
const daysOfNews = 14

/** What has changed about somebody, for the hub’s list of the day. */
const changeWords: Readonly<Record<string, string>> = {
  'person.renamed': 'Has another name',
  'telephone.changed': 'Has changed the telephone number',
  'address-change.confirmed': 'Is written to at a new address',
  'address-change.stopped': 'Had a change of address stopped',
  'person.moved': 'Has moved to another school',
  'coming-move.announced': 'Will leave their school on a day to come',
  'coming-move.taken-back': 'Does not leave their school after all',
  'person.left': 'Has left a school',
  'needs.changed': 'Has changed the access or dietary needs',
}

const isPart = (text: string): text is HubPart => hubParts.some((part) => part === text)

export const showHubPeople: Page = async (request) => {
  const { context, frame, query } = request
  const { db, today, now } = context
  const hub = await hubOf(request)
  const chosen = { q: (query.get('q') ?? '').trim().slice(0, 100), part: query.get('part') ?? '' }
  const at = pageFrom(query)
  const window = { today, offset: (at - 1) * pageSize, limit: pageSize }
  const since = now.subtract({ hours: daysOfNews * 24 })
  const [people, invitations, changes, withoutLead, movesToDecide] = await Promise.all([
    peopleOfHub(db, hub.id, { words: chosen.q, part: isPart(chosen.part) ? chosen.part : null, ...window }),
    openInvitationsOfHub(db, hub.id),
    changesOfHub(db, hub.id, { today, since, limit: 20 }),
    schoolsWithoutLead(db, hub.id, today),
    movesAwaiting(db, hub.id),
  ])
  return page(
    hubPeopleView(
      { ...frame, notice: wordedAs(saidOn, query.get('said')) },
      {
        hub,
        ...people,
        page: at,
        pageSize,
        chosen,
        invitations,
        withoutLead,
        movesToDecide,
        isLead: isHubLead(context.actor, hub.id),
        changes: changes.map(({ name, ...change }) => ({ ...change, what: changeWords[name] ?? name })),
      },
    ),
  )
}
