import { invariants as accounts } from './features/accounts/invariants.ts'
import { invariants as charges } from './features/charges/invariants.ts'
import { invariants as completion } from './features/completion/invariants.ts'
import { invariants as finding } from './features/finding/invariants.ts'
import { invariants as hubs } from './features/hubs/invariants.ts'
import { invariants as imports } from './features/imports/invariants.ts'
import { invariants as interest } from './features/interest/invariants.ts'
import { invariants as ledger } from './features/ledger/invariants.ts'
import { invariants as mergingGroups } from './features/merging-groups/invariants.ts'
import { invariants as nationalRegisters } from './features/national-registers/invariants.ts'
import { invariants as passingOn } from './features/passing-on/invariants.ts'
import { invariants as pathways } from './features/pathways/invariants.ts'
import { invariants as people } from './features/people/invariants.ts'
import { invariants as places } from './features/places/invariants.ts'
import { invariants as projectWriting } from './features/project-writing/invariants.ts'
import { invariants as reads } from './features/reads/invariants.ts'
import { invariants as records } from './features/records/invariants.ts'
import { invariants as registers } from './features/registers/invariants.ts'
import { invariants as retention } from './features/retention/invariants.ts'
import { invariants as sessions } from './features/sessions/invariants.ts'
import { invariants as successions } from './features/successions/invariants.ts'
import { invariants as targets } from './features/targets/invariants.ts'
import { invariants as whoComes } from './features/who-comes/invariants.ts'
import { invariants as years } from './features/years/invariants.ts'
import { type Invariant, platformInvariants } from './platform/invariants.ts'

/** Every rule that must hold of the data, whatever was raced, killed or typed. */
export const invariants: readonly Invariant[] = [
  ...platformInvariants,
  ...nationalRegisters,
  ...people,
  ...years,
  ...pathways,
  ...places,
  ...whoComes,
  ...sessions,
  ...finding,
  ...projectWriting,
  ...hubs,
  ...interest,
  ...mergingGroups,
  ...registers,
  ...charges,
  ...ledger,
  ...accounts,
  ...completion,
  ...passingOn,
  ...reads,
  ...retention,
  ...imports,
  ...records,
  ...successions,
  ...targets,
]
