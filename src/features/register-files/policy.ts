import type { Actor } from '../../vocabulary/actor.ts'
import { mayKeepRegisters } from '../national-registers/index.ts'

/** Whoever may read the registers may send their files. */
export const maySendRegisterFiles = (actor: Actor): boolean => actor.kind === 'person' && mayKeepRegisters(actor)
