import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import {
  erasedPeople,
  type Repeated,
  readErasedList,
  repeatErasures,
  writeErasedList,
} from '../features/retention/index.ts'
import { createContext, type Installation } from '../platform/context.ts'
import { newId } from '../vocabulary/ids.ts'
import { opened, say } from './opened.ts'
import type { Input } from './usage.ts'

/** The list that lies beside a backup. */
export const listBeside = (backup: string): string => join(dirname(backup), 'erasures.list')

const listIn = (file: string) => (existsSync(file) ? readErasedList(readFileSync(file, 'utf8')) : [])

/** Adds everybody who was erased to a list: nobody leaves it, because what it is for is an older state of the database. */
export const keepErasures = async ({ connections }: Installation, file: string): Promise<number> => {
  const all = [...listIn(file), ...(await erasedPeople(connections.kysely))]
  const half = `${file}.part`
  writeFileSync(half, writeErasedList(all), { mode: 0o600 })
  renameSync(half, file)
  return new Set(all.map(({ personId }) => personId)).size
}

/** Erases again whoever is on the list and has come back with a backup. */
export const erasedAgain = (installation: Installation, file: string): Promise<Repeated> =>
  repeatErasures(createContext(installation, { kind: 'system', task: 'restore' }, newId()), listIn(file))

/** Keeps the list of everybody who was erased, outside the database. */
export const listErasures = ({ words, json }: Input): Promise<number> =>
  opened(async (installation) => {
    const file = resolve(words[0] ?? '')
    const people = await keepErasures(installation, file)
    say(json ? JSON.stringify({ file, people }) : `Kept in ${file}: ${people} ${people === 1 ? 'person' : 'people'}.`)
    return 0
  })
