// Rendered from modules/identity/module.py by `python -m cli.render`; not to be edited.
import type { Address, Hex } from "viem";

/** Identity: who somebody is, as far as it must be known, who says so, and what that lets them do. */
export const identityAddress = "0x0000000000000000000000000000000000000A05" as const;

export const identityAbi = [
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "account",
        "type": "address"
      },
      {
        "internalType": "uint256",
        "name": "subject",
        "type": "uint256"
      }
    ],
    "name": "AccountTaken",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "maximum",
        "type": "uint256"
      }
    ],
    "name": "AccountsFull",
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
    "name": "AddressTaken",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint64",
        "name": "erasedAt",
        "type": "uint64"
      }
    ],
    "name": "AlreadyErased",
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
    "name": "BondTooSmall",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "bytes32",
        "name": "case_",
        "type": "bytes32"
      }
    ],
    "name": "CaseInvalid",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "string",
        "name": "field",
        "type": "string"
      },
      {
        "internalType": "uint256",
        "name": "found",
        "type": "uint256"
      }
    ],
    "name": "ClaimInvalid",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "issuer",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "nonce",
        "type": "uint256"
      }
    ],
    "name": "ClaimUsed",
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
    "name": "ControllerStays",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "expectedWei",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "foundWei",
        "type": "uint256"
      }
    ],
    "name": "CostMismatch",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "maximum",
        "type": "uint256"
      }
    ],
    "name": "CredentialsFull",
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
        "internalType": "uint256",
        "name": "policy",
        "type": "uint256"
      },
      {
        "internalType": "address",
        "name": "account",
        "type": "address"
      },
      {
        "internalType": "uint256",
        "name": "reasons",
        "type": "uint256"
      }
    ],
    "name": "Denied",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "maximum",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "found",
        "type": "uint256"
      }
    ],
    "name": "FreezeInvalid",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint64",
        "name": "until",
        "type": "uint64"
      }
    ],
    "name": "FreezeTooSoon",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "string",
        "name": "field",
        "type": "string"
      }
    ],
    "name": "GrantInvalid",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "found",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "threshold",
        "type": "uint256"
      }
    ],
    "name": "GuardiansInvalid",
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
        "name": "key",
        "type": "address"
      },
      {
        "internalType": "uint256",
        "name": "issuer",
        "type": "uint256"
      }
    ],
    "name": "KeyTaken",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "expected",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "found",
        "type": "uint256"
      }
    ],
    "name": "NonceMismatch",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "signer",
        "type": "address"
      }
    ],
    "name": "NotByAnIssuer",
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
        "name": "subject",
        "type": "uint256"
      }
    ],
    "name": "NotItsAccount",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "owner",
        "type": "address"
      }
    ],
    "name": "NotOwner",
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
        "internalType": "uint256",
        "name": "subject",
        "type": "uint256"
      }
    ],
    "name": "NothingPending",
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
    "name": "OfficerConcerned",
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
        "internalType": "uint64",
        "name": "deadlineS",
        "type": "uint64"
      }
    ],
    "name": "PermissionExpired",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "string",
        "name": "field",
        "type": "string"
      },
      {
        "internalType": "uint256",
        "name": "found",
        "type": "uint256"
      }
    ],
    "name": "PolicyInvalid",
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
        "internalType": "uint256",
        "name": "issuer",
        "type": "uint256"
      },
      {
        "internalType": "bytes32",
        "name": "schema",
        "type": "bytes32"
      }
    ],
    "name": "SchemaNotHis",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "maximum",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "found",
        "type": "uint256"
      }
    ],
    "name": "SchemasInvalid",
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
        "internalType": "uint16",
        "name": "foundBps",
        "type": "uint16"
      }
    ],
    "name": "SlashInvalid",
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
        "name": "until",
        "type": "uint64"
      }
    ],
    "name": "TriesSpent",
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
        "internalType": "uint256",
        "name": "list",
        "type": "uint256"
      }
    ],
    "name": "UnknownList",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "policy",
        "type": "uint256"
      }
    ],
    "name": "UnknownPolicy",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "bytesMax",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "foundBytes",
        "type": "uint256"
      }
    ],
    "name": "UriInvalid",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "expected",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "found",
        "type": "uint256"
      }
    ],
    "name": "VersionMismatch",
    "type": "error"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "uint256",
        "name": "policy",
        "type": "uint256"
      },
      {
        "indexed": true,
        "internalType": "address",
        "name": "account",
        "type": "address"
      },
      {
        "indexed": true,
        "internalType": "address",
        "name": "asker",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "version",
        "type": "uint256"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "subject",
        "type": "uint256"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "reasons",
        "type": "uint256"
      }
    ],
    "name": "AccessDecided",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "uint256",
        "name": "grant",
        "type": "uint256"
      },
      {
        "indexed": true,
        "internalType": "uint256",
        "name": "subject",
        "type": "uint256"
      },
      {
        "indexed": true,
        "internalType": "address",
        "name": "auditor",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "bytes32",
        "name": "payload",
        "type": "bytes32"
      }
    ],
    "name": "Accessed",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "uint256",
        "name": "subject",
        "type": "uint256"
      },
      {
        "indexed": true,
        "internalType": "address",
        "name": "account",
        "type": "address"
      }
    ],
    "name": "AccountLinked",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "uint256",
        "name": "subject",
        "type": "uint256"
      },
      {
        "indexed": true,
        "internalType": "address",
        "name": "account",
        "type": "address"
      }
    ],
    "name": "AccountUnlinked",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "uint256",
        "name": "subject",
        "type": "uint256"
      },
      {
        "indexed": true,
        "internalType": "bytes32",
        "name": "schema",
        "type": "bytes32"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "version",
        "type": "uint256"
      },
      {
        "indexed": false,
        "internalType": "bytes32",
        "name": "commitment",
        "type": "bytes32"
      }
    ],
    "name": "AttributeChanged",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "uint256",
        "name": "index",
        "type": "uint256"
      },
      {
        "indexed": true,
        "internalType": "address",
        "name": "sender",
        "type": "address"
      },
      {
        "indexed": true,
        "internalType": "uint256",
        "name": "method",
        "type": "uint256"
      },
      {
        "indexed": false,
        "internalType": "bytes32",
        "name": "dataHash",
        "type": "bytes32"
      },
      {
        "indexed": false,
        "internalType": "bytes32",
        "name": "head",
        "type": "bytes32"
      }
    ],
    "name": "AuditEntryAdded",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "uint256",
        "name": "epoch",
        "type": "uint256"
      },
      {
        "indexed": false,
        "internalType": "bytes32",
        "name": "root",
        "type": "bytes32"
      },
      {
        "indexed": false,
        "internalType": "bytes32",
        "name": "head",
        "type": "bytes32"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "firstIndex",
        "type": "uint256"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "entries",
        "type": "uint256"
      }
    ],
    "name": "AuditEpochClosed",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "uint256",
        "name": "list",
        "type": "uint256"
      },
      {
        "indexed": true,
        "internalType": "uint256",
        "name": "subject",
        "type": "uint256"
      },
      {
        "indexed": false,
        "internalType": "bool",
        "name": "isBarred",
        "type": "bool"
      }
    ],
    "name": "Barred",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "uint256",
        "name": "issuer",
        "type": "uint256"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "nonce",
        "type": "uint256"
      }
    ],
    "name": "ClaimCancelled",
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
        "internalType": "uint256",
        "name": "credential",
        "type": "uint256"
      },
      {
        "indexed": true,
        "internalType": "uint256",
        "name": "subject",
        "type": "uint256"
      },
      {
        "indexed": true,
        "internalType": "uint256",
        "name": "issuer",
        "type": "uint256"
      },
      {
        "indexed": false,
        "internalType": "bytes32",
        "name": "schema",
        "type": "bytes32"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "jurisdiction",
        "type": "uint256"
      },
      {
        "indexed": false,
        "internalType": "uint64",
        "name": "validFromS",
        "type": "uint64"
      },
      {
        "indexed": false,
        "internalType": "uint64",
        "name": "expiryS",
        "type": "uint64"
      }
    ],
    "name": "CredentialIssued",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "uint256",
        "name": "credential",
        "type": "uint256"
      },
      {
        "indexed": true,
        "internalType": "enum IIdentity.CredentialState",
        "name": "state",
        "type": "uint8"
      }
    ],
    "name": "CredentialMoved",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "uint256",
        "name": "grant",
        "type": "uint256"
      },
      {
        "indexed": true,
        "internalType": "uint256",
        "name": "subject",
        "type": "uint256"
      },
      {
        "indexed": true,
        "internalType": "address",
        "name": "auditor",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "struct IIdentity.DisclosureScope",
        "name": "scope",
        "components": [
          {
            "internalType": "address",
            "name": "module",
            "type": "address"
          },
          {
            "internalType": "uint256",
            "name": "firstIndex",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "lastIndex",
            "type": "uint256"
          },
          {
            "internalType": "bytes32",
            "name": "schema",
            "type": "bytes32"
          }
        ],
        "type": "tuple"
      },
      {
        "indexed": false,
        "internalType": "uint64",
        "name": "expiryS",
        "type": "uint64"
      }
    ],
    "name": "DisclosureGranted",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "uint256",
        "name": "grant",
        "type": "uint256"
      }
    ],
    "name": "DisclosureRevoked",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "uint256",
        "name": "subject",
        "type": "uint256"
      }
    ],
    "name": "GuardiansCancelled",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "uint256",
        "name": "subject",
        "type": "uint256"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "threshold",
        "type": "uint256"
      },
      {
        "indexed": false,
        "internalType": "address[]",
        "name": "members",
        "type": "address[]"
      },
      {
        "indexed": false,
        "internalType": "uint64",
        "name": "effectiveAt",
        "type": "uint64"
      }
    ],
    "name": "GuardiansSet",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "uint256",
        "name": "issuer",
        "type": "uint256"
      },
      {
        "indexed": false,
        "internalType": "address",
        "name": "old",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "address",
        "name": "new_",
        "type": "address"
      }
    ],
    "name": "IssuerKeyRotated",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "uint256",
        "name": "issuer",
        "type": "uint256"
      },
      {
        "indexed": true,
        "internalType": "enum IIdentity.IssuerState",
        "name": "state",
        "type": "uint8"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "bondWei",
        "type": "uint256"
      },
      {
        "indexed": false,
        "internalType": "bytes32",
        "name": "case_",
        "type": "bytes32"
      }
    ],
    "name": "IssuerMoved",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "uint256",
        "name": "issuer",
        "type": "uint256"
      },
      {
        "indexed": true,
        "internalType": "address",
        "name": "key",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "string",
        "name": "uri",
        "type": "string"
      }
    ],
    "name": "IssuerProposed",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "uint256",
        "name": "issuer",
        "type": "uint256"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "amountWei",
        "type": "uint256"
      }
    ],
    "name": "IssuerSlashed",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "uint256",
        "name": "subject",
        "type": "uint256"
      },
      {
        "indexed": false,
        "internalType": "address",
        "name": "old",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "address",
        "name": "new_",
        "type": "address"
      }
    ],
    "name": "KeyRotated",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "uint256",
        "name": "list",
        "type": "uint256"
      },
      {
        "indexed": false,
        "internalType": "address",
        "name": "owner",
        "type": "address"
      }
    ],
    "name": "ListCreated",
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
        "internalType": "uint256",
        "name": "subject",
        "type": "uint256"
      },
      {
        "indexed": true,
        "internalType": "bytes32",
        "name": "commitment",
        "type": "bytes32"
      }
    ],
    "name": "PayloadErased",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "uint256",
        "name": "policy",
        "type": "uint256"
      },
      {
        "indexed": true,
        "internalType": "uint256",
        "name": "version",
        "type": "uint256"
      },
      {
        "indexed": false,
        "internalType": "address",
        "name": "owner",
        "type": "address"
      }
    ],
    "name": "PolicySet",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "uint256",
        "name": "subject",
        "type": "uint256"
      },
      {
        "indexed": true,
        "internalType": "address",
        "name": "guardian",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "address",
        "name": "key",
        "type": "address"
      }
    ],
    "name": "RecoveryApproved",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "uint256",
        "name": "subject",
        "type": "uint256"
      },
      {
        "indexed": false,
        "internalType": "address",
        "name": "key",
        "type": "address"
      }
    ],
    "name": "RecoveryFailed",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "uint256",
        "name": "subject",
        "type": "uint256"
      },
      {
        "indexed": false,
        "internalType": "address",
        "name": "key",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "uint64",
        "name": "endsAt",
        "type": "uint64"
      }
    ],
    "name": "RecoveryStarted",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "uint256",
        "name": "subject",
        "type": "uint256"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "tries",
        "type": "uint256"
      }
    ],
    "name": "RecoveryVetoed",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "uint256",
        "name": "issuer",
        "type": "uint256"
      },
      {
        "indexed": false,
        "internalType": "bytes32[]",
        "name": "schemas",
        "type": "bytes32[]"
      }
    ],
    "name": "SchemasSet",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "uint256",
        "name": "subject",
        "type": "uint256"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "bondWei",
        "type": "uint256"
      }
    ],
    "name": "SubjectDeactivated",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "uint256",
        "name": "subject",
        "type": "uint256"
      },
      {
        "indexed": true,
        "internalType": "bytes32",
        "name": "case_",
        "type": "bytes32"
      },
      {
        "indexed": false,
        "internalType": "uint64",
        "name": "until",
        "type": "uint64"
      }
    ],
    "name": "SubjectFrozen",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "uint256",
        "name": "subject",
        "type": "uint256"
      },
      {
        "indexed": true,
        "internalType": "address",
        "name": "controller",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "bondWei",
        "type": "uint256"
      }
    ],
    "name": "SubjectRegistered",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "uint256",
        "name": "subject",
        "type": "uint256"
      },
      {
        "indexed": true,
        "internalType": "bytes32",
        "name": "case_",
        "type": "bytes32"
      }
    ],
    "name": "SubjectUnfrozen",
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
    "inputs": [
      {
        "internalType": "uint256",
        "name": "policy",
        "type": "uint256"
      },
      {
        "internalType": "struct IIdentity.PolicyTerms",
        "name": "terms",
        "components": [
          {
            "internalType": "bytes32[]",
            "name": "allOf",
            "type": "bytes32[]"
          },
          {
            "internalType": "bytes32[]",
            "name": "anyOf",
            "type": "bytes32[]"
          },
          {
            "internalType": "uint256[]",
            "name": "allowed",
            "type": "uint256[]"
          },
          {
            "internalType": "uint256[]",
            "name": "denied",
            "type": "uint256[]"
          },
          {
            "internalType": "uint256",
            "name": "tierMin",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "rateLimit",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "rateBlocks",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "barredList",
            "type": "uint256"
          }
        ],
        "type": "tuple"
      }
    ],
    "name": "amendPolicy",
    "outputs": [
      {
        "internalType": "uint256",
        "name": "",
        "type": "uint256"
      }
    ],
    "stateMutability": "payable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "subject",
        "type": "uint256"
      },
      {
        "internalType": "address",
        "name": "guardian",
        "type": "address"
      }
    ],
    "name": "approval",
    "outputs": [
      {
        "internalType": "struct IIdentity.Approval",
        "name": "",
        "components": [
          {
            "internalType": "address",
            "name": "key",
            "type": "address"
          },
          {
            "internalType": "uint256",
            "name": "round",
            "type": "uint256"
          },
          {
            "internalType": "uint64",
            "name": "givenAt",
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
        "name": "subject",
        "type": "uint256"
      },
      {
        "internalType": "address",
        "name": "key",
        "type": "address"
      },
      {
        "internalType": "struct IIdentity.Permission",
        "name": "permission",
        "components": [
          {
            "internalType": "uint256",
            "name": "nonce",
            "type": "uint256"
          },
          {
            "internalType": "uint64",
            "name": "deadlineS",
            "type": "uint64"
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
    "name": "approveRecovery",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "subject",
        "type": "uint256"
      },
      {
        "internalType": "bytes32",
        "name": "schema",
        "type": "bytes32"
      }
    ],
    "name": "attribute",
    "outputs": [
      {
        "internalType": "struct IIdentity.Attribute",
        "name": "",
        "components": [
          {
            "internalType": "uint256",
            "name": "version",
            "type": "uint256"
          },
          {
            "internalType": "bytes32",
            "name": "commitment",
            "type": "bytes32"
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
        "internalType": "address",
        "name": "module",
        "type": "address"
      },
      {
        "internalType": "uint256",
        "name": "epoch",
        "type": "uint256"
      }
    ],
    "name": "auditEpoch",
    "outputs": [
      {
        "internalType": "struct IIdentity.AuditEpoch",
        "name": "",
        "components": [
          {
            "internalType": "bytes32",
            "name": "root",
            "type": "bytes32"
          },
          {
            "internalType": "bytes32",
            "name": "head",
            "type": "bytes32"
          },
          {
            "internalType": "uint256",
            "name": "firstIndex",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "entries",
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
        "internalType": "address",
        "name": "module",
        "type": "address"
      },
      {
        "internalType": "uint256",
        "name": "first",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "limit",
        "type": "uint256"
      }
    ],
    "name": "auditEpochs",
    "outputs": [
      {
        "internalType": "struct IIdentity.AuditEpoch[]",
        "name": "",
        "components": [
          {
            "internalType": "bytes32",
            "name": "root",
            "type": "bytes32"
          },
          {
            "internalType": "bytes32",
            "name": "head",
            "type": "bytes32"
          },
          {
            "internalType": "uint256",
            "name": "firstIndex",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "entries",
            "type": "uint256"
          }
        ],
        "type": "tuple[]"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "module",
        "type": "address"
      }
    ],
    "name": "auditTotal",
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
        "internalType": "uint256",
        "name": "list",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "subject",
        "type": "uint256"
      },
      {
        "internalType": "bool",
        "name": "isBarred",
        "type": "bool"
      }
    ],
    "name": "bar",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "issuer",
        "type": "uint256"
      }
    ],
    "name": "bondIssuer",
    "outputs": [],
    "stateMutability": "payable",
    "type": "function"
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
        "name": "policy",
        "type": "uint256"
      }
    ],
    "name": "can",
    "outputs": [
      {
        "internalType": "struct IIdentity.Answer",
        "name": "",
        "components": [
          {
            "internalType": "bool",
            "name": "isAdmitted",
            "type": "bool"
          },
          {
            "internalType": "uint256",
            "name": "subject",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "version",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "reasons",
            "type": "uint256"
          },
          {
            "internalType": "string[]",
            "name": "names",
            "type": "string[]"
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
        "name": "nonce",
        "type": "uint256"
      }
    ],
    "name": "cancelClaim",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "subject",
        "type": "uint256"
      }
    ],
    "name": "cancelGuardians",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "subject",
        "type": "uint256"
      },
      {
        "internalType": "bytes32",
        "name": "schema",
        "type": "bytes32"
      },
      {
        "internalType": "bytes32",
        "name": "commitment",
        "type": "bytes32"
      }
    ],
    "name": "changeAttribute",
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
        "internalType": "struct IIdentity.SignedClaim",
        "name": "signed",
        "components": [
          {
            "internalType": "struct IIdentity.Claim",
            "name": "claim",
            "components": [
              {
                "internalType": "uint256",
                "name": "subject",
                "type": "uint256"
              },
              {
                "internalType": "bytes32",
                "name": "schema",
                "type": "bytes32"
              },
              {
                "internalType": "bytes32",
                "name": "commitment",
                "type": "bytes32"
              },
              {
                "internalType": "uint256",
                "name": "jurisdiction",
                "type": "uint256"
              },
              {
                "internalType": "uint64",
                "name": "validFromS",
                "type": "uint64"
              },
              {
                "internalType": "uint64",
                "name": "expiryS",
                "type": "uint64"
              },
              {
                "internalType": "uint256",
                "name": "version",
                "type": "uint256"
              }
            ],
            "type": "tuple"
          },
          {
            "internalType": "uint256",
            "name": "nonce",
            "type": "uint256"
          },
          {
            "internalType": "uint64",
            "name": "deadlineS",
            "type": "uint64"
          }
        ],
        "type": "tuple"
      }
    ],
    "name": "claimDigest",
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
        "name": "owner",
        "type": "address"
      }
    ],
    "name": "createList",
    "outputs": [
      {
        "internalType": "uint256",
        "name": "",
        "type": "uint256"
      }
    ],
    "stateMutability": "payable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "struct IIdentity.PolicyTerms",
        "name": "terms",
        "components": [
          {
            "internalType": "bytes32[]",
            "name": "allOf",
            "type": "bytes32[]"
          },
          {
            "internalType": "bytes32[]",
            "name": "anyOf",
            "type": "bytes32[]"
          },
          {
            "internalType": "uint256[]",
            "name": "allowed",
            "type": "uint256[]"
          },
          {
            "internalType": "uint256[]",
            "name": "denied",
            "type": "uint256[]"
          },
          {
            "internalType": "uint256",
            "name": "tierMin",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "rateLimit",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "rateBlocks",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "barredList",
            "type": "uint256"
          }
        ],
        "type": "tuple"
      },
      {
        "internalType": "address",
        "name": "owner",
        "type": "address"
      }
    ],
    "name": "createPolicy",
    "outputs": [
      {
        "internalType": "uint256",
        "name": "",
        "type": "uint256"
      }
    ],
    "stateMutability": "payable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "number",
        "type": "uint256"
      }
    ],
    "name": "credential",
    "outputs": [
      {
        "internalType": "struct IIdentity.CredentialInfo",
        "name": "",
        "components": [
          {
            "internalType": "uint256",
            "name": "number",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "chainId",
            "type": "uint256"
          },
          {
            "internalType": "struct IIdentity.Credential",
            "name": "credential",
            "components": [
              {
                "internalType": "enum IIdentity.CredentialState",
                "name": "state",
                "type": "uint8"
              },
              {
                "internalType": "uint256",
                "name": "issuer",
                "type": "uint256"
              },
              {
                "internalType": "uint64",
                "name": "issuedAt",
                "type": "uint64"
              },
              {
                "internalType": "struct IIdentity.Claim",
                "name": "claim",
                "components": [
                  {
                    "internalType": "uint256",
                    "name": "subject",
                    "type": "uint256"
                  },
                  {
                    "internalType": "bytes32",
                    "name": "schema",
                    "type": "bytes32"
                  },
                  {
                    "internalType": "bytes32",
                    "name": "commitment",
                    "type": "bytes32"
                  },
                  {
                    "internalType": "uint256",
                    "name": "jurisdiction",
                    "type": "uint256"
                  },
                  {
                    "internalType": "uint64",
                    "name": "validFromS",
                    "type": "uint64"
                  },
                  {
                    "internalType": "uint64",
                    "name": "expiryS",
                    "type": "uint64"
                  },
                  {
                    "internalType": "uint256",
                    "name": "version",
                    "type": "uint256"
                  }
                ],
                "type": "tuple"
              }
            ],
            "type": "tuple"
          },
          {
            "internalType": "bool",
            "name": "isGood",
            "type": "bool"
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
    "name": "credentialTotal",
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
        "internalType": "uint256",
        "name": "subject",
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
    "name": "credentialsOf",
    "outputs": [
      {
        "internalType": "uint256[]",
        "name": "",
        "type": "uint256[]"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "subject",
        "type": "uint256"
      }
    ],
    "name": "deactivate",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "subject",
        "type": "uint256"
      }
    ],
    "name": "did",
    "outputs": [
      {
        "internalType": "string",
        "name": "",
        "type": "string"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "grant",
        "type": "uint256"
      }
    ],
    "name": "disclosure",
    "outputs": [
      {
        "internalType": "struct IIdentity.Grant",
        "name": "",
        "components": [
          {
            "internalType": "enum IIdentity.GrantState",
            "name": "state",
            "type": "uint8"
          },
          {
            "internalType": "uint256",
            "name": "subject",
            "type": "uint256"
          },
          {
            "internalType": "address",
            "name": "auditor",
            "type": "address"
          },
          {
            "internalType": "struct IIdentity.DisclosureScope",
            "name": "scope",
            "components": [
              {
                "internalType": "address",
                "name": "module",
                "type": "address"
              },
              {
                "internalType": "uint256",
                "name": "firstIndex",
                "type": "uint256"
              },
              {
                "internalType": "uint256",
                "name": "lastIndex",
                "type": "uint256"
              },
              {
                "internalType": "bytes32",
                "name": "schema",
                "type": "bytes32"
              }
            ],
            "type": "tuple"
          },
          {
            "internalType": "uint64",
            "name": "expiryS",
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
        "name": "subject",
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
    "name": "disclosuresOf",
    "outputs": [
      {
        "internalType": "uint256[]",
        "name": "",
        "type": "uint256[]"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "struct IIdentity.AuditEntry",
        "name": "entry",
        "components": [
          {
            "internalType": "bytes32",
            "name": "previous",
            "type": "bytes32"
          },
          {
            "internalType": "uint256",
            "name": "index",
            "type": "uint256"
          },
          {
            "internalType": "uint64",
            "name": "height",
            "type": "uint64"
          },
          {
            "internalType": "address",
            "name": "sender",
            "type": "address"
          },
          {
            "internalType": "uint256",
            "name": "method",
            "type": "uint256"
          },
          {
            "internalType": "bytes32",
            "name": "dataHash",
            "type": "bytes32"
          }
        ],
        "type": "tuple"
      }
    ],
    "name": "entryHash",
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
        "internalType": "uint256",
        "name": "credential",
        "type": "uint256"
      }
    ],
    "name": "erase",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "subject",
        "type": "uint256"
      },
      {
        "internalType": "bytes32",
        "name": "commitment",
        "type": "bytes32"
      }
    ],
    "name": "erasePayload",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "subject",
        "type": "uint256"
      },
      {
        "internalType": "bytes32",
        "name": "case_",
        "type": "bytes32"
      },
      {
        "internalType": "uint256",
        "name": "blocks",
        "type": "uint256"
      }
    ],
    "name": "freeze",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "issuer",
        "type": "uint256"
      },
      {
        "internalType": "bytes32",
        "name": "case_",
        "type": "bytes32"
      },
      {
        "internalType": "uint256",
        "name": "blocks",
        "type": "uint256"
      }
    ],
    "name": "freezeIssuer",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "list",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "subject",
        "type": "uint256"
      },
      {
        "internalType": "bool",
        "name": "isBarred",
        "type": "bool"
      }
    ],
    "name": "governBar",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "subject",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "blocks",
        "type": "uint256"
      }
    ],
    "name": "governFreeze",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "policy",
        "type": "uint256"
      },
      {
        "internalType": "struct IIdentity.PolicyTerms",
        "name": "terms",
        "components": [
          {
            "internalType": "bytes32[]",
            "name": "allOf",
            "type": "bytes32[]"
          },
          {
            "internalType": "bytes32[]",
            "name": "anyOf",
            "type": "bytes32[]"
          },
          {
            "internalType": "uint256[]",
            "name": "allowed",
            "type": "uint256[]"
          },
          {
            "internalType": "uint256[]",
            "name": "denied",
            "type": "uint256[]"
          },
          {
            "internalType": "uint256",
            "name": "tierMin",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "rateLimit",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "rateBlocks",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "barredList",
            "type": "uint256"
          }
        ],
        "type": "tuple"
      }
    ],
    "name": "governPolicy",
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
        "internalType": "uint256",
        "name": "subject",
        "type": "uint256"
      },
      {
        "internalType": "address",
        "name": "auditor",
        "type": "address"
      },
      {
        "internalType": "struct IIdentity.DisclosureScope",
        "name": "scope",
        "components": [
          {
            "internalType": "address",
            "name": "module",
            "type": "address"
          },
          {
            "internalType": "uint256",
            "name": "firstIndex",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "lastIndex",
            "type": "uint256"
          },
          {
            "internalType": "bytes32",
            "name": "schema",
            "type": "bytes32"
          }
        ],
        "type": "tuple"
      },
      {
        "internalType": "uint64",
        "name": "expiryS",
        "type": "uint64"
      }
    ],
    "name": "grantDisclosure",
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
        "internalType": "uint256",
        "name": "list",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "subject",
        "type": "uint256"
      }
    ],
    "name": "isBarred",
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
        "internalType": "uint256",
        "name": "grant",
        "type": "uint256"
      },
      {
        "internalType": "address",
        "name": "auditor",
        "type": "address"
      },
      {
        "internalType": "address",
        "name": "module",
        "type": "address"
      },
      {
        "internalType": "uint256",
        "name": "index",
        "type": "uint256"
      }
    ],
    "name": "isDisclosed",
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
        "internalType": "address",
        "name": "module",
        "type": "address"
      },
      {
        "internalType": "uint256",
        "name": "epoch",
        "type": "uint256"
      },
      {
        "internalType": "struct IIdentity.AuditEntry",
        "name": "entry",
        "components": [
          {
            "internalType": "bytes32",
            "name": "previous",
            "type": "bytes32"
          },
          {
            "internalType": "uint256",
            "name": "index",
            "type": "uint256"
          },
          {
            "internalType": "uint64",
            "name": "height",
            "type": "uint64"
          },
          {
            "internalType": "address",
            "name": "sender",
            "type": "address"
          },
          {
            "internalType": "uint256",
            "name": "method",
            "type": "uint256"
          },
          {
            "internalType": "bytes32",
            "name": "dataHash",
            "type": "bytes32"
          }
        ],
        "type": "tuple"
      },
      {
        "internalType": "bytes32[]",
        "name": "path",
        "type": "bytes32[]"
      }
    ],
    "name": "isEntryLogged",
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
        "internalType": "uint256",
        "name": "grant",
        "type": "uint256"
      },
      {
        "internalType": "address",
        "name": "auditor",
        "type": "address"
      },
      {
        "internalType": "bytes32",
        "name": "schema",
        "type": "bytes32"
      }
    ],
    "name": "isSchemaDisclosed",
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
        "internalType": "struct IIdentity.Claim",
        "name": "claim",
        "components": [
          {
            "internalType": "uint256",
            "name": "subject",
            "type": "uint256"
          },
          {
            "internalType": "bytes32",
            "name": "schema",
            "type": "bytes32"
          },
          {
            "internalType": "bytes32",
            "name": "commitment",
            "type": "bytes32"
          },
          {
            "internalType": "uint256",
            "name": "jurisdiction",
            "type": "uint256"
          },
          {
            "internalType": "uint64",
            "name": "validFromS",
            "type": "uint64"
          },
          {
            "internalType": "uint64",
            "name": "expiryS",
            "type": "uint64"
          },
          {
            "internalType": "uint256",
            "name": "version",
            "type": "uint256"
          }
        ],
        "type": "tuple"
      }
    ],
    "name": "issue",
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
        "internalType": "uint256",
        "name": "number",
        "type": "uint256"
      }
    ],
    "name": "issuer",
    "outputs": [
      {
        "internalType": "struct IIdentity.IssuerInfo",
        "name": "",
        "components": [
          {
            "internalType": "uint256",
            "name": "number",
            "type": "uint256"
          },
          {
            "internalType": "struct IIdentity.Issuer",
            "name": "issuer",
            "components": [
              {
                "internalType": "enum IIdentity.IssuerState",
                "name": "state",
                "type": "uint8"
              },
              {
                "internalType": "address",
                "name": "key",
                "type": "address"
              },
              {
                "internalType": "uint256",
                "name": "bondWei",
                "type": "uint256"
              },
              {
                "internalType": "uint64",
                "name": "termEndsAt",
                "type": "uint64"
              },
              {
                "internalType": "struct IIdentity.Freeze",
                "name": "freeze",
                "components": [
                  {
                    "internalType": "bytes32",
                    "name": "case_",
                    "type": "bytes32"
                  },
                  {
                    "internalType": "uint64",
                    "name": "until",
                    "type": "uint64"
                  }
                ],
                "type": "tuple"
              }
            ],
            "type": "tuple"
          },
          {
            "internalType": "string",
            "name": "uri",
            "type": "string"
          },
          {
            "internalType": "bytes32[]",
            "name": "schemas",
            "type": "bytes32[]"
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
        "internalType": "address",
        "name": "key",
        "type": "address"
      }
    ],
    "name": "issuerOf",
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
    "inputs": [],
    "name": "issuerTotal",
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
        "internalType": "address",
        "name": "key",
        "type": "address"
      }
    ],
    "name": "keyNonce",
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
        "internalType": "uint256",
        "name": "subject",
        "type": "uint256"
      }
    ],
    "name": "liftFreeze",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "issuer",
        "type": "uint256"
      }
    ],
    "name": "liftIssuerFreeze",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "subject",
        "type": "uint256"
      },
      {
        "internalType": "address",
        "name": "account",
        "type": "address"
      },
      {
        "internalType": "struct IIdentity.Permission",
        "name": "permission",
        "components": [
          {
            "internalType": "uint256",
            "name": "nonce",
            "type": "uint256"
          },
          {
            "internalType": "uint64",
            "name": "deadlineS",
            "type": "uint64"
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
    "name": "linkAccount",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "grant",
        "type": "uint256"
      },
      {
        "internalType": "bytes32",
        "name": "payload",
        "type": "bytes32"
      }
    ],
    "name": "noteAccess",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [],
    "name": "params",
    "outputs": [
      {
        "internalType": "struct IIdentity.IdentityParams",
        "name": "",
        "components": [
          {
            "internalType": "uint256",
            "name": "registrationFeeWei",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "subjectBondWei",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "recoveryDelayBlocks",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "guardianDelayBlocks",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "approvalBlocks",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "recoveryTriesMax",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "recoveryTriesBlocks",
            "type": "uint256"
          },
          {
            "internalType": "address",
            "name": "officer",
            "type": "address"
          },
          {
            "internalType": "uint256",
            "name": "freezeBlocksMax",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "freezeGapBlocks",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "extensionBlocksMax",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "issuerBondWei",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "issuerOfferBlocks",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "issuerTermBlocks",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "issuerUnbondingBlocks",
            "type": "uint256"
          },
          {
            "internalType": "uint64",
            "name": "credentialSMax",
            "type": "uint64"
          },
          {
            "internalType": "uint256",
            "name": "credentialsMax",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "policyFeeWei",
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
        "internalType": "address",
        "name": "owner",
        "type": "address"
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
    "name": "policiesOf",
    "outputs": [
      {
        "internalType": "uint256[]",
        "name": "",
        "type": "uint256[]"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "number",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "version",
        "type": "uint256"
      }
    ],
    "name": "policy",
    "outputs": [
      {
        "internalType": "struct IIdentity.PolicyInfo",
        "name": "",
        "components": [
          {
            "internalType": "uint256",
            "name": "number",
            "type": "uint256"
          },
          {
            "internalType": "struct IIdentity.Policy",
            "name": "policy",
            "components": [
              {
                "internalType": "address",
                "name": "owner",
                "type": "address"
              },
              {
                "internalType": "uint256",
                "name": "version",
                "type": "uint256"
              },
              {
                "internalType": "uint64",
                "name": "changedAt",
                "type": "uint64"
              }
            ],
            "type": "tuple"
          },
          {
            "internalType": "struct IIdentity.PolicyTerms",
            "name": "terms",
            "components": [
              {
                "internalType": "bytes32[]",
                "name": "allOf",
                "type": "bytes32[]"
              },
              {
                "internalType": "bytes32[]",
                "name": "anyOf",
                "type": "bytes32[]"
              },
              {
                "internalType": "uint256[]",
                "name": "allowed",
                "type": "uint256[]"
              },
              {
                "internalType": "uint256[]",
                "name": "denied",
                "type": "uint256[]"
              },
              {
                "internalType": "uint256",
                "name": "tierMin",
                "type": "uint256"
              },
              {
                "internalType": "uint256",
                "name": "rateLimit",
                "type": "uint256"
              },
              {
                "internalType": "uint256",
                "name": "rateBlocks",
                "type": "uint256"
              },
              {
                "internalType": "uint256",
                "name": "barredList",
                "type": "uint256"
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
    "name": "policyTotal",
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
        "internalType": "struct IIdentity.SignedClaim",
        "name": "signed",
        "components": [
          {
            "internalType": "struct IIdentity.Claim",
            "name": "claim",
            "components": [
              {
                "internalType": "uint256",
                "name": "subject",
                "type": "uint256"
              },
              {
                "internalType": "bytes32",
                "name": "schema",
                "type": "bytes32"
              },
              {
                "internalType": "bytes32",
                "name": "commitment",
                "type": "bytes32"
              },
              {
                "internalType": "uint256",
                "name": "jurisdiction",
                "type": "uint256"
              },
              {
                "internalType": "uint64",
                "name": "validFromS",
                "type": "uint64"
              },
              {
                "internalType": "uint64",
                "name": "expiryS",
                "type": "uint64"
              },
              {
                "internalType": "uint256",
                "name": "version",
                "type": "uint256"
              }
            ],
            "type": "tuple"
          },
          {
            "internalType": "uint256",
            "name": "nonce",
            "type": "uint256"
          },
          {
            "internalType": "uint64",
            "name": "deadlineS",
            "type": "uint64"
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
    "name": "present",
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
        "internalType": "address",
        "name": "key",
        "type": "address"
      },
      {
        "internalType": "bytes32[]",
        "name": "schemas",
        "type": "bytes32[]"
      },
      {
        "internalType": "string",
        "name": "uri",
        "type": "string"
      }
    ],
    "name": "proposeIssuer",
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
    "inputs": [],
    "name": "register",
    "outputs": [
      {
        "internalType": "uint256",
        "name": "",
        "type": "uint256"
      }
    ],
    "stateMutability": "payable",
    "type": "function"
  },
  {
    "inputs": [],
    "name": "registrationCost",
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
        "internalType": "uint256",
        "name": "issuer",
        "type": "uint256"
      },
      {
        "internalType": "uint16",
        "name": "slashBps",
        "type": "uint16"
      },
      {
        "internalType": "bytes32",
        "name": "case_",
        "type": "bytes32"
      }
    ],
    "name": "removeIssuer",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "issuer",
        "type": "uint256"
      }
    ],
    "name": "renewIssuer",
    "outputs": [],
    "stateMutability": "payable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "issuer",
        "type": "uint256"
      }
    ],
    "name": "resignIssuer",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "credential",
        "type": "uint256"
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
        "internalType": "uint256",
        "name": "credential",
        "type": "uint256"
      }
    ],
    "name": "revoke",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "grant",
        "type": "uint256"
      }
    ],
    "name": "revokeDisclosure",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "issuer",
        "type": "uint256"
      },
      {
        "internalType": "address",
        "name": "key",
        "type": "address"
      },
      {
        "internalType": "struct IIdentity.Permission",
        "name": "permission",
        "components": [
          {
            "internalType": "uint256",
            "name": "nonce",
            "type": "uint256"
          },
          {
            "internalType": "uint64",
            "name": "deadlineS",
            "type": "uint64"
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
    "name": "rotateIssuerKey",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "subject",
        "type": "uint256"
      },
      {
        "internalType": "address",
        "name": "key",
        "type": "address"
      },
      {
        "internalType": "struct IIdentity.Permission",
        "name": "permission",
        "components": [
          {
            "internalType": "uint256",
            "name": "nonce",
            "type": "uint256"
          },
          {
            "internalType": "uint64",
            "name": "deadlineS",
            "type": "uint64"
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
    "name": "rotateKey",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "subject",
        "type": "uint256"
      },
      {
        "internalType": "address[]",
        "name": "members",
        "type": "address[]"
      },
      {
        "internalType": "uint256",
        "name": "threshold",
        "type": "uint256"
      }
    ],
    "name": "setGuardians",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "issuer",
        "type": "uint256"
      },
      {
        "internalType": "bytes32[]",
        "name": "schemas",
        "type": "bytes32[]"
      }
    ],
    "name": "setSchemas",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "number",
        "type": "uint256"
      }
    ],
    "name": "subject",
    "outputs": [
      {
        "internalType": "struct IIdentity.SubjectInfo",
        "name": "",
        "components": [
          {
            "internalType": "uint256",
            "name": "number",
            "type": "uint256"
          },
          {
            "internalType": "string",
            "name": "did",
            "type": "string"
          },
          {
            "internalType": "enum IIdentity.SubjectState",
            "name": "state",
            "type": "uint8"
          },
          {
            "internalType": "address",
            "name": "controller",
            "type": "address"
          },
          {
            "internalType": "address[]",
            "name": "accounts",
            "type": "address[]"
          },
          {
            "internalType": "uint256",
            "name": "bondWei",
            "type": "uint256"
          },
          {
            "internalType": "uint64",
            "name": "registeredAt",
            "type": "uint64"
          },
          {
            "internalType": "struct IIdentity.Freeze",
            "name": "freeze",
            "components": [
              {
                "internalType": "bytes32",
                "name": "case_",
                "type": "bytes32"
              },
              {
                "internalType": "uint64",
                "name": "until",
                "type": "uint64"
              }
            ],
            "type": "tuple"
          },
          {
            "internalType": "struct IIdentity.Recovery",
            "name": "recovery",
            "components": [
              {
                "internalType": "address",
                "name": "key",
                "type": "address"
              },
              {
                "internalType": "uint64",
                "name": "endsAt",
                "type": "uint64"
              },
              {
                "internalType": "uint256",
                "name": "round",
                "type": "uint256"
              },
              {
                "internalType": "uint256",
                "name": "tries",
                "type": "uint256"
              },
              {
                "internalType": "uint64",
                "name": "triesSince",
                "type": "uint64"
              }
            ],
            "type": "tuple"
          },
          {
            "internalType": "struct IIdentity.Guardians",
            "name": "guardians",
            "components": [
              {
                "internalType": "uint256",
                "name": "threshold",
                "type": "uint256"
              },
              {
                "internalType": "address[]",
                "name": "members",
                "type": "address[]"
              }
            ],
            "type": "tuple"
          },
          {
            "internalType": "struct IIdentity.PendingGuardians",
            "name": "pendingGuardians",
            "components": [
              {
                "internalType": "uint64",
                "name": "effectiveAt",
                "type": "uint64"
              },
              {
                "internalType": "struct IIdentity.Guardians",
                "name": "guardians",
                "components": [
                  {
                    "internalType": "uint256",
                    "name": "threshold",
                    "type": "uint256"
                  },
                  {
                    "internalType": "address[]",
                    "name": "members",
                    "type": "address[]"
                  }
                ],
                "type": "tuple"
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
    "inputs": [
      {
        "internalType": "address",
        "name": "account",
        "type": "address"
      }
    ],
    "name": "subjectOf",
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
    "inputs": [],
    "name": "subjectTotal",
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
        "internalType": "uint256",
        "name": "credential",
        "type": "uint256"
      }
    ],
    "name": "suspend",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "subject",
        "type": "uint256"
      },
      {
        "internalType": "bytes32",
        "name": "commitment",
        "type": "bytes32"
      }
    ],
    "name": "tombstone",
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
        "internalType": "uint256",
        "name": "subject",
        "type": "uint256"
      },
      {
        "internalType": "address",
        "name": "account",
        "type": "address"
      }
    ],
    "name": "unlinkAccount",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "subject",
        "type": "uint256"
      }
    ],
    "name": "vetoRecovery",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "subject",
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
    "name": "whoAccessed",
    "outputs": [
      {
        "internalType": "struct IIdentity.Access[]",
        "name": "",
        "components": [
          {
            "internalType": "uint256",
            "name": "grant",
            "type": "uint256"
          },
          {
            "internalType": "address",
            "name": "auditor",
            "type": "address"
          },
          {
            "internalType": "bytes32",
            "name": "payload",
            "type": "bytes32"
          },
          {
            "internalType": "uint64",
            "name": "height",
            "type": "uint64"
          }
        ],
        "type": "tuple[]"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  }
] as const;

