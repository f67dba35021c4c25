import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { deeds } from './deeds-access.ts'
import { everyPart } from './parts-access.ts'
import { policySentences } from './policies.generated.ts'

/** What each part is for, and what it must never be told that it may do: some of each, by the name of the policy. */
const parts: Readonly<Record<string, { readonly may: readonly string[]; readonly not: readonly string[] }>> = {
  Visitor: {
    may: ['interest.maySpeakForSender', 'interest.mayAnswerAsHeadteacher', 'invitations.mayAnswerInvitation'],
    not: ['people.mayChangeDetails', 'offers.mayEditOffer'],
  },
  'Participant, and everybody who is signed in': {
    may: ['people.mayChangeDetails', 'access.mayEndActing', 'personal-fields.isAboutOneself'],
    not: ['people.mayVouchFor', 'registers.mayTakeRegister'],
  },
  'School lead': {
    may: ['interest.maySpeakForSender', 'places.mayAnswerForPlace', 'people.mayVouchFor'],
    not: ['interest.mayDecideOnInterest', 'registers.mayTakeRegister', 'groups.mayPlanGroup'],
  },
  'Group lead': {
    may: ['groups.mayPlanGroup', 'registers.mayTakeRegister', 'places.mayCompletePlace'],
    not: ['groups.mayRunGroup', 'charges.mayMoveCharge', 'people.mayGrantRole'],
  },
  'Hub administrator': {
    may: ['offers.mayPublishOffer', 'interest.mayDecideOnInterest', 'charges.mayMoveCharge', 'links.mayStopLinks'],
    not: [
      'offers.mayChoosePolicy',
      'access.mayActFor',
      'access.maySeeWhoSees',
      'projects.mayPublishProject',
      'targets.mayStateTargets',
    ],
  },
  'Hub lead': {
    may: [
      'offers.mayChoosePolicy',
      'projects.mayPublishProject',
      'access.mayActFor',
      'access.maySeeWhoSees',
      'people.mayGrantRole',
    ],
    not: ['hubs.mayChangeHubs', 'retention.mayDecideErasure', 'reporting.mayPublishFigure', 'years.mayLayOutYears'],
  },
  'National team': {
    may: ['projects.mayPublishProject', 'hubs.mayChangeHubs', 'access.mayActFor', 'people.mayGrantRole'],
    not: ['offers.mayEditOffer', 'interest.mayDecideOnInterest', 'registers.mayTakeRegister', 'charges.mayMoveCharge'],
  },
  Analyst: { may: [], not: ['projects.mayPublishProject', 'reporting.mayPublishFigure', 'access.mayActFor'] },
}

describe('what each part does, in the sentences of the policies', () => {
  test('every policy decides on a deed that is told of somebody', () => {
    const told = new Set<string>(deeds.map(({ policy }) => policy))
    const policies = Object.keys(policySentences).filter((name) => /\.may[A-Z]/.test(name))
    assert.ok(policies.length > 40)
    assert.deepEqual(
      policies.filter((name) => !told.has(name)),
      [],
    )
  })

  test('every deed is done by some part', () => {
    const done = new Set(everyPart.flatMap(({ acts }) => acts))
    assert.deepEqual(
      deeds.filter(({ policy }) => !done.has(policySentences[policy])).map(({ policy }) => policy),
      [],
    )
  })

  for (const { name, acts } of everyPart)
    test(`${name}: told what it may do, and nothing that it may not`, () => {
      const { may, not } = parts[name] ?? { may: [], not: [] }
      const sentences: Readonly<Record<string, string>> = policySentences
      assert.ok(parts[name], `No expectation of ${name}`)
      for (const policy of may) assert.ok(acts.includes(sentences[policy] ?? ''), `${policy} is missing`)
      for (const policy of not) assert.ok(!acts.includes(sentences[policy] ?? ''), `${policy} is not theirs`)
    })

  test('an analyst reads and changes nothing', () => {
    assert.deepEqual(everyPart.find(({ name }) => name === 'Analyst')?.acts, [])
  })
})
