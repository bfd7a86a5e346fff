import type { Language } from '#platform/i18n/index.ts'
import { Button, LinkButton } from '#ui/button.tsx'
import { Form } from '#ui/form.tsx'
import { type Pack, say } from '../domain/pack.ts'
import { words } from '../words.ts'
import { tongueOf } from './said.tsx'

/** What the link of a message opens: the three questions, or to stop for good. */
export const BoosterPage = ({
  lang,
  pack,
  easy,
  token,
  months,
}: {
  readonly lang: Language
  readonly pack: Pack
  readonly easy: boolean
  readonly token: string
  readonly months: number
}) => {
  const t = words(lang)
  return (
    <>
      <h1>{t('boostTitle')}</h1>
      <p class="lead">{say(pack.title, tongueOf(lang, easy))}</p>
      <p>
        <LinkButton href={`/games/${pack.id}/1?part=month-${months}${easy ? '&easy=1' : ''}`}>
          {t('boostPlay')}
        </LinkButton>
      </p>
      <Form action={`/g/${token}/end`} class="">
        <Button alt>{t('boostStop')}</Button>
      </Form>
    </>
  )
}

/** One sentence and the way back to the games. */
export const BoosterSaid = ({ lang, said, title }: { lang: Language; said: string; title: string }) => (
  <>
    <h1>{title}</h1>
    <p class="lead">{said}</p>
    <p>
      <LinkButton href="/games">{words(lang)('otherGames')}</LinkButton>
    </p>
  </>
)
