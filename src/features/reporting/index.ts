// Reporting: what the network came to, with the same definitions for every hub (B9). Reads everything above by published
// views, writes nothing of theirs. Interest, places, participation and completion are four figures and never mixed.
export { reportingEvents } from './events.ts'
export { type Indicator, indicatorLabels, indicators } from './indicator.ts'
export { mayPublishFigure } from './policy.ts'
export { figuresOf } from './queries.ts'
