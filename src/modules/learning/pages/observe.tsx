import type { Hit } from '#modules/discovery/index.ts'
import type { Language } from '#platform/i18n/index.ts'
import { Button, LinkButton } from '#ui/button.tsx'
import { Note } from '#ui/note.tsx'
import { firstGestures, nextGesture } from '../domain/gestures.ts'
import { say } from '../domain/say.ts'
import { words } from '../path-words.ts'
import { readPaths } from '../read-paths.ts'
import { NextTickets } from './near.tsx'
import { SeenGestures } from './seen-gestures.tsx'

type Props = {
  readonly lang: Language
  readonly seen: ReadonlySet<string>
  /** Something was ticked, or nothing was and that is the answer. */
  readonly asked: boolean
  /** The two next sessions of the centre for what comes next. */
  readonly hits: readonly Hit[]
  readonly now: Temporal.Instant
}

/** Level 0: a member looks and ticks; the person reads nothing, and nothing is kept. */
export const ObservePage = ({ lang, seen, asked, hits, now }: Props) => {
  const t = words(lang)
  const reading = { lang, easy: false }
  const next = nextGesture(seen)
  const path = readPaths().find(({ needs }) => next && needs.includes(next.need))
  return (
    <>
      <h1>{t('observeTitle')}</h1>
      <p class="lead">{t('observeLead')}</p>
      {asked && (
        <Note>
          <p>
            <b>{next ? t('observeNext', { gesture: say(next.can, reading) }) : t('observeAll')}</b>
          </p>
          {next ? (
            <p class="row">
              {path && (
                <LinkButton alt onwards href={`/paths/${path.id}`}>
                  {t('observePath', { title: say(path.title, reading) })}
                </LinkButton>
              )}
            </p>
          ) : (
            <p>
              <LinkButton alt onwards href="/skills">
                {t('observeQuestions')}
              </LinkButton>
            </p>
          )}
        </Note>
      )}
      {hits.length > 0 && (
        <>
          <h2>{t('nextSessions')}</h2>
          <NextTickets lang={lang} hits={hits} now={now} />
        </>
      )}
      <form class="join stack" action="/skills/observed">
        <input type="hidden" name="asked" value="yes" />
        <SeenGestures reading={reading} legend={t('firstGestures')} gestures={firstGestures} seen={seen} />
        <p>
          <Button wide>{t('observeGo')}</Button>
        </p>
      </form>
    </>
  )
}
