// How many questions a piece of work puts to the database.
import pg from 'pg'

const isQuestion = (asked: unknown): boolean => {
  const text = typeof asked === 'string' ? asked : ((asked as { text?: string } | undefined)?.text ?? '')
  return /^\s*(select|with|insert|update|delete)\b/i.test(text)
}

/** Counts what is asked of the database while the work is done; nothing else may ask in the meantime. */
export const queriesOf = async (work: () => Promise<unknown>): Promise<number> => {
  const { query } = pg.Client.prototype
  let count = 0
  const counting = function (this: pg.Client, ...given: unknown[]) {
    if (isQuestion(given[0])) count += 1
    return (query as (...all: unknown[]) => unknown).apply(this, given)
  }
  pg.Client.prototype.query = counting as typeof query
  try {
    await work()
    return count
  } finally {
    pg.Client.prototype.query = query
  }
}
