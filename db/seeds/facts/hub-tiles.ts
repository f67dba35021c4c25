// The network as tiles, laid by hand so that neighbours stand beside each other as far as that can be: a diagram, not a map.
const rows: readonly (readonly [row: number, column: number, ...slugs: readonly string[]])[] = [
  [1, 4, 'great-north'],
  [2, 3, 'north-north-west', 'archimedes-ne'],
  [3, 2, 'abacus-nw', 'west-yorkshire', 'yorkshire-ridings', 'yorkshire-and-the-humber'],
  [4, 1, 'north-west-three', 'turing-nw', 'north-west-one', 'south-yorkshire', 'east-midlands-east'],
  [
    5,
    1,
    'cheshire-and-wirral',
    'north-mids',
    'east-midlands-west',
    'east-midlands-south',
    'cambridge',
    'norfolk-and-suffolk',
  ],
  [6, 1, 'shaw', 'central', 'origin', 'enigma', 'matrix', 'venn-essex'],
  [7, 1, 'glow', 'bucks-berks-and-oxon', 'london-central-and-west', 'london-central-and-nw', 'london-north-east'],
  [8, 1, 'boolean', 'mobius', 'london-south-west', 'london-thames', 'london-south-east-plus', 'kent-and-medway'],
  [9, 1, 'code', 'jurassic', 'solent', 'north-east-hants-and-surrey', 'sussex'],
]

/** The tile of each hub, by its slug. */
export const hubTiles: Readonly<Record<string, { readonly tile_column: number; readonly tile_row: number }>> =
  Object.fromEntries(
    rows.flatMap(([tileRow, first, ...slugs]) =>
      slugs.map((slug, at) => [slug, { tile_column: first + at, tile_row: tileRow }] as const),
    ),
  )
