-- Where a hub stands on the tile map of the network: laid by hand, a diagram and no geography. A hub without a tile is given one near its region.
alter table hubs add tile_column integer, add tile_row integer,
  add constraint hubs_tile_is_whole check ((tile_column is null) = (tile_row is null)),
  add constraint hubs_tile_is_its_own unique (tile_column, tile_row),
  add constraint hubs_tile_is_on_the_map check (tile_column between 1 and 20 and tile_row between 1 and 20);
