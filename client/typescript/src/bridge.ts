// Rendered from modules/bridge/module.py by `python -m cli.render`; not to be edited.
import type { Address, Hex } from "viem";

/** Bridge: packets to and from other chains, each proven, each delivered or refunded, once. */
export const bridgeAddress = "0x0000000000000000000000000000000000000802" as const;

export const bridgeAbi = [
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "account",
        "type": "address"
      }
    ],
    "name": "AddressTaken",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "validator",
        "type": "address"
      },
      {
        "internalType": "bytes32",
        "name": "hash",
        "type": "bytes32"
      }
    ],
    "name": "AlreadyAttested",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint64",
        "name": "route",
        "type": "uint64"
      },
      {
        "internalType": "uint64",
        "name": "sequence",
        "type": "uint64"
      }
    ],
    "name": "AlreadyReceived",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "string",
        "name": "reason",
        "type": "string"
      }
    ],
    "name": "AssetInvalid",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "minimumWei",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "foundWei",
        "type": "uint256"
      }
    ],
    "name": "BondTooSmall",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "client",
        "type": "uint256"
      },
      {
        "internalType": "uint64",
        "name": "expiredS",
        "type": "uint64"
      }
    ],
    "name": "ClientExpired",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "client",
        "type": "uint256"
      },
      {
        "internalType": "enum IBridge.ClientState",
        "name": "state",
        "type": "uint8"
      }
    ],
    "name": "ClientInactive",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "string",
        "name": "reason",
        "type": "string"
      }
    ],
    "name": "ClientInvalid",
    "type": "error"
  },
  {
    "inputs": [],
    "name": "DelegatecallRefused",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint64",
        "name": "height",
        "type": "uint64"
      }
    ],
    "name": "HeaderKnown",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "string",
        "name": "reason",
        "type": "string"
      }
    ],
    "name": "HeaderRefused",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "neededWei",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "foundWei",
        "type": "uint256"
      }
    ],
    "name": "InsufficientCoins",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "validator",
        "type": "address"
      },
      {
        "internalType": "address",
        "name": "key",
        "type": "address"
      }
    ],
    "name": "KeyUnknown",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "wantedWei",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "roomWei",
        "type": "uint256"
      }
    ],
    "name": "LimitReached",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint64",
        "name": "height",
        "type": "uint64"
      },
      {
        "internalType": "uint64",
        "name": "against",
        "type": "uint64"
      }
    ],
    "name": "NoContradiction",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "validator",
        "type": "address"
      }
    ],
    "name": "NotAttesting",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "guardian",
        "type": "address"
      }
    ],
    "name": "NotGuardian",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "validator",
        "type": "address"
      },
      {
        "internalType": "uint64",
        "name": "height",
        "type": "uint64"
      }
    ],
    "name": "NotLying",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "valueWei",
        "type": "uint256"
      }
    ],
    "name": "NotPayable",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint64",
        "name": "timeoutS",
        "type": "uint64"
      },
      {
        "internalType": "uint64",
        "name": "provenS",
        "type": "uint64"
      }
    ],
    "name": "NotTimedOut",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "account",
        "type": "address"
      }
    ],
    "name": "NotValidator",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint64",
        "name": "route",
        "type": "uint64"
      },
      {
        "internalType": "uint64",
        "name": "sequence",
        "type": "uint64"
      }
    ],
    "name": "NothingWaits",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint64",
        "name": "timeoutS",
        "type": "uint64"
      }
    ],
    "name": "PacketExpired",
    "type": "error"
  },
  {
    "inputs": [],
    "name": "Paused",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "bytes32",
        "name": "expected",
        "type": "bytes32"
      },
      {
        "internalType": "bytes32",
        "name": "found",
        "type": "bytes32"
      }
    ],
    "name": "ProofContradicts",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "string",
        "name": "reason",
        "type": "string"
      }
    ],
    "name": "ProofInvalid",
    "type": "error"
  },
  {
    "inputs": [],
    "name": "Reentered",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "string",
        "name": "call",
        "type": "string"
      },
      {
        "internalType": "string",
        "name": "roles",
        "type": "string"
      }
    ],
    "name": "RoleForbids",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint64",
        "name": "route",
        "type": "uint64"
      },
      {
        "internalType": "enum IBridge.RouteState",
        "name": "state",
        "type": "uint8"
      }
    ],
    "name": "RouteForbids",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "string",
        "name": "reason",
        "type": "string"
      }
    ],
    "name": "RouteInvalid",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint64",
        "name": "route",
        "type": "uint64"
      }
    ],
    "name": "RouteLives",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "expected",
        "type": "address"
      },
      {
        "internalType": "string",
        "name": "reason",
        "type": "string"
      }
    ],
    "name": "SignatureWrong",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "string",
        "name": "machine",
        "type": "string"
      },
      {
        "internalType": "string",
        "name": "state",
        "type": "string"
      },
      {
        "internalType": "string",
        "name": "call",
        "type": "string"
      }
    ],
    "name": "StateForbids",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint64",
        "name": "releasesS",
        "type": "uint64"
      }
    ],
    "name": "StillDelayed",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "string",
        "name": "reason",
        "type": "string"
      }
    ],
    "name": "SubstituteInvalid",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint64",
        "name": "earliestS",
        "type": "uint64"
      },
      {
        "internalType": "uint64",
        "name": "latestS",
        "type": "uint64"
      }
    ],
    "name": "TimeoutInvalid",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "string",
        "name": "reason",
        "type": "string"
      }
    ],
    "name": "TransferInvalid",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "sender",
        "type": "address"
      }
    ],
    "name": "Unauthorized",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint64",
        "name": "route",
        "type": "uint64"
      },
      {
        "internalType": "address",
        "name": "token",
        "type": "address"
      }
    ],
    "name": "UnknownAsset",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "client",
        "type": "uint256"
      }
    ],
    "name": "UnknownClient",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "client",
        "type": "uint256"
      },
      {
        "internalType": "uint64",
        "name": "height",
        "type": "uint64"
      }
    ],
    "name": "UnknownHeight",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint64",
        "name": "route",
        "type": "uint64"
      },
      {
        "internalType": "uint64",
        "name": "sequence",
        "type": "uint64"
      }
    ],
    "name": "UnknownPacket",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "neededWei",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "foundWei",
        "type": "uint256"
      }
    ],
    "name": "ValueWrong",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "account",
        "type": "address"
      },
      {
        "internalType": "uint256",
        "name": "amountWei",
        "type": "uint256"
      }
    ],
    "name": "VoucherRefused",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "string",
        "name": "what",
        "type": "string"
      }
    ],
    "name": "ZeroNotTrusted",
    "type": "error"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "uint64",
        "name": "route",
        "type": "uint64"
      },
      {
        "indexed": true,
        "internalType": "uint64",
        "name": "sequence",
        "type": "uint64"
      },
      {
        "indexed": false,
        "internalType": "bool",
        "name": "success",
        "type": "bool"
      },
      {
        "indexed": false,
        "internalType": "address",
        "name": "payee",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "bytes32",
        "name": "resultHash",
        "type": "bytes32"
      },
      {
        "indexed": false,
        "internalType": "bytes",
        "name": "output",
        "type": "bytes"
      }
    ],
    "name": "AcknowledgementWritten",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "uint64",
        "name": "route",
        "type": "uint64"
      },
      {
        "indexed": true,
        "internalType": "address",
        "name": "token",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "bool",
        "name": "isNative",
        "type": "bool"
      },
      {
        "indexed": false,
        "internalType": "address",
        "name": "local",
        "type": "address"
      }
    ],
    "name": "AssetRegistered",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "address",
        "name": "validator",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "addedWei",
        "type": "uint256"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "bondWei",
        "type": "uint256"
      }
    ],
    "name": "AttesterBonded",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "address",
        "name": "validator",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "address",
        "name": "key",
        "type": "address"
      }
    ],
    "name": "AttesterKeyNamed",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "address",
        "name": "validator",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "uint64",
        "name": "leavesS",
        "type": "uint64"
      }
    ],
    "name": "AttesterLeaving",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "address",
        "name": "validator",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "bondWei",
        "type": "uint256"
      }
    ],
    "name": "AttesterLeft",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "address",
        "name": "validator",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "client",
        "type": "uint256"
      },
      {
        "indexed": false,
        "internalType": "uint64",
        "name": "height",
        "type": "uint64"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "burnedWei",
        "type": "uint256"
      },
      {
        "indexed": false,
        "internalType": "address",
        "name": "accuser",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "rewardWei",
        "type": "uint256"
      }
    ],
    "name": "AttesterRemoved",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "uint256",
        "name": "client",
        "type": "uint256"
      },
      {
        "indexed": false,
        "internalType": "enum IBridge.ClientKind",
        "name": "kind",
        "type": "uint8"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "chainId",
        "type": "uint256"
      }
    ],
    "name": "ClientCreated",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "uint256",
        "name": "client",
        "type": "uint256"
      },
      {
        "indexed": false,
        "internalType": "uint64",
        "name": "height",
        "type": "uint64"
      },
      {
        "indexed": false,
        "internalType": "uint64",
        "name": "against",
        "type": "uint64"
      },
      {
        "indexed": false,
        "internalType": "bytes32",
        "name": "hash",
        "type": "bytes32"
      }
    ],
    "name": "ClientFrozen",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "uint256",
        "name": "client",
        "type": "uint256"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "substitute",
        "type": "uint256"
      }
    ],
    "name": "ClientSubstituted",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "uint256",
        "name": "client",
        "type": "uint256"
      },
      {
        "indexed": true,
        "internalType": "uint64",
        "name": "height",
        "type": "uint64"
      },
      {
        "indexed": false,
        "internalType": "bytes32",
        "name": "hash",
        "type": "bytes32"
      },
      {
        "indexed": false,
        "internalType": "bytes32",
        "name": "stateRoot",
        "type": "bytes32"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "timeMs",
        "type": "uint256"
      }
    ],
    "name": "ClientUpdated",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": false,
        "internalType": "address",
        "name": "source",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "address",
        "name": "target",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "amountWei",
        "type": "uint256"
      },
      {
        "indexed": false,
        "internalType": "string",
        "name": "reason",
        "type": "string"
      }
    ],
    "name": "CoinsMoved",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "uint64",
        "name": "route",
        "type": "uint64"
      },
      {
        "indexed": true,
        "internalType": "uint64",
        "name": "sequence",
        "type": "uint64"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "addedWei",
        "type": "uint256"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "feeWei",
        "type": "uint256"
      }
    ],
    "name": "FeeAdded",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "uint256",
        "name": "client",
        "type": "uint256"
      },
      {
        "indexed": true,
        "internalType": "uint64",
        "name": "height",
        "type": "uint64"
      },
      {
        "indexed": true,
        "internalType": "address",
        "name": "validator",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "bytes32",
        "name": "hash",
        "type": "bytes32"
      }
    ],
    "name": "HeaderAttested",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "uint64",
        "name": "route",
        "type": "uint64"
      },
      {
        "indexed": true,
        "internalType": "address",
        "name": "token",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "bool",
        "name": "isNative",
        "type": "bool"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "capacityWei",
        "type": "uint256"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "refillWeiPerS",
        "type": "uint256"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "minimumWei",
        "type": "uint256"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "delayFromWei",
        "type": "uint256"
      }
    ],
    "name": "LimitsChanged",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": false,
        "internalType": "string",
        "name": "invariant",
        "type": "string"
      }
    ],
    "name": "ModulePaused",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [],
    "name": "ModuleResumed",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "uint64",
        "name": "route",
        "type": "uint64"
      },
      {
        "indexed": true,
        "internalType": "uint64",
        "name": "sequence",
        "type": "uint64"
      },
      {
        "indexed": false,
        "internalType": "bool",
        "name": "success",
        "type": "bool"
      },
      {
        "indexed": false,
        "internalType": "address",
        "name": "payee",
        "type": "address"
      }
    ],
    "name": "PacketAcknowledged",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "uint64",
        "name": "route",
        "type": "uint64"
      },
      {
        "indexed": true,
        "internalType": "uint64",
        "name": "sequence",
        "type": "uint64"
      },
      {
        "indexed": false,
        "internalType": "bytes32",
        "name": "commitment",
        "type": "bytes32"
      }
    ],
    "name": "PacketReceived",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "uint64",
        "name": "route",
        "type": "uint64"
      },
      {
        "indexed": true,
        "internalType": "uint64",
        "name": "sequence",
        "type": "uint64"
      },
      {
        "indexed": false,
        "internalType": "uint64",
        "name": "timeoutS",
        "type": "uint64"
      },
      {
        "indexed": false,
        "internalType": "bytes",
        "name": "payload",
        "type": "bytes"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "feeWei",
        "type": "uint256"
      },
      {
        "indexed": false,
        "internalType": "bytes32",
        "name": "commitment",
        "type": "bytes32"
      }
    ],
    "name": "PacketSent",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "uint64",
        "name": "route",
        "type": "uint64"
      },
      {
        "indexed": true,
        "internalType": "uint64",
        "name": "sequence",
        "type": "uint64"
      }
    ],
    "name": "PacketTimedOut",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "uint64",
        "name": "route",
        "type": "uint64"
      }
    ],
    "name": "RouteKilled",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "uint64",
        "name": "route",
        "type": "uint64"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "client",
        "type": "uint256"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "chainId",
        "type": "uint256"
      },
      {
        "indexed": false,
        "internalType": "address",
        "name": "bridge",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "uint64",
        "name": "remoteRoute",
        "type": "uint64"
      }
    ],
    "name": "RouteOpened",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "uint64",
        "name": "route",
        "type": "uint64"
      },
      {
        "indexed": false,
        "internalType": "address",
        "name": "guardian",
        "type": "address"
      }
    ],
    "name": "RoutePaused",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "uint64",
        "name": "route",
        "type": "uint64"
      }
    ],
    "name": "RouteResumed",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "uint256",
        "name": "client",
        "type": "uint256"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "substitute",
        "type": "uint256"
      },
      {
        "indexed": false,
        "internalType": "uint64",
        "name": "fromS",
        "type": "uint64"
      }
    ],
    "name": "SubstituteAnnounced",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "kind",
        "type": "uint256"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "key",
        "type": "uint256"
      },
      {
        "indexed": false,
        "internalType": "string",
        "name": "reason",
        "type": "string"
      }
    ],
    "name": "TimerFailed",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "uint64",
        "name": "route",
        "type": "uint64"
      },
      {
        "indexed": true,
        "internalType": "uint64",
        "name": "sequence",
        "type": "uint64"
      },
      {
        "indexed": false,
        "internalType": "uint64",
        "name": "releasesS",
        "type": "uint64"
      }
    ],
    "name": "TransferDelayed",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "uint64",
        "name": "route",
        "type": "uint64"
      },
      {
        "indexed": true,
        "internalType": "address",
        "name": "token",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "address",
        "name": "voucher",
        "type": "address"
      }
    ],
    "name": "VoucherPlaced",
    "type": "event"
  },
  {
    "inputs": [
      {
        "internalType": "struct IBridge.SignedAttestation",
        "name": "statement",
        "components": [
          {
            "internalType": "struct IBridge.Attestation",
            "name": "attestation",
            "components": [
              {
                "internalType": "address",
                "name": "validator",
                "type": "address"
              },
              {
                "internalType": "uint256",
                "name": "client",
                "type": "uint256"
              },
              {
                "internalType": "uint64",
                "name": "height",
                "type": "uint64"
              },
              {
                "internalType": "bytes32",
                "name": "hash",
                "type": "bytes32"
              }
            ],
            "type": "tuple"
          },
          {
            "internalType": "bytes",
            "name": "signature",
            "type": "bytes"
          }
        ],
        "type": "tuple"
      }
    ],
    "name": "accuse",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "uint64",
        "name": "route",
        "type": "uint64"
      },
      {
        "internalType": "struct IBridge.Packet",
        "name": "packet",
        "components": [
          {
            "internalType": "uint64",
            "name": "sequence",
            "type": "uint64"
          },
          {
            "internalType": "uint64",
            "name": "timeoutS",
            "type": "uint64"
          },
          {
            "internalType": "bytes",
            "name": "payload",
            "type": "bytes"
          }
        ],
        "type": "tuple"
      },
      {
        "internalType": "struct IBridge.Acknowledgement",
        "name": "answer",
        "components": [
          {
            "internalType": "bool",
            "name": "success",
            "type": "bool"
          },
          {
            "internalType": "address",
            "name": "payee",
            "type": "address"
          },
          {
            "internalType": "bytes32",
            "name": "resultHash",
            "type": "bytes32"
          }
        ],
        "type": "tuple"
      },
      {
        "internalType": "struct IBridge.StateProof",
        "name": "proof",
        "components": [
          {
            "internalType": "uint64",
            "name": "height",
            "type": "uint64"
          },
          {
            "internalType": "bytes[]",
            "name": "accountNodes",
            "type": "bytes[]"
          },
          {
            "internalType": "bytes[]",
            "name": "slotNodes",
            "type": "bytes[]"
          }
        ],
        "type": "tuple"
      }
    ],
    "name": "acknowledge",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "uint64",
        "name": "route",
        "type": "uint64"
      },
      {
        "internalType": "uint64",
        "name": "sequence",
        "type": "uint64"
      }
    ],
    "name": "addFee",
    "outputs": [],
    "stateMutability": "payable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "client",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "substitute",
        "type": "uint256"
      }
    ],
    "name": "announceSubstitute",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "client",
        "type": "uint256"
      }
    ],
    "name": "answeringClient",
    "outputs": [
      {
        "internalType": "uint256",
        "name": "",
        "type": "uint256"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "uint64",
        "name": "route",
        "type": "uint64"
      },
      {
        "internalType": "uint64",
        "name": "sequence",
        "type": "uint64"
      }
    ],
    "name": "arrival",
    "outputs": [
      {
        "internalType": "struct IBridge.Arrival",
        "name": "",
        "components": [
          {
            "internalType": "enum IBridge.ArrivalState",
            "name": "state",
            "type": "uint8"
          },
          {
            "internalType": "uint64",
            "name": "releasesS",
            "type": "uint64"
          },
          {
            "internalType": "address",
            "name": "payee",
            "type": "address"
          }
        ],
        "type": "tuple"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "uint64",
        "name": "route",
        "type": "uint64"
      },
      {
        "internalType": "address",
        "name": "token",
        "type": "address"
      },
      {
        "internalType": "bool",
        "name": "isNative",
        "type": "bool"
      }
    ],
    "name": "asset",
    "outputs": [
      {
        "internalType": "struct IBridge.Asset",
        "name": "asset",
        "components": [
          {
            "internalType": "address",
            "name": "token",
            "type": "address"
          },
          {
            "internalType": "bool",
            "name": "isNative",
            "type": "bool"
          },
          {
            "internalType": "address",
            "name": "local",
            "type": "address"
          },
          {
            "internalType": "string",
            "name": "name",
            "type": "string"
          },
          {
            "internalType": "string",
            "name": "symbol",
            "type": "string"
          },
          {
            "internalType": "uint8",
            "name": "decimals",
            "type": "uint8"
          }
        ],
        "type": "tuple"
      },
      {
        "internalType": "struct IBridge.Limits",
        "name": "limits",
        "components": [
          {
            "internalType": "uint256",
            "name": "capacityWei",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "refillWeiPerS",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "minimumWei",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "delayFromWei",
            "type": "uint256"
          }
        ],
        "type": "tuple"
      },
      {
        "internalType": "uint256",
        "name": "outstandingWei",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "roomWei",
        "type": "uint256"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "uint64",
        "name": "route",
        "type": "uint64"
      },
      {
        "internalType": "uint256",
        "name": "offset",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "limit",
        "type": "uint256"
      }
    ],
    "name": "assetTokens",
    "outputs": [
      {
        "internalType": "address[]",
        "name": "",
        "type": "address[]"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "struct IBridge.SignedAttestation",
        "name": "statement",
        "components": [
          {
            "internalType": "struct IBridge.Attestation",
            "name": "attestation",
            "components": [
              {
                "internalType": "address",
                "name": "validator",
                "type": "address"
              },
              {
                "internalType": "uint256",
                "name": "client",
                "type": "uint256"
              },
              {
                "internalType": "uint64",
                "name": "height",
                "type": "uint64"
              },
              {
                "internalType": "bytes32",
                "name": "hash",
                "type": "bytes32"
              }
            ],
            "type": "tuple"
          },
          {
            "internalType": "bytes",
            "name": "signature",
            "type": "bytes"
          }
        ],
        "type": "tuple"
      }
    ],
    "name": "attest",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "client",
        "type": "uint256"
      },
      {
        "internalType": "uint64",
        "name": "height",
        "type": "uint64"
      },
      {
        "internalType": "address",
        "name": "validator",
        "type": "address"
      }
    ],
    "name": "attested",
    "outputs": [
      {
        "internalType": "bytes32",
        "name": "",
        "type": "bytes32"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "validator",
        "type": "address"
      }
    ],
    "name": "attester",
    "outputs": [
      {
        "internalType": "struct IBridge.Attester",
        "name": "",
        "components": [
          {
            "internalType": "enum IBridge.AttesterState",
            "name": "state",
            "type": "uint8"
          },
          {
            "internalType": "uint256",
            "name": "bondWei",
            "type": "uint256"
          },
          {
            "internalType": "address",
            "name": "key",
            "type": "address"
          },
          {
            "internalType": "uint64",
            "name": "leavesS",
            "type": "uint64"
          }
        ],
        "type": "tuple"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "offset",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "limit",
        "type": "uint256"
      }
    ],
    "name": "attestersKnown",
    "outputs": [
      {
        "internalType": "address[]",
        "name": "",
        "type": "address[]"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [],
    "name": "bondAttester",
    "outputs": [],
    "stateMutability": "payable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "client",
        "type": "uint256"
      }
    ],
    "name": "client",
    "outputs": [
      {
        "internalType": "struct IBridge.Client",
        "name": "",
        "components": [
          {
            "internalType": "enum IBridge.ClientState",
            "name": "state",
            "type": "uint8"
          },
          {
            "internalType": "enum IBridge.ClientKind",
            "name": "kind",
            "type": "uint8"
          },
          {
            "internalType": "uint256",
            "name": "chainId",
            "type": "uint256"
          },
          {
            "internalType": "uint64",
            "name": "trustingPeriodS",
            "type": "uint64"
          },
          {
            "internalType": "uint64",
            "name": "unbondingS",
            "type": "uint64"
          },
          {
            "internalType": "uint64",
            "name": "latestHeight",
            "type": "uint64"
          },
          {
            "internalType": "uint256",
            "name": "latestTimeMs",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "substitute",
            "type": "uint256"
          },
          {
            "internalType": "uint64",
            "name": "substituteFromS",
            "type": "uint64"
          }
        ],
        "type": "tuple"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "uint64",
        "name": "route",
        "type": "uint64"
      },
      {
        "internalType": "struct IBridge.Packet",
        "name": "packet",
        "components": [
          {
            "internalType": "uint64",
            "name": "sequence",
            "type": "uint64"
          },
          {
            "internalType": "uint64",
            "name": "timeoutS",
            "type": "uint64"
          },
          {
            "internalType": "bytes",
            "name": "payload",
            "type": "bytes"
          }
        ],
        "type": "tuple"
      }
    ],
    "name": "commitmentOf",
    "outputs": [
      {
        "internalType": "bytes32",
        "name": "",
        "type": "bytes32"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "enum IBridge.ClientKind",
        "name": "kind",
        "type": "uint8"
      },
      {
        "internalType": "uint256",
        "name": "chainId",
        "type": "uint256"
      },
      {
        "internalType": "uint64",
        "name": "trustingPeriodS",
        "type": "uint64"
      },
      {
        "internalType": "uint64",
        "name": "unbondingS",
        "type": "uint64"
      },
      {
        "internalType": "bytes",
        "name": "header",
        "type": "bytes"
      }
    ],
    "name": "createClient",
    "outputs": [
      {
        "internalType": "uint256",
        "name": "",
        "type": "uint256"
      }
    ],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "uint64",
        "name": "route",
        "type": "uint64"
      },
      {
        "internalType": "struct IBridge.Packet",
        "name": "packet",
        "components": [
          {
            "internalType": "uint64",
            "name": "sequence",
            "type": "uint64"
          },
          {
            "internalType": "uint64",
            "name": "timeoutS",
            "type": "uint64"
          },
          {
            "internalType": "bytes",
            "name": "payload",
            "type": "bytes"
          }
        ],
        "type": "tuple"
      },
      {
        "internalType": "struct IBridge.StateProof",
        "name": "proof",
        "components": [
          {
            "internalType": "uint64",
            "name": "height",
            "type": "uint64"
          },
          {
            "internalType": "bytes[]",
            "name": "accountNodes",
            "type": "bytes[]"
          },
          {
            "internalType": "bytes[]",
            "name": "slotNodes",
            "type": "bytes[]"
          }
        ],
        "type": "tuple"
      },
      {
        "internalType": "address",
        "name": "payee",
        "type": "address"
      }
    ],
    "name": "deliver",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "client",
        "type": "uint256"
      },
      {
        "internalType": "uint64",
        "name": "height",
        "type": "uint64"
      }
    ],
    "name": "header",
    "outputs": [
      {
        "internalType": "struct IBridge.ConsensusState",
        "name": "",
        "components": [
          {
            "internalType": "bytes32",
            "name": "hash",
            "type": "bytes32"
          },
          {
            "internalType": "bytes32",
            "name": "stateRoot",
            "type": "bytes32"
          },
          {
            "internalType": "uint256",
            "name": "timeMs",
            "type": "uint256"
          }
        ],
        "type": "tuple"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [],
    "name": "isAllPaused",
    "outputs": [
      {
        "internalType": "bool",
        "name": "",
        "type": "bool"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "uint64",
        "name": "route",
        "type": "uint64"
      }
    ],
    "name": "killRoute",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [],
    "name": "leaveAttesters",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "key",
        "type": "address"
      }
    ],
    "name": "nameKey",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "client",
        "type": "uint256"
      },
      {
        "internalType": "struct IBridge.End",
        "name": "remote",
        "components": [
          {
            "internalType": "uint256",
            "name": "chainId",
            "type": "uint256"
          },
          {
            "internalType": "address",
            "name": "bridge",
            "type": "address"
          },
          {
            "internalType": "uint64",
            "name": "route",
            "type": "uint64"
          }
        ],
        "type": "tuple"
      }
    ],
    "name": "openRoute",
    "outputs": [
      {
        "internalType": "uint64",
        "name": "",
        "type": "uint64"
      }
    ],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [],
    "name": "params",
    "outputs": [
      {
        "internalType": "struct IBridge.BridgeParams",
        "name": "",
        "components": [
          {
            "internalType": "address",
            "name": "guardian",
            "type": "address"
          },
          {
            "internalType": "uint64",
            "name": "delayS",
            "type": "uint64"
          },
          {
            "internalType": "uint64",
            "name": "substituteDelayS",
            "type": "uint64"
          },
          {
            "internalType": "uint256",
            "name": "bondMinWei",
            "type": "uint256"
          },
          {
            "internalType": "uint64",
            "name": "bondWaitS",
            "type": "uint64"
          },
          {
            "internalType": "uint16",
            "name": "accuserBps",
            "type": "uint16"
          }
        ],
        "type": "tuple"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "uint64",
        "name": "route",
        "type": "uint64"
      }
    ],
    "name": "pause",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "uint64",
        "name": "route",
        "type": "uint64"
      },
      {
        "internalType": "uint64",
        "name": "first",
        "type": "uint64"
      },
      {
        "internalType": "uint256",
        "name": "limit",
        "type": "uint256"
      }
    ],
    "name": "pending",
    "outputs": [
      {
        "internalType": "uint64[]",
        "name": "",
        "type": "uint64[]"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "uint64",
        "name": "route",
        "type": "uint64"
      },
      {
        "internalType": "struct IBridge.Packet",
        "name": "packet",
        "components": [
          {
            "internalType": "uint64",
            "name": "sequence",
            "type": "uint64"
          },
          {
            "internalType": "uint64",
            "name": "timeoutS",
            "type": "uint64"
          },
          {
            "internalType": "bytes",
            "name": "payload",
            "type": "bytes"
          }
        ],
        "type": "tuple"
      }
    ],
    "name": "refuse",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "uint64",
        "name": "route",
        "type": "uint64"
      },
      {
        "internalType": "struct IBridge.Asset",
        "name": "asset",
        "components": [
          {
            "internalType": "address",
            "name": "token",
            "type": "address"
          },
          {
            "internalType": "bool",
            "name": "isNative",
            "type": "bool"
          },
          {
            "internalType": "address",
            "name": "local",
            "type": "address"
          },
          {
            "internalType": "string",
            "name": "name",
            "type": "string"
          },
          {
            "internalType": "string",
            "name": "symbol",
            "type": "string"
          },
          {
            "internalType": "uint8",
            "name": "decimals",
            "type": "uint8"
          }
        ],
        "type": "tuple"
      },
      {
        "internalType": "struct IBridge.Limits",
        "name": "limits",
        "components": [
          {
            "internalType": "uint256",
            "name": "capacityWei",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "refillWeiPerS",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "minimumWei",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "delayFromWei",
            "type": "uint256"
          }
        ],
        "type": "tuple"
      }
    ],
    "name": "registerAsset",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "uint64",
        "name": "route",
        "type": "uint64"
      },
      {
        "internalType": "struct IBridge.Packet",
        "name": "packet",
        "components": [
          {
            "internalType": "uint64",
            "name": "sequence",
            "type": "uint64"
          },
          {
            "internalType": "uint64",
            "name": "timeoutS",
            "type": "uint64"
          },
          {
            "internalType": "bytes",
            "name": "payload",
            "type": "bytes"
          }
        ],
        "type": "tuple"
      }
    ],
    "name": "release",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "client",
        "type": "uint256"
      }
    ],
    "name": "rememberedHeaders",
    "outputs": [
      {
        "internalType": "struct IBridge.Remembered",
        "name": "",
        "components": [
          {
            "internalType": "uint256",
            "name": "first",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "count",
            "type": "uint256"
          },
          {
            "internalType": "uint64",
            "name": "floor",
            "type": "uint64"
          }
        ],
        "type": "tuple"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "uint64",
        "name": "route",
        "type": "uint64"
      }
    ],
    "name": "resume",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "uint64",
        "name": "route",
        "type": "uint64"
      },
      {
        "internalType": "address",
        "name": "token",
        "type": "address"
      },
      {
        "internalType": "bool",
        "name": "isNative",
        "type": "bool"
      }
    ],
    "name": "room",
    "outputs": [
      {
        "internalType": "uint256",
        "name": "",
        "type": "uint256"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "uint64",
        "name": "route",
        "type": "uint64"
      }
    ],
    "name": "route",
    "outputs": [
      {
        "internalType": "struct IBridge.Route",
        "name": "",
        "components": [
          {
            "internalType": "enum IBridge.RouteState",
            "name": "state",
            "type": "uint8"
          },
          {
            "internalType": "uint256",
            "name": "client",
            "type": "uint256"
          },
          {
            "internalType": "struct IBridge.End",
            "name": "remote",
            "components": [
              {
                "internalType": "uint256",
                "name": "chainId",
                "type": "uint256"
              },
              {
                "internalType": "address",
                "name": "bridge",
                "type": "address"
              },
              {
                "internalType": "uint64",
                "name": "route",
                "type": "uint64"
              }
            ],
            "type": "tuple"
          }
        ],
        "type": "tuple"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [],
    "name": "routesOpened",
    "outputs": [
      {
        "internalType": "uint64",
        "name": "",
        "type": "uint64"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "struct IBridge.Order",
        "name": "order",
        "components": [
          {
            "internalType": "uint64",
            "name": "route",
            "type": "uint64"
          },
          {
            "internalType": "address",
            "name": "token",
            "type": "address"
          },
          {
            "internalType": "address",
            "name": "receiver",
            "type": "address"
          },
          {
            "internalType": "uint256",
            "name": "amountWei",
            "type": "uint256"
          },
          {
            "internalType": "uint64",
            "name": "timeoutS",
            "type": "uint64"
          },
          {
            "internalType": "uint64",
            "name": "callGas",
            "type": "uint64"
          },
          {
            "internalType": "bytes",
            "name": "callData",
            "type": "bytes"
          },
          {
            "internalType": "uint256",
            "name": "feeWei",
            "type": "uint256"
          }
        ],
        "type": "tuple"
      }
    ],
    "name": "send",
    "outputs": [
      {
        "internalType": "uint64",
        "name": "",
        "type": "uint64"
      }
    ],
    "stateMutability": "payable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "uint64",
        "name": "route",
        "type": "uint64"
      },
      {
        "internalType": "struct IBridge.Packet",
        "name": "packet",
        "components": [
          {
            "internalType": "uint64",
            "name": "sequence",
            "type": "uint64"
          },
          {
            "internalType": "uint64",
            "name": "timeoutS",
            "type": "uint64"
          },
          {
            "internalType": "bytes",
            "name": "payload",
            "type": "bytes"
          }
        ],
        "type": "tuple"
      }
    ],
    "name": "sendBack",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "uint64",
        "name": "route",
        "type": "uint64"
      },
      {
        "internalType": "uint64",
        "name": "sequence",
        "type": "uint64"
      }
    ],
    "name": "sent",
    "outputs": [
      {
        "internalType": "struct IBridge.Sent",
        "name": "",
        "components": [
          {
            "internalType": "enum IBridge.PacketState",
            "name": "state",
            "type": "uint8"
          },
          {
            "internalType": "uint256",
            "name": "feeWei",
            "type": "uint256"
          }
        ],
        "type": "tuple"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "uint64",
        "name": "route",
        "type": "uint64"
      }
    ],
    "name": "sentCount",
    "outputs": [
      {
        "internalType": "uint64",
        "name": "",
        "type": "uint64"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "uint64",
        "name": "route",
        "type": "uint64"
      },
      {
        "internalType": "address",
        "name": "token",
        "type": "address"
      },
      {
        "internalType": "bool",
        "name": "isNative",
        "type": "bool"
      },
      {
        "internalType": "struct IBridge.Limits",
        "name": "limits",
        "components": [
          {
            "internalType": "uint256",
            "name": "capacityWei",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "refillWeiPerS",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "minimumWei",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "delayFromWei",
            "type": "uint256"
          }
        ],
        "type": "tuple"
      }
    ],
    "name": "setLimits",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "client",
        "type": "uint256"
      },
      {
        "internalType": "bytes",
        "name": "evidence",
        "type": "bytes"
      },
      {
        "internalType": "uint64",
        "name": "against",
        "type": "uint64"
      }
    ],
    "name": "submitMisbehaviour",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "client",
        "type": "uint256"
      }
    ],
    "name": "substituteClient",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "uint64",
        "name": "route",
        "type": "uint64"
      },
      {
        "internalType": "struct IBridge.Packet",
        "name": "packet",
        "components": [
          {
            "internalType": "uint64",
            "name": "sequence",
            "type": "uint64"
          },
          {
            "internalType": "uint64",
            "name": "timeoutS",
            "type": "uint64"
          },
          {
            "internalType": "bytes",
            "name": "payload",
            "type": "bytes"
          }
        ],
        "type": "tuple"
      },
      {
        "internalType": "struct IBridge.StateProof",
        "name": "proof",
        "components": [
          {
            "internalType": "uint64",
            "name": "height",
            "type": "uint64"
          },
          {
            "internalType": "bytes[]",
            "name": "accountNodes",
            "type": "bytes[]"
          },
          {
            "internalType": "bytes[]",
            "name": "slotNodes",
            "type": "bytes[]"
          }
        ],
        "type": "tuple"
      }
    ],
    "name": "timeout",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "client",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "offset",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "limit",
        "type": "uint256"
      }
    ],
    "name": "trustedHeights",
    "outputs": [
      {
        "internalType": "uint64[]",
        "name": "",
        "type": "uint64[]"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "client",
        "type": "uint256"
      },
      {
        "internalType": "bytes",
        "name": "evidence",
        "type": "bytes"
      }
    ],
    "name": "updateClient",
    "outputs": [
      {
        "internalType": "bool",
        "name": "",
        "type": "bool"
      }
    ],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "uint64",
        "name": "route",
        "type": "uint64"
      },
      {
        "internalType": "address",
        "name": "token",
        "type": "address"
      }
    ],
    "name": "voucher",
    "outputs": [
      {
        "internalType": "address",
        "name": "",
        "type": "address"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  }
] as const;

