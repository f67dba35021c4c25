/** The largest change of a device's clock between two meetings that is put down to the way there and back. */
const tolerated = 120_000

/** Whether the clock of a device was set to another time between the moment it was measured and now. */
export const wasChanged = (wrongThen: number, wrongNow: number): boolean => Math.abs(wrongThen - wrongNow) > tolerated

/** A number of milliseconds as the seconds that are kept, within what a column holds. */
export const inSeconds = (milliseconds: number): number =>
  Math.max(-2_000_000_000, Math.min(2_000_000_000, Math.round(milliseconds / 1000)))
