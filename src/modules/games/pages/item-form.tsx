import type { Answer } from '../domain/answer.ts'
import { wayThrough } from '../domain/answer.ts'
import { shuffled } from '../domain/answer-form.ts'
import type { Item, ItemOf, Text } from '../domain/pack.ts'
import type { Pictogram as PictogramName } from '../domain/vocabulary.ts'
import { words } from '../words.ts'
import { ItemShow } from './item-show.tsx'
import { Sign } from './item-sign.tsx'
import { Pictogram, type Reading, Said } from './said.tsx'

type Asked<K extends Item['kind'] = Item['kind']> = Reading & {
  readonly item: ItemOf<K>
  /** What was answered already: shown chosen. */
  readonly answer?: Answer | null | undefined
  /** Of a story: the letters chosen so far. */
  readonly way?: readonly string[] | undefined
}

const chosenOf = (answer: Answer | null | undefined) => (answer && 'chosen' in answer ? answer.chosen : [])

interface Offered {
  id: string
  text: Text
  icon?: PictogramName | undefined
}

const Letters = ({
  offered,
  several = false,
  legend,
  chosen,
  ...reading
}: Reading & {
  readonly offered: readonly Offered[]
  readonly several?: boolean | undefined
  readonly legend: string
  readonly chosen: readonly string[]
}) => (
  <fieldset class="pick letters">
    <legend class="vh">{legend}</legend>
    {offered.map(({ id, text, icon }) => (
      <label key={id}>
        <input type={several ? 'checkbox' : 'radio'} name="choice" value={id} checked={chosen.includes(id)} />
        <span>
          <Sign letter={id} />
          {icon && <Pictogram name={icon} />}
          <span>
            <Said text={text} {...reading} />
          </span>
        </span>
      </label>
    ))}
  </fieldset>
)

const Choose = ({ item, answer, ...reading }: Asked<'choose' | 'discuss'>) => {
  const t = words(reading.lang)
  const several = item.kind === 'choose' && item.several
  return (
    <>
      {item.show && <ItemShow show={item.show} {...reading} />}
      {several && <p class="hint">{t('severalHint')}</p>}
      {item.kind === 'discuss' && <p class="hint">{t('discussHint')}</p>}
      <Letters
        offered={item.choices}
        several={several}
        legend={t('answers')}
        chosen={chosenOf(answer)}
        {...reading}
      />
    </>
  )
}

const Sort = ({ item, answer, ...reading }: Asked<'sort'>) => {
  const t = words(reading.lang)
  const chosen = chosenOf(answer)
  return (
    <>
      <ItemShow show={item.show} {...reading} />
      <fieldset class="pick letters">
        <legend class="vh">{t('answers')}</legend>
        {(['safe', 'suspicious'] as const).map((verdict, at) => (
          <label key={verdict}>
            <input type="radio" name="choice" value={verdict} checked={chosen.includes(verdict)} />
            <span>
              <Sign letter={at === 0 ? 'a' : 'b'} />
              <Pictogram name={verdict === 'safe' ? 'check' : 'warning'} />
              <span>{t(verdict)}</span>
            </span>
          </label>
        ))}
      </fieldset>
    </>
  )
}

const Order = ({ item, answer, ...reading }: Asked<'order'>) => {
  const t = words(reading.lang)
  const chosen = chosenOf(answer)
  return (
    <fieldset class="places">
      <legend class="hint">{t('orderHint')}</legend>
      {item.show && <ItemShow show={item.show} {...reading} />}
      {shuffled(item.steps).map(({ id, text, icon }) => (
        <div key={id} class="place">
          <select name={`order.${id}`} id={`order.${id}`}>
            <option value="">{t('which')}</option>
            {item.steps.map((_, at) => (
              <option key={at} value={at + 1} selected={chosen[at] === id}>
                {t('place', { place: at + 1 })}
              </option>
            ))}
          </select>
          <label for={`order.${id}`}>
            {icon && <Pictogram name={icon} />}
            <Said text={text} {...reading} />
          </label>
        </div>
      ))}
    </fieldset>
  )
}

const Clues = ({ item, answer, ...reading }: Asked<'clues'>) => {
  const chosen = chosenOf(answer)
  return (
    <fieldset class="clues">
      <legend class="hint">{words(reading.lang)('cluesHint')}</legend>
      <ItemShow
        show={item.show}
        {...reading}
        around={(part, children) => (
          <label>
            <input type="checkbox" name="choice" value={part.id} checked={chosen.includes(part.id)} />
            <span>{children}</span>
          </label>
        )}
      />
    </fieldset>
  )
}

