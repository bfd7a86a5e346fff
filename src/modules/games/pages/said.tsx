import type { Language } from '#platform/i18n/index.ts'
import { say, type Text } from '../domain/pack.ts'
import type { Pictogram as Name, Tongue } from '../domain/vocabulary.ts'

/** How an item is read: the language of the page, and whether French is said the easy way. */
export interface Reading {
  lang: Language
  tongue: Tongue
}

/** The tongue of a page: « facile à lire » is a way of saying French. */
export const tongueOf = (lang: Language, easy: boolean): Tongue => (lang === 'fr' && easy ? 'easy' : lang)

/** Words of an item. French stands in for a language its author did not write, and says so to what reads aloud. */
export const Said = ({ text, lang, tongue }: Reading & { readonly text: Text }) =>
  lang === 'fr' || text[tongue] !== undefined ? (
    say(text, tongue)
  ) : (
    <span lang="fr" dir="ltr">
      {text.fr}
    </span>
  )

const drawings: Readonly<Record<Name, string>> = {
  phone: 'phone',
  message: 'bubble',
  mail: 'mail',
  link: 'chain',
  card: 'card',
  bank: 'bank',
  lock: 'lock',
  key: 'key',
  code: 'digits',
  call: 'call',
  stop: 'stop',
  check: 'ok',
  warning: 'warn',
  person: 'person',
  people: 'people',
  child: 'child',
  family: 'family',
  shop: 'shop',
  parcel: 'parcel',
  camera: 'photo',
  picture: 'picture',
  eye: 'eye',
  clock: 'clock',
  moon: 'moon',
  heart: 'helper',
  talk: 'chat',
  trash: 'bin',
  leaf: 'leaf',
  battery: 'battery',
  robot: 'robot',
  document: 'form',
  search: 'search',
  wifi: 'wifi',
  home: 'house',
  money: 'money',
  screen: 'screen',
  update: 'renew',
  question: 'ask',
  shield: 'shield',
  news: 'news',
  play: 'play',
  game: 'game',
  box: 'bag',
  state: 'state',
  pin: 'pin',
}

/** A drawing beside words, never instead of them. */
export const Pictogram = ({ name }: { readonly name: Name }) => (
  <svg class="i" viewBox="0 0 24 24" aria-hidden="true">
    <use href={`#${drawings[name]}`} />
  </svg>
)
