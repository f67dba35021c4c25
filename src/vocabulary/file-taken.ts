/** What a file that was sent for a question is, told by what is in it and not by its name alone; null for what is not taken. */
export const typeOfFile = (name: string, content: Uint8Array): string | null => {
  const ending = /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase() ?? ''
  const kind = kinds.find(({ endings }) => endings.includes(ending))
  return kind?.isOne(content) ? kind.type(ending) : null
}

export const mostFileBytes = 5 * 1024 * 1024

/** The same in words, after “Send”. */
export const filesTaken =
  'A PDF, a Word, Excel or PowerPoint document, a picture (PNG or JPEG) or plain text, up to 5 MB'

const beginsWith =
  (...bytes: readonly number[]) =>
  (content: Uint8Array): boolean =>
    bytes.every((byte, at) => content[at] === byte)

const isText = (content: Uint8Array): boolean => !content.subarray(0, 4096).includes(0)

const offices: Readonly<Record<string, string>> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  odt: 'application/vnd.oasis.opendocument.text',
  ods: 'application/vnd.oasis.opendocument.spreadsheet',
  odp: 'application/vnd.oasis.opendocument.presentation',
}

const always = (type: string) => () => type

const kinds: readonly {
  readonly endings: readonly string[]
  readonly type: (ending: string) => string
  readonly isOne: (content: Uint8Array) => boolean
}[] = [
  { endings: ['pdf'], type: always('application/pdf'), isOne: beginsWith(0x25, 0x50, 0x44, 0x46) },
  { endings: Object.keys(offices), type: (ending) => offices[ending] ?? '', isOne: beginsWith(0x50, 0x4b, 0x03, 0x04) },
  { endings: ['png'], type: always('image/png'), isOne: beginsWith(0x89, 0x50, 0x4e, 0x47) },
  { endings: ['jpg', 'jpeg'], type: always('image/jpeg'), isOne: beginsWith(0xff, 0xd8, 0xff) },
  { endings: ['txt', 'csv'], type: always('text/plain; charset=utf-8'), isOne: isText },
]
