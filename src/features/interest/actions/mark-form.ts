import { hashOf } from '../../../platform/secrets.ts'
import type { Asked } from '../expression-of-interest.ts'

/** Marks a form as it was filled in: its button pressed twice sends the same, corrected and sent again it is another. */
export const markForm = (asked: Asked): Asked => ({
  ...asked,
  formKey: `${asked.formKey}:${hashOf(JSON.stringify(asked)).toString('base64url')}`,
})
