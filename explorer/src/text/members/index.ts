// Words for the members of enumerations, by module and enumeration: pages and sentences say the same.
import type { Bilingual } from "../language";
import * as bridge from "./bridge";
import * as compute from "./compute";
import * as devices from "./devices";
import * as governance from "./governance";
import * as licensing from "./licensing";
import * as modelFees from "./modelFees";
import * as staking from "./staking";
import * as verification from "./verification";

type Words = Bilingual<Readonly<Record<string, string>>>;

export const members: Readonly<Record<string, Readonly<Record<string, Words>>>> = {
  bridge: {
    ArrivalState: bridge.arrivalStates,
    ClientKind: bridge.clientKinds,
    ClientState: bridge.clientStates,
    PacketState: bridge.packetStates,
    RouteState: bridge.routeStates,
  },
  compute: {
    BidState: compute.bidStates,
    Kind: compute.kinds,
    Level: compute.levels,
    OrderState: compute.orderStates,
    ProviderState: compute.providerStates,
    Reason: compute.reasons,
    Tenure: compute.tenures,
  },
  devices: {
    DeviceClass: devices.classes,
    PenaltyStatus: devices.penaltyStatuses,
    Reason: devices.reasons,
    Status: devices.statuses,
  },
  governance: {
    Kind: governance.kinds,
    Option: governance.options,
    Scope: governance.scopes,
    Status: governance.statuses,
  },
  licensing: {
    AssetState: licensing.assetStates,
    CaseKind: licensing.caseKinds,
    CaseState: licensing.caseStates,
    Kind: licensing.kinds,
    LicenceState: licensing.licenceStates,
    OfferState: licensing.offerStates,
    Tag: licensing.tags,
    TagState: licensing.tagStates,
  },
  model_fees: { ChannelState: modelFees.channelStates, ModelStatus: modelFees.statuses },
  staking: { Standing: staking.standings },
  verification: {
    Choice: verification.choices,
    ClaimState: verification.claimStates,
    Kind: verification.kinds,
    Level: compute.levels,
    Side: verification.sides,
  },
};
