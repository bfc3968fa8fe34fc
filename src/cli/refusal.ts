/** A command that could not do what was asked; its message is the sentence for the registrar. */
export class CommandRefused extends Error {}
