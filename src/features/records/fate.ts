/** What rows are called in a list of what would move: one of them, several of them. */
export type Called = readonly [one: string, several: string]

/**
 * What becomes of a column that refers to a person or an organisation when that record is merged into another. A table that is
 * added gets its line: a test and every merge compare these lists with the database's own catalogue.
 *
 * `moves`: its rows mean the record that is kept. `named` is what a row, called `it`, is shown as. A row whose counterpart is
 * there already is `removed`, to be put back if the merge is undone; where nothing is said of that, it is settled beforehand.
 * `stays`: it goes on meaning the record as it was.
 */
export type Fate =
  | { readonly fate: 'moves'; readonly called: Called; readonly named?: string; readonly twice?: 'removed' }
  | { readonly fate: 'stays'; readonly because: string }

export type Fates = Readonly<Record<string, Fate>>

export const moves = (one: string, several: string, more: { named?: string; twice?: 'removed' } = {}): Fate => ({
  fate: 'moves',
  called: [one, several],
  ...more,
})

export const stays = (because: string): Fate => ({ fate: 'stays', because })

/** What somebody did stands in their name: told together, as a number. */
export const deed: Fate = moves('thing they decided or entered', 'things they decided or entered')

export const called = ([one, several]: Called, count: number): string => `${count} ${count === 1 ? one : several}`
