// What the product is measured against: the same web server with nothing of the product in it.
import { readFileSync } from 'node:fs'
import formbody from '@fastify/formbody'
import Fastify from 'fastify'
import pg from 'pg'

const [port = '', databaseUrl = '', ...pages] = process.argv.slice(2)
const app = Fastify({ logger: false })
await app.register(formbody)

for (const page of pages) {
  const [path = '', file = ''] = page.split('=')
  const body = readFileSync(file)
  app.get(path, (_request, reply) => reply.type('text/html; charset=utf-8').send(body))
}

const pool = new pg.Pool({ connectionString: databaseUrl, max: 10 })
app.post('/row', async (request, reply) => {
  const client = await pool.connect()
  try {
    await client.query('begin')
    await client.query('insert into bench_rows (body) values ($1)', [JSON.stringify(request.body)])
    await client.query('commit')
  } finally {
    client.release()
  }
  return reply.status(303).header('location', '/').send()
})

await app.listen({ host: '127.0.0.1', port: Number(port) })
process.stdout.write('ready bare\n')
