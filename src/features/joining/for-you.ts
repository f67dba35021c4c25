import { phaseLabels, phases } from '../../vocabulary/phases.ts'
import { type PostKind, postKinds } from '../../vocabulary/posts.ts'

/** Where somebody works, where the school is not named. */
export const workplaces = [...phases, 'itt'] as const
export type Workplace = (typeof workplaces)[number]
export const workplaceLabels: Readonly<Record<Workplace, string>> = {
  ...phaseLabels,
  early_years: 'Nursery or early years setting',
  primary: 'Primary school',
  secondary: 'Secondary school',
  post_16: 'Sixth form or college',
  itt: 'Provider of teacher training',
}

export const askingPosts: readonly PostKind[] = postKinds.filter((post) => post !== 'office_staff' && post !== 'other')
