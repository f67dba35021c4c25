import { z } from 'zod'

const text = z
  .string()
  .optional()
  .transform((typed) => typed?.trim() ?? '')

const count = (what: string, least: number) =>
  z
    .string(`Enter ${what}`)
    .trim()
    .regex(/^\d{1,4}$/, `Enter ${what} as a number, such as 12`)
    .transform(Number)
    .refine((value) => value >= least, `Enter ${what}: at least ${least}`)

const link = text
  .refine((typed) => typed === '' || /^https?:\/\/\S+\.\S+$/.test(typed), 'Enter a link that starts with https://')
  .transform((typed) => typed || null)

/** The fields that every form of a group has. */
export const detailFields = {
  name: z
    .string('Enter a name for the group')
    .trim()
    .min(1, 'Enter a name for the group')
    .max(120, 'Enter a name of at most 120 characters'),
  organisations_room: count('how many can join', 1),
  people_room: count('how many people there is room for', 1),
  organisations_minimum: count('how many are needed to go ahead', 0),
  venue: text.transform((typed) => typed || null),
  online_link: link,
}

type Details = { organisations_room: number; people_room: number; organisations_minimum: number }

/** What the figures of a group must be to each other; given the field to put it right in. */
export const checkFigures = (
  details: Details,
  check: { addIssue: (issue: { code: 'custom'; path: string[]; message: string }) => void },
): void => {
  if (details.organisations_minimum > details.organisations_room)
    check.addIssue({
      code: 'custom',
      path: ['organisations_minimum'],
      message: 'The minimum cannot be more than the group has room for',
    })
  if (details.people_room < details.organisations_room)
    check.addIssue({
      code: 'custom',
      path: ['people_room'],
      message: 'There must be room for at least one person each',
    })
}

export const detailsForm = z.object(detailFields).superRefine(checkFigures)
