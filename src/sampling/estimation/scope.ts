/** Which calls a figure is about: all, a domain of them, or those of one agent. */
export type Scope = 'total' | 'domain' | 'agent'
