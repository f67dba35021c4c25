import { button } from '../../../ui/components/button.ts'
import { type FormState, selectField, textField } from '../../../ui/fields.ts'
import { type Html, html } from '../../../ui/html.ts'
import { layout } from '../../../ui/layout.ts'
import type { Frame } from '../../../vocabulary/frame.ts'
import { type Numbered, tileMap } from './tile-map.view.ts'

type Shown = { readonly hubs: readonly Numbered[]; readonly form: FormState }

const choices = (hubs: readonly Numbered[]) =>
  hubs
    .toSorted((one, other) => one.hub.name.localeCompare(other.hub.name, 'en-GB'))
    .map(({ hub, tile }) => ({ value: hub.slug, text: `${hub.name}, now column ${tile.column}, row ${tile.row}` }))

/** For the national team: the map of the hubs with the form that moves a tile. */
export const tilesView = (frame: Frame, { hubs, form }: Shown): Html =>
  layout(
    frame,
    {
      title: 'The map of the hubs',
      breadcrumbs: [
        { text: 'National picture', href: '/network' },
        { text: 'Hubs', href: '/network/hubs' },
        { text: 'The map' },
      ],
      errors: form.errors,
      unlisted: true,
    },
    html`<h1 class="govuk-heading-l">The map of the hubs</h1>
<p class="govuk-body">A diagram, laid by hand: neighbours stand beside each other as far as that can be. Columns are counted from the west, rows from the north. Where you put a hub on the tile of another, the two change places.</p>
<form method="post" action="/network/tiles" novalidate>${selectField(form, { name: 'hub', label: 'Hub', items: choices(hubs) })}
${textField(form, { name: 'column', label: 'Column', width: 2, inputmode: 'numeric' })}${textField(form, { name: 'row', label: 'Row', width: 2, inputmode: 'numeric' })}${button({ text: 'Move it', preventDoubleClick: true })}</form>
<figure class="app-map-figure">${tileMap(hubs)}</figure>`,
  )
