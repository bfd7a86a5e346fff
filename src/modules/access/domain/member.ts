import type { MemberRole } from '#platform/work/index.ts'

/** Somebody of the team, as sign-in knows them. */
export interface Member {
  id: number
  /** Null for the network manager, who belongs to no centre. */
  centre: number | null
  name: string
  role: MemberRole
  language: string
}

export const roles = [
  'receptionist',
  'facilitator',
  'coordinator',
  'network-manager',
  'partner',
] as const satisfies readonly MemberRole[]

/** The range of French mobile numbers kept for fiction (Arcep): nobody real can be reached on one. */
export const isFictional = (phone: string): boolean => phone.startsWith('+3363998')
