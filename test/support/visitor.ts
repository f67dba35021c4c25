import type { FastifyInstance } from 'fastify'

/** A browser without a window: keeps the cookies it is given, and sends forms from our own pages. */
export const visitor = (app: FastifyInstance, cookies: Map<string, string> = new Map()) => {
  const send = async (method: 'GET' | 'HEAD' | 'POST', url: string, { form, headers }: Sent = {}) => {
    const isForm = method === 'POST'
    const answer = await app.inject({
      method,
      url,
      headers: {
        'sec-fetch-site': 'same-origin',
        ...(cookies.size > 0 ? { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') } : {}),
        ...(isForm ? { 'content-type': 'application/x-www-form-urlencoded' } : {}),
        ...headers,
      },
      ...(isForm ? { payload: new URLSearchParams(form).toString() } : {}),
    })
    for (const { name, value } of answer.cookies) value ? cookies.set(name, value) : cookies.delete(name)
    return answer
  }
  return {
    cookies,
    get: (url: string, headers?: Record<string, string>) => send('GET', url, headers ? { headers } : {}),
    head: (url: string) => send('HEAD', url),
    post: (url: string, form: Record<string, string> = {}, headers?: Record<string, string>) =>
      send('POST', url, { form, ...(headers ? { headers } : {}) }),
  }
}

type Sent = { readonly form?: Record<string, string>; readonly headers?: Record<string, string> }
export type Visitor = ReturnType<typeof visitor>
