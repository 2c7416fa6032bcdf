/** Calls that are estimated: all, a domain, or those of one agent. */
export type Scope = 'total' | 'domain' | 'agent'
