/** Kinds of finding that scores give; a policy declares the others. */
export const BUILT_IN_KINDS = ['veto', 'critical-error', 'item', 'fault', 'band'] as const
