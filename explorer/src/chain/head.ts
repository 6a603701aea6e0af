// The newest block: told over WebSocket, asked for every few seconds while there is none.
import { useEffect, useRef, useState } from "preact/hooks";
import { useSyncExternalStore } from "../ui/store";
import { ask, endpoint } from "./rpc";
import type { Header } from "./types";

export type Link = "live" | "polling" | "offline";
export interface Head {
  readonly header: Header | undefined;
  readonly link: Link;
}

const POLL_MS = 2_000;
const SETTLE_MS = 400; // a page is drawn at most so often, however fast the blocks come
const RECONNECT_MS = 5_000;

const listeners = new Set<() => void>();
let head: Head = { header: undefined, link: "polling" };
let newest: Header | undefined;
let drawing: ReturnType<typeof setTimeout> | undefined;
let isFollowing = false;
let socket: WebSocket | undefined;

/** The newest block, and how this page learns of it; follows the node from the first use on. */
export function useHead(): Head {
  return useSyncExternalStore(subscribe, readHead);
}

export function readHead(): Head {
  return head;
}

/** The newest block, heard of at most every so often: for what costs the node more to answer. */
export function useHeadEvery(pause_ms: number): Head {
  const head = useHead();
  const [kept, setKept] = useState(head);
  const keptAt_ms = useRef(-Infinity);
  useEffect(() => {
    const keep = (): void => {
      keptAt_ms.current = performance.now();
      setKept(readHead());
    };
    const timer = setTimeout(keep, Math.max(0, keptAt_ms.current + pause_ms - performance.now()));
    return () => clearTimeout(timer);
  }, [head.header?.hash]);
  return kept;
}

/** The newest block's number, undefined until the node has said it. */
export function useHeight(): number | undefined {
  const { header } = useHead();
  return header && Number(header.number);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  if (!isFollowing) {
    isFollowing = true;
    document.addEventListener("visibilitychange", draw);
    void watch();
    connect();
  }
  return () => listeners.delete(listener);
}

function tell(changed: Partial<Head>): void {
  head = { ...head, ...changed };
  listeners.forEach((listener) => listener());
}

function hear(header: Header): void {
  newest = header;
  if (head.header === undefined) draw();
  else drawing ??= setTimeout(draw, SETTLE_MS);
}

function draw(): void {
  drawing = undefined;
  if (document.hidden) return; // nobody looks: what was missed is drawn when somebody does
  if (newest && newest.hash !== head.header?.hash) tell({ header: newest });
}

/** Ask for the newest block as long as the WebSocket does not tell of it. */
async function watch(): Promise<void> {
  if (head.link !== "live" && !document.hidden) await poll();
  setTimeout(() => void watch(), POLL_MS);
}

async function poll(): Promise<void> {
  try {
    hear(await ask<Header>("eth_getBlockByNumber", "latest", false));
    if (head.link === "offline") tell({ link: "polling" });
  } catch {
    if (head.link !== "offline") tell({ link: "offline" });
  }
}

function connect(): void {
  socket = new WebSocket(endpoint().replace(/^http/, "ws"));
  socket.onopen = () =>
    socket?.send(JSON.stringify({ jsonrpc: "2.0", id: 1, method: "eth_subscribe", params: ["newHeads"] }));
  socket.onmessage = ({ data }: MessageEvent<string>) => {
    const message = JSON.parse(data) as { id?: number; result?: string; params?: { result: Header } };
    if (message.id === 1 && message.result !== undefined) tell({ link: "live" });
    else if (message.params) hear(message.params.result);
  };
  socket.onclose = () => {
    if (head.link === "live") tell({ link: "polling" });
    setTimeout(connect, RECONNECT_MS);
  };
}
