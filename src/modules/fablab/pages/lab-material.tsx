import { typedText } from '#platform/http/form.ts'
import { sayMoment } from '#platform/i18n/index.ts'
import { Button } from '#ui/button.tsx'
import { Choice, ErrorSummary, Field, Form } from '#ui/form.tsx'
import { Note } from '#ui/note.tsx'
import type { Material, Moved } from '../db/stock.ts'
import { stockMoves } from '../domain/stock.ts'
import { labWords } from '../lab-words.ts'
import { MaterialFields, type NotedBooking, type StockForm, sayAmount } from './lab-stock.tsx'

type Props = StockForm & {
  readonly material: Material
  readonly moves: readonly Moved[]
  readonly timeZone: string
  readonly booking: NotedBooking | null
}

/** One material: what is left, what moved, and what happens now. */
export const LabMaterialPage = (props: Props) => {
  const { lang, material, moves, timeZone, booking, typed, errors, said } = props
  const t = labWords(lang)
  const wrong = (name: string) => errors.find((error) => error.field === name)?.message
  return (
    <>
      <p>
        <a href="/fablab/stock">{t('st.title')}</a>
      </p>
      <h1>
        <bdi>{material.name}</bdi>
      </h1>
      <ErrorSummary lang={lang} errors={errors} />
      {said && (
        <Note role="status">
          <p>{t('saved')}</p>
        </Note>
      )}
      <p class="lead">
        {t('st.left', { amount: sayAmount(lang, material.unit, material.quantity) })}
        {material.isLow && <b class="bad"> {t('st.low')}</b>}
      </p>
      <Form action={`/fablab/stock/${material.id}/moves`} title={t('st.move')}>
        {booking && (
          <>
            <p>{t('st.forBooking', booking)}</p>
            <input type="hidden" name="booking" value={booking.id} />
          </>
        )}
        <Choice
          name="move"
          value={typedText(typed, 'move') || (booking ? 'used' : '')}
          error={wrong('move')}
          label={t('st.move')}
          options={stockMoves.map((move) => ({ value: move, label: t(`st.move.${move}`) }))}
        />
        <Field
          name="amount"
          value={typedText(typed, 'amount')}
          error={wrong('amount')}
          label={`${t('st.amount')} (${t(`st.unitName.${material.unit}`)})`}
          inputMode="numeric"
        />
        <p>
          <Button icon="ok">{t('save')}</Button>
        </p>
      </Form>
      <h2>{t('st.history')}</h2>
      {moves.length === 0 && <p>{t('st.noHistory')}</p>}
      <ul class="wl">
        {moves.map((moved) => (
          <li key={moved.id}>
            <span>
              {t('st.historyOne', {
                kind: t(`st.move.${moved.kind}`),
                amount: sayAmount(lang, material.unit, moved.amount),
                after: sayAmount(lang, material.unit, moved.after),
              })}
            </span>
            <span class="hint">
              {sayMoment(lang, moved.notedAt.toZonedDateTimeISO(timeZone))}
              {moved.by && ` · ${moved.by}`}
            </span>
          </li>
        ))}
      </ul>
      <Form action={`/fablab/stock/${material.id}`} title={t('st.change')}>
        <MaterialFields
          {...props}
          typed={
            typed.name === undefined
              ? {
                  name: material.name,
                  kind: material.kind,
                  unit: material.unit,
                  lowMark: String(material.lowMark),
                  machineKinds: [...material.machineKinds],
                }
              : typed
          }
        />
        <p class="row">
          <Button icon="ok">{t('save')}</Button>
          <Button alt name="retire" value="yes">
            {t('st.retire')}
          </Button>
        </p>
      </Form>
    </>
  )
}
