export const pageSize = 25

/** Which page of a long list is asked for. */
export const pageOf = (query: URLSearchParams): number =>
  Math.max(1, Math.min(100_000, Number.parseInt(query.get('page') ?? '1', 10) || 1))
