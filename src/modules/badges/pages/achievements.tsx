import type { Language } from '#platform/i18n/index.ts'
import { LinkButton } from '#ui/button.tsx'
import { type Achievement, achievements, digcomp, type Evidence } from '../domain/achievements.ts'
import { wordingOf } from '../wording.ts'
import { words } from '../words.ts'

const kinds: readonly Evidence[] = ['observed', 'path', 'hours', 'induction']

/** The picture of a badge, beside its words. */
export const Picture = ({ achievement, size = 96 }: { achievement: Achievement; size?: number }) => (
  <img src={`/badges/achievements/${achievement.id}.svg`} alt="" width={size} height={size} loading="lazy" />
)

/** What the network rewards, by how it is earned. */
export const AchievementsPage = ({ lang }: { readonly lang: Language }) => {
  const t = words(lang)
  return (
    <>
      <h1>{t('list')}</h1>
      <p class="lead">{t('listSaid')}</p>
      <p>
        <LinkButton href="/verify" alt icon="ok">
          {t('verify')}
        </LinkButton>
      </p>
      {kinds.map((kind) => (
        <section key={kind} class="stack">
          <h2>{t(`kind.${kind}`)}</h2>
          <ul class="needs">
            {achievements
              .filter(({ evidence }) => evidence === kind)
              .map((achievement) => (
                <li key={achievement.id}>
                  <a href={`/badges/achievements/${achievement.id}`}>
                    <Picture achievement={achievement} size={64} />
                    <span>{wordingOf(lang, achievement).name}</span>
                  </a>
                </li>
              ))}
          </ul>
        </section>
      ))}
      <p>
        <a href="/badges/issuer">{t('issuer')}</a>
      </p>
    </>
  )
}

/** What a badge is given for, line by line, and what it is aligned with. */
export const Criteria = ({ lang, achievement }: { lang: Language; achievement: Achievement }) => {
  const t = words(lang)
  const { months } = achievement
  return (
    <>
      <h2>{t('criteria')}</h2>
      <ul class="thread">
        {wordingOf(lang, achievement).criteria.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      {months !== undefined && <p>{t('months', { months })}</p>}
    </>
  )
}

/** One badge: its picture, what it says, what must be seen. */
export const AchievementPage = ({ lang, achievement }: { lang: Language; achievement: Achievement }) => {
  const t = words(lang)
  const { name, description } = wordingOf(lang, achievement)
  return (
    <>
      <Picture achievement={achievement} size={200} />
      <h1>{name}</h1>
      <p class="lead">{description}</p>
      <Criteria lang={lang} achievement={achievement} />
      {achievement.digcomp.length > 0 && (
        <>
          <h2>{t('aligned')}</h2>
          <ul lang="en" dir="ltr">
            {achievement.digcomp.map((code) => (
              <li key={code}>
                {code} {digcomp[code]}
              </li>
            ))}
          </ul>
          <p class="hint">{t('alignedSaid')}</p>
        </>
      )}
      <p class="row">
        <a href="/badges/achievements">{t('list')}</a>
        <a href={`/badges/achievements/${achievement.id}.json`}>{t('toJson')}</a>
      </p>
    </>
  )
}
