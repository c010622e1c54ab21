/**
 * A text that begins like a formula is run by spreadsheet programs. An apostrophe before it makes it a text.
 * One is added before texts that already look guarded, so that two different texts never become the same.
 */
export const guardFormula = (text: string): string => (/^'*[=+\-@\t\r]/.test(text) ? `'${text}` : text);