/** What viem takes to read, write and watch: `{ ...bridge, functionName: ... }`. */
export const bridge = { address: bridgeAddress, abi: bridgeAbi } as const;

/** How a remote chain's headers are verified. */
export const ClientKind = {
  KUMIAI: 0,
  ATTESTED: 1,
} as const;
export type ClientKind = (typeof ClientKind)[keyof typeof ClientKind];

/** The life of a client. */
export const ClientState = {
  NOTHING: 0,
  ACTIVE: 1,
  FROZEN: 2,
  SUBSTITUTED: 3,
} as const;
export type ClientState = (typeof ClientState)[keyof typeof ClientState];

/** The life of a route. */
export const RouteState = {
  NOTHING: 0,
  OPEN: 1,
  PAUSED: 2,
  KILLED: 3,
} as const;
export type RouteState = (typeof RouteState)[keyof typeof RouteState];

/** The life of a packet on the chain that sent it. */
export const PacketState = {
  NOTHING: 0,
  SENT: 1,
  ACKNOWLEDGED: 2,
  REFUNDED: 3,
  TIMED_OUT: 4,
} as const;
export type PacketState = (typeof PacketState)[keyof typeof PacketState];

/** The life of a packet on the chain that received it. */
export const ArrivalState = {
  NOTHING: 0,
  DELAYED: 1,
  DELIVERED: 2,
  FAILED: 3,
} as const;
export type ArrivalState = (typeof ArrivalState)[keyof typeof ArrivalState];

