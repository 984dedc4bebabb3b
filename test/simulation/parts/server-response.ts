import type { ServerResponse } from 'node:http';

/** Called once the app has answered. */
export type OnAnswered = (status: number, headers: Readonly<Record<string, string>>, body: string) => void;

/** Makes as much of Node's response as the app's handlers use. */
export function createResponse(onAnswered: OnAnswered): ServerResponse {
  let head = { status: 200, headers: {} };
  const response = {
    headersSent: false,
    writeHead(status: number, headers: Readonly<Record<string, string>> = {}) {
      response.headersSent = true;
      head = { status, headers };
      return response;
    },
    end(body = '') {
      response.headersSent = true;
      onAnswered(head.status, head.headers, body);
    },
  };
  return response as unknown as ServerResponse;
}