const Passphrase = ({ item, answer, ...reading }: Asked<'passphrase'>) => {
  const t = words(reading.lang)
  return (
    <div class="field">
      {item.show && <ItemShow show={item.show} {...reading} />}
      {answer && 'number' in answer && <p class="note">{t(`strength.${answer.number}` as 'strength.0')}</p>}
      <label for="phrase">{t('phrase')}</label>
      <span class="hint" id="phrase-h">
        {t('phraseHint')}
      </span>
      <input
        id="phrase"
        name="phrase"
        autocomplete="off"
        autocapitalize="none"
        spellcheck={false}
        dir="auto"
        maxLength={100}
        aria-describedby="phrase-h"
      />
    </div>
  )
}

const Budget = ({ item, answer, ...reading }: Asked<'budget'>) => {
  const t = words(reading.lang)
  const amounts = answer && 'amounts' in answer ? answer.amounts : {}
  return (
    <fieldset class="places">
      <legend>
        {t('budgetHint', { total: item.total })} <Said text={item.unit} {...reading} />
      </legend>
      {item.lines.map(({ id, text, icon }) => (
        <div key={id} class="place">
          <input
            id={`amount.${id}`}
            name={`amount.${id}`}
            type="number"
            inputMode="numeric"
            min={0}
            max={item.total}
            value={amounts[id] ?? ''}
            placeholder="0"
          />
          <label for={`amount.${id}`}>
            {icon && <Pictogram name={icon} />}
            <Said text={text} {...reading} />
          </label>
        </div>
      ))}
    </fieldset>
  )
}

const Story = ({ item, answer, way = chosenOf(answer), ...reading }: Asked<'story'>) => {
  const scenes = wayThrough(item, way)
  const here = scenes.at(-1)
  return (
    <>
      <input type="hidden" name="way" value={way.slice(0, scenes.length - 1).join('')} />
      {scenes.slice(0, -1).map((one, at) => (
        <p key={one.id} class="gone">
          <Said text={one.text} {...reading} />{' '}
          {'choices' in one && <Gone scene={one} letter={way[at]} {...reading} />}
        </p>
      ))}
      {here && (
        <p class="here" role="status">
          <Said text={here.text} {...reading} />
        </p>
      )}
      {here && 'choices' in here && (
        <>
          {here.show && <ItemShow show={here.show} {...reading} />}
          <Letters offered={here.choices} legend={words(reading.lang)('answers')} chosen={[]} {...reading} />
        </>
      )}
    </>
  )
}

const Gone = ({
  scene,
  letter,
  ...reading
}: Reading & {
  readonly scene: Extract<ItemOf<'story'>['scenes'][number], { choices: unknown }>
  readonly letter: string | undefined
}) => {
  const chosen = scene.choices.find(({ id }) => id === letter)
  return chosen ? (
    <b>
      <Said text={chosen.text} {...reading} />
    </b>
  ) : null
}

const Estimate = ({ item, answer, ...reading }: Asked<'estimate'>) => {
  const t = words(reading.lang)
  return (
    <div class="field estimate">
      {item.show && <ItemShow show={item.show} {...reading} />}
      <label for="number">
        {t('yourNumber')} (<Said text={item.unit} {...reading} />)
      </label>
      <span class="hint" id="number-h">
        {t('between', { low: item.low, high: item.high })}
      </span>
      <input
        id="number"
        name="number"
        inputMode="decimal"
        autocomplete="off"
        dir="ltr"
        aria-describedby="number-h"
        value={answer && 'number' in answer ? answer.number : ''}
      />
    </div>
  )
}

const forms: { [K in Item['kind']]: (props: Asked<K>) => preact.JSX.Element } = {
  choose: Choose,
  discuss: Choose,
  sort: Sort,
  order: Order,
  clues: Clues,
  passphrase: Passphrase,
  budget: Budget,
  story: Story,
  estimate: Estimate,
}

/** What there is to look at and to answer, as the fields of a form: the page brings the form, its button and the prompt. */
export const ItemForm = (props: Asked) => {
  const Kind = forms[props.item.kind] as (props: Asked) => preact.JSX.Element
  return <Kind {...props} />
}
