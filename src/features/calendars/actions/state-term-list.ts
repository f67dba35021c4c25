import { type Context, transaction } from '../../../platform/context.ts'
import type { Transaction } from '../../../platform/database/index.ts'
import { Conflict, Forbidden, found, Refused } from '../../../platform/errors.ts'
import { record } from '../../../platform/history.ts'
import { mayStateTerms } from '../policy.ts'
import { knownForTerms, termListOf } from '../queries.ts'
import { endTermList, insertTermList, lockAuthority, lockTermList } from '../store.ts'
import {
  countTermRows,
  markOfTermList,
  planTermList,
  refusedTermRows,
  type TermList,
  type TermPlanned,
} from '../term-list.ts'
import { termRowsIn } from '../term-rows.ts'
import { saveTerm } from './state-terms.ts'

type Sent = {
  readonly hubId: string | null
  readonly fileName: string
  readonly sheet: { readonly readAs: string; readonly rows: readonly (readonly string[])[] }
}

const permit = ({ actor }: Context, hubId: string | null): void => {
  if (!mayStateTerms(actor, hubId)) throw new Forbidden('Only the national team and hubs bring lists of terms')
}

/** Keeps what a list of terms and holidays says, to be looked at; nothing is stated yet. */
export const sendTermList = (context: Context, { hubId, fileName, sheet }: Sent): Promise<string> =>
  transaction(context, async (tx, context) => {
    permit(context, hubId)
    const rows = termRowsIn(sheet.rows)
    const id = await insertTermList(tx, { hubId, fileName, readAs: sheet.readAs, rows, now: context.now })
    await record(tx, context, {
      name: 'term-list.sent',
      subject: { type: 'term-list', id },
      also: hubId === null ? [] : [{ type: 'hub', id: hubId }],
      particulars: { rows: rows.length },
    })
    return id
  })

type Which = { readonly hubId: string | null; readonly listId: string }

const lockedList = async (tx: Transaction, context: Context, { hubId, listId }: Which): Promise<TermList> => {
  permit(context, hubId)
  await lockTermList(tx, listId)
  return found(await termListOf(tx, listId, hubId))
}

type Change = TermPlanned & { readonly authority: string; readonly dates: NonNullable<TermPlanned['dates']> }
const isChange = (row: TermPlanned): row is Change =>
  (row.outcome === 'new' || row.outcome === 'changed') && row.authority !== null && row.dates !== null

// What stands while the authorities are locked is what the rows are compared with.
const plannedUnderLock = async (tx: Transaction, context: Context, list: TermList): Promise<readonly TermPlanned[]> => {
  const scope = { hubId: list.hubId, today: context.today }
  const first = planTermList(list.rows, await knownForTerms(tx, scope))
  const codes = new Set(first.flatMap(({ authority }) => authority ?? []))
  for (const code of [...codes].toSorted()) await lockAuthority(tx, code)
  return planTermList(list.rows, await knownForTerms(tx, scope))
}

/** States the terms and holidays of a list as its preview showed them; asked twice it is done once. */
export const stateTermList = (context: Context, input: Which & { readonly mark: string }): Promise<void> =>
  transaction(context, async (tx, context) => {
    const list = await lockedList(tx, context, input)
    if (list.status === 'stated') return
    if (list.status === 'discarded') throw new Refused('This list was thrown away.')
    const rows = await plannedUnderLock(tx, context, list)
    if (markOfTermList(rows) !== input.mark)
      throw new Conflict('What the rows would do has changed since you looked. Look again, then confirm.')
    const changes = rows.filter(isChange)
    if (changes.length === 0) throw new Refused('No row of this list changes anything.')
    for (const { authority, dates } of changes) await saveTerm(tx, context, { hubId: list.hubId, authority, dates })
    const counts = countTermRows(rows)
    const outcome = { counts, refused: refusedTermRows(rows) }
    await endTermList(tx, list.id, { status: 'stated', now: context.now, outcome })
    await record(tx, context, {
      name: 'term-list.stated',
      subject: { type: 'term-list', id: list.id },
      particulars: { ...counts },
    })
  })

/** Throws a list away that has not been stated, and its rows with it. */
export const discardTermList = (context: Context, input: Which): Promise<void> =>
  transaction(context, async (tx, context) => {
    const list = await lockedList(tx, context, input)
    if (list.status === 'discarded') return
    if (list.status === 'stated') throw new Refused('The terms and holidays of this list have been stated.')
    await endTermList(tx, list.id, { status: 'discarded', now: context.now, outcome: null })
    await record(tx, context, { name: 'term-list.discarded', subject: { type: 'term-list', id: list.id } })
  })
