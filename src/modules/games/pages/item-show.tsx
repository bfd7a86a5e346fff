import type { ComponentChildren } from 'preact'
import type { Exhibit } from '../domain/pack.ts'
import type { Role } from '../domain/vocabulary.ts'
import { words } from '../words.ts'
import { Pictogram, type Reading, Said } from './said.tsx'

type Part = Exhibit['parts'][number]

/** Roles said before their words, as a mail program or a browser would. */
const said = new Set<Role>(['from', 'to', 'subject', 'address'])

const PartWords = ({ part, ...reading }: Reading & { readonly part: Part }) => (
  <>
    {said.has(part.role) && (
      <span class="what">{words(reading.lang)(`role.${part.role}` as 'role.from')} </span>
    )}
    {part.icon && <Pictogram name={part.icon} />}
    {part.role === 'picture' && <span class="vh">{words(reading.lang)('role.picture')} </span>}
    <Said text={part.text} {...reading} />
  </>
)

/**
 * A message, a page or a call, drawn from its parts; nothing in it can be followed. `around` makes each part something
 * one may pick.
 */
export const ItemShow = ({
  show,
  around = (_, children) => children,
  ...reading
}: Reading & {
  readonly show: Exhibit
  readonly around?: (part: Part, children: ComponentChildren) => ComponentChildren
}) => (
  <figure class={`shown ${show.as}`}>
    <figcaption>{words(reading.lang)(`as.${show.as}`)}</figcaption>
    <div>
      {show.parts.map((part) => (
        <div key={part.id} class={`part ${part.role}`}>
          {around(part, <PartWords part={part} {...reading} />)}
        </div>
      ))}
    </div>
  </figure>
)
