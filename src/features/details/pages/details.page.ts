import { found } from '../../../platform/errors.ts'
import { type Page, page } from '../../../platform/http/routes.ts'
import { failingAddresses, faultInWords } from '../../../platform/mail/index.ts'
import { type RoleName, roleLabels } from '../../../vocabulary/actor.ts'
import { localDate } from '../../../vocabulary/local-time.ts'
import { type PostKind, postLabels } from '../../../vocabulary/posts.ts'
import { wordedAs } from '../../../vocabulary/worded.ts'
import {
  addressesOf,
  confirmableUntil,
  formerNames,
  openAddressChange,
  participationsOf,
  personById,
  personIdOf,
  postsOf,
  referenceNumberOf,
  rolesOf,
} from '../../people/index.ts'
import { type Details, detailsView } from './details.view.ts'

const sayings: Readonly<Record<string, string>> = {
  person: 'You',
  sender: 'Whoever asked to join',
  hub: 'Your hub',
  school: 'Your school',
}

const changed: Readonly<Record<string, string>> = {
  saved: 'Your details have been saved.',
  'tried-again': 'What was held back is on its way to you.',
  asked: 'Check the mail at the new address: nothing changes before you confirm it from there.',
  left: 'Your details have been saved. Everybody concerned has been told.',
}

type Address = Awaited<ReturnType<typeof addressesOf>>[number]

const noteOn = ({ isPrimary, confirmedAt, to }: Address): string | null => {
  if (to) return 'no longer used'
  if (!isPrimary) return 'still signs you in for a few days'
  return confirmedAt ? null : 'not confirmed yet'
}

const posts = (known: Awaited<ReturnType<typeof postsOf>>): Details['posts'] =>
  known.map((row) => ({
    post: postLabels[row.post as PostKind] ?? row.post,
    organisation: row.organisation,
    from: row.from,
    to: row.to,
    saidBy: sayings[row.statedBy] ?? row.statedBy,
  }))

const roles = (known: Awaited<ReturnType<typeof rolesOf>>): Details['roles'] =>
  known.map((row) => ({
    part: roleLabels[row.role as RoleName],
    at: row.at,
    from: row.from,
    to: row.endedAt ? localDate(row.endedAt) : row.to,
    by: row.grantedBy,
  }))

export const showDetails: Page = async ({ context, frame, query }) => {
  const { db } = context
  const personId = found(personIdOf(context.actor))
  const [person, names, addresses, asked] = await Promise.all([
    personById(db, personId),
    formerNames(db, personId),
    addressesOf(db, personId),
    openAddressChange(db, personId),
  ])
  const [postsHeld, rolesHeld, taking, referenceNumber] = await Promise.all([
    postsOf(db, personId),
    rolesOf(db, personId),
    participationsOf(db, personId),
    referenceNumberOf(db, personId),
  ])
  const { name, telephone } = found(person)
  const written = addresses.find(({ isPrimary, to }) => isPrimary && to === null)
  const [failing = null] = written ? await failingAddresses(db, [written.address]) : []
  return page(
    detailsView(
      { ...frame, notice: wordedAs(changed, query.get('said')) },
      {
        name,
        telephone,
        referenceNumber,
        formerNames: names,
        addresses: addresses.map((row) => ({ address: row.address, note: noteOn(row) })),
        failing: failing && { ...failing, what: faultInWords(failing.status) },
        asked: asked && { address: asked.address, until: confirmableUntil(asked.askedAt) },
        posts: posts(postsHeld),
        roles: roles(rolesHeld),
        needs: taking.filter(({ to, status }) => to === null && (status === 'held' || status === 'offered')),
      },
    ),
  )
}
