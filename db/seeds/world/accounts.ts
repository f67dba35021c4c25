import { issueStatements } from '../../../src/features/accounts/actions/issue-statements.ts'
import { accountsOfHub } from '../../../src/features/accounts/queries.ts'
import { decideCharges } from '../../../src/features/charges/actions/decide-charges.ts'
import { moveCharge } from '../../../src/features/charges/actions/move-charge.ts'
import { notePayment } from '../../../src/features/charges/actions/note-payment.ts'
import { found } from '../../../src/platform/errors.ts'
import type { Scene, When } from './scene.ts'

const hub = 'london-central-and-west'
const administrator = 'rohan.petrescu@lcw-hub.example'
const hubLead = 'adaeze.lindqvist@lcw-hub.example'

const chargeOf = async (scene: Scene, sessionId: string, email: string): Promise<string> =>
  found(
    await scene.tx
      .selectFrom('charges as c')
      .innerJoin('participants as a', 'a.id', 'c.participant_id')
      .innerJoin('email_addresses as e', 'e.person_id', 'a.person_id')
      .select('c.id')
      .where('c.session_id', '=', sessionId)
      .where('e.address', '=', email)
      .executeTakeFirst(),
  ).id

type Charged = { readonly sessionId: string; readonly part: string; readonly whole: string; readonly excused: string }

/** What becomes of charges that were confirmed: two decided together, statements issued, one paid in part, one in whole, one credited. */
export const playAccounts = async (scene: Scene, { sessionId, part, whole, excused }: Charged): Promise<void> => {
  const hubId = scene.ids.hub(hub)
  const [paid, credited, begun] = [
    await chargeOf(scene, sessionId, whole),
    await chargeOf(scene, sessionId, excused),
    await chargeOf(scene, sessionId, part),
  ]
  await decideCharges(await scene.as(administrator, '2021-10-01T11:30'), {
    hubId,
    chargeIds: [paid, credited],
    decision: 'confirmed',
    reason: null,
  })
  await issueAll(scene, '2021-10-05T09:20')
  const payment = { kind: 'payment', seen: 1 } as const
  await notePayment(await scene.as(administrator, '2021-10-08T10:05'), {
    ...payment,
    chargeId: begun,
    pence: 4000,
    onDate: Temporal.PlainDate.from('2021-10-07'),
    note: 'The rest is to follow after half-term',
  })
  await notePayment(await scene.as(administrator, '2021-10-12T09:40'), {
    ...payment,
    chargeId: paid,
    pence: 7500,
    onDate: Temporal.PlainDate.from('2021-10-11'),
    note: null,
  })
  await moveCharge(await scene.as(hubLead, '2021-10-13T16:10'), {
    chargeId: credited,
    to: 'credited',
    reason: 'The school has shown that it had written to us a week before; the mail lay unread.',
  })
}

const issueAll = async (scene: Scene, when: When): Promise<void> => {
  const hubId = scene.ids.hub(hub)
  const chosen = (await accountsOfHub(scene.tx, hubId)).map(({ organisationId, owed }) => ({
    organisationId,
    closing: owed,
  }))
  await issueStatements(await scene.as(administrator, when), { hubId, chosen })
}
