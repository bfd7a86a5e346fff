import type { Language } from '#platform/i18n/index.ts'
import { Button } from '#ui/button.tsx'
import { Form } from '#ui/form.tsx'
import { Note } from '#ui/note.tsx'
import type { Alternative } from '../decide-pair.ts'
import { answerTo, type Refusal } from '../refusals.ts'
import { words } from '../words.ts'
import { Reasons } from './people.tsx'

type Props = {
  readonly lang: Language
  readonly round: number
  readonly founder: number
  readonly founderNames: ReadonlyMap<number, string>
  readonly mentorNames: ReadonlyMap<number, string>
  readonly alternatives: readonly Alternative[]
  readonly refused: Refusal | null
}

/** Everybody else a founder could be given: what it costs, what stands in the way. */
export const ChoosePage = ({
  lang,
  round,
  founder,
  founderNames,
  mentorNames,
  alternatives,
  refused,
}: Props) => {
  const t = words(lang)
  const cost = (difference: number) => {
    if (difference === 0) return t('costSame')
    return t(difference < 0 ? 'costLess' : 'costMore', { points: Math.abs(difference) })
  }
  return (
    <>
      <p>
        <a href={`/ventures/mentoring/rounds/${round}`}>{t('backToRound')}</a>
      </p>
      <h1>{t('chooseFor', { name: founderNames.get(founder) ?? '…' })}</h1>
      {refused && (
        <Note kind="no" role="alert">
          <p>{t(answerTo(refused).word)}</p>
        </Note>
      )}
      <ul class="wl">
        {alternatives.map((one) => {
          const name = mentorNames.get(one.mentor.id) ?? '…'
          return (
            <li key={one.mentor.id}>
              <b>
                <bdi>{name}</bdi>
              </b>
              <span>
                {t('points', { points: one.score })} · {cost(one.difference)}
                <Reasons lang={lang} reasons={one.reasons} />
              </span>
              <span>
                {[
                  ...one.excluded.map((why) => t(`ex.${why}`)),
                  ...(one.heldBy.length > 0
                    ? [
                        t('heldBy', {
                          names: new Intl.ListFormat(lang).format(
                            one.heldBy.map((id) => founderNames.get(id) ?? '…'),
                          ),
                        }),
                      ]
                    : []),
                ].join(' · ')}
              </span>
              {one.isOpen ? (
                <Form action={`/ventures/mentoring/rounds/${round}/pairs/${founder}/choices`} class="noprint">
                  <Button alt name="mentor" value={String(one.mentor.id)}>
                    {t('chooseThis', { name })}
                  </Button>
                </Form>
              ) : (
                <span class="hint">{t('notPossible')}</span>
              )}
            </li>
          )
        })}
      </ul>
    </>
  )
}
