import type { Language } from '#platform/i18n/index.ts'
import { LinkButton } from '#ui/button.tsx'
import { words } from '../words.ts'

/** A link that opens nothing. */
export const ShopUnknown = ({ lang }: { readonly lang: Language }) => (
  <>
    <h1>{words(lang)('linkUnknown')}</h1>
    <p>
      <LinkButton href="/shop">{words(lang)('startAgain')}</LinkButton>
    </p>
  </>
)

/** Said once everything is erased. */
export const ShopErased = ({ lang }: { readonly lang: Language }) => (
  <>
    <h1>{words(lang)('erased')}</h1>
    <p class="lead">{words(lang)('erasedWhat')}</p>
  </>
)