/** The life of a bond behind attestations. */
export const AttesterState = {
  NOTHING: 0,
  BONDED: 1,
  LEAVING: 2,
  LEFT: 3,
  REMOVED: 4,
} as const;
export type AttesterState = (typeof AttesterState)[keyof typeof AttesterState];

/** A remote chain can be followed. */
export interface ClientCreatedEvent {
  client: bigint;
  kind: number;
  chainId: bigint;
}

/** A remote header is trusted. */
export interface ClientUpdatedEvent {
  client: bigint;
  height: bigint;
  hash: Hex;
  stateRoot: Hex;
  timeMs: bigint;
}

/** Two remote headers contradict each other: nothing of this client is believed any more. */
export interface ClientFrozenEvent {
  client: bigint;
  height: bigint;
  against: bigint;
  hash: Hex;
}

/** Governance announced which client will stand in; client 0 takes it back. */
export interface SubstituteAnnouncedEvent {
  client: bigint;
  substitute: bigint;
  fromS: bigint;
}

/** From now on the substitute answers for the client. */
export interface ClientSubstitutedEvent {
  client: bigint;
  substitute: bigint;
}

/** A route is bound to its remote end and its client. */
export interface RouteOpenedEvent {
  route: bigint;
  client: bigint;
  chainId: bigint;
  bridge: Address;
  remoteRoute: bigint;
}

