import { readFile, writeFile } from 'node:fs/promises'
import { basename, resolve } from 'node:path'
import {
  countOf,
  importById,
  type Matching,
  matchColumns,
  matchingNamed,
  matchingsOf,
  prepareImport,
  refusedFile,
  refusedRows,
  runImport,
  startImport,
  uploadSpreadsheet,
} from '../features/imports/index.ts'
import { type Offer, offerById } from '../features/offers/index.ts'
import { type Context, createContext, type Installation } from '../platform/context.ts'
import { Refused } from '../platform/errors.ts'
import { CannotRead, readSpreadsheet, writeCsv } from '../platform/spreadsheets/index.ts'
import { isId, newId } from '../vocabulary/ids.ts'
import { opened, say } from './opened.ts'
import { type Input, WrongUsage } from './usage.ts'

const given = ({ options, usage }: Input, name: string): string => {
  const value = options[name]
  if (typeof value !== 'string' || value === '')
    throw new WrongUsage(`--${name} is missing. Usage: tessellate ${usage}`)
  return value
}

const bytesOf = async (path: string): Promise<Buffer> => {
  try {
    return await readFile(path)
  } catch {
    throw new Refused(`${path} cannot be read.`)
  }
}

const matchingFor = async ({ db }: Context, offer: Offer, name: string): Promise<Matching> => {
  const matching = await matchingNamed(db, offer.hub.id, name)
  if (matching?.kind === 'interest') return matching
  const names = (await matchingsOf(db, offer.hub.id)).filter(({ kind }) => kind === 'interest').map((each) => each.name)
  throw new Refused(
    `${offer.hub.name} has no mapping called ${name}. ${names.length > 0 ? `It has: ${names.join(', ')}.` : 'Match the columns of such a file on its Imports page first.'}`,
  )
}

/** Shows on a terminal how many rows are done, until stopped. */
const showProgress = (context: Context, importId: string): (() => void) => {
  if (!process.stderr.isTTY) return () => {}
  const timer = setInterval(() => {
    importById(context.db, importId).then(
      (now) => process.stderr.write(`\r${now?.rowsDone ?? 0} rows done `),
      () => {},
    )
  }, 500)
  return () => {
    clearInterval(timer)
    process.stderr.write('\r')
  }
}

const importFile = async (context: Context, input: Input): Promise<string> => {
  const offerId = given(input, 'offer')
  const offer = isId(offerId) ? await offerById(context.db, offerId) : null
  if (!offer) throw new Refused(`There is no offer ${offerId}.`)
  const matching = await matchingFor(context, offer, given(input, 'mapping'))
  const path = resolve(input.words[0] ?? '')
  const named = typeof input.options['sheet'] === 'string' ? input.options['sheet'] : ''
  const sheet = await readSpreadsheet(await bytesOf(path), named)
  const hubId = offer.hub.id
  const importId = await uploadSpreadsheet(context, {
    hubId,
    kind: 'interest',
    offerId,
    fileName: basename(path),
    sheet,
  })
  const spreadsheet = await importById(context.db, importId)
  if (spreadsheet?.headerShape !== matching.headerShape)
    throw new Refused(
      `The headings of ${basename(path)} are not those that ${matching.name} is for. It was kept: match its columns on the hub’s Imports page.`,
    )
  const stop = showProgress(context, importId)
  const background = { inBackground: false }
  const { round } = await matchColumns(context, { importId, ...matching, name: null }, background)
  await prepareImport(context, { importId, round })
  await startImport(context, { importId, tells: false }, background)
  await runImport(context, importId)
  stop()
  return importId
}

const report = async (context: Context, importId: string, input: Input): Promise<number> => {
  const spreadsheet = await importById(context.db, importId)
  const { counts = {}, header = [] } = spreadsheet ?? {}
  const rows = await refusedRows(context.db, importId)
  const told = {
    import: importId,
    imported: countOf(counts, 'made', 'added'),
    alreadyHere: countOf(counts, 'here'),
    leftOut: countOf(counts, 'left_out'),
    refused: rows.length,
  }
  const errors = input.options['errors']
  if (typeof errors === 'string') await writeFile(resolve(errors), writeCsv(refusedFile(header, rows)))
  if (input.json) say(JSON.stringify(told))
  else {
    say(
      `${told.imported} rows imported, ${told.alreadyHere} already here, ${told.leftOut} left out, ${told.refused} refused.`,
    )
    if (errors === undefined)
      for (const { number, who, reason } of rows) say(`Row ${number}, ${who || 'nobody named'}: ${reason ?? ''}`)
  }
  return rows.length === 0 ? 0 : 1
}

const asOperator = (installation: Installation): Context =>
  createContext(installation, { kind: 'system', task: 'operator' }, newId())

/** Moves a hub's old spreadsheet over by a matching that the hub has remembered; nobody is written to. */
export const importInterest = (input: Input): Promise<number> => {
  given(input, 'offer')
  given(input, 'mapping')
  return opened(async (installation) => {
    const context = asOperator(installation)
    try {
      return await report(context, await importFile(context, input), input)
    } catch (problem) {
      if (!(problem instanceof Refused || problem instanceof CannotRead)) throw problem
      process.stderr.write(`${problem.message}\n`)
      return 1
    }
  })
}
