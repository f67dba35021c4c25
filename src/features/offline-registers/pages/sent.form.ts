import { z } from 'zod'
import { typedText } from '../../../platform/forms.ts'
import type { Typed } from '../../../vocabulary/form.ts'
import { isId } from '../../../vocabulary/ids.ts'
import { markNames } from '../../registers/index.ts'

const id = z.string().refine(isId)
// A device whose clock stands at another century is still a device: what it says must only be a moment.
const moment = z.number().int().min(-6e13).max(6e13)

const made = {
  id,
  /** By the clock of the device, and by how much that was behind ours when they last met. */
  at: moment,
  behind: moment,
  /** By how much it was wrong then. */
  wrong: moment,
}

const mark = z.object({
  kind: z.literal('mark'),
  ...made,
  participantId: id,
  mark: z.enum(markNames),
  minutes: z.number().int().min(1).max(600).nullable(),
  substitute: z.string().trim().max(100).nullable(),
  seen: z.array(id).max(20),
})

const walkIn = z.object({
  kind: z.literal('walk-in'),
  ...made,
  name: z.string().trim().min(1).max(100),
  school: z.string().trim().max(150),
})

const sent = z.object({
  deviceNow: moment,
  knewOn: z.iso.date().nullable(),
  items: z.array(z.discriminatedUnion('kind', [mark, walkIn])).max(200),
})

export type Sent = z.infer<typeof sent>

/** What a device sends, as it stands in the form; null where it is not what our own page would send. */
export const sentIn = (body: Typed): Sent | null => {
  try {
    return sent.safeParse(JSON.parse(typedText(body, 'sent'))).data ?? null
  } catch {
    return null
  }
}
