import type { GroupSight } from '../groups/index.ts'

/** The register of a group is taken by its leads and by the staff of its hubs, partner hubs among them. */
export const mayTakeRegister = (sight: GroupSight): boolean => sight === 'all' || sight === 'partner'
