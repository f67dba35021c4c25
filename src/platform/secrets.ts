import { createHash, randomBytes, randomInt } from 'node:crypto'

/** A secret is kept only as its hash: whoever reads the table cannot sign in with it. */
export const hashOf = (secret: string): Buffer => createHash('sha256').update(secret).digest()

/** A token for a link or a session: 192 random bits. */
export const newToken = (): string => randomBytes(24).toString('base64url')

/** Six digits, to be typed on another device. */
export const newCode = (): string => String(randomInt(0, 1_000_000)).padStart(6, '0')

/** A code is worth little alone: its hash includes the request it belongs to. */
export const hashOfCode = (requestId: string, code: string): Buffer => hashOf(`${requestId}:${code}`)

/** Marks a token for a program, so that people and scanners of files know one when they see it. */
const prefix = 'tess_'
const shape = /^tess_[\w-]{32}$/

/** A token for a program. */
export const newProgramToken = (): string => `${prefix}${newToken()}`
export const hasTokenShape = (text: string): boolean => shape.test(text)

/** What is shown of a token after the first time, so that its owner can tell it from others. */
export const beginningOf = (token: string): string => token.slice(0, prefix.length + 4)
