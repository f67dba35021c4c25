import type { Json } from '../../vocabulary/json.ts'
import { type Html, html, raw } from '../html.ts'

/** What a page is about, for programs that read it (JSON-LD): a block of data, which no browser runs. */
export const structuredData = (data: Json): Html =>
  // "<" cannot end the block, nor begin a comment in it.
  html`<script type="application/ld+json">${raw(JSON.stringify(data).replaceAll('<', '\\u003c'))}</script>`
