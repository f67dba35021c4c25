import type { Letter } from '../../../platform/mail/index.ts'
import { type RoleName, roleLabels } from '../../../vocabulary/actor.ts'
import { daysToAnswer, partInWords } from '../invitation.ts'

export type Invited = {
  readonly name: string
  readonly by: string | null
  readonly role: RoleName | null
  readonly at: string | null
}

/** Asks somebody to take a part. */
export const invitationLetter = (invited: Invited & { readonly url: string }): Letter => ({
  subject: `${invited.at ?? 'Tessellate'}: you are invited as ${invited.role === null ? 'a colleague' : roleLabels[invited.role].toLowerCase()}`,
  greeting: `Hello ${invited.name},`,
  paragraphs: [
    `${invited.by ?? 'The network'} invites you to be ${partInWords(invited.role, invited.at)} in Tessellate.`,
    'Accepting confirms that this address is yours. It does not sign you in: do that afterwards, whenever you like.',
  ],
  action: { label: 'Answer the invitation', url: invited.url },
  after: [`The invitation is valid for ${daysToAnswer} days and for this address alone, even if you pass it on.`],
  why: `${invited.by ?? 'somebody of the network'} gave this address.`,
})

/** Tells whoever invited somebody what came of it. */
export const answeredLetter = (
  invited: Invited & { readonly greeting: string; readonly accepted: boolean },
): Letter => ({
  subject: `${invited.name} has ${invited.accepted ? 'accepted' : 'declined'} your invitation`,
  greeting: `Hello ${invited.greeting},`,
  paragraphs: [
    invited.accepted
      ? `${invited.name} is now ${partInWords(invited.role, invited.at)}.`
      : `${invited.name} does not want to be ${partInWords(invited.role, invited.at)}. Nothing has changed.`,
  ],
  why: 'you sent the invitation.',
})
