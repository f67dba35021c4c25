import { z } from 'zod'
import { farthestTile } from '../tiles.ts'

const place = (what: string) =>
  z
    .string(`Enter the ${what}`)
    .trim()
    .refine(
      (typed) => /^\d{1,2}$/.test(typed) && Number(typed) >= 1 && Number(typed) <= farthestTile,
      `Enter the ${what} as a number from 1 to ${farthestTile}`,
    )
    .transform(Number)

/** Which hub goes to which tile. */
export const tileForm = z.object({
  hub: z.string('Choose a hub').min(1, 'Choose a hub'),
  column: place('column'),
  row: place('row'),
})
