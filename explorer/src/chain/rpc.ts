// The node's JSON-RPC: what is asked in the same moment goes as one batch, to where the page is from.

export const BATCH_MAX = 100;
const TRIES = 4;
const WAIT_MS = 250; // before the second try, twice that before the third

/** The node's refusal of a request: its code, its words, and data such as a custom error. */
export class RpcError extends Error {
  constructor(
    readonly code: number,
    message: string,
    readonly data: unknown,
  ) {
    super(message);
  }
}

interface Question {
  readonly method: string;
  readonly params: readonly unknown[];
  readonly resolve: (result: never) => void;
  readonly reject: (cause: unknown) => void;
}

interface Reply {
  readonly id: number;
  readonly result?: unknown;
  readonly error?: { code: number; message: string; data?: unknown };
}

let waiting: Question[] = [];

/** Ask the node; rejects with RpcError where it refuses, with TypeError where it does not answer. */
export function ask<T>(method: string, ...params: unknown[]): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    if (waiting.length === 0) queueMicrotask(flush);
    waiting.push({ method, params, resolve, reject });
  });
}

export function endpoint(): string {
  return new URL("/", location.href).href;
}

function flush(): void {
  const questions = waiting;
  waiting = [];
  for (let start = 0; start < questions.length; start += BATCH_MAX) {
    const batch = questions.slice(start, start + BATCH_MAX);
    send(batch).catch((cause: unknown) => batch.forEach((question) => question.reject(cause)));
  }
}

async function send(batch: readonly Question[]): Promise<void> {
  const calls = batch.map(({ method, params }, id) => ({ jsonrpc: "2.0", id, method, params }));
  const replies = await post(JSON.stringify(calls));
  const byId = new Map(replies.map((reply) => [reply.id, reply]));
  batch.forEach((question, id) => settle(question, byId.get(id)));
}

function settle(question: Question, reply: Reply | undefined): void {
  if (reply?.error) {
    const { code, message, data } = reply.error;
    question.reject(new RpcError(code, message, data));
  } else if (reply && "result" in reply) {
    question.resolve(reply.result as never);
  } else {
    question.reject(new RpcError(-32603, "no answer to this request", undefined));
  }
}

/** Post a body; a node that is too busy is asked again after a while. */
async function post(body: string): Promise<Reply[]> {
  for (let tries = 1; ; tries += 1) {
    const headers = { "Content-Type": "application/json" };
    const answer = await fetch(endpoint(), { method: "POST", headers, body });
    if (answer.status === 429 && tries < TRIES) {
      await new Promise((resolve) => setTimeout(resolve, WAIT_MS * 2 ** (tries - 1)));
      continue;
    }
    const found: unknown = await answer.json();
    if (Array.isArray(found)) return found as Reply[];
    const error = (found as Reply).error;
    throw new RpcError(error?.code ?? answer.status, error?.message ?? answer.statusText, undefined);
  }
}
