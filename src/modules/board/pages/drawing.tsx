import type { Subject } from '../domain/vocabulary.ts'

/** A drawing of the sprite for each subject; beside its words, never instead of them. */
const drawingOf: Readonly<Record<Subject, string>> = {
  'device-setup': 'phone',
  photos: 'photo',
  letters: 'mail',
  'web-page': 'screen',
  portfolio: 'picture',
  poster: 'print',
  accounts: 'digits',
  translation: 'lang',
  sewing: 'mark',
  repair: 'renew',
  'cooking-on-video': 'play',
  'machine-help': 'fablab',
}

export const Drawing = ({ subject }: { readonly subject: Subject }) => (
  <svg class="i" viewBox="0 0 24 24" aria-hidden="true">
    <use href={`#${drawingOf[subject]}`} />
  </svg>
)
