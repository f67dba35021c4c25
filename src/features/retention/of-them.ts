const turns: readonly (readonly [RegExp, string])[] = [
  [/\b(to|for|about|name|sign) you\b/g, '$1 them'],
  [/\byours\b/g, 'theirs'],
  [/\bYour\b/g, 'Their'],
  [/\byour\b/g, 'their'],
  [/\bYou\b/g, 'They'],
  [/\byou\b/g, 'they'],
]

/** What is held about a person is called to them by “you”; to whoever decides on their erasure it is called by “they”. */
export const ofThem = (called: string): string => turns.reduce((words, [from, to]) => words.replace(from, to), called)