/** The guardian stopped a route, or all of them (route 0); refunds go on. */
export interface RoutePausedEvent {
  route: bigint;
  guardian: Address;
}

/** Governance resumed a route, or all that are not paused alone (route 0). */
export interface RouteResumedEvent {
  route: bigint;
}

/** A route is closed for ever; refunds go on. */
export interface RouteKilledEvent {
  route: bigint;
}

/** A token may travel on a route. */
export interface AssetRegisteredEvent {
  route: bigint;
  token: Address;
  isNative: boolean;
  local: Address;
}

/** Governance changed what may come out of an asset. */
export interface LimitsChangedEvent {
  route: bigint;
  token: Address;
  isNative: boolean;
  capacityWei: bigint;
  refillWeiPerS: bigint;
  minimumWei: bigint;
  delayFromWei: bigint;
}

/** A voucher is a token of this chain now. */
export interface VoucherPlacedEvent {
  route: bigint;
  token: Address;
  voucher: Address;
}

/** A packet is under way; all of it, for whoever carries it. */
export interface PacketSentEvent {
  route: bigint;
  sequence: bigint;
  timeoutS: bigint;
  payload: Hex;
  feeWei: bigint;
  commitment: Hex;
}

/** The reward for a packet's delivery grew. */
export interface FeeAddedEvent {
  route: bigint;
  sequence: bigint;
  addedWei: bigint;
  feeWei: bigint;
}

