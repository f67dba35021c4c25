import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { backLink } from '../../src/ui/components/back-link.ts'
import { breadcrumbs } from '../../src/ui/components/breadcrumbs.ts'
import { button } from '../../src/ui/components/button.ts'
import { checkboxes } from '../../src/ui/components/checkboxes.ts'
import { dateInput } from '../../src/ui/components/date-input.ts'
import { details } from '../../src/ui/components/details.ts'
import { errorMessage } from '../../src/ui/components/error-message.ts'
import { errorSummary } from '../../src/ui/components/error-summary.ts'
import { type Fieldset, fieldset } from '../../src/ui/components/fieldset.ts'
import { fileUpload } from '../../src/ui/components/file-upload.ts'
import { hint } from '../../src/ui/components/hint.ts'
import { input } from '../../src/ui/components/input.ts'
import { insetText } from '../../src/ui/components/inset-text.ts'
import { label } from '../../src/ui/components/label.ts'
import { notificationBanner } from '../../src/ui/components/notification-banner.ts'
import { pagination } from '../../src/ui/components/pagination.ts'
import { panel } from '../../src/ui/components/panel.ts'
import { phaseBanner } from '../../src/ui/components/phase-banner.ts'
import { radios } from '../../src/ui/components/radios.ts'
import { type Select, select } from '../../src/ui/components/select.ts'
import { serviceNavigation } from '../../src/ui/components/service-navigation.ts'
import { skipLink } from '../../src/ui/components/skip-link.ts'
import { summaryList } from '../../src/ui/components/summary-list.ts'
import { table } from '../../src/ui/components/table.ts'
import { tag } from '../../src/ui/components/tag.ts'
import { taskList } from '../../src/ui/components/task-list.ts'
import { textarea } from '../../src/ui/components/textarea.ts'
import { warningText } from '../../src/ui/components/warning-text.ts'
import { type Content, type Html, nothing, raw } from '../../src/ui/html.ts'
import { normalForm } from './normal-form.ts'
import { adapted, fixturesOf } from './official.ts'
import { unsupported } from './unsupported.ts'

type Draw = (options: never) => Html

const drawFieldset = (options: Fieldset & { text?: Content }): Html => fieldset(options, options.text ?? nothing)

const drawSelect = (options: Select): Html => select({ ...options, items: options.items ?? [] })

const drawServiceNavigation = (options: { slots?: Record<string, string> }): Html =>
  serviceNavigation({
    ...options,
    slots: Object.fromEntries(Object.entries(options.slots ?? {}).map(([name, slot]) => [name, raw(slot)])),
  })

const components: Readonly<Record<string, Draw>> = {
  'back-link': backLink,
  breadcrumbs,
  button,
  checkboxes,
  'date-input': dateInput,
  details,
  'error-message': errorMessage,
  'error-summary': errorSummary,
  fieldset: drawFieldset,
  'file-upload': fileUpload,
  hint,
  input,
  'inset-text': insetText,
  label,
  'notification-banner': notificationBanner,
  pagination,
  panel,
  'phase-banner': phaseBanner,
  radios,
  select: drawSelect,
  'service-navigation': drawServiceNavigation,
  'skip-link': skipLink,
  'summary-list': summaryList,
  table,
  tag,
  'task-list': taskList,
  textarea,
  'warning-text': warningText,
}

for (const [name, draw] of Object.entries(components)) {
  const skipped = unsupported[name] ?? {}
  describe(`the ${name} component has the markup of the official one`, () => {
    for (const fixture of fixturesOf(name)) {
      if (fixture.name in skipped) continue
      it(fixture.name, () => {
        const ours = draw(adapted(fixture.options) as never)
        assert.equal(normalForm(String(ours)), normalForm(fixture.html))
      })
    }
    it('names only fixtures that exist as unsupported', () => {
      const names = fixturesOf(name).map((fixture) => fixture.name)
      assert.deepEqual(
        Object.keys(skipped).filter((each) => !names.includes(each)),
        [],
      )
    })
  })
}
