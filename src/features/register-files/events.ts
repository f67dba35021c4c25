/** What can happen to a register's file, and the sentence shown in the history. */
export const registerFilesEvents = {
  'register-file.sent': 'A file of a national register was sent to be read',
  'register-file.refused': 'A file of a national register could not be taken',
} as const
