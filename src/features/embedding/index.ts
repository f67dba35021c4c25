// Embedding: what a hub offers, for other websites and programs that read: a script and a frame for a hub's own site, and feeds.
// Nothing here is asked for by another room; everything shown is public, and stands on the pages of offers and projects as well.
export { feedOfHub } from './address.ts'
