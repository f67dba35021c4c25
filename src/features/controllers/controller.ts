/** Who answers for personal data: the controller, who decides what is kept and why, and the processor, who keeps it for them. */
export type Controller = {
  readonly controller: string
  readonly processor: string
  readonly contact: string | null
  readonly isOfHub: boolean
}

/** What was stated, from a day to a day. Without a processor it is the lead school of each hub. */
export type Statement = {
  readonly id: string
  readonly controller: string
  readonly processor: string | null
  readonly contact: string | null
  readonly from: Temporal.PlainDate
  readonly to: Temporal.PlainDate | null
}

export type Stated = Pick<Statement, 'controller' | 'processor' | 'contact' | 'from'>

/** What holds on a day. */
export const holdingOn = (all: readonly Statement[], day: Temporal.PlainDate): Statement | null =>
  all.find(
    ({ from, to }) =>
      Temporal.PlainDate.compare(from, day) <= 0 && (to === null || Temporal.PlainDate.compare(to, day) >= 0),
  ) ?? null

/** What is past stays as it was said: a statement begins today or later, but for the first, which may say what held already. */
export const mayBeginOn = (all: readonly Statement[], from: Temporal.PlainDate, today: Temporal.PlainDate): boolean =>
  all.length === 0 || Temporal.PlainDate.compare(from, today) >= 0

export const whereNobodyIsNamed = 'The lead school of each hub'
