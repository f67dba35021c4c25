import type { Transaction } from '../../platform/database/index.ts'
import type { As, Said } from './who-comes.ts'

type Stated = Said & { readonly insteadOfId?: string | null }

/** Keeps what was stated of who comes; what was stated before gives way to it. Those who do not come first, so that room is free for those who do. */
export const saveWhoComes = async (
  tx: Transaction,
  stated: readonly Stated[],
  { as, now }: { readonly as: As; readonly now: Temporal.Instant },
): Promise<void> => {
  const ordered = stated.toSorted((one, other) => Number(one.comes) - Number(other.comes))
  if (ordered.length === 0) return
  await tx
    .insertInto('who_comes')
    .values(
      ordered.map(({ sessionId, participantId, comes, insteadOfId }) => ({
        session_id: sessionId,
        participant_id: participantId,
        comes,
        instead_of_id: insteadOfId ?? null,
        stated_by: as,
        stated_at: now,
      })),
    )
    .onConflict((there) =>
      there.constraint('who_comes_pkey').doUpdateSet((set) => ({
        comes: set.ref('excluded.comes'),
        stated_by: set.ref('excluded.stated_by'),
        stated_at: set.ref('excluded.stated_at'),
      })),
    )
    .execute()
}
