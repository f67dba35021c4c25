import { pino } from 'pino'

export type Log = {
  info(details: object, message: string): void
  warn(details: object, message: string): void
  error(details: object, message: string): void
}

/** Structured logs, one JSON object a line, on standard error. Addresses with tokens and cookies never reach it. */
export const createLog = (level: string): Log =>
  pino(
    { level, base: null, timestamp: pino.stdTimeFunctions.isoTime, serializers: { err: withoutInsides } },
    pino.destination(2),
  )

// A database error carries its whole client; what helps is the message, the code and the stack.
const withoutInsides = (problem: Error & { code?: string; cause?: unknown }) => ({
  type: problem.name,
  message: problem.message,
  code: problem.code,
  stack: problem.stack,
  cause: problem.cause instanceof Error ? problem.cause.message : undefined,
})

/** For tests and short commands. */
export const silentLog: Log = { info() {}, warn() {}, error() {} }
