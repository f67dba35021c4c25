import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { createRequire, stripTypeScriptTypes } from 'node:module'

/** A file that browsers may keep for ever, because its name changes with its content. */
export type Asset = { readonly body: Buffer; readonly type: string }

const types = { css: 'text/css; charset=utf-8', js: 'text/javascript; charset=utf-8', svg: 'image/svg+xml' }

const beside = (path: string): string => readFileSync(new URL(path, import.meta.url), 'utf8')

const govukFrontend = (): string =>
  readFileSync(
    createRequire(import.meta.url).resolve('govuk-frontend/dist/govuk/govuk-frontend.min.js'),
    'utf8',
  ).replace(/\n?\/\/# sourceMappingURL=.*$/m, '')

const hashedName = (name: string, text: string): string =>
  `${createHash('sha256').update(text).digest('hex').slice(0, 12)}-${name}`

/** Every module in `client/` stands alone: it may import govuk-frontend, and nothing else. */
const clientModules = (): readonly string[] =>
  readdirSync(new URL('./client/', import.meta.url))
    .filter((name) => /^[a-z-]+\.ts$/.test(name))
    .map((name) => name.replace(/\.ts$/, ''))

type Kept = { readonly paths: ReadonlyMap<string, string>; readonly files: ReadonlyMap<string, Asset> }

const gather = (): Kept => {
  const paths = new Map<string, string>()
  const files = new Map<string, Asset>()
  const keep = (name: string, type: string, text: string): void => {
    const hashed = hashedName(name, text)
    paths.set(name, `/assets/${hashed}`)
    files.set(hashed, { body: Buffer.from(text), type })
  }
  keep('tessellate.css', types.css, beside('./assets/tessellate.css'))
  keep('favicon.svg', types.svg, beside('./assets/favicon.svg'))
  keep('mark.svg', types.svg, beside('./assets/mark.svg'))
  keep('govuk-frontend.js', types.js, govukFrontend())
  for (const name of clientModules()) {
    const script = stripTypeScriptTypes(beside(`./client/${name}.ts`))
    keep(`${name}.js`, types.js, script.replace("'govuk-frontend'", `'${paths.get('govuk-frontend.js')}'`))
  }
  return { paths, files }
}

const { paths, files } = gather()

/** The address of an asset, with the hash of its content. */
export const assetPath = (name: string): string => {
  const path = paths.get(name)
  if (path === undefined) throw new Error(`There is no asset called ${name}`)
  return path
}

/** The file behind a hashed name, or nothing. */
export const assetFile = (hashed: string): Asset | undefined => files.get(hashed)
