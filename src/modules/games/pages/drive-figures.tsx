import type { Language } from '#platform/i18n/index.ts'
import { LinkButton } from '#ui/button.tsx'
import { say, type Text } from '../domain/pack.ts'
import { liveWords } from '../live-words.ts'

/** What is kept of one question of a game: numbers, nobody’s name. */
export interface Figure {
  position: number
  prompt: Text
  people: number
  right: number
  partly: number
  /** The same question asked again at the end; null when it was asked once. */
  again: { people: number; right: number } | null
}

type Props = {
  readonly lang: Language
  readonly game: { id: number; title: Text }
  readonly figures: readonly Figure[]
  readonly over: boolean
}

/** What a room knew before and after, question by question. */
export const DriveFigures = ({ lang, game, figures, over }: Props) => {
  const t = liveWords(lang)
  const share = ({ right, people }: { right: number; people: number }) =>
    people === 0 ? '–' : t('drive.share', { right, people })
  const twice = figures.some(({ again }) => again !== null)
  return (
    <>
      <p>
        <a href="/games/live">{t('drive.all')}</a>
      </p>
      <h1>{t('drive.figuresTitle')}</h1>
      <p class="lead">{say(game.title, lang)}</p>
      <p>{t('drive.figuresLead')}</p>
      {!over ? (
        <p>
          {t('drive.figWait')} <a href={`/games/live/${game.id}`}>{t('drive.back')}</a>
        </p>
      ) : figures.length === 0 ? (
        <p>{t('drive.figuresNone')}</p>
      ) : (
        <>
          <table class="data">
            <thead>
              <tr>
                <th scope="col">{t('drive.figQuestion')}</th>
                <th scope="col">{t('drive.figPeople')}</th>
                <th scope="col">{t('drive.figBefore')}</th>
                {twice && <th scope="col">{t('drive.figAfter')}</th>}
              </tr>
            </thead>
            <tbody>
              {figures.map((figure) => (
                <tr key={figure.position}>
                  <th scope="row">{say(figure.prompt, lang)}</th>
                  <td>{figure.people}</td>
                  <td>{share(figure)}</td>
                  {twice && <td>{figure.again ? share(figure.again) : ''}</td>}
                </tr>
              ))}
            </tbody>
          </table>
          <p>
            <LinkButton alt download href={`/games/live/${game.id}/figures.csv`}>
              {t('drive.figuresCsv')}
            </LinkButton>
          </p>
          <p class="row">
            <a href={`/games/live/${game.id}/figures.json`}>{t('drive.figuresJson')}</a>
            <a href={`/games/live/${game.id}/xapi.json`}>{t('drive.figuresXapi')}</a>
          </p>
        </>
      )}
    </>
  )
}
