import { sql } from 'kysely'
import { json, type Transaction } from '../../platform/database/index.ts'
import { hashOf } from '../../platform/secrets.ts'
import { newId } from '../../vocabulary/ids.ts'
import { writeSaid, writeTold } from './entering-store.ts'
import type { Asked, Interest } from './expression-of-interest.ts'
import { type InterestStatus, requireBecomes } from './life.ts'
import { interestById, liveInterest } from './queries.ts'

/** Marks a form as it was filled in: its button pressed twice sends the same, corrected and sent again it is another. */
export const markForm = (asked: Asked): Asked => ({
  ...asked,
  formKey: `${asked.formKey}:${hashOf(JSON.stringify(asked)).toString('base64url')}`,
})

/** Keeps a request as a draft; null when this very form was sent before. */
export const insertDraft = async (
  tx: Transaction,
  asked: Asked & { readonly projectId: string },
  made: { now: Temporal.Instant; enteredBy: string | null },
): Promise<string | null> => {
  const draft = {
    id: newId(),
    offer_id: asked.offerId,
    project_id: asked.projectId,
    organisation_id: asked.organisationId,
    status: 'draft',
    sender_name: asked.sender.name,
    sender_email: asked.sender.email,
    sender_telephone: asked.sender.telephone,
    sender_post: asked.sender.post,
    theme_id: asked.themeId,
    fewer_is_fine: asked.fewerIsFine,
    travel_limit_miles: asked.travelLimitMiles,
    access_needs: asked.accessNeeds,
    comments: asked.comments,
    commitments: json([...asked.commitments]),
    unnamed_people: asked.unnamed ?? 0,
    policy_id: asked.policyId,
    headteacher_name: asked.headteacher?.name ?? null,
    headteacher_email: asked.headteacher?.email ?? null,
    entered_by_person_id: made.enteredBy,
    created_at: made.now,
    form_key: asked.formKey,
  }
  const inserted = await tx
    .with('draft', (db) =>
      db
        .insertInto('expressions_of_interest')
        .values(draft)
        .onConflict((conflict) => conflict.column('form_key').doNothing())
        .returning('id'),
    )
    .with('people', (db) =>
      db
        .insertInto('interest_people')
        .columns(['interest_id', 'id', 'position', 'name', 'email', 'post', 'post_held', 'part'])
        .expression(
          db
            .selectFrom(['draft', peopleAsked(asked)])
            .select('draft.id as interest_id')
            .selectAll('p'),
        ),
    )
    .selectFrom('draft')
    .select('id')
    .executeTakeFirst()
  if (!inserted) return null
  await writeSaid(tx, inserted.id, asked)
  await writeTold(tx, inserted.id, asked, made.now)
  return inserted.id
}

// As rows that the draft's own statement can take along.
const peopleAsked = ({ people }: Asked) =>
  sql<PersonAsked>`jsonb_to_recordset(${json(
    people.map(({ name, email, post, held, part }, at) => ({
      id: newId(),
      position: at + 1,
      name,
      email,
      post,
      post_held: held,
      part,
    })),
  )})`.as<'p'>(sql`p (id uuid, position integer, name text, email text, post text, post_held boolean, part text)`)

type PersonAsked = {
  readonly id: string
  readonly position: number
  readonly name: string
  readonly email: string
  readonly post: string
  readonly post_held: boolean | null
  readonly part: string
}

/** The offer's terms as they stand, held against a change while somebody asks: a closing waits for us, or we see it. */
export const shareOffer = (tx: Transaction, offerId: string) =>
  tx.selectFrom('offers').select('id').where('id', '=', offerId).forShare().executeTakeFirst()

/** One at a time for the same organisation and offer, so that of two who ask at once the second sees the first. */
export const lockAsking = (tx: Transaction, unit: { offerId: string; organisationId: string }) =>
  tx
    .selectNoFrom(
      sql`pg_advisory_xact_lock(hashtextextended(${`interest:${unit.offerId}:${unit.organisationId}`}, 11))`.as(
        'locked',
      ),
    )
    .execute()

/** Locks a request and reads it as it is now. */
export const lockInterest = async (tx: Transaction, id: string): Promise<Interest | null> => {
  const row = await tx
    .selectFrom('expressions_of_interest')
    .select('id')
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  return row ? interestById(tx, id) : null
}

type Locked = Pick<Interest, 'id' | 'status'>

export type InterestMove = {
  readonly to: InterestStatus
  readonly reason?: string | null
  readonly placeId?: string
  readonly waitingSince?: Temporal.Instant
  /** It waits again because its group was called off. */
  readonly lostPlaceAt?: Temporal.Instant
  readonly remindAt?: Temporal.Instant | null
  readonly headteacherConfirmedAt?: Temporal.Instant
  readonly passedOnToId?: string
}

/** Moves a locked request on in its life; what that life does not allow is refused, and nothing else writes its state. */
export const moveInterest = (tx: Transaction, interest: Locked, move: InterestMove) => {
  requireBecomes(interest.status, move.to)
  return tx
    .updateTable('expressions_of_interest')
    .set({
      status: move.to,
      // Whoever is moved up is so for one wait: what becomes of it next ends that.
      moved_up_at: null,
      moved_up_reason: null,
      lost_place_at: move.lostPlaceAt ?? null,
      remind_at: move.remindAt ?? null,
      ...(move.reason === undefined ? {} : { status_reason: move.reason }),
      ...(move.placeId === undefined ? {} : { place_id: move.placeId }),
      ...(move.passedOnToId === undefined ? {} : { passed_on_to_id: move.passedOnToId }),
      ...(move.waitingSince === undefined ? {} : { waiting_since: move.waitingSince }),
      ...(move.headteacherConfirmedAt === undefined ? {} : { headteacher_confirmed_at: move.headteacherConfirmedAt }),
    })
    .where('id', '=', interest.id)
    .execute()
}

/** From now on the request counts; its verdicts have been reached and kept. */
export const setReceived = (
  tx: Transaction,
  draft: Locked,
  received: {
    status: 'received' | 'confirmed'
    senderId: string
    personId: string | null
    now: Temporal.Instant
    addressConfirmed: boolean
  },
) => {
  requireBecomes(draft.status, received.status)
  return tx
    .updateTable('expressions_of_interest')
    .set({
      status: received.status,
      sender_person_id: received.senderId,
      person_id: received.personId,
      received_at: received.now,
      verdicts_reached_at: received.now,
      confirmed_email_at: received.addressConfirmed ? received.now : null,
    })
    .where('id', '=', draft.id)
    .execute()
}

export const setPersonKnown = (tx: Transaction, interestId: string, position: number, personId: string) =>
  tx
    .updateTable('interest_people')
    .set({ person_id: personId })
    .where('interest_id', '=', interestId)
    .where('position', '=', position)
    .execute()

/** Drafts whose sender never confirmed; those another worker has in hand are left to it. */
export const lockForgottenDrafts = (tx: Transaction, before: Temporal.Instant) =>
  tx
    .selectFrom('expressions_of_interest')
    .select('id')
    .where('status', '=', 'draft')
    .where('created_at', '<', before)
    .orderBy('created_at')
    .limit(200)
    .forUpdate()
    .skipLocked()
    .execute()

/** Whether another request of the same organisation or person is live in the offer, with everybody who asks made to wait. */
export const lockLive = async (tx: Transaction, interest: Interest): Promise<boolean> => {
  const { offerId, organisation, personId } = interest
  await lockAsking(tx, { offerId, organisationId: personId ?? organisation.id })
  return (await liveInterest(tx, { offerId, organisationId: organisation.id, personId })) !== null
}
