import assert from 'node:assert/strict'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import type { FastifyInstance } from 'fastify'
import { type TestInstallation, testInstallation } from '../../../test/support/installation.ts'
import { everyone, signedIn } from './access.ts'
import { type Page, page, post, postFile, postLargeFile, type Route } from './routes.ts'
import { createServer, type Site } from './server.ts'

let here: TestInstallation
let app: FastifyInstance

const tell: Page = async ({ upload, body }) =>
  page(`${upload?.field ?? 'no file'} ${upload?.name ?? ''} ${upload?.bytes.length ?? ''} ${JSON.stringify(body)}`)

const folder = mkdtempSync(join(tmpdir(), 'uploads-'))
const lying = () => readdirSync(join(folder, 'uploads'))

const tellLarge: Page = async ({ upload, largeUpload, body }) => {
  const whole = largeUpload ? readFileSync(largeUpload.path, 'utf8') : ''
  if (whole === 'fail') throw new Error('This page fails')
  return page(
    `${upload} ${largeUpload?.name} ${largeUpload?.size} ${whole.length} ${lying().length} ${JSON.stringify(body)}`,
  )
}

const routes: Route[] = [
  postFile('/file', everyone, tell, 1000),
  postFile('/closed', signedIn, tell, 1000),
  post('/words', everyone, tell),
  postLargeFile('/large', everyone, tellLarge, 5000),
]

const site: Site = {
  identify: async () => ({ kind: 'visitor' }),
  frame: (_context, path) => ({
    serviceName: 'T',
    networkName: 'N',
    path,
    signedInAs: null,
    navigation: [],
    demonstration: null,
    notice: null,
  }),
  drawProblem: (_frame, problem) => `${problem.status} ${problem.sentence}`,
  asset: () => null,
}

before(async () => {
  here = await testInstallation({ dataDir: folder })
  app = await createServer(here.installation, site, routes)
})
after(async () => {
  await app.close()
  await here.release()
  rmSync(folder, { recursive: true, force: true })
})

const part = (name: string, value: string, file?: string): string =>
  `--cut\r\nContent-Disposition: form-data; name="${name}"${file === undefined ? '' : `; filename="${file}"\r\nContent-Type: text/csv`}\r\n\r\n${value}\r\n`

const send = (url: string, payload: string, headers: Record<string, string> = {}) =>
  app.inject({
    method: 'POST',
    url,
    payload,
    headers: { 'content-type': 'multipart/form-data; boundary=cut', ...headers },
  })

test('a form arrives with its words and its file, whose name has no folders', async () => {
  const { body } = await send(
    '/file',
    `${part('kind', 'a')}${part('file', 'x,y', 'C:\\Users\\me\\list.csv')}${part('also', '1')}${part('also', '2')}--cut--\r\n`,
  )
  assert.equal(body, 'file list.csv 3 {"kind":"a","also":["1","2"]}')
})

test('no file chosen is no file', async () => {
  assert.equal((await send('/file', `${part('file', '', '')}--cut--\r\n`)).body, 'no file   {}')
})

test('a file that is too large is refused in words, whether it says its size or not', async () => {
  const large = await send('/file', `${part('file', 'x'.repeat(1001), 'a.csv')}--cut--\r\n`)
  assert.equal(large.statusCode, 413)
  assert.match(large.body, /choose a smaller file/)
  assert.equal((await send('/file', `${part('file', 'x'.repeat(200_000), 'a.csv')}--cut--\r\n`)).statusCode, 413)
})

test('a page that takes no file says so', async () => {
  assert.equal((await send('/words', `${part('file', 'x', 'a.csv')}--cut--\r\n`)).statusCode, 415)
})

test('a body cut off, without a boundary, with NUL, with endless parts, or naming the prototype is the sender’s fault', async () => {
  const bodies = [
    part('file', 'x', 'a.csv'),
    'nothing',
    '',
    `${part('name', 'a\0b')}--cut--\r\n`,
    `${part('__proto__', 'x')}--cut--\r\n`,
    `${part('n', 'x').repeat(60)}--cut--\r\n`,
    `${part('file', 'x', 'a.csv').repeat(2)}--cut--\r\n`,
  ]
  for (const body of bodies) {
    const { statusCode } = await send('/file', body)
    assert.ok(statusCode >= 200 && statusCode < 500, `${statusCode} for ${body.slice(0, 60)}`)
  }
  const without = await send('/file', 'x', { 'content-type': 'multipart/form-data' })
  assert.ok(without.statusCode >= 400 && without.statusCode < 500)
})

test('a file from another site is not taken, nor one from somebody who may not open the page', async () => {
  const body = `${part('file', 'x', 'a.csv')}--cut--\r\n`
  assert.equal((await send('/file', body, { 'sec-fetch-site': 'cross-site' })).statusCode, 403)
  assert.equal((await send('/closed', body)).statusCode, 302)
})

test('a large file lies on the disk while its page looks at it, and no longer', async () => {
  const whole = await send('/large', `${part('kind', 'a')}${part('file', 'x'.repeat(4000), 'C:\\big.csv')}--cut--\r\n`)
  assert.equal(whole.body, 'null big.csv 4000 4000 1 {"kind":"a"}')
  assert.deepEqual(lying(), [])
  const none = await send('/large', `${part('file', '', '')}--cut--\r\n`)
  assert.equal(none.body, 'null undefined undefined 0 0 {}')
  const failed = await send('/large', `${part('file', 'fail', 'a.csv')}--cut--\r\n`)
  assert.equal(failed.statusCode, 500)
  const tooLarge = await send('/large', `${part('file', 'x'.repeat(6000), 'a.csv')}--cut--\r\n`)
  assert.equal(tooLarge.statusCode, 413)
  const cutOff = await send('/large', part('file', 'x'.repeat(4000), 'a.csv').slice(0, 2000))
  assert.equal(cutOff.statusCode, 400)
  assert.deepEqual(lying(), [])
})
