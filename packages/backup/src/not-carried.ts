/**
 * Collections that a backup leaves out.
 *
 * `sessions`: a restored one would let a browser or program in again that was signed out since, and a page that stayed
 * open would go on counting messages from another life of the office. So everybody signs in anew, and tokens are made
 * anew. `uploads`: what is half sent lies in the server's own folder and is sent again.
 */
export const NOT_CARRIED: ReadonlySet<string> = new Set(['sessions', 'uploads']);
