declare module 'autocannon' {
  import type { EventEmitter } from 'node:events'

  export type Request = { method?: string; path?: string; headers?: Record<string, string>; body?: string }
  export type Options = {
    url: string
    connections: number
    duration: number
    requests?: (Request & { setupRequest?: (request: Request) => Request })[]
  }
  export type Result = { requests: { total: number }; non2xx: number; errors: number; duration: number }
  type Instance = EventEmitter & PromiseLike<Result>
  const autocannon: (options: Options) => Instance
  // biome-ignore lint/style/noDefaultExport: the package exports so
  export default autocannon
}
