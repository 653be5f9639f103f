/** Every command's handler: one registry serves HTTP and the socket (design 6). */
export const COMMAND_HANDLERS = {};
