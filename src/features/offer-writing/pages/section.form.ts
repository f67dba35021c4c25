import { z } from 'zod'
import { typedText } from '../../../platform/forms.ts'
import { longestBody, longestHeading, type Words } from '../section-standing.ts'
import { issue } from './typed.form.ts'

/** A section as staff of a hub type it. */
export const sectionForm = z
  .record(z.string(), z.union([z.string(), z.array(z.string())]))
  .transform((typed, check): Words => {
    const heading = typedText(typed, 'heading').replaceAll(/\s+/g, ' ')
    const body = typedText(typed, 'body').replaceAll('\r\n', '\n')
    if (heading === '') issue(check, 'heading', 'Enter a heading')
    if (heading.length > longestHeading) issue(check, 'heading', `Use at most ${longestHeading} characters`)
    if (body === '') issue(check, 'body', 'Enter the text')
    if (body.length > longestBody)
      issue(
        check,
        'body',
        `Shorten the text of “${heading}”: it can have at most ${longestBody.toLocaleString('en-GB')} characters`,
      )
    return { heading, body }
  })
