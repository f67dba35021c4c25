/** What can happen to a form that is being filled in, and the sentence shown in the history. */
export const interestFormEvents = {
  'interest-form.begun': 'A form was begun',
  'interest-form.step-saved': 'A step of the form was saved',
  'interest-form.file-sent': 'A file was sent for a question',
  'interest-form.colleague-asked': 'A colleague was asked to help',
  'interest-form.link-mailed': 'The link to the form was mailed to whoever fills it in',
  'interest-form.link-stopped': 'The link of a colleague was stopped',
  'interest-form.link-renewed': 'The link to the form was stopped, and a new one made for whoever fills it in',
  'interest-form.sent': 'The form was sent',
  'interest-form.forgotten': 'Forms that nobody needs any more were deleted',
} as const
