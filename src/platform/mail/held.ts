import { sql } from 'kysely'
import { z } from 'zod'
import type { Context } from '../context.ts'
import { json, type Transaction } from '../database/index.ts'
import { stored } from '../database/stored.ts'
import { enqueue } from '../jobs.ts'
import { type Letter, letterAsHtml, letterAsText } from './letter.ts'
import { lettersAsOne } from './letters-as-one.ts'

/** A letter that waits in a message, with what it is about: taking that back takes the letter out. */
type Kept = { readonly about: string; readonly key: string; readonly letter: Letter }

const keptLetters = z.array(z.object({ about: z.string(), key: z.string(), letter: z.custom<Letter>() }))

const keptIn = (letters: unknown): readonly Kept[] => stored(keptLetters, letters ?? [], 'letters that wait')

const written = (letters: readonly Letter[]) => {
  const letter = lettersAsOne(letters)
  return {
    subject: letter.subject.replaceAll(/\s+/g, ' ').trim(),
    body_text: letterAsText(letter),
    body_html: letterAsHtml(letter),
    invitations: json([...(letter.invitations ?? [])]),
    reason: letter.why,
  }
}

type Message = { readonly id: string; readonly key: string; readonly message_id: string; readonly to_address: string }

/** Puts a letter aside with all others to the same address for the same reason: one mail, which waits until its time. */
export const hold = async (
  tx: Transaction,
  context: Context,
  message: Message & { readonly to_person_id: string | null; readonly created_at: Temporal.Instant },
  letter: Letter,
): Promise<void> => {
  const { holding } = context
  if (!holding) throw new Error('Nothing is held here')
  const sent = await tx.selectFrom('messages').select('id').where('key', '=', message.key).executeTakeFirst()
  if (sent) return
  const key = `held:${holding.act}:${message.to_address.toLowerCase()}`
  const waiting = await tx
    .selectFrom('messages')
    .select(['id', 'letters'])
    .where('key', '=', key)
    .forUpdate()
    .executeTakeFirst()
  const letters = [...keptIn(waiting?.letters), { about: holding.about, key: message.key, letter }]
  const now = { ...written(letters.map((each) => each.letter)), letters: json(JSON.parse(JSON.stringify(letters))) }
  if (waiting) await tx.updateTable('messages').set(now).where('id', '=', waiting.id).execute()
  else
    await tx
      .insertInto('messages')
      .values({ ...message, key, ...now, held: true, held_for: holding.act, hold_until: holding.until })
      .execute()
}

type Waiting = { readonly id: string; readonly letters: unknown }

/** Takes letters out of a mail that waits, which is deleted when nothing is left of it; whether any was taken out. */
const takeOut = async (tx: Transaction, message: Waiting, isOut: (letter: Kept) => boolean): Promise<boolean> => {
  const letters = keptIn(message.letters)
  const left = letters.filter((each) => !isOut(each))
  if (left.length === letters.length) return false
  if (left.length === 0) await tx.deleteFrom('messages').where('id', '=', message.id).execute()
  else
    await tx
      .updateTable('messages')
      .set({ ...written(left.map(({ letter }) => letter)), letters: json(JSON.parse(JSON.stringify(left))) })
      .where('id', '=', message.id)
      .execute()
  return true
}

/** Takes out of the mail that waits for an act whatever is about these things; false when mail of the act is on its way already. */
export const withdrawHeld = async (tx: Transaction, act: string, about: readonly string[]): Promise<boolean> => {
  const messages = await tx
    .selectFrom('messages')
    .select(['id', 'held', 'letters'])
    .where('held_for', '=', act)
    .orderBy('id')
    .forUpdate()
    .execute()
  if (messages.some(({ held }) => !held)) return false
  for (const message of messages) await takeOut(tx, message, (each) => about.includes(each.about))
  return true
}

/**
 * Takes out of all mail that waits what was said about one thing and is true no more, by the keys of the letters; gives the acts
 * whose mail it was. A letter whose time has come at this very moment is let go or taken back, never both.
 */
export const takeBackHeld = async (
  tx: Transaction,
  about: string,
  isUntrue: (key: string) => boolean,
): Promise<readonly string[]> => {
  const messages = await tx
    .selectFrom('messages')
    .select(['id', 'letters', 'held_for'])
    .where('held', '=', true)
    .where(sql<boolean>`letters @> jsonb_build_array(jsonb_build_object('about', ${about}::text))`)
    .orderBy('id')
    .forUpdate()
    .execute()
  const acts: string[] = []
  for (const message of messages)
    if (await takeOut(tx, message, (each) => each.about === about && isUntrue(each.key)))
      acts.push(message.held_for ?? '')
  return [...new Set(acts)]
}

/** Lets go of the mail whose time has come: it joins what waits to be sent, and is sent once like any other. */
export const releaseHeld = async (tx: Transaction, now: Temporal.Instant): Promise<number> => {
  const due = await tx
    .selectFrom('messages')
    .select('id')
    .where('held', '=', true)
    .where('hold_until', '<=', now)
    .orderBy('hold_until')
    .limit(500)
    .forUpdate()
    .skipLocked()
    .execute()
  for (const { id } of due) {
    await tx.updateTable('messages').set({ held: false, letters: null }).where('id', '=', id).execute()
    await enqueue(tx, 'send-message', { id }, { key: `message:${id}` })
  }
  return due.length
}
