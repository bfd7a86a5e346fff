import { Icon } from '#ui/icon.tsx'
import { type Answer, judge, type Verdict } from '../domain/answer.ts'
import type { Item } from '../domain/pack.ts'
import { words } from '../words.ts'
import { ItemShow } from './item-show.tsx'
import { Sign } from './item-sign.tsx'
import { type Reading, Said } from './said.tsx'

type Taught = Reading & { readonly item: Item }

/** The right answer, said again with its sign; nothing when there is none. */
const Solution = ({ item, ...reading }: Taught) => {
  const t = words(reading.lang)
  switch (item.kind) {
    case 'choose':
      return (
        <ul class="solution">
          {item.choices
            .filter((choice) => choice.right)
            .map((choice) => (
              <li key={choice.id}>
                <Sign letter={choice.id} />
                <Said text={choice.text} {...reading} />
              </li>
            ))}
        </ul>
      )
    case 'sort':
      return (
        <p class="solution">
          <Sign letter={item.verdict === 'safe' ? 'a' : 'b'} />
          {t(item.verdict)}
        </p>
      )
    case 'order':
      return (
        <ol class="solution numbered">
          {item.steps.map((step) => (
            <li key={step.id}>
              <Said text={step.text} {...reading} />
            </li>
          ))}
        </ol>
      )
    case 'estimate':
      return (
        <p class="solution">
          <b>
            {item.answer} <Said text={item.unit} {...reading} />
          </b>
        </p>
      )
    default:
      return null
  }
}

/** What gave the message away: the same drawing, each clue marked and explained beside. */
const Explained = ({ item, ...reading }: Taught) =>
  item.show?.parts.some((part) => part.clue) ? (
    <ItemShow
      show={item.show}
      {...reading}
      around={(part, children) =>
        part.clue ? (
          <>
            <mark>{children}</mark>
            <small class="why">
              <Icon name="warn" /> <Said text={part.clue} {...reading} />
            </small>
          </>
        ) : (
          children
        )
      }
    />
  ) : null

const calmly: Record<Verdict, 'v.right' | 'v.partly' | 'v.wrong' | 'v.open'> = {
  right: 'v.right',
  partly: 'v.partly',
  wrong: 'v.wrong',
  open: 'v.open',
}

/** How one's own answer stands, in calm words. */
export const ItemVerdict = ({ item, answer, lang }: Taught & { readonly answer: Answer }) => {
  const verdict = judge(item, answer)
  if (!verdict) return null
  return (
    <p class={`verdict ${verdict}`} role="status">
      {verdict === 'right' && <Icon name="ok" />} {words(lang)(calmly[verdict])}
    </p>
  )
}

/** What everybody reads once a question is closed: the answer, why, one gesture, and where it was read. */
export const ItemTeach = (props: Taught) => {
  const { item, lang, tongue } = props
  const t = words(lang)
  return (
    <div class="teach stack">
      {item.kind !== 'discuss' && item.kind !== 'budget' && <Solution {...props} />}
      <Explained {...props} />
      <p class="lead">
        <Said text={item.teach} lang={lang} tongue={tongue} />
      </p>
      {item.kind === 'discuss' && (
        <ul class="questions">
          {item.questions.map((question) => (
            <li key={question.fr}>
              <Said text={question} lang={lang} tongue={tongue} />
            </li>
          ))}
        </ul>
      )}
      <p class="gesture">
        <b>{t('gesture')}</b> <Said text={item.gesture} lang={lang} tongue={tongue} />
      </p>
      <p>
        <small>
          {t('source')}{' '}
          <a href={item.source.url} rel="noopener" lang="fr" dir="auto">
            {item.source.title}
          </a>
          {item.source.seen === null && <> ({t('sourceUnseen')})</>}
        </small>
      </p>
    </div>
  )
}
