/** The command was understood and refused: the message is for stderr, the exit code is 1. */
export class Refused extends Error {}

/** The command was written wrongly: the message is for stderr, the exit code is 2. */
export class WrongUsage extends Error {}

export const say = (text: string): void => void process.stdout.write(`${text}\n`);
export const tell = (text: string): void => void process.stderr.write(`${text}\n`);