/** What viem takes to read, write and watch: `{ ...identity, functionName: ... }`. */
export const identity = { address: identityAddress, abi: identityAbi } as const;

/**
 * Where a subject stands.
 *
 *     ACTIVE <--> FROZEN       by the officer, for a limited time
 *     ACTIVE <--> RECOVERING   by its guardians, with a delay in which the owner may veto
 *     ACTIVE --> DEACTIVATED
 */
export const SubjectState = {
  NOTHING: 0,
  ACTIVE: 1,
  FROZEN: 2,
  RECOVERING: 3,
  DEACTIVATED: 4,
} as const;
export type SubjectState = (typeof SubjectState)[keyof typeof SubjectState];

/** Where a credential stands; time alone makes it begin and expire. */
export const CredentialState = {
  NOTHING: 0,
  ISSUED: 1,
  ACTIVE: 2,
  SUSPENDED: 3,
  EXPIRED: 4,
  REVOKED: 5,
  ERASED: 6,
} as const;
export type CredentialState = (typeof CredentialState)[keyof typeof CredentialState];

/** Where a disclosure stands; time alone ends it. */
export const GrantState = {
  NOTHING: 0,
  GRANTED: 1,
  EXPIRED: 2,
  REVOKED: 3,
} as const;
export type GrantState = (typeof GrantState)[keyof typeof GrantState];

