/** What can happen to an import, and the sentence shown in the history. */
export const importEvents = {
  'import.uploaded': 'A spreadsheet was uploaded',
  'import.matched': 'Its columns were matched',
  'import.prepared': 'Its rows were read and its schools looked for',
  'import.schools-decided': 'It was decided which schools are meant',
  'import.started': 'The import was started',
  'import.request-made': 'A request was made of rows of the spreadsheet',
  'import.people-made': 'Rows of the spreadsheet made people or posts known',
  'import.finished': 'The import was finished',
  'import.undo-started': 'Taking the import back was started',
  'import.undone': 'The import was taken back, as far as nothing depends on it',
  'import.discarded': 'The spreadsheet was thrown away',
  'import.rows-deleted': 'The rows of the spreadsheet were deleted, as their time was over',
  'import-matching.forgotten': 'A remembered matching of columns was forgotten',
} as const

/** The sentence of an event in the history of an import; its bare name when it belongs to another room. */
export const importEventSentence = (name: string): string =>
  Object.hasOwn(importEvents, name) ? importEvents[name as keyof typeof importEvents] : name