/** A packet of the other chain is here, once. */
export interface PacketReceivedEvent {
  route: bigint;
  sequence: bigint;
  commitment: Hex;
}

/** A large transfer waits until a time at which anybody may release it. */
export interface TransferDelayedEvent {
  route: bigint;
  sequence: bigint;
  releasesS: bigint;
}

/** A packet's outcome is final here and can be proven to the other chain. */
export interface AcknowledgementWrittenEvent {
  route: bigint;
  sequence: bigint;
  success: boolean;
  payee: Address;
  resultHash: Hex;
  output: Hex;
}

/** The other chain's answer is here; without success all was given back. */
export interface PacketAcknowledgedEvent {
  route: bigint;
  sequence: bigint;
  success: boolean;
  payee: Address;
}

/** The packet never arrived and never will; all was given back. */
export interface PacketTimedOutEvent {
  route: bigint;
  sequence: bigint;
}

/** A validator put coins behind what it says of other chains. */
export interface AttesterBondedEvent {
  validator: Address;
  addedWei: bigint;
  bondWei: bigint;
}

/** Another key signs a validator's attestations from now on. */
export interface AttesterKeyNamedEvent {
  validator: Address;
  key: Address;
}

/** A validator attests no more; its bond answers for what it said until then. */
export interface AttesterLeavingEvent {
  validator: Address;
  leavesS: bigint;
}

