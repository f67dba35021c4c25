/** A setting that cannot be used: names it, what was given and what is wanted. */
export class WrongSetting extends Error {
  override readonly name = 'WrongSetting'
}
