import type { Transaction } from '../../../platform/database/index.ts'
import { enqueue } from '../../../platform/jobs.ts'
import { newId } from '../../../vocabulary/ids.ts'

/** Room of a group that has become free, or was added: so many who join, and so many people. */
export type FreedRoom = { readonly organisations: number; readonly people: number }

/** Tells, once this is done, the room that knows who waits: what became free goes to whoever is next and fits. */
export const freeRoom = (tx: Transaction, groupId: string, { organisations, people }: FreedRoom): Promise<void> =>
  enqueue(tx, 'offer-freed-room', { groupId, organisations, people, mark: newId() })
