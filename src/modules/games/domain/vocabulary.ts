/** What a player is asked to do. One word, one page, one way to judge. */
export const kinds = [
  'choose',
  'sort',
  'order',
  'clues',
  'passphrase',
  'budget',
  'story',
  'estimate',
  'discuss',
] as const
export type Kind = (typeof kinds)[number]

/** Languages an item may speak: those of the product, and `easy`, the French of « facile à lire ». */
export const tongues = ['fr', 'easy', 'en', 'ar'] as const
export type Tongue = (typeof tongues)[number]

/** For whom an item was written. */
export const audiences = ['everyone', 'seniors', 'young', 'families', 'shopkeepers', 'job-seekers'] as const

/** Drawings an author may put beside a choice; each is beside words, never instead of them. */
export const pictograms = [
  'phone',
  'message',
  'mail',
  'link',
  'card',
  'bank',
  'lock',
  'key',
  'code',
  'call',
  'stop',
  'check',
  'warning',
  'person',
  'people',
  'child',
  'family',
  'shop',
  'parcel',
  'camera',
  'picture',
  'eye',
  'clock',
  'moon',
  'heart',
  'talk',
  'trash',
  'leaf',
  'battery',
  'robot',
  'document',
  'search',
  'wifi',
  'home',
  'money',
  'screen',
  'update',
  'question',
  'shield',
  'news',
  'play',
  'game',
  'box',
  'state',
  'pin',
] as const
export type Pictogram = (typeof pictograms)[number]

/** Where a drawn message would be read: each has its own frame, and all are drawn by us. */
export const surfaces = ['sms', 'email', 'page', 'advert', 'post', 'call', 'chat', 'paper'] as const
export type Surface = (typeof surfaces)[number]

/** What a part of a drawn message is. */
export const roles = [
  'from',
  'to',
  'subject',
  'address',
  'title',
  'text',
  'button',
  'link',
  'picture',
  'field',
  'small',
  'time',
] as const
export type Role = (typeof roles)[number]
