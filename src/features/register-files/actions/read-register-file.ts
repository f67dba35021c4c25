import { actingAs, atOnce, type Context, transaction } from '../../../platform/context.ts'
import { UnreadableFile } from '../../../platform/database/csv-file.ts'
import { Forbidden, Refused } from '../../../platform/errors.ts'
import { record } from '../../../platform/history.ts'
import {
  type ImportInput,
  type ImportReport,
  importProviders,
  importSchoolLinks,
  importSchools,
  type Register,
  type WhenKept,
} from '../../national-registers/index.ts'
import { actorOfPerson } from '../../people/index.ts'
import { forgetFile, forgetLeftFiles, isKept, keptAt } from '../kept-files-store.ts'
import { idsUnderWay, registerFileById } from '../queries.ts'
import { isUnderWay, type RegisterFile } from '../register-file.ts'
import { endReading, writeProgress } from '../store.ts'

const millisecondsBetween = 500

/** Tells how far it is, now and then, one telling after the other; what cannot be told does not stop the reading. */
const newTelling = (context: Context, id: string) => {
  let said = ''
  let at = 0
  let telling: Promise<void> = Promise.resolve()
  const progress: ImportInput['progress'] = (step, share) => {
    if (step === said && performance.now() - at < millisecondsBetween) return
    said = step
    at = performance.now()
    telling = telling
      .then(() => atOnce(context, (db) => writeProgress(db, id, { step, share })))
      .catch((problem: unknown) => context.log.warn({ err: problem }, 'how far a register is could not be told'))
  }
  return { progress, told: () => telling }
}

type Read = (context: Context, input: ImportInput, whenKept: WhenKept) => Promise<ImportReport>

const reads: Readonly<Record<Register, Read>> = {
  schools: importSchools,
  school_links: importSchoolLinks,
  providers: importProviders,
}

const readOne = async (context: Context, { id, register, fileName, forced }: RegisterFile): Promise<ImportReport> => {
  const { progress, told } = newTelling(context, id)
  try {
    const input = { path: keptAt(context.config, id), fileName, force: forced, isSent: true, progress }
    // What was read and that it was read is kept together: killed between the two, it would be read once more.
    return await reads[register](context, input, async (tx, { id: importId }) => {
      if (!(await endReading(tx, id, { status: 'read', importId, now: context.now })))
        throw new Refused('This file has been read in the meantime.')
    })
  } finally {
    await told()
  }
}

const isForWhoSentIt = (problem: unknown): problem is Error =>
  problem instanceof Refused || problem instanceof UnreadableFile || problem instanceof Forbidden

// The database was away: the queue tries again when it is back.
const isAway = (problem: unknown): boolean => {
  const { code = '', message = '' } = problem as { code?: string; message?: string }
  return /^(08|57P|ECONN)/.test(code) || /connection terminated|connection timeout/i.test(message)
}

const giveUp = (context: Context, { id, register }: RegisterFile, problem: unknown): Promise<void> => {
  const end = isForWhoSentIt(problem)
    ? ({ status: 'refused', reason: problem.message } as const)
    : ({
        status: 'failed',
        reason:
          'Something went wrong with us, not with the file. Nothing was changed. Send it again; if it happens again, tell whoever runs the service.',
      } as const)
  if (end.status === 'failed') context.log.error({ err: problem, file: id }, 'a file of a register could not be read')
  return transaction(context, async (tx, context) => {
    if (!(await endReading(tx, id, { ...end, now: context.now }))) return
    await record(tx, context, {
      name: 'register-file.refused',
      subject: { type: 'register-file', id },
      particulars: { register, status: end.status },
    })
  })
}

/**
 * Reads a file that was sent, as whoever sent it, with the roles they hold now. Safe to run twice, and after a kill in the
 * middle: nothing is kept of a file until all of it is.
 */
export const readRegisterFile = async (context: Context, id: string): Promise<void> => {
  const file = await registerFileById(context.db, id)
  if (file && isUnderWay(file)) {
    const acting = actingAs(context, await actorOfPerson(context.db, file.sentById, context.today))
    try {
      if (!(await isKept(context.config, id)))
        throw new Refused('The file is no longer on the disk of the service. Send it again.')
      await readOne(acting, file)
    } catch (problem) {
      if (isAway(problem)) throw problem
      await giveUp(acting, file, problem)
    }
  }
  await forgetFile(context.config, id)
}

/** Takes away what was left when a process was killed: files that nobody is going to read. */
export const forgetLeft = async ({ db, config }: Context): Promise<void> =>
  forgetLeftFiles(config, await idsUnderWay(db))
