// The market of models: who wrote them, what they cost now, before and later, and how they are used.
import { modelFees } from "@kumiai/modelFees";
import { read } from "../chain/read";
import { type Page, everything, numberedPage, viewPage } from "./paging";

export type Model = Awaited<ReturnType<typeof modelOf>>;
export type Terms = Model["terms"];

const DAY_S = 86_400;
export const DAYS_SHOWN = 30;

export async function models(page: number): Promise<Page<Model>> {
  const total = await read(modelFees, "modelCount", []);
  return viewPage(total, page, (offset, limit) => read(modelFees, "models", [offset, limit]));
}

/** One model: every price list, the tariff with its meters, who serves it, and its use day by day. */
export async function model(id: string, nowS: number) {
  const found = await modelOf(id);
  const [versions, tariff, conditions, demand, providers, days] = await Promise.all([
    everything((offset, limit) => read(modelFees, "versions", [id, offset, limit]), 500),
    read(modelFees, "tariffNow", [id]),
    read(modelFees, "conditionsInForce", [id]),
    read(modelFees, "demand", [id]),
    everything((offset, limit) => read(modelFees, "providersOf", [id, offset, limit]), 300),
    useByDay(id, nowS),
  ]);
  return { model: found, versions, tariff, conditions, demand, providers, days };
}

/** A page of the channels over which models are paid call by call. */
export async function channels(page: number) {
  const total = await read(modelFees, "channelTotal", []);
  return numberedPage(total, page, (number) => read(modelFees, "channel", [number]));
}

/** What the whole market of models was paid so far. */
export function usageOfAll() {
  return read(modelFees, "usageTotal", []);
}

async function useByDay(id: string, nowS: number) {
  const today = Math.floor(nowS / DAY_S);
  const days = Array.from({ length: DAYS_SHOWN }, (_, index) => today - DAYS_SHOWN + 1 + index);
  return Promise.all(
    days.map(async (day) => ({ startS: day * DAY_S, use: await read(modelFees, "usageOn", [id, BigInt(day)]) })),
  );
}

function modelOf(id: string) {
  return read(modelFees, "model", [id]);
}
