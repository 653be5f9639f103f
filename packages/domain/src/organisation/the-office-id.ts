/** The id of the office itself, of which a database holds one; what the office's own machinery says is said by it. */
export const THE_OFFICE_ID = 'office';