/**
 * Where an issuer stands; its credentials count in BONDED and RESIGNING.
 *
 *     PROPOSED --bond--> BONDED <--> FROZEN        BONDED --term--> LAPSED --renewal--> BONDED
 *     BONDED, LAPSED --> RESIGNING --> RESIGNED    any of them --vote--> REMOVED
 */
export const IssuerState = {
  NOTHING: 0,
  PROPOSED: 1,
  BONDED: 2,
  FROZEN: 3,
  LAPSED: 4,
  RESIGNING: 5,
  RESIGNED: 6,
  REMOVED: 7,
} as const;
export type IssuerState = (typeof IssuerState)[keyof typeof IssuerState];

/** A subject has a number; its controller speaks for it. */
export interface SubjectRegisteredEvent {
  subject: bigint;
  controller: Address;
  bondWei: bigint;
}

/** An account belongs to a subject. */
export interface AccountLinkedEvent {
  subject: bigint;
  account: Address;
}

/** An account belongs to the subject no more. */
export interface AccountUnlinkedEvent {
  subject: bigint;
  account: Address;
}

/** Another key speaks for the subject. */
export interface KeyRotatedEvent {
  subject: bigint;
  old: Address;
  new_: Address;
}

/** A subject's attribute changed: credentials of this schema, and no others, count no more. */
export interface AttributeChangedEvent {
  subject: bigint;
  schema: Hex;
  version: bigint;
  commitment: Hex;
}

