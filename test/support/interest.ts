// Requests for tests: sent and confirmed as a school would.

import {
  confirmInterest,
  type Interest,
  interestById,
  noPreferences,
  sendInterest,
} from '../../src/features/interest/index.ts'
import { found } from '../../src/platform/errors.ts'
import type { Actor } from '../../src/vocabulary/actor.ts'
import { newId } from '../../src/vocabulary/ids.ts'
import type { TestInstallation } from './installation.ts'
import { makeSchool } from './records.ts'

type Asked = Parameters<typeof sendInterest>[1]
let serial = 0

/** What a school sends, with what does not matter filled in; it names as many people as said. */
export const asked = (values: Partial<Asked> & Pick<Asked, 'offerId' | 'organisationId'>, people = 1): Asked => {
  serial += 1
  const n = serial
  const sender = {
    name: `Sam Sender ${n}`,
    email: `sender-${n}@school.example`,
    telephone: null,
    post: 'head_of_department' as const,
  }
  const named = Array.from({ length: people }, (_, at) => ({
    name: at === 0 ? sender.name : `Pat Person ${n}-${at}`,
    email: at === 0 ? sender.email : `person-${n}-${at}@school.example`,
    post: 'head_of_department' as const,
    held: true,
    part: at === 0 ? ('lead' as const) : ('other' as const),
  }))
  return {
    sender,
    people: named,
    themeId: null,
    preferences: noPreferences,
    answers: [],
    fewerIsFine: false,
    travelLimitMiles: null,
    accessNeeds: null,
    comments: null,
    commitments: [],
    policyId: null,
    headteacher: null,
    formKey: newId(),
    ...values,
  }
}

export const byLinkOf = (purpose: string, subjectId: string): Actor => ({ kind: 'link', purpose, subjectId })

/** A request that counts: sent, and confirmed by its link. */
export const receivedInterest = async (
  test: TestInstallation,
  values: Partial<Asked> & Pick<Asked, 'offerId'>,
  people = 1,
): Promise<Interest> => {
  const organisationId = values.organisationId ?? (await makeSchool(test.installation.connections.kysely))
  const sent = await sendInterest(test.visitor(), asked({ ...values, organisationId }, people))
  if (sent.kind !== 'sent') throw new Error('This school has asked already')
  await confirmInterest(test.as(byLinkOf('confirm-interest', sent.id)), sent.id)
  return found(await interestById(test.installation.connections.kysely, sent.id))
}
