import { button } from '../../../ui/components/button.ts'
import { insetText } from '../../../ui/components/inset-text.ts'
import { statusTag, type Tone } from '../../../ui/components/status-tag.ts'
import { summaryList } from '../../../ui/components/summary-list.ts'
import { table } from '../../../ui/components/table.ts'
import { checkboxesField, type FormState, fileField, radiosField } from '../../../ui/fields.ts'
import { type Html, html } from '../../../ui/html.ts'
import { layout } from '../../../ui/layout.ts'
import type { Frame } from '../../../vocabulary/frame.ts'
import { formatInstant } from '../../../vocabulary/local-time.ts'
import { registerLabels, registers } from '../../national-registers/index.ts'
import {
  isUnderWay,
  mostBytes,
  type RegisterFile,
  type RegisterFileStatus,
  sizeInWords,
  statusSentence,
} from '../register-file.ts'

const around = [
  { text: 'National picture', href: '/network' },
  { text: 'National registers', href: '/network/registers' },
]

const labels: Readonly<Record<RegisterFileStatus, string>> = {
  waiting: 'Waiting',
  reading: 'Being read',
  read: 'Read',
  refused: 'Not taken',
  failed: 'Failed',
}

const tones: Readonly<Record<RegisterFileStatus, Tone>> = {
  waiting: 'waiting',
  reading: 'waiting',
  read: 'good',
  refused: 'attention',
  failed: 'bad',
}

const hints = {
  schools: 'All schools and colleges with their details, one row each',
  school_links: 'Which school followed which',
  providers: 'Who is accredited to train teachers, and with whom they work',
}

const sendForm = (form: FormState): Html => html`
<form method="post" action="/network/registers/files" enctype="multipart/form-data" novalidate>
${radiosField(form, { name: 'register', label: 'Which register is it?', small: true, items: registers.map((register) => ({ value: register, text: registerLabels[register], hint: hints[register] })) })}
${fileField(form, { name: 'file', label: 'The file', hint: `CSV as it was published, at most ${sizeInWords(mostBytes)}. One file is read at a time`, accept: '.csv' })}
${checkboxesField(form, { name: 'force', label: 'When it looks wrong', hint: 'A file that would close many schools, or lacks many, is otherwise not taken', small: true, items: [{ value: 'yes', text: 'Read it all the same: I have looked at it' }] })}
${button({ text: 'Send and read', preventDoubleClick: true })}
</form>`

/** Send a register's file, and what became of those sent before. */
export const filesView = (
  frame: Frame,
  { files, form }: { readonly files: readonly RegisterFile[]; readonly form: FormState },
): Html =>
  layout(
    frame,
    { title: 'Read a register from a file', breadcrumbs: [...around, { text: 'Files' }], errors: form.errors },
    html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<h1 class="govuk-heading-l">Read a register from a file</h1>
<p class="govuk-body">A register can be read whole as often as it is published. All of it is taken, or nothing; you see afterwards what changed, and which rows were refused and why.</p>
${files.some(isUnderWay) && insetText({ text: html`A file is being read. <a class="govuk-link" href="/network/registers/files/${files.find(isUnderWay)?.id}">See how far it is</a>; then send the next.` })}
${sendForm(form)}</div></div>
${
  files.length > 0 &&
  table({
    caption: 'Files that were sent',
    captionClasses: 'govuk-table__caption--m',
    head: ['Sent', 'File', 'Register', 'By', 'What became of it'],
    rows: files.map((file) => [
      html`<a class="govuk-link" href="/network/registers/files/${file.id}">${formatInstant(file.sentAt)}</a>`,
      `${file.fileName} (${sizeInWords(file.bytes)})`,
      registerLabels[file.register],
      file.sentBy ?? 'Not known',
      statusTag(labels[file.status], tones[file.status]),
    ]),
    stacks: true,
  })
}`,
  )

/** One file on its way, or why it was not taken. */
export const fileView = (frame: Frame, file: RegisterFile): Html =>
  layout(
    frame,
    {
      title: file.fileName,
      breadcrumbs: [...around, { text: 'Files', href: '/network/registers/files' }, { text: file.fileName }],
      ...(isUnderWay(file) ? { scripts: ['look-again'] } : {}),
    },
    html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<h1 class="govuk-heading-l">${file.fileName}</h1>
${
  isUnderWay(file)
    ? html`<div data-under-way><p class="govuk-body-l">${statusTag(labels[file.status], tones[file.status])} ${statusSentence(file)}</p></div>
<p class="govuk-body">You can leave this page and come back to it: it is listed under <a class="govuk-link" href="/network/registers/files">files</a>. Without JavaScript, load it again to see how far it is.</p>`
    : html`<p class="govuk-body-l">${statusTag(labels[file.status], tones[file.status])} ${statusSentence(file)}</p>`
}
${summaryList({
  rows: [
    { key: 'Register', value: registerLabels[file.register] },
    { key: 'Size', value: sizeInWords(file.bytes) },
    { key: 'Sent', value: `${formatInstant(file.sentAt)}${file.sentBy ? ` by ${file.sentBy}` : ''}` },
    ...(file.forced ? [{ key: 'Warnings', value: 'Overruled by whoever sent it' }] : []),
    ...(file.endedAt ? [{ key: 'Ended', value: formatInstant(file.endedAt) }] : []),
  ],
})}
${!isUnderWay(file) && button({ text: 'Send a file', href: '/network/registers/files' })}</div></div>`,
  )
