import type { Language } from '#platform/i18n/index.ts'
import { Button, LinkButton } from '#ui/button.tsx'
import { Island } from '#ui/island.tsx'
import { Note } from '#ui/note.tsx'
import { answerOfCard, type CardAnswer } from '../domain/card.ts'
import type { Room } from '../domain/game.ts'
import { words } from '../words.ts'
import { Sign } from './item-sign.tsx'
import { Said, tongueOf } from './said.tsx'

/** Cards a set has: for a class, a full room. */
const sets = [12, 30, 60] as const

/** What was read in a photo: each card with its letter. */
export const CardsSeen = ({
  lang,
  seen,
}: {
  readonly lang: Language
  readonly seen: readonly CardAnswer[]
}) => (
  <div id="seen" role="status" class="stack">
    <p class="lead">{words(lang)('cardsSeen', { count: seen.length })}</p>
    <ul class="row">
      {seen.map(({ card, choice }) => (
        <li key={card} class="nb">
          {card} <Sign letter={choice} />
        </li>
      ))}
    </ul>
  </div>
)

/** The facilitator takes a photo of the room; or, where the browser allows it, lets the camera read without end. */
export const CardsPage = ({
  lang,
  room,
  seen,
  wrong,
}: {
  readonly lang: Language
  readonly room: Room
  readonly seen: readonly CardAnswer[] | null
  readonly wrong: string | null
}) => {
  const t = words(lang)
  const item = room.question?.item
  const can = item && (['a', 'b'] as const).some((letter) => answerOfCard(item, letter) !== null)
  const asking = room.phase === 'asking' && !room.paused
  return (
    <>
      <h1>{t('cardsTitle')}</h1>
      {item && (
        <p class="lead">
          <Said text={item.prompt} lang={lang} tongue={tongueOf(lang, false)} />
        </p>
      )}
      {wrong && (
        <Note kind="no" role="alert">
          {wrong}
        </Note>
      )}
      {seen && <CardsSeen lang={lang} seen={seen} />}
      {seen?.length === 0 && <p>{t('cardsNone')}</p>}
      {!asking && <p>{t('cardsWait')}</p>}
      {asking && !can && <p>{t('cardsNot')}</p>}
      {asking && can && (
        <form
          class="join stack"
          action={`/games/live/${room.id}/photos`}
          method="post"
          encType="multipart/form-data"
          id="photo-form"
          data-live={t('cardsLive')}
          data-stop={t('cardsLiveStop')}
        >
          <p>{t('cardsAsk')}</p>
          <div class="field">
            <label for="photo">{t('cardsPhoto')}</label>
            <span class="hint" id="photo-h">
              {t('cardsPhotoHint')}
            </span>
            <input
              id="photo"
              name="photo"
              type="file"
              accept="image/*"
              capture="environment"
              aria-describedby="photo-h"
            />
          </div>
          <Button wide>{t('cardsRead')}</Button>
        </form>
      )}
      <p class="row">
        <LinkButton href={`/games/live/${room.id}`} alt>
          {t('cardsBack')}
        </LinkButton>
        {sets.map((count) => (
          <a key={count} href={`/games/cards.pdf?count=${count}`}>
            {t('cardsPrint', { count })}
          </a>
        ))}
      </p>
      {asking && can && <Island name="cards" />}
    </>
  )
}
