import type { Item, Pack } from './domain/pack.ts'

const source = {
  title: 'Une page officielle',
  url: 'https://www.cybermalveillance.gouv.fr/',
  seen: '2026-11-23',
  licence: 'Licence Ouverte 2.0',
}
const taught = {
  level: 1,
  skills: ['4.1'],
  teach: { fr: 'Voici pourquoi.' },
  gesture: { fr: 'Transférez au 33700.' },
  source,
}
const show = {
  as: 'sms' as const,
  parts: [
    { id: 'sender', role: 'from' as const, text: { fr: '06 39 98 00 00' }, clue: { fr: 'Un portable.' } },
    { id: 'body', role: 'text' as const, text: { fr: 'Votre colis attend.' } },
    { id: 'link', role: 'link' as const, text: { fr: 'colis.example' }, clue: { fr: 'Adresse inconnue.' } },
  ],
}

/** One item of each kind, for tests. */
export const oneOfEach = {
  choose: {
    ...taught,
    id: 'choose',
    kind: 'choose',
    prompt: { fr: 'Que faites-vous ?' },
    choices: [
      { id: 'a', text: { fr: 'Je clique' } },
      { id: 'b', text: { fr: 'J’efface' }, right: true },
    ],
  },
  sort: {
    ...taught,
    id: 'sort',
    kind: 'sort',
    prompt: { fr: 'Sûr ou louche ?' },
    show,
    verdict: 'suspicious',
  },
  order: {
    ...taught,
    id: 'order',
    kind: 'order',
    prompt: { fr: 'Dans quel ordre ?' },
    steps: [
      { id: 'c', text: { fr: 'Je respire' } },
      { id: 'a', text: { fr: 'Je vérifie' } },
      { id: 'b', text: { fr: 'Je signale' } },
    ],
  },
  clues: { ...taught, id: 'clues', kind: 'clues', prompt: { fr: 'Qu’est-ce qui est louche ?' }, show },
  passphrase: { ...taught, id: 'passphrase', kind: 'passphrase', prompt: { fr: 'Une phrase ?' }, least: 3 },
  budget: {
    ...taught,
    id: 'budget',
    kind: 'budget',
    prompt: { fr: 'Votre journée ?' },
    total: 24,
    unit: { fr: 'heures' },
    lines: [
      { id: 'sleep', text: { fr: 'Dormir' } },
      { id: 'screens', text: { fr: 'Écrans' } },
    ],
  },
  story: {
    ...taught,
    id: 'story',
    kind: 'story',
    prompt: { fr: 'Que répondez-vous ?' },
    scenes: [
      {
        id: 'start',
        text: { fr: '« Coucou maman, j’ai changé de numéro. »' },
        choices: [
          { id: 'a', text: { fr: 'J’appelle l’ancien numéro' }, to: 'called' },
          { id: 'b', text: { fr: 'Je réponds' }, to: 'asked' },
        ],
      },
      { id: 'called', text: { fr: 'Votre enfant répond.' }, ending: 'good' },
      {
        id: 'asked',
        text: { fr: 'On vous demande 800 euros.' },
        choices: [
          { id: 'a', text: { fr: 'Je paie' }, to: 'paid' },
          { id: 'b', text: { fr: 'J’appelle' }, to: 'called' },
        ],
      },
      { id: 'paid', text: { fr: 'L’argent est parti.' }, ending: 'bad' },
    ],
  },
  estimate: {
    ...taught,
    id: 'estimate',
    kind: 'estimate',
    prompt: { fr: 'Combien ?' },
    answer: 9,
    within: 2,
    low: 0,
    high: 30,
    unit: { fr: 'sur 10' },
  },
  discuss: {
    ...taught,
    id: 'discuss',
    kind: 'discuss',
    prompt: { fr: 'Et vous ?' },
    choices: [
      { id: 'a', text: { fr: 'Oui' } },
      { id: 'b', text: { fr: 'Non' } },
    ],
    questions: [{ fr: 'Pourquoi ?' }],
  },
} as const satisfies { [K in Item['kind']]: unknown }

/** Them all, as a pack. */
export const smallPack = {
  format: 'maillage-pack/1',
  id: 'small-pack',
  title: { fr: 'Petit jeu' },
  about: { fr: 'Un jeu pour essayer.' },
  icon: 'shield',
  languages: ['fr'],
  author: 'Une association',
  licence: 'CC BY-SA 4.0',
  reviewer: null,
  reviewBy: '2027-11-23',
  items: Object.values(oneOfEach),
} as unknown as Pack