/** The subject is no more; its bond went back. */
export interface SubjectDeactivatedEvent {
  subject: bigint;
  bondWei: bigint;
}

/** A set of guardians counts from this height on. */
export interface GuardiansSetEvent {
  subject: bigint;
  threshold: bigint;
  members: readonly Address[];
  effectiveAt: bigint;
}

/** A set of guardians that waited will not count. */
export interface GuardiansCancelledEvent {
  subject: bigint;
}

/** A guardian wants this key to speak for the subject. */
export interface RecoveryApprovedEvent {
  subject: bigint;
  guardian: Address;
  key: Address;
}

/** Enough guardians agree; the owner may veto until this height. */
export interface RecoveryStartedEvent {
  subject: bigint;
  key: Address;
  endsAt: bigint;
}

/** The owner is still there. */
export interface RecoveryVetoedEvent {
  subject: bigint;
  tries: bigint;
}

/** The key that was to speak for the subject belongs to another one by now. */
export interface RecoveryFailedEvent {
  subject: bigint;
  key: Address;
}

/** The subject is admitted nowhere, and nothing of it moves, until this height at most. */
export interface SubjectFrozenEvent {
  subject: bigint;
  case_: Hex;
  until: bigint;
}

/** The freeze of this case ended. */
export interface SubjectUnfrozenEvent {
  subject: bigint;
  case_: Hex;
}

