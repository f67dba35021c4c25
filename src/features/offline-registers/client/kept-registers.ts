// Registers and what was marked in them, as they lie on this device.
import type { MarkName } from '../../../vocabulary/marks.ts'
import { entriesOf, read, readAll, remove, write } from './device-data.ts'
import { seal, unseal } from './lock.ts'

export type Marking = { readonly mark: MarkName; readonly minutes: number | null; readonly substitute: string | null }

export type Person = {
  readonly id: string
  readonly name: string
  readonly organisation: string
  readonly isSubstitute: boolean
  readonly gaveNotice: boolean
  readonly isConflict: boolean
  readonly standing: readonly (Marking & { readonly id: string })[]
}

/** A register as we tell it to the device. */
export type Register = {
  readonly session: {
    readonly id: string
    readonly groupId: string
    readonly group: string
    readonly number: number
    readonly title: string | null
    readonly onDate: string | null
    readonly when: string | null
    readonly hours: string | null
    readonly where: string | null
    readonly against: string | null
  }
  /** Why this register is kept here no more, where whoever took it works on the group no longer. */
  readonly over: string | null
  readonly setAside: number
  readonly people: readonly Person[]
}

/** How far this device's clock was behind ours, and by how much it was wrong, when they last met. */
export type Clocks = { readonly behind: number; readonly wrong: number }

export type Kept = {
  readonly register: Register
  readonly clocks: Clocks
  readonly metAt: number
  readonly beside: readonly string[]
}

type Made = Clocks & { readonly id: string; readonly at: number }
export type MarkMade = Made &
  Marking & { readonly kind: 'mark'; readonly participantId: string; readonly seen: readonly string[] }
export type WalkInMade = Made & { readonly kind: 'walk-in'; readonly name: string; readonly school: string }
export type Item = MarkMade | WalkInMade
export type Waiting = { readonly key: IDBValidKey; readonly session: string; readonly item: Item }

type Sealed = Parameters<typeof unseal>[0]

export const keepRegister = async (kept: Kept): Promise<void> => {
  await write('registers', await seal(kept), kept.register.session.id)
}

export const keptRegister = async (session: string): Promise<Kept | null> => {
  const sealed = await read<Sealed>('registers', session)
  return sealed ? unseal<Kept>(sealed) : null
}

export const keptRegisters = async (): Promise<readonly Kept[]> =>
  Promise.all((await readAll<Sealed>('registers')).map((sealed) => unseal<Kept>(sealed)))

export const forgetRegister = (session: string): Promise<undefined> => remove('registers', session)

/** Puts something made on this device among what waits to be sent. */
export const addWaiting = async (session: string, item: Item): Promise<Waiting> => {
  const key = await write('waiting', await seal({ session, item }))
  return { key, session, item }
}

/** What waits to be sent, in the order in which it was made. */
export const allWaiting = async (): Promise<readonly Waiting[]> =>
  Promise.all(
    (await entriesOf<Sealed>('waiting')).map(async ([key, sealed]) => ({
      key,
      ...(await unseal<Omit<Waiting, 'key'>>(sealed)),
    })),
  )

export const forgetWaiting = async (keys: readonly IDBValidKey[]): Promise<void> => {
  for (const key of keys) await remove('waiting', key)
}
