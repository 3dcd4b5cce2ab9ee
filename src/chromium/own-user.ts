import process from "node:process";

/**
 * The id of the user that this process runs as; undefined on Windows. Not taken from os.userInfo, which throws for a
 * user without an entry in /etc/passwd, as containers often have.
 */
export const ownUserId = (): number | undefined => process.getuid?.();
