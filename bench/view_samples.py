"""
What each view is asked: a value for every input, by module and name, or for all modules by name.

    (module, input) --> value        ("", input) --> value
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bench.cast import CAST_KEYS, OWNERS, PAYERS, PROVIDERS
from bench.chain import VALIDATOR
from bench.data_state import model_of, word_of
from bench.identity_scenes import KYC, LATER_S, claim_of, commitment_of
from bench.market_state import JOB, application_of
from bench.model_scenes import PREIMAGE, ticket_of
from chain.codec import address_of
from chain.kit.abi import Uint64
from chain.kit.audit_log import AuditEntry
from chain.kit.usage import Leg
from chain.kit.verdicts import Level
from chain.types.primitives import ZERO_HASH, Height, Seconds, Wei
from modules.analytics.module import Analytics
from modules.analytics.records import Market
from modules.bridge.records import NATIVE_TOKEN, Packet
from modules.devices.module import Devices
from modules.identity.module import Identity
from modules.identity.records import SignedClaim

if TYPE_CHECKING:
    from bench.market_calls import Desk

Samples = dict[tuple[str, str], Any]


def samples_of(desk: Desk) -> Samples:
    """Return a value for each input that a view asks for: by module, or for all of them."""
    return {
        **_markets(desk),
        **_identity(desk),
        **_money(desk),
        **_models(desk),
        **_data(),
        **_routes(),
    }


def _markets(desk: Desk) -> Samples:
    last_epoch = desk.view(Devices, "current_epoch").number - 1
    return {
        ("", "limit"): 100,  # the largest page
        ("", "offset"): 0,
        ("", "first"): 0,
        ("", "number"): 1,
        ("", "order"): 1,
        ("", "claim"): 1,
        ("", "round_index"): 0,
        ("", "device"): 1,
        ("", "value_wei"): Wei(10**18),
        ("", "validator"): VALIDATOR,
        ("", "account"): PROVIDERS[0],
        ("", "provider"): PROVIDERS[0],
        ("", "requester"): PAYERS[0],
        ("", "role"): 3,
        ("", "level"): Level.JURY,
        ("", "kind"): 0,
        ("", "capacity"): 1,
        ("", "cell"): 0,
        ("", "epoch"): last_epoch,
        ("compute", "owner"): PAYERS[0],
        ("compute", "terms"): JOB,
        ("verification", "terms"): JOB.claim,
        ("devices", "owner"): OWNERS[0],
        ("devices", "key"): desk.view(Devices, "device", 1).device.key,
        ("devices", "application"): application_of(1)[0],
    }


def _identity(desk: Desk) -> Samples:
    key = address_of(CAST_KEYS[28])
    who = address_of(CAST_KEYS[37])
    entry = AuditEntry(ZERO_HASH, 0, Height(1), who, 0, ZERO_HASH)
    signed = SignedClaim(claim_of(1, KYC, 0, desk.time_s), 1, LATER_S)
    return {
        ("identity", "signed"): signed,
        ("identity", "version"): 0,
        ("identity", "policy"): 1,
        ("identity", "list"): 1,
        ("identity", "subject"): 1,
        ("identity", "account"): who,
        ("identity", "owner"): who,
        ("identity", "commitment"): commitment_of(1),
        ("identity", "guardian"): key,
        ("identity", "grant"): 1,
        ("identity", "auditor"): who,
        ("identity", "module"): Identity.address,
        ("identity", "index"): 0,
        ("identity", "schema"): KYC,
        ("identity", "epoch"): 0,
        ("identity", "entry"): entry,
        ("identity", "path"): (ZERO_HASH,) * 8,
        ("identity", "key"): key,
    }


def _money(desk: Desk) -> Samples:
    epoch = desk.view(Analytics, "current_epoch").number
    return {
        ("token", "owner"): address_of(CAST_KEYS[24]),
        ("token", "spender"): address_of(CAST_KEYS[25]),
        ("token", "authorizer"): address_of(CAST_KEYS[24]),
        ("token", "nonce"): ZERO_HASH,
        ("analytics", "number"): epoch,
        ("analytics", "first"): epoch,
        ("analytics", "market"): Market.COMPUTE,
        ("analytics", "leg"): Leg.SUPPLIER,
    }


def _models(desk: Desk) -> Samples:
    ticket = ticket_of(desk, 0)
    return {
        ("model_fees", "model_id"): model_of(0),
        ("model_fees", "input_tokens"): 1_000,
        ("model_fees", "output_tokens"): 100,
        ("model_fees", "units"): (1_000, 100),
        ("model_fees", "referrers"): (),
        ("model_fees", "time_s"): desk.time_s,
        ("model_fees", "day"): desk.time_s // 86_400,
        ("model_fees", "asset"): 1,
        ("model_fees", "payer"): PAYERS[1],
        ("model_fees", "payee"): PROVIDERS[1],
        ("model_fees", "channel"): 1,
        ("model_fees", "lane"): 0,
        ("model_fees", "key"): address_of(CAST_KEYS[45]),
        ("model_fees", "sender"): PAYERS[1],
        ("model_fees", "recipient"): PROVIDERS[1],
        ("model_fees", "ticket"): ticket,
        ("model_fees", "signature"): word_of(ticket, CAST_KEYS[43]),
        ("model_fees", "preimage"): PREIMAGE,
    }


def _data() -> Samples:
    return {
        ("licensing", "owner"): OWNERS[0],
        ("licensing", "asset"): 1,
        ("licensing", "version"): 1,
        ("licensing", "offer"): 1,
        ("licensing", "has_referrer"): False,
        ("licensing", "licence"): 1,
        ("licensing", "holder"): PAYERS[1],
        ("licensing", "account"): PAYERS[1],
        ("licensing", "purpose"): 0,
        ("licensing", "app"): ZERO_HASH,
        ("licensing", "task"): 1,
        ("licensing", "requester"): address_of(CAST_KEYS[51]),
    }


def _routes() -> Samples:
    return {
        ("bridge", "client"): 1,
        ("bridge", "height"): Height(1),
        ("bridge", "route"): Uint64(1),
        ("bridge", "token"): NATIVE_TOKEN,
        ("bridge", "is_native"): True,
        ("bridge", "sequence"): Uint64(1),
        ("bridge", "first"): Uint64(1),
        ("bridge", "packet"): Packet(Uint64(1), Seconds(1), b""),
    }
