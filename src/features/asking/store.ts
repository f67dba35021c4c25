import { json, type Transaction } from '../../platform/database/index.ts'
import type { Typed } from '../../vocabulary/form.ts'
import { newId } from '../../vocabulary/ids.ts'
import type { Json } from '../../vocabulary/json.ts'
import { formById } from './form-queries.ts'
import type { InterestForm } from './interest-form.ts'

type NewForm = Pick<InterestForm, 'offerId' | 'organisationId' | 'changes' | 'onBehalf' | 'begunByPersonId' | 'typed'>

const emailIn = (typed: Typed): string | null => {
  const email = typed['email']
  return typeof email === 'string' && email.trim() !== '' ? email.trim().slice(0, 254) : null
}

export const insertForm = async (tx: Transaction, form: NewForm, now: Temporal.Instant): Promise<string> => {
  const id = newId()
  await tx
    .insertInto('interest_forms')
    .values({
      ...{ id, offer_id: form.offerId, organisation_id: form.organisationId, on_behalf: form.onBehalf },
      changes_interest_id: form.changes,
      begun_by_person_id: form.begunByPersonId,
      sender_email: emailIn(form.typed),
      typed: json(form.typed as unknown as Json),
      ...{ begun_at: now, changed_at: now },
    })
    .execute()
  return id
}

/** Locks a form and reads it as it is now. */
export const lockForm = async (tx: Transaction, id: string): Promise<InterestForm | null> => {
  const row = await tx.selectFrom('interest_forms').select('id').where('id', '=', id).forUpdate().executeTakeFirst()
  return row ? formById(tx, id) : null
}

/** Keeps what was typed into a form. */
export const writeForm = (
  tx: Transaction,
  id: string,
  { typed, saved, now }: Pick<InterestForm, 'typed' | 'saved'> & { readonly now: Temporal.Instant },
) =>
  tx
    .updateTable('interest_forms')
    .set({
      typed: json(typed as unknown as Json),
      saved: json(saved as unknown as Json),
      sender_email: emailIn(typed),
      changed_at: now,
    })
    .where('id', '=', id)
    .execute()

/** The form has made its request, or changed it: what was typed is in the request now. */
export const setFormSent = async (
  tx: Transaction,
  { id, interestId, files, now }: { id: string; interestId: string; files: readonly string[]; now: Temporal.Instant },
): Promise<void> => {
  await tx
    .updateTable('interest_forms')
    .set({ sent_at: now, changed_at: now, interest_id: interestId })
    .where('id', '=', id)
    .execute()
  if (files.length === 0) return
  await tx.updateTable('interest_files').set({ interest_id: interestId }).where('id', 'in', files).execute()
}

export const insertFormLink = async (
  tx: Transaction,
  link: { formId: string; part: 'sender' | 'colleague'; name: string | null; email: string | null },
  now: Temporal.Instant,
): Promise<string> => {
  const id = newId()
  const { formId, part, name, email } = link
  await tx.insertInto('interest_form_links').values({ id, form_id: formId, part, name, email, made_at: now }).execute()
  return id
}

/** Stops the sender's own link to a form: it opens nothing from now on. */
export const stopOwnLink = (tx: Transaction, { formId, now }: { formId: string; now: Temporal.Instant }) =>
  tx
    .updateTable('interest_form_links')
    .set({ stopped_at: now })
    .where('form_id', '=', formId)
    .where('part', '=', 'sender')
    .where('stopped_at', 'is', null)
    .execute()

/** Stops the link of a colleague; says whether it opened anything until now. */
export const stopFormLink = async (
  tx: Transaction,
  { id, formId, now }: { id: string; formId: string; now: Temporal.Instant },
): Promise<boolean> => {
  const { numUpdatedRows } = await tx
    .updateTable('interest_form_links')
    .set({ stopped_at: now })
    .where('id', '=', id)
    .where('form_id', '=', formId)
    .where('part', '=', 'colleague')
    .where('stopped_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

export type NewFile = {
  readonly formId: string
  readonly questionKey: string
  readonly name: string
  readonly type: string
  readonly content: Buffer
}

/** A file takes the place of the one that was sent for the question before and belongs to no request yet. */
export const insertFile = async (tx: Transaction, file: NewFile, now: Temporal.Instant): Promise<void> => {
  const { formId, questionKey, name, type, content } = file
  await tx
    .deleteFrom('interest_files')
    .where('form_id', '=', formId)
    .where('question_key', '=', questionKey)
    .where('interest_id', 'is', null)
    .execute()
  await tx
    .insertInto('interest_files')
    .values({
      ...{ id: newId(), form_id: formId, question_key: questionKey, name, type, content },
      ...{ bytes: content.length, sent_at: now },
    })
    .execute()
}

/** Forgets forms that nobody has touched for long, and those whose request counts; their files go unless a request has them. */
export const deleteForms = async (
  tx: Transaction,
  { untouchedSince }: { untouchedSince: Temporal.Instant },
): Promise<number> => {
  const old = await tx
    .selectFrom('interest_forms as f')
    .leftJoin('expressions_of_interest as i', 'i.id', 'f.interest_id')
    .select('f.id')
    .where((is) =>
      is.or([
        is('f.changed_at', '<', untouchedSince),
        is.and([is('f.sent_at', 'is not', null), is('i.status', '<>', 'draft')]),
      ]),
    )
    .limit(500)
    .execute()
  const ids = old.map(({ id }) => id)
  if (ids.length === 0) return 0
  await tx.deleteFrom('interest_files').where('form_id', 'in', ids).where('interest_id', 'is', null).execute()
  await tx.deleteFrom('interest_forms').where('id', 'in', ids).execute()
  return ids.length
}
