/** Number and notation as they are printed: `15/QĐ-UBND`; an irregular one stands wholly in one of the two. */
export function codeOf({ codeNumber, codeNotation }: { codeNumber: string; codeNotation: string }): string {
  return [codeNumber, codeNotation].filter((part) => part !== '').join('/');
}