/** A vote lets this key become an issuer, if it bonds itself in time. */
export interface IssuerProposedEvent {
  issuer: bigint;
  key: Address;
  uri: string;
}

/** An issuer is in another state, or its bond changed. */
export interface IssuerMovedEvent {
  issuer: bigint;
  state: number;
  bondWei: bigint;
  case_: Hex;
}

/** A part of a removed issuer's bond went to the treasury. */
export interface IssuerSlashedEvent {
  issuer: bigint;
  amountWei: bigint;
}

/** Another key speaks for the issuer. */
export interface IssuerKeyRotatedEvent {
  issuer: bigint;
  old: Address;
  new_: Address;
}

/** These are the schemas that an issuer may attest from now on. */
export interface SchemasSetEvent {
  issuer: bigint;
  schemas: readonly Hex[];
}

/** An issuer attested a claim. */
export interface CredentialIssuedEvent {
  credential: bigint;
  subject: bigint;
  issuer: bigint;
  schema: Hex;
  jurisdiction: bigint;
  validFromS: bigint;
  expiryS: bigint;
}

/** A credential is in another state. */
export interface CredentialMovedEvent {
  credential: bigint;
  state: number;
}

/** An issuer called a signed claim back. */
export interface ClaimCancelledEvent {
  issuer: bigint;
  nonce: bigint;
}

