import { type Context, transaction } from '../../../platform/context.ts'
import type { Transaction } from '../../../platform/database/index.ts'
import { Forbidden, found, Refused } from '../../../platform/errors.ts'
import { record } from '../../../platform/history.ts'
import type { Sheet } from '../../../platform/spreadsheets/index.ts'
import { endInWords, offerById } from '../../offers/index.ts'
import type { ListKind } from '../../old-lists/index.ts'
import { headerRowOf, headingsOf, shapeOf } from '../../old-lists/index.ts'
import { personIdOf } from '../../people/index.ts'
import { mayImport } from '../policy.ts'
import { insertImport, insertRows } from '../store.ts'

type Uploaded = {
  readonly hubId: string
  readonly kind: ListKind
  readonly offerId: string | null
  readonly fileName: string
  readonly sheet: Sheet
}

const requireOffered = async (tx: Transaction, hubId: string, offerId: string): Promise<void> => {
  const offer = found(await offerById(tx, offerId))
  if (offer.hub.id !== hubId) throw found(null)
  const end = endInWords(offer)
  if (end !== null) throw new Refused(end)
}

/** Keeps the rows of a spreadsheet that a hub brings; nothing is read out of them yet. */
export const uploadSpreadsheet = (context: Context, input: Uploaded): Promise<string> =>
  transaction(context, async (tx, context) => {
    if (!mayImport(context.actor, input.hubId)) throw new Forbidden('Only staff of the hub bring its spreadsheets')
    if (input.offerId !== null) await requireOffered(tx, input.hubId, input.offerId)
    const { rows } = input.sheet
    const headerRow = headerRowOf(rows)
    const header = headingsOf(rows, headerRow)
    const behind = rows.slice(headerRow + 1).filter((cells) => cells.length > 0)
    if (behind.length === 0) throw new Refused('The file has headings but no rows below them')
    const id = await insertImport(tx, {
      ...input,
      readAs: input.sheet.readAs,
      headerRow,
      header,
      headerShape: shapeOf(header),
      requestedById: personIdOf(context.actor),
      now: context.now,
    })
    const numbered = rows.map((cells, at) => ({ number: at + 1, cells }))
    await insertRows(
      tx,
      id,
      numbered.filter(({ cells }) => cells.length > 0),
    )
    await record(tx, context, {
      name: 'import.uploaded',
      subject: { type: 'import', id },
      also: [{ type: 'hub', id: input.hubId }, ...(input.offerId ? [{ type: 'offer', id: input.offerId }] : [])],
      particulars: { kind: input.kind, rows: behind.length, columns: header.length },
    })
    return id
  })
