import { bundleOf, type IslandName } from './islands.ts'

/** Adds an island to a page that works without it. */
export const Island = ({ name }: { readonly name: IslandName }) => <script defer src={bundleOf(name).path} />
