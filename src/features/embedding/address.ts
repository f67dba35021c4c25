type Named = { readonly slug: string }

/** Where what a hub offers is given to other websites and readers. */
export const feedOfHub = ({ slug }: Named): string => `/hubs/${slug}/offers.atom`
export const frameOfHub = ({ slug }: Named): string => `/embed/${slug}`
export const scriptOfHub = ({ slug }: Named): string => `/embed/${slug}.js`

type Site = { readonly baseUrl: string; readonly hub: Named & { readonly name: string } }

/** The line that a hub copies into its own website. */
export const scriptLine = ({ baseUrl, hub }: Site): string =>
  `<script src="${baseUrl}${scriptOfHub(hub)}" async></script>`

const attribute = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;')

/** The line for websites that allow no script of others. */
export const frameLine = ({ baseUrl, hub }: Site): string =>
  `<iframe src="${baseUrl}${frameOfHub(hub)}" title="What ${attribute(hub.name)} offers" width="100%" height="600" loading="lazy"></iframe>`
