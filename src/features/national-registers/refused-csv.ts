import { writeCsv } from '../../platform/spreadsheets/index.ts'
import type { RefusedRow } from './register-import.ts'

/** Rows that a reading refused, each with its line and reason. */
export const refusedCsv = (refused: readonly RefusedRow[]): string =>
  writeCsv([
    ['Line', 'Number', 'Name', 'Reason'],
    ...refused.map(({ line, sign, name, reason }) => [String(line), sign, name, reason]),
  ])
