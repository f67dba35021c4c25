import { z } from 'zod'

const encoded = z
  .string()
  .regex(/^[\w-]+$/)
  .max(20_000)
const attachment = z.enum(['platform', 'cross-platform']).exactOptional()
const transports = z.array(z.enum(['ble', 'cable', 'hybrid', 'internal', 'nfc', 'smart-card', 'usb']))

const credential = { id: encoded, rawId: encoded, type: z.literal('public-key'), authenticatorAttachment: attachment }
const extensions = z.record(z.string(), z.unknown()).optional()

const usedSchema = z.object({
  ...credential,
  clientExtensionResults: extensions,
  response: z.object({
    clientDataJSON: encoded,
    authenticatorData: encoded,
    signature: encoded,
    userHandle: encoded.exactOptional(),
  }),
})

const madeSchema = z.object({
  ...credential,
  clientExtensionResults: extensions,
  response: z.object({
    clientDataJSON: encoded,
    attestationObject: encoded,
    // Ways to reach an authenticator that we have never heard of are left out.
    transports: transports.catch([]).exactOptional(),
  }),
})

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/** What a browser's authenticator answered, as the page's script put it into the form; null when it is nothing of the kind. */
export const usedPasskey = (text: string) => {
  const read = usedSchema.safeParse(parsed(text)).data
  return read ? { ...read, clientExtensionResults: {} } : null
}
export const madePasskey = (text: string) => {
  const read = madeSchema.safeParse(parsed(text)).data
  return read ? { ...read, clientExtensionResults: {} } : null
}

export const passkeyForm = z.object({
  name: z
    .string('Say which device or key holds it')
    .trim()
    .min(1, 'Say which device or key holds it, such as "my phone"')
    .max(60, 'Use 60 letters at most'),
  credential: z.string().optional().default(''),
})
