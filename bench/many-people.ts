// So many invented people at so many schools, in the database: names as common as names are, and some who are there twice.
import type { Pool } from 'pg'

const id = (kind: number, n: string): string =>
  `(lpad(to_hex(${kind}), 8, '0') || '-0000-7000-8000-' || lpad(to_hex(${n}), 12, '0'))::uuid`

const firstNames =
  'Adaeze Aled Amina Anneke Bronwyn Callum Chiamaka Desmond Ebony Farida Fergus Gethin Gwen Harriet Ifeoma Imran Ingrid Jasvinder Jocelyn Kwame Leofric Lowri Marisol Nadia Nikhil Oluwaseun Padraig Priya Rhiannon Rohan Rosalind Saoirse Siobhan Tamsin Tomasz Ursula Vikram Wilhelmina Yusuf Zofia'
const beginnings =
  'Ash Bar Black Brad Cal Car Clif Crow Dal Dun Eld Fair Far Fen Gar Gold Grim Hal Hard Hart Haw Hol Hunt Kel Kirk Lang Lin Lock Mar Mel Mort Nor Oak Pen Pres Rad Red Row Rush Sand Shel Stan Sut Thorn Tre Up Wal Wed West Whit Win Wool Yar'
const endings =
  'acre bank bourne bridge brook burn bury by castle combe cott croft dale don field ford gate grave ham hampton hurst land ley lock low man mere more nell over ridge row sett shaw stead stoke ston thorpe ton vale wall ward water well wick wood worth'

const schoolsFor = (people: number): number => Math.max(70, Math.round((people * 7) / 100))
const hubs = 40

// Nobody is the same as another by chance of the counting: each part of a name, and the school, is drawn by a hash of the number.
const drawn = (salt: number, among: string): string => `(1 + (hashint8extended(n, ${salt}) & 2147483647) % ${among})`
const named = (salt: number): string =>
  `f.words[${drawn(salt, 'cardinality(f.words)')}] || ' ' || b.words[${drawn(salt + 1, 'cardinality(b.words)')}] || e.words[${drawn(salt + 2, 'cardinality(e.words)')}]`

/** Of a hundred people one is there twice under another address, one with a slip in the name, one with the same telephone. */
const statements = (people: number): readonly string[] => {
  const schools = schoolsFor(people)
  const words = `(select string_to_array('${firstNames}', ' ') as words) f, (select string_to_array('${beginnings}', ' ') as words) b, (select string_to_array('${endings}', ' ') as words) e`
  const of = `case when n % 100 in (1, 2) then n - n % 100 else n end`
  return [
    `insert into authorities (code, name, region) select (500 + h)::text, 'Authority ' || h, 'London' from generate_series(1, ${hubs}) h`,
    `insert into hubs (id, slug, region, email) select ${id(1, 'h')}, 'hub-' || h, 'London', 'hub-' || h || '@hubs.example' from generate_series(1, ${hubs}) h`,
    `insert into hub_names (hub_id, name) select ${id(1, 'h')}, 'Invented Hub ' || h from generate_series(1, ${hubs}) h`,
    `insert into hub_areas (id, hub_id, authority_code, described_as) select ${id(17, 'h')}, ${id(1, 'h')}, (500 + h)::text, 'Authority ' || h from generate_series(1, ${hubs}) h`,
    `insert into organisations (id, kind, name, urn, state_funded, town, postcode, authority_code, invented)
      select ${id(2, 's')}, 'school', 'School ' || s, 900200 + s, true, 'Town ' || s % 400, 'ZZ' || s % 90 + 1 || ' ' || s % 10 || 'ZZ', (501 + s % ${hubs})::text, true
      from generate_series(1, ${schools}) s`,
    `insert into people (id, name, telephone, teacher_reference_number, created_at)
      select ${id(3, 'n')}, case when n % 100 = 2 then overlay(called placing substr('aeioun', 1 + n % 6, 1) from length(called) - 3 for 1) else called end,
        case when n % 100 = 3 then '020 79' || lpad((n / 200 % 1000000)::text, 6, '0') when n % 7 = 0 then '07700 ' || lpad((n % 1000000)::text, 6, '0') end,
        case when n % 5 = 0 then lpad((n % 9999991)::text, 7, '0') end, '2016-09-01'
      from (select n, (select ${named(1).replaceAll('(n,', `(${of},`)} from ${words}) as called from generate_series(1, ${people}) n) p`,
    `insert into email_addresses (id, person_id, address, confirmed_at, from_at)
      select ${id(14, 'n')}, ${id(3, 'n')}, 'person-' || n || '@large.example', '2016-09-01', '2016-09-01' from generate_series(1, ${people}) n`,
    `insert into posts (id, person_id, organisation_id, post, stated_at)
      select ${id(20, 'n')}, ${id(3, 'n')}, ${id(2, drawn(9, String(schools)).replace('(n,', `(${of},`))}, (array['class_teacher', 'maths_subject_lead', 'head_of_department', 'class_teacher', 'headteacher', 'teaching_assistant'])[1 + (${of}) % 6], '2016-09-01'
      from generate_series(1, ${people}) n`,
    `insert into roles (id, person_id, role, organisation_id, from_on)
      select ${id(13, 'p.id')}, p.person_id, 'school_lead', p.organisation_id, '2016-09-01'
      from (select row_number() over () as id, person_id, organisation_id from posts where post = 'headteacher' or post = 'maths_subject_lead') p`,
  ]
}

export const fillWithPeople = async (pool: Pool, people: number): Promise<void> => {
  for (const statement of statements(people)) await pool.query(statement)
  await pool.query('vacuum analyze')
}
