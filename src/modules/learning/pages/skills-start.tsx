import { LinkButton } from '#ui/button.tsx'
import { Questions } from '#ui/questions.tsx'
import type { Ladder } from '../domain/ladder.ts'
import { type Reading, say } from '../domain/say.ts'
import { words } from '../words.ts'
import { EasyLink, skillsAddress } from './skills-address.tsx'

/** Before the first question: what it is, what it is not, and what is kept (nothing). */
export const StartPage = ({
  reading,
  ladders,
}: {
  readonly reading: Reading
  readonly ladders: readonly Ladder[]
}) => {
  const t = words(reading.lang)
  return (
    <>
      <h1>{t('skills')}</h1>
      <p class="lead">{t('skillsLead')}</p>
      <p>
        <LinkButton wide onwards href={skillsAddress('/skills/questions', reading)}>
          {t('begin')}
        </LinkButton>
      </p>
      <EasyLink reading={reading} page="/skills" />
      <Questions
        items={[
          { icon: 'ok', question: t('ask.mark'), answer: t('ask.markSaid') },
          { icon: 'no', question: t('ask.kept'), answer: t('ask.keptSaid') },
          { icon: 'helper', question: t('ask.read'), answer: t('ask.readSaid') },
        ]}
      />
      <h2>{t('themesTitle')}</h2>
      <p>{ladders.map(({ title }) => say(title, reading)).join(' · ')}</p>
    </>
  )
}
