// Projects ask for "the equivalent of three days"; the flyers' days are dates from 9:30am to 2:30pm.
const minutesInADay = 300

/** How many days so many minutes come to, in tenths: a day of professional development is five hours. */
export const daysOfMinutes = (minutes: number): number => Math.round((minutes / minutesInADay) * 10) / 10

/** 2 hours 30 minutes, 1 hour, 45 minutes */
export const minutesInWords = (minutes: number): string => {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60]
  const parts = [
    ...(hours > 0 ? [`${hours} ${hours === 1 ? 'hour' : 'hours'}`] : []),
    ...(rest > 0 || hours === 0 ? [`${rest} ${rest === 1 ? 'minute' : 'minutes'}`] : []),
  ]
  return parts.join(' ')
}

/** Three days as a figure and a word: 1 day, 2.5 days */
export const daysInWords = (days: number): string => `${days} ${days === 1 ? 'day' : 'days'}`

/** The length of sessions, in whole quarters of an hour, with which so many of them come to so many days. */
export const minutesEach = (days: number, sessions: number): number =>
  Math.ceil((days * minutesInADay) / sessions / 15) * 15