/** What was behind a commitment is gone; the chain keeps that it was there. */
export interface PayloadErasedEvent {
  subject: bigint;
  commitment: Hex;
}

/** A version of a policy counts from now on. */
export interface PolicySetEvent {
  policy: bigint;
  version: bigint;
  owner: Address;
}

/** There is a new list of barred subjects. */
export interface ListCreatedEvent {
  list: bigint;
  owner: Address;
}

/** A subject is on a list, or no more. */
export interface BarredEvent {
  list: bigint;
  subject: bigint;
  isBarred: boolean;
}

/** A policy admitted an account, or said why not; `asker` is the module that asked. */
export interface AccessDecidedEvent {
  policy: bigint;
  account: Address;
  asker: Address;
  version: bigint;
  subject: bigint;
  reasons: bigint;
}

/** An auditor may see what the scope opens, until then. */
export interface DisclosureGrantedEvent {
  grant: bigint;
  subject: bigint;
  auditor: Address;
  scope: { module: Address; firstIndex: bigint; lastIndex: bigint; schema: Hex };
  expiryS: bigint;
}

/** An auditor may see it no more. */
export interface DisclosureRevokedEvent {
  grant: bigint;
}

/** An auditor noted that it read a payload. */
export interface AccessedEvent {
  grant: bigint;
  subject: bigint;
  auditor: Address;
  payload: Hex;
}