/** A bond went back. */
export interface AttesterLeftEvent {
  validator: Address;
  bondWei: bigint;
}

/** A validator lied about another chain, and lost its bond. */
export interface AttesterRemovedEvent {
  validator: Address;
  client: bigint;
  height: bigint;
  burnedWei: bigint;
  accuser: Address;
  rewardWei: bigint;
}

/** A validator says that this block of the other chain is final. */
export interface HeaderAttestedEvent {
  client: bigint;
  height: bigint;
  validator: Address;
  hash: Hex;
}

/** Coins moved on a module's word: the one event of every `move`. */
export interface CoinsMovedEvent {
  source: Address;
  target: Address;
  amountWei: bigint;
  reason: string;
}

/** An invariant of the module failed; its calls are refused until governance resumes it. */
export interface ModulePausedEvent {
  invariant: string;
}

/** Governance resumed the module. */
export interface ModuleResumedEvent {
}

/** A deadline's handling was refused and undone; the deadline is spent. */
export interface TimerFailedEvent {
  kind: bigint;
  key: bigint;
  reason: string;
}

export type BridgeEvent =
  | { eventName: "ClientCreated"; args: ClientCreatedEvent }
  | { eventName: "ClientUpdated"; args: ClientUpdatedEvent }
  | { eventName: "ClientFrozen"; args: ClientFrozenEvent }
  | { eventName: "SubstituteAnnounced"; args: SubstituteAnnouncedEvent }
  | { eventName: "ClientSubstituted"; args: ClientSubstitutedEvent }
  | { eventName: "RouteOpened"; args: RouteOpenedEvent }
  | { eventName: "RoutePaused"; args: RoutePausedEvent }
  | { eventName: "RouteResumed"; args: RouteResumedEvent }
  | { eventName: "RouteKilled"; args: RouteKilledEvent }
  | { eventName: "AssetRegistered"; args: AssetRegisteredEvent }
  | { eventName: "LimitsChanged"; args: LimitsChangedEvent }
  | { eventName: "VoucherPlaced"; args: VoucherPlacedEvent }
  | { eventName: "PacketSent"; args: PacketSentEvent }
  | { eventName: "FeeAdded"; args: FeeAddedEvent }
  | { eventName: "PacketReceived"; args: PacketReceivedEvent }
  | { eventName: "TransferDelayed"; args: TransferDelayedEvent }
  | { eventName: "AcknowledgementWritten"; args: AcknowledgementWrittenEvent }
  | { eventName: "PacketAcknowledged"; args: PacketAcknowledgedEvent }
  | { eventName: "PacketTimedOut"; args: PacketTimedOutEvent }
  | { eventName: "AttesterBonded"; args: AttesterBondedEvent }
  | { eventName: "AttesterKeyNamed"; args: AttesterKeyNamedEvent }
  | { eventName: "AttesterLeaving"; args: AttesterLeavingEvent }
  | { eventName: "AttesterLeft"; args: AttesterLeftEvent }
  | { eventName: "AttesterRemoved"; args: AttesterRemovedEvent }
  | { eventName: "HeaderAttested"; args: HeaderAttestedEvent }
  | { eventName: "CoinsMoved"; args: CoinsMovedEvent }
  | { eventName: "ModulePaused"; args: ModulePausedEvent }
  | { eventName: "ModuleResumed"; args: ModuleResumedEvent }
  | { eventName: "TimerFailed"; args: TimerFailedEvent };

