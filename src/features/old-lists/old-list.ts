/** What a list is of: requests to join an offer, or people. */
export type ListKind = 'interest' | 'people'

/** How a list is written. */
export type Options = {
  /** Names stand as "Surname, First". */
  readonly surnameFirst: boolean
  /** A row without a school means the school of the row above. */
  readonly fillsDown: boolean
}

export const usualOptions: Options = { surnameFirst: false, fillsDown: false }
