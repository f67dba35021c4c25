type RefusedRow = { readonly number: number; readonly cells: readonly string[]; readonly reason: string | null }

/** The rows that were not taken, as they came, with the reason behind: once mended, the same columns are matched by themselves. */
export const refusedFile = (header: readonly string[], rows: readonly RefusedRow[]): readonly (readonly string[])[] => [
  [...header, 'Row', 'Reason'],
  ...rows.map(({ cells, number, reason }) => [
    ...header.map((_, at) => cells[at] ?? ''),
    String(number),
    reason ?? 'Its school is to be decided',
  ]),
]