/** The call is for others: whoever has one of these roles. */
export interface RoleForbidsRefusal {
  call: string;
  roles: string;
}

/** What is in this state does not take the call. */
export interface StateForbidsRefusal {
  machine: string;
  state: string;
  call: string;
}

/** The signature is not of the key that must have signed. */
export interface SignatureWrongRefusal {
  expected: Address;
  reason: string;
}

/** Nothing is trusted that is zero or empty. */
export interface ZeroNotTrustedRefusal {
  what: string;
}

/** A client cannot be made so. */
export interface ClientInvalidRefusal {
  reason: string;
}

/** No client has this number. */
export interface UnknownClientRefusal {
  client: bigint;
}

/** A client that is frozen proves nothing; governance may announce a substitute. */
export interface ClientInactiveRefusal {
  client: bigint;
  state: number;
}

/** The newest header that the client trusts is too old; governance may name a substitute. */
export interface ClientExpiredRefusal {
  client: bigint;
  expiredS: bigint;
}

/** This does not prove a header of the other chain. */
export interface HeaderRefusedRefusal {
  reason: string;
}

/** The client trusts this header already. */
export interface HeaderKnownRefusal {
  height: bigint;
}

/** These headers can stand side by side: they prove no misbehaviour. */
export interface NoContradictionRefusal {
  height: bigint;
  against: bigint;
}

/** The client trusts no header of this height. */
export interface UnknownHeightRefusal {
  client: bigint;
  height: bigint;
}

/** This proves nothing of the other chain's state. */
export interface ProofInvalidRefusal {
  reason: string;
}

/** The other chain's state holds something else there. */
export interface ProofContradictsRefusal {
  expected: Hex;
  found: Hex;
}

/** This client cannot stand in for the other, or not yet. */
export interface SubstituteInvalidRefusal {
  reason: string;
}

/** A route cannot be opened so. */
export interface RouteInvalidRefusal {
  reason: string;
}

/** A route in this state, or all routes, take no such call. */
export interface RouteForbidsRefusal {
  route: bigint;
  state: number;
}

/** Only the guardian pauses. */
export interface NotGuardianRefusal {
  guardian: Address;
}

/** An asset cannot be registered, or limited, so. */
export interface AssetInvalidRefusal {
  reason: string;
}

/** This token does not travel on this route. */
export interface UnknownAssetRefusal {
  route: bigint;
  token: Address;
}

/** A transfer cannot be sent so. */
export interface TransferInvalidRefusal {
  reason: string;
}

/** A packet's last second must lie between these. */
export interface TimeoutInvalidRefusal {
  earliestS: bigint;
  latestS: bigint;
}

