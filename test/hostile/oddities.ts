/** What nobody means to send, under the name it is told by when it breaks something. */
export const oddTexts: Readonly<Record<string, string>> = {
  nothing: '',
  spaces: ' \t \r\n ',
  'a NUL byte': 'before\u0000after',
  'control characters': '\u0001\u0008\u001b[31m\u007f',
  'a script': '<script>alert(1)</script>"\'>',
  'emoji and joiners': '👩🏽‍🏫 \u200d\ufeff',
  'marks that turn the reading': '\u202egnirts\u202c \u2066x',
  'a header of its own': 'Name\r\nBcc: everybody@elsewhere.example',
  'a formula': '=HYPERLINK("http://elsewhere.example")',
  'a negative number': '-1',
  'a huge number': '99999999999999999999999999999999',
  infinity: '1e999',
  'a day that does not exist': '30-02-2022',
  'an hour that does not exist': '30:00',
  'an id of nothing': '00000000-0000-7000-8000-00000000000f',
  'half an id': '0192-zz',
  'the prototype': '__proto__',
  constructor: 'constructor',
  'a broken percent sign': '%E0%A4%A',
  'a quote for the database': `'; drop table people; --`,
  'another site': '//elsewhere.example/\\',
}

/** Too long for any field: 100,000 characters. */
export const endless = 'long '.repeat(20_000)

/** Bodies that are no form of ours. */
export const oddBodies: readonly (readonly [type: string, body: string])[] = [
  ['application/json', '{"act":[1,2],"reason":{"length":1}}'],
  ['application/json', 'null'],
  ['text/plain', 'hello'],
  ['multipart/form-data; boundary=x', '--x--'],
  ['application/x-www-form-urlencoded', '%E0%A4%A=%&&&==='],
  ['application/x-www-form-urlencoded', '__proto__=1&constructor=2&toString=3&__proto__[a]=4'],
  ['application/x-www-form-urlencoded', 'x'.repeat(300_000)],
  ['application/x-www-form-urlencoded', ''],
]

/** Addresses that no page leads to. */
export const oddPaths: readonly string[] = [
  '//',
  '//elsewhere.example/x',
  '/%00',
  '/hubs/a%00b',
  '/%5Celsewhere.example',
  '/schools/%E0%A4%A',
  '/../../etc/passwd',
  '/hubs/..%2f..%2fetc',
  '/assets/../../package.json',
  '/assets/%2e%2e%2f%2e%2e%2fpackage.json',
  '/assets/%00',
  '/projects/2021-22/__proto__',
  '/projects/9999-00.pdf',
  '/projects/NCP99-99999999999',
  '/schools/99999999999',
  '/statements/%F0%9F%91%A9',
  '/o/__________',
  '/o/%25%25%25%25%25%25%25%25%25%25',
  '/calendar/x.ics',
  `/groups/${'a'.repeat(5000)}`,
  `/?${'x'.repeat(10_000)}`,
]

/** Queries that no page sends; what does not meet on one page stands together. */
export const oddQueries: readonly string[] = [
  'page=0&year=abc&phase=__proto__&audience=constructor&q=%E0%A4%A',
  'page=-1&year=9999-00&as-at=2022-02-30&hub=nowhere&project=nothing&by=toString&q=before%00after',
  'page=99999999999999999999&sort=__proto__&status=constructor&q=%25%5F%5C&to=//elsewhere.example',
  'q[]=a&q=b&q=c&organisation=half-an-id&offer=half-an-id&theme=1&session=0192&group=-1',
  'organisation=00000000-0000-7000-8000-00000000000f&offer=00000000-0000-7000-8000-00000000000f&undo=toString&saved=__proto__',
  'said=__proto__&done=constructor&view=toString&of=__proto__&on=2022-02-30&kind=constructor&show=valueOf',
  `sent=%3Cscript%3E&said=constructor&q=${'x'.repeat(10_000)}`,
]
