// Devices: what they are, whether they are there, and what they earn for it.
import { DeviceClass, devices } from "@kumiai/devices";
import { read } from "../chain/read";
import { type Found, kindTopic, newestLogs, word } from "./events";
import { type Page, numberedPage } from "./paging";
import { orNothing } from "./refusals";

export type Device = Awaited<ReturnType<typeof deviceOf>>;

export const CLASSES = ["GPU", "EDGE_COMPUTE", "BANDWIDTH", "STORAGE", "SENSOR"] as const;

const HISTORY_ROWS = 50;
const TOLD = ["Registered", "Bonded", "StateChanged", "PriceSet", "ServicePaid", "RewardAccrued", "Slashed"] as const;

/** A page of devices, newest first. */
export async function devicePage(page: number): Promise<Page<Device>> {
  return numberedPage(await deviceTotal(), page, deviceOf);
}

/** What each class offers and serves, and the running epoch. */
export async function marketOf() {
  const [epoch, classes] = await Promise.all([
    read(devices, "currentEpoch", []),
    Promise.all(CLASSES.map((name) => read(devices, "classUtilisation", [DeviceClass[name]]))),
  ]);
  return { epoch, classes };
}

/** One device with its beats and scores of this epoch, maintenance, rewards in escrow and penalties. */
export async function device(number: bigint) {
  const [found, epoch, uptime, maintenance, tranches, penalties, next, challenge] = await Promise.all([
    deviceOf(number),
    read(devices, "currentEpoch", []),
    read(devices, "uptime", [number]),
    read(devices, "maintenanceOf", [number]),
    read(devices, "tranchesOf", [number]),
    read(devices, "slashHistory", [number, 0n, 100n]),
    read(devices, "nextBeat", [number]),
    read(devices, "openChallenge", [number]),
  ]);
  return { device: found, epoch, uptime, maintenance, tranches, penalties, next, challenge };
}

/** What happened to a device; beats are left out, for they are many. */
export function historyOf(number: bigint, signal?: AbortSignal): Promise<Found> {
  const kinds = TOLD.map((name) => kindTopic(devices.abi, name));
  return newestLogs({ address: devices.address, topics: [kinds, word(number)], most: HISTORY_ROWS }, signal);
}

/** How many devices were ever registered: the module has no such view, but it refuses those beyond. */
async function deviceTotal(): Promise<bigint> {
  let [known, unknown] = [0n, 1n];
  while (await isRegistered(unknown)) [known, unknown] = [unknown, unknown * 2n];
  while (unknown - known > 1n) {
    const middle = (known + unknown) / 2n;
    if (await isRegistered(middle)) known = middle;
    else unknown = middle;
  }
  return known;
}

async function isRegistered(number: bigint): Promise<boolean> {
  return (await orNothing(deviceOf(number))) !== undefined;
}

function deviceOf(number: bigint) {
  return read(devices, "device", [number]);
}
