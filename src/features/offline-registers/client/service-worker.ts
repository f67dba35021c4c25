// Keeps the one page on which registers are taken, with its files, and nothing else: no other page of the site passes here.
declare const kept: { readonly version: string; readonly page: string; readonly assets: readonly string[] }

const worker = globalThis as unknown as ServiceWorkerGlobalScope
const mine = 'registers-on-this-device-'
const name = `${mine}${kept.version}`

// Asked for as by nobody, so that nothing of whoever is signed in lies in it.
const asNobody = (address: string): Request => new Request(address, { credentials: 'omit', cache: 'reload' })

worker.addEventListener('install', (event) => {
  event.waitUntil(
    caches
      .open(name)
      .then((cache) => cache.addAll([kept.page, ...kept.assets].map(asNobody)))
      .then(() => worker.skipWaiting()),
  )
})

const forgetOlder = async (): Promise<void> => {
  const names = await caches.keys()
  await Promise.all(names.filter((each) => each.startsWith(mine) && each !== name).map((each) => caches.delete(each)))
  await worker.clients.claim()
}

worker.addEventListener('activate', (event) => event.waitUntil(forgetOlder()))

const isKept = (request: Request): boolean => {
  const { origin, pathname } = new URL(request.url)
  if (request.method !== 'GET' || origin !== worker.location.origin) return false
  return request.mode === 'navigate' ? pathname === kept.page : kept.assets.includes(pathname)
}

const fromHere = async (request: Request): Promise<Response> => {
  const cache = await caches.open(name)
  const address = request.mode === 'navigate' ? kept.page : new URL(request.url).pathname
  return (await cache.match(address)) ?? fetch(request)
}

worker.addEventListener('fetch', (event) => {
  if (isKept(event.request)) event.respondWith(fromHere(event.request))
})

export {}
