const interruption = 'the service never interrupts a journey with a whole page'
const enhanced = 'files are chosen with the control of the browser, which needs no script'
const languages = 'the service speaks one language'
const inline = 'nothing stands beside the navigation'

/** Official fixtures that our components leave out, by component, each with the reason. */
export const unsupported: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'file-upload': {
    enhanced,
    'enhanced, with error message and hint': enhanced,
    'enhanced, multiple files': enhanced,
    'enhanced, custom wrapper classes and attributes': enhanced,
    translated: enhanced,
  },
  panel: {
    interruption,
    'interruption-with-content-with-long-line-length': interruption,
    'interruption-with-headings-content-and-lists': interruption,
    'interruption with custom classes': interruption,
    'interruption, with actions classes and attributes': interruption,
    'interruption, submit action': interruption,
    'interruption, button link': interruption,
    'interruption, no actions': interruption,
    'interruption, no actions items': interruption,
  },
  select: { 'with falsy values': 'a value is words or a number, never true or false' },
  'service-navigation': {
    'with language navigation': languages,
    'with right-aligned language navigation': languages,
    'inverse with language navigation': languages,
    'with `inline` end slot': inline,
  },
}
