import type { Language } from '#platform/i18n/index.ts'

/** The needs, by their codes; activities say which ones they answer. */
export const needCodes = [
  'scams',
  'new-phone',
  'video-call',
  'photos',
  'online-forms',
  'email',
  'job',
  'shop',
  'make',
  'start-business',
  'children',
  'passwords',
  'computer',
  'ai',
] as const
export type Need = (typeof needCodes)[number]

/** The drawing that goes with the words, by its name in the sprite. */
type Drawing =
  | 'scam'
  | 'phone'
  | 'call'
  | 'photo'
  | 'form'
  | 'job'
  | 'shop'
  | 'fablab'
  | 'talk'
  | 'helper'
  | 'no'
  | 'workshop'
  | 'game'
type InWords = { icon: Drawing } & Record<Language, string>

/** Each need as a person would say it, quotation marks included. */
export const needs: Readonly<Record<Need, InWords>> = {
  scams: {
    icon: 'scam',
    fr: '« J’ai peur des arnaques »',
    en: '“I am afraid of scams”',
    ar: '«أخاف من الاحتيال»',
  },
  'new-phone': {
    icon: 'phone',
    fr: '« Mon téléphone est neuf, je m’y perds »',
    en: '“My phone is new and I feel lost”',
    ar: '«هاتفي جديد ولا أعرف كيف أستعمله»',
  },
  'video-call': {
    icon: 'call',
    fr: '« Je veux voir mes petits-enfants en vidéo »',
    en: '“I want to see my grandchildren on video”',
    ar: '«أريد أن أرى أحفادي بالفيديو»',
  },
  photos: {
    icon: 'photo',
    fr: '« Je veux garder et envoyer mes photos »',
    en: '“I want to keep and send my photos”',
    ar: '«أريد أن أحفظ صوري وأرسلها»',
  },
  'online-forms': {
    icon: 'form',
    fr: '« J’ai une démarche à faire en ligne »',
    en: '“I have a form to fill in online”',
    ar: '«عليّ معاملة على الإنترنت»',
  },
  email: {
    icon: 'form',
    fr: '« Je ne sais pas me servir des e-mails »',
    en: '“I do not know how to use e-mail”',
    ar: '«لا أعرف استعمال البريد الإلكتروني»',
  },
  job: { icon: 'job', fr: '« Je cherche du travail »', en: '“I am looking for work”', ar: '«أبحث عن عمل»' },
  shop: {
    icon: 'shop',
    fr: '« Je veux que ma boutique se voie sur Internet »',
    en: '“I want my shop to be seen on the Internet”',
    ar: '«أريد أن يظهر متجري على الإنترنت»',
  },
  make: {
    icon: 'fablab',
    fr: '« J’ai envie de fabriquer, de réparer »',
    en: '“I would like to make and mend things”',
    ar: '«أودّ أن أصنع وأصلح أشياء»',
  },
  'start-business': {
    icon: 'talk',
    fr: '« J’ai une idée d’entreprise »',
    en: '“I have an idea for a business”',
    ar: '«عندي فكرة مشروع»',
  },
  children: {
    icon: 'helper',
    fr: '« Mes enfants sont tout le temps sur l’écran »',
    en: '“My children are always on a screen”',
    ar: '«أولادي دائمًا أمام الشاشة»',
  },
  passwords: {
    icon: 'no',
    fr: '« J’oublie mes mots de passe »',
    en: '“I forget my passwords”',
    ar: '«أنسى كلمات السر»',
  },
  computer: {
    icon: 'workshop',
    fr: '« Je débute avec un ordinateur »',
    en: '“I am starting with a computer”',
    ar: '«أبدأ مع الحاسوب»',
  },
  ai: {
    icon: 'game',
    fr: '« L’intelligence artificielle, c’est quoi ? »',
    en: '“Artificial intelligence: what is it?”',
    ar: '«ما هو الذكاء الاصطناعي؟»',
  },
}
