import { Button } from '#ui/button.tsx'
import { Form, Select } from '#ui/form.tsx'
import { words } from '../words.ts'
import type { HomePart } from './seen-home.ts'

/** Founders who ask for a mentor; a coordinator may ask for one of them. */
export const Asking = ({ lang, founders, others, decides }: HomePart) => {
  const t = words(lang)
  return (
    <>
      <h2>{t('askingFounders')}</h2>
      {founders.length === 0 && <p>{t('noAsking')}</p>}
      <ul class="wl">
        {founders.map(({ id, name, about, wishesWoman, waited }) => (
          <li key={id}>
            <b>
              <bdi>{name}</bdi>
            </b>
            <span>{about}</span>
            <span class="hint">
              {[wishesWoman && t('wishesWoman'), waited > 0 && t('waited', { times: waited })]
                .filter(Boolean)
                .join(' · ')}
            </span>
          </li>
        ))}
      </ul>
      {decides && others.length > 0 && (
        <Form action="/ventures/mentoring/asks" title={t('addAsk')}>
          <Select
            name="founder"
            label={t('addAskLabel')}
            options={others.map(({ id, name }) => ({ value: String(id), label: name }))}
          />
          <p>
            <Button alt icon="plus">
              {t('add')}
            </Button>
          </p>
        </Form>
      )}
    </>
  )
}
