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

// The package has one whole file only for browsers that know no modules; its names are handed on as a module's.
const webAuthn = (): string =>
  `${readFileSync(new URL('../dist/bundle/index.umd.min.js', import.meta.resolve('@simplewebauthn/browser')), 'utf8')}
export const { browserSupportsWebAuthn, startAuthentication, startRegistration } = globalThis.SimpleWebAuthnBrowser
`

// The whole file hangs its one function on the window; a module hands it on.
const autocomplete = (): string =>
  `${readFileSync(createRequire(import.meta.url).resolve('accessible-autocomplete/dist/accessible-autocomplete.min.js'), 'utf8').replace(/\n?\/\/# sourceMappingURL=.*$/m, '')}
export const { accessibleAutocomplete } = globalThis
`

const hashedName = (name: string, text: string): string =>
  `${createHash('sha256').update(text).digest('hex').slice(0, 12)}-${name}`

/** Every module in `client/` stands alone: it may import these libraries, and nothing else. */
const clientModules = (): readonly string[] =>
  readdirSync(new URL('./client/', import.meta.url))
    .filter((name) => /^[a-z-]+\.ts$/.test(name))
    .map((name) => name.replace(/\.ts$/, ''))

const libraries: Readonly<Record<string, { readonly asset: string; readonly text: () => string }>> = {
  'govuk-frontend': { asset: 'govuk-frontend.js', text: govukFrontend },
  'accessible-autocomplete': { asset: 'accessible-autocomplete.js', text: autocomplete },
  '@simplewebauthn/browser': { asset: 'webauthn.js', text: webAuthn },
}

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
  for (const { asset, text } of Object.values(libraries)) keep(asset, types.js, text())
  for (const name of clientModules()) {
    const script = stripTypeScriptTypes(beside(`./client/${name}.ts`))
    const found = Object.entries(libraries).reduce(
      (text, [library, { asset }]) => text.replace(`from '${library}'`, `from '${paths.get(asset)}'`),
      script,
    )
    keep(`${name}.js`, types.js, found)
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
