import { type Context, transaction } from '../../../platform/context.ts'
import type { Transaction } from '../../../platform/database/index.ts'
import { found, NotFound, Refused } from '../../../platform/errors.ts'
import { record } from '../../../platform/history.ts'
import { hubsOfOrganisation, takeForLead } from '../../people/index.ts'
import { peopleAtDomain } from '../domain-queries.ts'
import { lockDomains, setDomains } from '../domain-store.ts'
import { isEverybodys } from '../email-domain.ts'
import { mayKeepEmailDomains } from '../policy.ts'

type Input = { readonly organisationId: string; readonly hubId: string; readonly domain: string }

// What another hub deals with is not there for this one (domain rule 9).
const locked = async (tx: Transaction, context: Context, { organisationId, hubId }: Input) => {
  const hubIds = await hubsOfOrganisation(tx, organisationId)
  if (!hubIds.includes(hubId) || !mayKeepEmailDomains(context.actor, hubIds))
    throw new NotFound('Not an organisation the hub deals with')
  return found(await lockDomains(tx, organisationId))
}

const note = (tx: Transaction, context: Context, name: string, { organisationId, hubId, domain }: Input) =>
  record(tx, context, {
    name,
    subject: { type: 'organisation', id: organisationId },
    also: [{ type: 'hub', id: hubId }],
    particulars: { domain },
  })

/**
 * A hub says that addresses at a domain are a school's own. Whoever works there and has confirmed such an address is taken for
 * its lead if it has none, the first who confirmed before the others.
 */
export const addEmailDomain = (context: Context, input: Input): Promise<void> =>
  transaction(context, async (tx, context) => {
    const { domains } = await locked(tx, context, input)
    if (isEverybodys(input.domain))
      throw new Refused(
        `Anybody can have an address at ${input.domain}: it does not show that somebody is of the school.`,
      )
    if (domains.some((each) => each.toLowerCase() === input.domain)) return
    await setDomains(tx, input.organisationId, [...domains, input.domain])
    await note(tx, context, 'organisation.domain-added', input)
    for (const { personId } of await peopleAtDomain(tx, input.organisationId, input.domain))
      await takeForLead(tx, context, { personId, organisationId: input.organisationId })
  })

/** A domain was not the school's after all: nobody is taken for its lead by it any more; who leads it stays until somebody ends that. */
export const removeEmailDomain = (context: Context, input: Input): Promise<void> =>
  transaction(context, async (tx, context) => {
    const { domains } = await locked(tx, context, input)
    const left = domains.filter((each) => each.toLowerCase() !== input.domain)
    if (left.length === domains.length) return
    await setDomains(tx, input.organisationId, left)
    await note(tx, context, 'organisation.domain-removed', input)
  })
