import { sql } from 'kysely'
import { z } from 'zod'
import type { Reader } from '../../platform/database/index.ts'
import { stored } from '../../platform/database/stored.ts'
import type { FormLink, InterestForm } from './interest-form.ts'

const typedKept = z.record(z.string(), z.union([z.string(), z.array(z.string())]))
const savedKept = z.record(z.string(), z.strictObject({ times: z.number(), at: z.string(), by: z.string().nullable() }))

/** A form as it stands. */
export const formById = async (db: Reader, id: string): Promise<InterestForm | null> => {
  const row = await db.selectFrom('interest_forms').selectAll().where('id', '=', id).executeTakeFirst()
  return row
    ? {
        id: row.id,
        offerId: row.offer_id,
        organisationId: row.organisation_id,
        changes: row.changes_interest_id,
        onBehalf: row.on_behalf,
        begunByPersonId: row.begun_by_person_id,
        typed: stored(typedKept, row.typed, 'what was typed into a form'),
        saved: stored(savedKept, row.saved, 'the steps of a form'),
        begunAt: row.begun_at,
        sentAt: row.sent_at,
        interestId: row.interest_id,
      }
    : null
}

const linkOf = (row: { id: string; form_id: string; part: string; name: string | null; email: string | null }) => ({
  id: row.id,
  formId: row.form_id,
  part: row.part as FormLink['part'],
  name: row.name,
  email: row.email,
})

/** A link that still opens its form. */
export const formLinkById = async (db: Reader, id: string): Promise<FormLink | null> => {
  const row = await db
    .selectFrom('interest_form_links')
    .select(['id', 'form_id', 'part', 'name', 'email'])
    .where('id', '=', id)
    .where('stopped_at', 'is', null)
    .executeTakeFirst()
  return row ? linkOf(row) : null
}

/** The colleagues who help with a form, in the order in which they were asked. */
export const colleaguesOf = async (db: Reader, formId: string): Promise<readonly FormLink[]> => {
  const rows = await db
    .selectFrom('interest_form_links')
    .select(['id', 'form_id', 'part', 'name', 'email'])
    .where('form_id', '=', formId)
    .where('part', '=', 'colleague')
    .where('stopped_at', 'is', null)
    .orderBy('made_at')
    .execute()
  return rows.map(linkOf)
}

/** The form with which the answers of a request are being changed, if somebody has begun. */
export const openChangeOf = async (db: Reader, interestId: string): Promise<string | null> =>
  (
    await db
      .selectFrom('interest_forms')
      .select('id')
      .where('changes_interest_id', '=', interestId)
      .where('sent_at', 'is', null)
      .executeTakeFirst()
  )?.id ?? null

/** The sender's own link to a form. */
export const ownLinkOf = async (db: Reader, formId: string): Promise<string | null> =>
  (
    await db
      .selectFrom('interest_form_links')
      .select('id')
      .where('form_id', '=', formId)
      .where('part', '=', 'sender')
      .where('stopped_at', 'is', null)
      .executeTakeFirst()
  )?.id ?? null

/** Links, the sender's and their colleagues', to forms that made a request or that change its answers. */
export const formLinksOfInterest = async (db: Reader, interestId: string): Promise<readonly string[]> =>
  (
    await db
      .selectFrom('interest_form_links as l')
      .innerJoin('interest_forms as f', 'f.id', 'l.form_id')
      .select('l.id')
      .where((is) => is.or([is('f.interest_id', '=', interestId), is('f.changes_interest_id', '=', interestId)]))
      .where('l.stopped_at', 'is', null)
      .orderBy('l.made_at')
      .execute()
  ).map(({ id }) => id)

/** Files of a form, the latest of each question: those it brought, and those of the request that it changes. */
export const filesOfForm = async (
  db: Reader,
  { id, changes }: Pick<InterestForm, 'id' | 'changes'>,
): Promise<Readonly<Record<string, { readonly id: string; readonly name: string; readonly bytes: number }>>> => {
  const rows = await db
    .selectFrom('interest_files')
    .select(['id', 'question_key', 'name', 'bytes'])
    .where((is) => is.or([is('form_id', '=', id), ...(changes ? [is('interest_id', '=', changes)] : [])]))
    .orderBy('sent_at')
    .orderBy('id')
    .execute()
  return Object.fromEntries(rows.map(({ question_key, ...file }) => [question_key, file]))
}

/** A file of a request, with what is in it; what was sent with the request that it was passed on from is its own too. */
export const fileOfInterest = (db: Reader, input: { readonly id: string; readonly interestId: string }) =>
  db
    .selectFrom('interest_files')
    .select(['name', 'type', 'content'])
    .where('id', '=', input.id)
    .where(
      sql<boolean>`interest_id in (with recursive line (id) as (select ${input.interestId}::uuid
        union select i.id from expressions_of_interest i join line on i.passed_on_to_id = line.id) select id from line)`,
    )
    .executeTakeFirst()
