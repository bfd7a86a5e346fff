import type { Language } from '#platform/i18n/index.ts'
import { Note } from '#ui/note.tsx'
import type { Credential } from '../db/credentials.ts'
import { achievementOf, achievements } from '../domain/achievements.ts'
import { codeOfId } from '../domain/found.ts'
import { answerTo, type Refusal } from '../refusals.ts'
import { sayDay } from '../say-day.ts'
import { wordingOf } from '../wording.ts'
import { words } from '../words.ts'
import { Picture } from './achievements.tsx'

type Props = {
  readonly lang: Language
  readonly badges: readonly Credential[]
  readonly centre: { timeZone: string }
  readonly refused: Refusal | null
}

/** What can be given, and what the centre gave lately: days and badges, nobody’s name. */
export const BadgesPage = ({ lang, badges, centre, refused }: Props) => {
  const t = words(lang)
  return (
    <>
      <h1>{t('badges')}</h1>
      {refused && (
        <Note kind="no" role="alert">
          <p>{t(answerTo(refused).word)}</p>
        </Note>
      )}
      <h2>{t('give')}</h2>
      <p>{t('giveSaid')}</p>
      {(['observed', 'induction', 'path'] as const).map((kind) => (
        <details key={kind} open={kind === 'observed'}>
          <summary>{t(`kind.${kind}`)}</summary>
          <ul class="needs">
            {achievements
              .filter(({ evidence }) => evidence === kind)
              .map((achievement) => (
                <li key={achievement.id}>
                  <a href={`/badges/new/${achievement.id}`}>
                    <Picture achievement={achievement} size={56} />
                    <span>{wordingOf(lang, achievement).name}</span>
                  </a>
                </li>
              ))}
          </ul>
        </details>
      ))}
      <h2>{t('latest')}</h2>
      {badges.length === 0 ? <p>{t('none')}</p> : <Latest lang={lang} badges={badges} centre={centre} />}
      <p class="row">
        <a href="/verify">{t('verify')}</a>
        <a href="/badges/hours">{t('hours')}</a>
      </p>
    </>
  )
}

const Latest = ({ lang, badges, centre }: Omit<Props, 'refused'>) => {
  const t = words(lang)
  return (
    <table>
      <caption class="vh">{t('latest')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('day')}</th>
          <th scope="col">{t('what')}</th>
          <th scope="col">{t('state')}</th>
        </tr>
      </thead>
      <tbody>
        {badges.map(({ id, achievement, issuedAt, revokedAt }) => {
          const of = achievementOf(achievement)
          return (
            <tr key={id}>
              <td>{sayDay(lang, issuedAt, centre.timeZone)}</td>
              <th scope="row">
                <a href={`/badges/credentials/${codeOfId(id)}`}>
                  {of ? wordingOf(lang, of).name : achievement}
                </a>
              </th>
              <td>{t(revokedAt ? 'state.revoked' : 'state.good')}</td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
