import { mkdir, rename } from 'node:fs/promises'
import { dirname } from 'node:path'
import { type Context, transaction } from '../../../platform/context.ts'
import { openCsv, UnreadableFile } from '../../../platform/database/csv-file.ts'
import { refusedBy } from '../../../platform/database/index.ts'
import { Forbidden, Refused } from '../../../platform/errors.ts'
import { record } from '../../../platform/history.ts'
import { enqueue } from '../../../platform/jobs.ts'
import { newId } from '../../../vocabulary/ids.ts'
import { neededColumns, type Register, requireNamed } from '../../national-registers/index.ts'
import { keptAt } from '../kept-files-store.ts'
import { maySendRegisterFiles } from '../policy.ts'
import { insertRegisterFile } from '../store.ts'

export type RegisterFileSent = {
  readonly register: Register
  readonly fileName: string
  readonly path: string
  readonly size: number
  readonly force: boolean
}

/** What can be seen from the first line is refused at once, not after minutes. */
const look = async ({ path, register }: RegisterFileSent): Promise<void> => {
  try {
    requireNamed(await openCsv(path), neededColumns[register])
  } catch (problem) {
    throw problem instanceof UnreadableFile ? new Refused(problem.message) : problem
  }
}

const oneAtATime = (problem: unknown): unknown =>
  refusedBy(problem) === 'register_files_one_at_a_time'
    ? new Refused('Another file is being read at this moment. Wait until that is done, and send this one then.')
    : problem

/** Keeps a file that was sent and has it read, unless another is being read. */
export const sendRegisterFile = async (context: Context, sent: RegisterFileSent): Promise<string> => {
  if (!maySendRegisterFiles(context.actor)) throw new Forbidden('Only the national team sends files of registers')
  await look(sent)
  try {
    return await transaction(context, async (tx, context) => {
      const { actor, now, config } = context
      if (actor.kind !== 'person') throw new Forbidden('Only a person sends a file')
      const { register, fileName, size, force, path } = sent
      const id = newId()
      await insertRegisterFile(tx, { id, register, fileName, bytes: size, force, by: actor.personId, now })
      const kept = keptAt(config, id)
      await mkdir(dirname(kept), { recursive: true, mode: 0o700 })
      await rename(path, kept)
      await record(tx, context, {
        name: 'register-file.sent',
        subject: { type: 'register-file', id },
        particulars: { register, bytes: size, forced: force },
      })
      await enqueue(tx, 'read-register-file', { fileId: id })
      return id
    })
  } catch (problem) {
    throw oneAtATime(problem)
  }
}
