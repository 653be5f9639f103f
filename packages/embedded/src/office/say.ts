/** Tells the operator one thing on the terminal. */
export type Say = (line: string) => void;
