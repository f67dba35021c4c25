import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { compile } from 'sass'

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url))

/** The style sheet of the whole service, as the browser gets it. */
export const compiledStyles = (): string =>
  `${compile(here('main.scss'), { style: 'compressed', loadPaths: [here('../../../node_modules')], quietDeps: true }).css.replace(/^\uFEFF/, '')}\n`

if (import.meta.main) writeFileSync(here('../assets/tessellate.css'), compiledStyles())
