/** What is wrong with one field of a request. */
export interface FormFault {
  readonly path: readonly (string | number)[];
  /** Discord's own code for it, such as `BASE_TYPE_REQUIRED`. */
  readonly code: string;
  readonly message: string;
}

/**
 * A request Discord refuses, as its answer.
 * Codes and wording: discord-api-docs `developers/topics/opcodes-and-status-codes.mdx`, "JSON".
 */
export class ApiError extends Error {
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;
  readonly headers: Readonly<Record<string, string>>;

  constructor(status: number, body: Readonly<Record<string, unknown>>, headers: Readonly<Record<string, string>> = {}) {
    super(String(body.message));
    this.status = status;
    this.body = body;
    this.headers = headers;
  }
}

const refusal = (status: number, code: number, message: string) => () => new ApiError(status, { message, code });

export const unauthorised = refusal(401, 0, '401: Unauthorized');
export const unknownRoute = refusal(404, 0, '404: Not Found');
export const methodNotAllowed = refusal(405, 0, '405: Method Not Allowed');
export const invalidJson = refusal(400, 50109, 'The request body contains invalid JSON.');
export const unknownChannel = refusal(404, 10003, 'Unknown Channel');
export const unknownGuild = refusal(404, 10004, 'Unknown Guild');
export const unknownMessage = refusal(404, 10008, 'Unknown Message');
export const unknownUser = refusal(404, 10013, 'Unknown User');
export const unknownWebhook = refusal(404, 10015, 'Unknown Webhook');
export const unknownInteraction = refusal(404, 10062, 'Unknown interaction');
export const unknownCommand = refusal(404, 10063, 'Unknown application command');
export const tooManyCommands = refusal(400, 30032, 'Maximum number of application commands reached (100).');
export const tooManyCreates = refusal(
  429,
  30034,
  'Max number of daily application command creates has been reached (200)',
);
export const tooLarge = refusal(413, 40005, 'Request entity too large');
export const alreadyAcknowledged = refusal(400, 40060, 'Interaction has already been acknowledged.');
export const missingAccess = refusal(403, 50001, 'Missing Access');
export const notTheAuthor = refusal(403, 50005, 'Cannot edit a message authored by another user');
export const emptyMessage = refusal(400, 50006, 'Cannot send an empty message');
export const closedToDirectMessages = refusal(403, 50007, 'Cannot send messages to this user');
export const missingPermissions = refusal(403, 50013, 'Missing Permissions');
export const notInThisChannel = refusal(400, 50024, 'Cannot execute action on this channel type');
export const invalidWebhookToken = refusal(401, 50027, 'Invalid Webhook Token');

/**
 * 50035, with the faults nested as the request is.
 * Source: discord-api-docs `developers/reference.mdx`, "Error Messages".
 */
export function invalidForm(faults: readonly FormFault[]): ApiError {
  const errors: Nested = {};
  for (const { path, code, message } of faults) {
    let at = errors;
    for (const key of path) {
      at[key] = (at[key] as Nested | undefined) ?? {};
      at = at[key] as Nested;
    }
    const here = (at._errors ?? []) as unknown[];
    at._errors = [...here, { code, message }];
  }
  return new ApiError(400, { message: 'Invalid Form Body', code: 50035, errors });
}

interface Nested {
  [key: string]: Nested | unknown[];
}