/** The coins sent must be the fee, and the amount where it is of coins. */
export interface ValueWrongRefusal {
  neededWei: bigint;
  foundWei: bigint;
}

/** No such packet is under way, or it says something else. */
export interface UnknownPacketRefusal {
  route: bigint;
  sequence: bigint;
}

/** No such transfer waits here, or it says something else. */
export interface NothingWaitsRefusal {
  route: bigint;
  sequence: bigint;
}

/** Only what nobody can release may be sent back by anybody: see send_back. */
export interface RouteLivesRefusal {
  route: bigint;
}

/** A packet is received once. */
export interface AlreadyReceivedRefusal {
  route: bigint;
  sequence: bigint;
}

/** The packet's last second is over. */
export interface PacketExpiredRefusal {
  timeoutS: bigint;
}

/** The other chain's block is of a time at which the packet could still arrive. */
export interface NotTimedOutRefusal {
  timeoutS: bigint;
  provenS: bigint;
}

/** More may come out later: this is the room that the asset has now. */
export interface LimitReachedRefusal {
  wantedWei: bigint;
  roomWei: bigint;
}

/** A large transfer is released from this second on. */
export interface StillDelayedRefusal {
  releasesS: bigint;
}

/** Only a validator of this chain, by its own account, may bond. */
export interface NotValidatorRefusal {
  account: Address;
}

/** A bond must be at least so large. */
export interface BondTooSmallRefusal {
  minimumWei: bigint;
  foundWei: bigint;
}

/** This validator has no bond behind what it says. */
export interface NotAttestingRefusal {
  validator: Address;
}

/** This key never signed for the validator. */
export interface KeyUnknownRefusal {
  validator: Address;
  key: Address;
}

/** A validator speaks once of a height; another word of it is a lie to accuse. */
export interface AlreadyAttestedRefusal {
  validator: Address;
  hash: Hex;
}

/** The attestation contradicts nothing that is known here. */
export interface NotLyingRefusal {
  validator: Address;
  height: bigint;
}

/** The account does not hold so many vouchers. */
export interface VoucherRefusedRefusal {
  account: Address;
  amountWei: bigint;
}

/** This module is paused: one of its invariants failed. */
export interface PausedRefusal {
}

/** This call takes no coins. */
export interface NotPayableRefusal {
  valueWei: bigint;
}

/** The account has fewer coins than the move needs. */
export interface InsufficientCoinsRefusal {
  neededWei: bigint;
  foundWei: bigint;
}

/** Only another module may make this call. */
export interface UnauthorizedRefusal {
  sender: Address;
}

/** A module is called at its own address only, not by delegatecall or callcode. */
export interface DelegatecallRefusedRefusal {
}

/** This module waits for a contract that it called; until then it only answers views. */
export interface ReenteredRefusal {
}

/** No contract can be placed here: the account has code, a nonce or storage. */
export interface AddressTakenRefusal {
  account: Address;
}

export type BridgeRefusal =
  | { errorName: "RoleForbids"; args: RoleForbidsRefusal }
  | { errorName: "StateForbids"; args: StateForbidsRefusal }
  | { errorName: "SignatureWrong"; args: SignatureWrongRefusal }
  | { errorName: "ZeroNotTrusted"; args: ZeroNotTrustedRefusal }
  | { errorName: "ClientInvalid"; args: ClientInvalidRefusal }
  | { errorName: "UnknownClient"; args: UnknownClientRefusal }
  | { errorName: "ClientInactive"; args: ClientInactiveRefusal }
  | { errorName: "ClientExpired"; args: ClientExpiredRefusal }
  | { errorName: "HeaderRefused"; args: HeaderRefusedRefusal }
  | { errorName: "HeaderKnown"; args: HeaderKnownRefusal }
  | { errorName: "NoContradiction"; args: NoContradictionRefusal }
  | { errorName: "UnknownHeight"; args: UnknownHeightRefusal }
  | { errorName: "ProofInvalid"; args: ProofInvalidRefusal }
  | { errorName: "ProofContradicts"; args: ProofContradictsRefusal }
  | { errorName: "SubstituteInvalid"; args: SubstituteInvalidRefusal }
  | { errorName: "RouteInvalid"; args: RouteInvalidRefusal }
  | { errorName: "RouteForbids"; args: RouteForbidsRefusal }
  | { errorName: "NotGuardian"; args: NotGuardianRefusal }
  | { errorName: "AssetInvalid"; args: AssetInvalidRefusal }
  | { errorName: "UnknownAsset"; args: UnknownAssetRefusal }
  | { errorName: "TransferInvalid"; args: TransferInvalidRefusal }
  | { errorName: "TimeoutInvalid"; args: TimeoutInvalidRefusal }
  | { errorName: "ValueWrong"; args: ValueWrongRefusal }
  | { errorName: "UnknownPacket"; args: UnknownPacketRefusal }
  | { errorName: "NothingWaits"; args: NothingWaitsRefusal }
  | { errorName: "RouteLives"; args: RouteLivesRefusal }
  | { errorName: "AlreadyReceived"; args: AlreadyReceivedRefusal }
  | { errorName: "PacketExpired"; args: PacketExpiredRefusal }
  | { errorName: "NotTimedOut"; args: NotTimedOutRefusal }
  | { errorName: "LimitReached"; args: LimitReachedRefusal }
  | { errorName: "StillDelayed"; args: StillDelayedRefusal }
  | { errorName: "NotValidator"; args: NotValidatorRefusal }
  | { errorName: "BondTooSmall"; args: BondTooSmallRefusal }
  | { errorName: "NotAttesting"; args: NotAttestingRefusal }
  | { errorName: "KeyUnknown"; args: KeyUnknownRefusal }
  | { errorName: "AlreadyAttested"; args: AlreadyAttestedRefusal }
  | { errorName: "NotLying"; args: NotLyingRefusal }
  | { errorName: "VoucherRefused"; args: VoucherRefusedRefusal }
  | { errorName: "Paused"; args: PausedRefusal }
  | { errorName: "NotPayable"; args: NotPayableRefusal }
  | { errorName: "InsufficientCoins"; args: InsufficientCoinsRefusal }
  | { errorName: "Unauthorized"; args: UnauthorizedRefusal }
  | { errorName: "DelegatecallRefused"; args: DelegatecallRefusedRefusal }
  | { errorName: "Reentered"; args: ReenteredRefusal }
  | { errorName: "AddressTaken"; args: AddressTakenRefusal };

/** The EIP-712 domain of this module's messages on a chain. */
export const bridgeDomain = (chainId: number) =>
  ({ name: "Kumiai Bridge", version: "1", chainId, verifyingContract: bridgeAddress }) as const;

/** What keys sign for this module: `primaryType` is the name of one of these. */
export const bridgeTypes = {
  "Attestation": [
    {
      "name": "validator",
      "type": "address"
    },
    {
      "name": "client",
      "type": "uint256"
    },
    {
      "name": "height",
      "type": "uint64"
    },
    {
      "name": "hash",
      "type": "bytes32"
    }
  ]
} as const;
