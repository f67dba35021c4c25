/** Somebody who was erased: an id, without anything that tells who it was. */
export type Erased = { readonly personId: string; readonly at: string; readonly mentionsByName: boolean }

const line = ({ personId, at, mentionsByName }: Erased): string =>
  `${at} ${personId}${mentionsByName ? ' with-mentions' : ''}`

const written = /^(\d{4}-\d\d-\d\dT\S+Z) ([0-9a-f]{8}-[0-9a-f-]{27})( with-mentions)?$/

/** What a list says, line by line; what is no such line is passed over, as the words at its top are. */
export const readErasedList = (text: string): readonly Erased[] =>
  text.split('\n').flatMap((each) => {
    const [, at, personId, mentions] = written.exec(each.trim()) ?? []
    return at && personId ? [{ personId, at, mentionsByName: mentions !== undefined }] : []
  })

const words = [
  '# People who were erased, by the number of their record. Kept outside the database, so that `tessellate restore` erases them again',
  '# when an older backup brings them back. It names nobody.',
]

/** A list for a file: those known before and now, each once, the earliest first. */
export const writeErasedList = (all: readonly Erased[]): string => {
  const once = new Map(all.map((each) => [each.personId, each]))
  const lines = [...once.values()].map(line).sort()
  return `${[...words, ...lines].join('\n')}\n`
}