/** A change entered the module's audit log; `head` is the chain's hash with it. */
export interface AuditEntryAddedEvent {
  index: bigint;
  sender: Address;
  method: bigint;
  dataHash: Hex;
  head: Hex;
}

/** The entries of an epoch stand under this root from now on. */
export interface AuditEpochClosedEvent {
  epoch: bigint;
  root: Hex;
  head: Hex;
  firstIndex: bigint;
  entries: bigint;
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

export type IdentityEvent =
  | { eventName: "SubjectRegistered"; args: SubjectRegisteredEvent }
  | { eventName: "AccountLinked"; args: AccountLinkedEvent }
  | { eventName: "AccountUnlinked"; args: AccountUnlinkedEvent }
  | { eventName: "KeyRotated"; args: KeyRotatedEvent }
  | { eventName: "AttributeChanged"; args: AttributeChangedEvent }
  | { eventName: "SubjectDeactivated"; args: SubjectDeactivatedEvent }
  | { eventName: "GuardiansSet"; args: GuardiansSetEvent }
  | { eventName: "GuardiansCancelled"; args: GuardiansCancelledEvent }
  | { eventName: "RecoveryApproved"; args: RecoveryApprovedEvent }
  | { eventName: "RecoveryStarted"; args: RecoveryStartedEvent }
  | { eventName: "RecoveryVetoed"; args: RecoveryVetoedEvent }
  | { eventName: "RecoveryFailed"; args: RecoveryFailedEvent }
  | { eventName: "SubjectFrozen"; args: SubjectFrozenEvent }
  | { eventName: "SubjectUnfrozen"; args: SubjectUnfrozenEvent }
  | { eventName: "IssuerProposed"; args: IssuerProposedEvent }
  | { eventName: "IssuerMoved"; args: IssuerMovedEvent }
  | { eventName: "IssuerSlashed"; args: IssuerSlashedEvent }
  | { eventName: "IssuerKeyRotated"; args: IssuerKeyRotatedEvent }
  | { eventName: "SchemasSet"; args: SchemasSetEvent }
  | { eventName: "CredentialIssued"; args: CredentialIssuedEvent }
  | { eventName: "CredentialMoved"; args: CredentialMovedEvent }
  | { eventName: "ClaimCancelled"; args: ClaimCancelledEvent }
  | { eventName: "PayloadErased"; args: PayloadErasedEvent }
  | { eventName: "PolicySet"; args: PolicySetEvent }
  | { eventName: "ListCreated"; args: ListCreatedEvent }
  | { eventName: "Barred"; args: BarredEvent }
  | { eventName: "AccessDecided"; args: AccessDecidedEvent }
  | { eventName: "DisclosureGranted"; args: DisclosureGrantedEvent }
  | { eventName: "DisclosureRevoked"; args: DisclosureRevokedEvent }
  | { eventName: "Accessed"; args: AccessedEvent }
  | { eventName: "AuditEntryAdded"; args: AuditEntryAddedEvent }
  | { eventName: "AuditEpochClosed"; args: AuditEpochClosedEvent }
  | { eventName: "CoinsMoved"; args: CoinsMovedEvent }
  | { eventName: "ModulePaused"; args: ModulePausedEvent }
  | { eventName: "ModuleResumed"; args: ModuleResumedEvent }
  | { eventName: "TimerFailed"; args: TimerFailedEvent };

/** The policy does not admit the account; `reasons` are the bits of what stands in the way. */
export interface DeniedRefusal {
  policy: bigint;
  account: Address;
  reasons: bigint;
}

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

/** Exactly this must come along. */
export interface CostMismatchRefusal {
  expectedWei: bigint;
  foundWei: bigint;
}

/** The account belongs to a subject already; it may belong to one at a time. */
export interface AccountTakenRefusal {
  account: Address;
  subject: bigint;
}

/** A subject has at most so many accounts. */
export interface AccountsFullRefusal {
  maximum: bigint;
}

/** The account does not belong to this subject. */
export interface NotItsAccountRefusal {
  account: Address;
  subject: bigint;
}

/** The account that speaks for a subject leaves it by another taking its place. */
export interface ControllerStaysRefusal {
  account: Address;
}

/** The signature was good until then. */
export interface PermissionExpiredRefusal {
  deadlineS: bigint;
}

/** The signature must name the key's next nonce. */
export interface NonceMismatchRefusal {
  expected: bigint;
  found: bigint;
}

/** Guardians are different accounts, at most 16, none the officer; the threshold fits them. */
export interface GuardiansInvalidRefusal {
  found: bigint;
  threshold: bigint;
}

/** No set of guardians waits to count. */
export interface NothingPendingRefusal {
  subject: bigint;
}

/** So many recoveries were vetoed that guardians must wait. */
export interface TriesSpentRefusal {
  until: bigint;
}

/** The officer may not be issuer, guardian or heir: who freezes must not be able to take. */
export interface OfficerConcernedRefusal {
  account: Address;
}

/** A freeze names a case, and a case freezes the same one only once. */
export interface CaseInvalidRefusal {
  case_: Hex;
}

/** A freeze lasts so many blocks at most, and at least one. */
export interface FreezeInvalidRefusal {
  maximum: bigint;
  found: bigint;
}

/** After a freeze there is a time without one. */
export interface FreezeTooSoonRefusal {
  until: bigint;
}

/** The key speaks, or spoke, for an issuer. */
export interface KeyTakenRefusal {
  key: Address;
  issuer: bigint;
}

/** Schemas are different hashes, none of them zero, and not too many. */
export interface SchemasInvalidRefusal {
  maximum: bigint;
  found: bigint;
}

/** A link has at most so many bytes. */
export interface UriInvalidRefusal {
  bytesMax: bigint;
  foundBytes: bigint;
}

/** An issuer's bond must be at least this. */
export interface BondTooSmallRefusal {
  neededWei: bigint;
  foundWei: bigint;
}

/** No more than the whole can be slashed. */
export interface SlashInvalidRefusal {
  foundBps: number;
}

/** The key that signed speaks for no issuer that may attest now. */
export interface NotByAnIssuerRefusal {
  signer: Address;
}

/** The issuer may not attest claims of this schema. */
export interface SchemaNotHisRefusal {
  issuer: bigint;
  schema: Hex;
}

/** A claim's field is not what it may be. */
export interface ClaimInvalidRefusal {
  field: string;
  found: bigint;
}

/** A signed claim of this nonce was brought, or called back. */
export interface ClaimUsedRefusal {
  issuer: bigint;
  nonce: bigint;
}

/** The subject's attribute changed: the claim is about another version of it. */
export interface VersionMismatchRefusal {
  expected: bigint;
  found: bigint;
}

/** A subject holds at most so many credentials, and so many of one schema. */
export interface CredentialsFullRefusal {
  maximum: bigint;
}

/** No policy has this number, or it has no such version. */
export interface UnknownPolicyRefusal {
  policy: bigint;
}

/** No list has this number. */
export interface UnknownListRefusal {
  list: bigint;
}

/** Only its owner may change it; what governance owns, a passed proposal changes. */
export interface NotOwnerRefusal {
  owner: Address;
}

/** A policy's field is not what it may be. */
export interface PolicyInvalidRefusal {
  field: string;
  found: bigint;
}

/** A disclosure names an auditor, something to see, and an end that is still to come. */
export interface GrantInvalidRefusal {
  field: string;
}

/** The payload of this commitment was erased. */
export interface AlreadyErasedRefusal {
  erasedAt: bigint;
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

export type IdentityRefusal =
  | { errorName: "Denied"; args: DeniedRefusal }
  | { errorName: "RoleForbids"; args: RoleForbidsRefusal }
  | { errorName: "StateForbids"; args: StateForbidsRefusal }
  | { errorName: "SignatureWrong"; args: SignatureWrongRefusal }
  | { errorName: "CostMismatch"; args: CostMismatchRefusal }
  | { errorName: "AccountTaken"; args: AccountTakenRefusal }
  | { errorName: "AccountsFull"; args: AccountsFullRefusal }
  | { errorName: "NotItsAccount"; args: NotItsAccountRefusal }
  | { errorName: "ControllerStays"; args: ControllerStaysRefusal }
  | { errorName: "PermissionExpired"; args: PermissionExpiredRefusal }
  | { errorName: "NonceMismatch"; args: NonceMismatchRefusal }
  | { errorName: "GuardiansInvalid"; args: GuardiansInvalidRefusal }
  | { errorName: "NothingPending"; args: NothingPendingRefusal }
  | { errorName: "TriesSpent"; args: TriesSpentRefusal }
  | { errorName: "OfficerConcerned"; args: OfficerConcernedRefusal }
  | { errorName: "CaseInvalid"; args: CaseInvalidRefusal }
  | { errorName: "FreezeInvalid"; args: FreezeInvalidRefusal }
  | { errorName: "FreezeTooSoon"; args: FreezeTooSoonRefusal }
  | { errorName: "KeyTaken"; args: KeyTakenRefusal }
  | { errorName: "SchemasInvalid"; args: SchemasInvalidRefusal }
  | { errorName: "UriInvalid"; args: UriInvalidRefusal }
  | { errorName: "BondTooSmall"; args: BondTooSmallRefusal }
  | { errorName: "SlashInvalid"; args: SlashInvalidRefusal }
  | { errorName: "NotByAnIssuer"; args: NotByAnIssuerRefusal }
  | { errorName: "SchemaNotHis"; args: SchemaNotHisRefusal }
  | { errorName: "ClaimInvalid"; args: ClaimInvalidRefusal }
  | { errorName: "ClaimUsed"; args: ClaimUsedRefusal }
  | { errorName: "VersionMismatch"; args: VersionMismatchRefusal }
  | { errorName: "CredentialsFull"; args: CredentialsFullRefusal }
  | { errorName: "UnknownPolicy"; args: UnknownPolicyRefusal }
  | { errorName: "UnknownList"; args: UnknownListRefusal }
  | { errorName: "NotOwner"; args: NotOwnerRefusal }
  | { errorName: "PolicyInvalid"; args: PolicyInvalidRefusal }
  | { errorName: "GrantInvalid"; args: GrantInvalidRefusal }
  | { errorName: "AlreadyErased"; args: AlreadyErasedRefusal }
  | { errorName: "Paused"; args: PausedRefusal }
  | { errorName: "NotPayable"; args: NotPayableRefusal }
  | { errorName: "InsufficientCoins"; args: InsufficientCoinsRefusal }
  | { errorName: "Unauthorized"; args: UnauthorizedRefusal }
  | { errorName: "DelegatecallRefused"; args: DelegatecallRefusedRefusal }
  | { errorName: "Reentered"; args: ReenteredRefusal }
  | { errorName: "AddressTaken"; args: AddressTakenRefusal };

/** The EIP-712 domain of this module's messages on a chain. */
export const identityDomain = (chainId: number) =>
  ({ name: "Kumiai Identity", version: "1", chainId, verifyingContract: identityAddress }) as const;

/** What keys sign for this module: `primaryType` is the name of one of these. */
export const identityTypes = {
  "Link": [
    {
      "name": "subject",
      "type": "uint256"
    },
    {
      "name": "account",
      "type": "address"
    },
    {
      "name": "nonce",
      "type": "uint256"
    },
    {
      "name": "deadlineS",
      "type": "uint256"
    }
  ],
  "Rotation": [
    {
      "name": "subject",
      "type": "uint256"
    },
    {
      "name": "key",
      "type": "address"
    },
    {
      "name": "nonce",
      "type": "uint256"
    },
    {
      "name": "deadlineS",
      "type": "uint256"
    }
  ],
  "Rescue": [
    {
      "name": "subject",
      "type": "uint256"
    },
    {
      "name": "key",
      "type": "address"
    },
    {
      "name": "nonce",
      "type": "uint256"
    },
    {
      "name": "deadlineS",
      "type": "uint256"
    }
  ],
  "IssuerRotation": [
    {
      "name": "issuer",
      "type": "uint256"
    },
    {
      "name": "key",
      "type": "address"
    },
    {
      "name": "nonce",
      "type": "uint256"
    },
    {
      "name": "deadlineS",
      "type": "uint256"
    }
  ],
  "Claim": [
    {
      "name": "subject",
      "type": "uint256"
    },
    {
      "name": "schema",
      "type": "bytes32"
    },
    {
      "name": "commitment",
      "type": "bytes32"
    },
    {
      "name": "jurisdiction",
      "type": "uint256"
    },
    {
      "name": "validFromS",
      "type": "uint64"
    },
    {
      "name": "expiryS",
      "type": "uint64"
    },
    {
      "name": "version",
      "type": "uint256"
    }
  ],
  "SignedClaim": [
    {
      "name": "claim",
      "type": "Claim"
    },
    {
      "name": "nonce",
      "type": "uint256"
    },
    {
      "name": "deadlineS",
      "type": "uint64"
    }
  ]
} as const;
