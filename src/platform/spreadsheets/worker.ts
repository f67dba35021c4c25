import { readBytes } from './read.ts'
import { CannotRead } from './sheet.ts'

type Asked = { readonly bytes: Uint8Array; readonly name: string }

const answer = async ({ bytes, name }: Asked): Promise<object> => {
  try {
    return { sheet: await readBytes(bytes, name) }
  } catch (problem) {
    if (!(problem instanceof CannotRead)) throw problem
    return { refusal: problem.message }
  }
}

const say = (said: object): void => {
  process.send?.(said, undefined, undefined, () => process.disconnect?.())
}

process.once('message', (asked: Asked) => void answer(asked).then(say))
