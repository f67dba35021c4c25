import { z } from 'zod'
import type { Jobs, Sweeps } from '../../platform/jobs.ts'
import { deleteOldRows } from './actions/discard-import.ts'
import { prepareImport } from './actions/prepare-import.ts'
import { runImport } from './actions/run-import.ts'
import { undoImport } from './actions/undo-import.ts'

const oneImport = z.object({ importId: z.uuid() })
const begun = oneImport.extend({ acting: z.object({ id: z.uuid(), byId: z.uuid() }).optional() })
const oneRound = oneImport.extend({ round: z.int() })

export const jobs: Jobs = {
  'prepare-import': (context, payload) => prepareImport(context, oneRound.parse(payload)),
  'run-import': (context, payload) => {
    const { importId, acting } = begun.parse(payload)
    return runImport(context, importId, acting)
  },
  'undo-import': (context, payload) => {
    const { importId, acting } = begun.parse(payload)
    return undoImport(context, importId, acting)
  },
}

export const sweeps: Sweeps = { 'delete-old-import-rows': deleteOldRows }
