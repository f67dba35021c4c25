import type { Chance } from '../facts/chance.ts'

const givenNames = [
  'Abiola',
  'Alasdair',
  'Amrit',
  'Anneliese',
  'Bartosz',
  'Beatrix',
  'Caoimhe',
  'Chidi',
  'Delphine',
  'Demetrius',
  'Eluned',
  'Emeka',
  'Esther',
  'Fatou',
  'Gethin',
  'Greta',
  'Hamza',
  'Hyacinth',
  'Imran',
  'Ingrid',
  'Jarek',
  'Jocasta',
  'Kavita',
  'Keir',
  'Lakshmi',
  'Lowenna',
  'Mateusz',
  'Mei',
  'Niamh',
  'Noor',
  'Olumide',
  'Orla',
  'Parveen',
  'Piotr',
  'Quentin',
  'Rosalind',
  'Ruaridh',
  'Sunita',
  'Tamsin',
  'Thandiwe',
  'Uzma',
  'Vikram',
  'Wilfred',
  'Winifred',
  'Xanthe',
  'Yusuf',
  'Zainab',
  'Zofia',
] as const

const familyNames = [
  'Abernethy',
  'Achebe-Lowe',
  'Arkwell',
  'Balasuriya',
  'Brackley',
  'Carnforth',
  'Chaudhari',
  'Dalgarno',
  'Danjuma',
  'Eastlake',
  'Eriksen',
  'Fairweather',
  'Fonseka',
  'Garrick-Obi',
  'Gunawardena',
  'Hartnoll',
  'Hussaini',
  'Ingleby',
  'Islington',
  'Jankowska',
  'Kettlewell',
  'Khatun',
  'Kowalczuk',
  'Lancing',
  'Lathbury',
  'Mapondera',
  'Merriweather',
  'Nakamura-Hale',
  'Nettleship',
  'Odukoya',
  'Ollerton',
  'Pargeter',
  'Pillai',
  'Quayle',
  'Ravensdale',
  'Rahmani',
  'Saltmarsh',
  'Sethi',
  'Tolworth',
  'Tremaine',
  'Uddin-Price',
  'Villiers',
  'Wadsley',
  'Whitlock',
  'Yardley-Osei',
  'Zielinski',
] as const

/** Somebody invented, reached at a school's own domain; nobody twice. */
export type Somebody = { readonly name: string; readonly email: string }

/** Invents people one after the other, always in the same order. */
export const peopleFrom = (chance: Chance): ((domain: string) => Somebody) => {
  const used = new Set<string>()
  const invent = (): string => {
    const name = `${chance.pick(givenNames)} ${chance.pick(familyNames)}`
    if (used.has(name)) return invent()
    used.add(name)
    return name
  }
  return (domain) => {
    const name = invent()
    return { name, email: `${name.toLowerCase().replaceAll(' ', '.')}@${domain}` }
  }
}
