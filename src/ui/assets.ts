import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { createRequire, stripTypeScriptTypes } from 'node:module'
import { basename } from 'node:path'

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

/** Where browser code lies: beside the components, and in a room's own `client/`. */
const clientFolders = (): readonly URL[] => {
  const features = new URL('../features/', import.meta.url)
  const ofRooms = readdirSync(features).map((room) => new URL(`./${room}/client/`, features))
  return [new URL('./client/', import.meta.url), ...ofRooms.filter((folder) => existsSync(folder))]
}

const clientModules = (): readonly URL[] =>
  clientFolders().flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => /^[a-z-]+\.ts$/.test(name))
      .map((name) => new URL(name, folder)),
  )

const libraries: Readonly<Record<string, { readonly asset: string; readonly text: () => string }>> = {
  'govuk-frontend': { asset: 'govuk-frontend.js', text: govukFrontend },
  'accessible-autocomplete': { asset: 'accessible-autocomplete.js', text: autocomplete },
  '@simplewebauthn/browser': { asset: 'webauthn.js', text: webAuthn },
}

type Kept = {
  readonly paths: ReadonlyMap<string, string>
  readonly files: ReadonlyMap<string, Asset>
  /** What each module asks for, itself among it: the addresses of everything that runs with it. */
  readonly behind: ReadonlyMap<string, ReadonlySet<string>>
}

// As our formatter leaves them: an import on one line, or ended by a brace at the beginning of one.
const imports = /^((?:import\b.*|\}) from )'([^']+)'/gm

const gather = (): Kept => {
  const paths = new Map<string, string>()
  const files = new Map<string, Asset>()
  const behind = new Map<string, ReadonlySet<string>>()
  const keep = (name: string, type: string, text: string): string => {
    const hashed = hashedName(name, text)
    const path = `/assets/${hashed}`
    paths.set(name, path)
    files.set(hashed, { body: Buffer.from(text), type })
    return path
  }
  const modules = new Map<string, string>()
  // A module is named by its content with that of everything it imports, so what it imports is kept first.
  const keepModule = (url: URL): string => {
    const known = modules.get(url.href)
    if (known !== undefined) return known
    const asked = new Set<string>()
    const script = stripTypeScriptTypes(readFileSync(url, 'utf8')).replaceAll(
      imports,
      (_, from: string, to: string) => {
        const path = to.startsWith('.') ? keepModule(new URL(to, url)) : paths.get(libraries[to]?.asset ?? '')
        if (path === undefined) throw new Error(`${url.href} imports ${to}, which browsers are not given`)
        for (const each of behind.get(path) ?? [path]) asked.add(each)
        return `${from}'${path}'`
      },
    )
    const path = keep(`${basename(url.pathname, '.ts')}.js`, types.js, script)
    modules.set(url.href, path)
    behind.set(path, asked.add(path))
    return path
  }
  keep('tessellate.css', types.css, beside('./assets/tessellate.css'))
  keep('favicon.svg', types.svg, beside('./assets/favicon.svg'))
  keep('mark.svg', types.svg, beside('./assets/mark.svg'))
  for (const { asset, text } of Object.values(libraries)) keep(asset, types.js, text())
  for (const url of clientModules()) keepModule(url)
  return { paths, files, behind }
}

// Not at once: a worker and most commands send nothing to browsers.
let kept: Kept | null = null

const all = (): Kept => {
  kept ??= gather()
  return kept
}

/** Makes ready what is sent to browsers: before the first page, so that what is wrong with it stops the start. */
export const gatherAssets = (): void => {
  all()
}

/** The address of an asset, with the hash of its content. */
export const assetPath = (name: string): string => {
  const path = all().paths.get(name)
  if (path === undefined) throw new Error(`There is no asset called ${name}`)
  return path
}

/** The file behind a hashed name, or nothing. */
export const assetFile = (hashed: string): Asset | undefined => all().files.get(hashed)

/** The addresses of a module and of everything that it runs with. */
export const assetsBehind = (name: string): readonly string[] => [...(all().behind.get(assetPath(name)) ?? [])]
