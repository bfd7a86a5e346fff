import { Icon } from './icon.tsx'

/** A number one can press, always written from left to right. `number` as it is said: « 01 99 00 24 12 ». */
export const PhoneLink = ({ number, icon }: { readonly number: string; readonly icon?: boolean }) => (
  <a href={`tel:${number.replace(/\s/g, '').replace(/^0/, '+33')}`}>
    {icon !== false && <Icon name="call" />} <bdi dir="ltr">{number}</bdi>
  </a>
)
