import { z } from 'zod'
import type { Jobs, Sweeps } from '../../platform/jobs.ts'
import { deleteOldRows } from './actions/discard-import.ts'
import { prepareImport } from './actions/prepare-import.ts'
import { runImport } from './actions/run-import.ts'
import { undoImport } from './actions/undo-import.ts'

const oneImport = z.object({ importId: z.uuid() })
const oneRound = oneImport.extend({ round: z.int() })

export const jobs: Jobs = {
  'prepare-import': (context, payload) => prepareImport(context, oneRound.parse(payload)),
  'run-import': (context, payload) => runImport(context, oneImport.parse(payload).importId),
  'undo-import': (context, payload) => undoImport(context, oneImport.parse(payload).importId),
}

export const sweeps: Sweeps = { 'delete-old-import-rows': deleteOldRows }
