"""
go-ethereum's genesis.json: the forks of a chain, and its block 0 with the state after it.

    genesis.json --parse--> PastGenesis(chain id, schedule, accounts) --build_block--> PastBlock
"""

import json
from dataclasses import dataclass
from typing import Any

from chain.codec import keccak256, seal_header
from chain.errors import Malformed
from chain.params import UINT64_MAX, UINT256_MAX
from chain.types.account import StateDiff
from chain.types.past import PastHeader
from chain.types.primitives import (
    EMPTY_TRIE_ROOT,
    ZERO_HASH,
    Address,
    Gas,
    Hash32,
    Height,
    Nonce,
    Seconds,
    Wei,
)
from cli.conformance.schedule import ForkSchedule

FIRST_FIELDS = 15  # of a header before London
GENESIS_HEIGHT = Height(0)


@dataclass(frozen=True)
class PastGenesis:
    """Where an imported chain begins."""

    chain_id: int
    schedule: ForkSchedule
    state: StateDiff
    fields: dict[str, Any]  # of the file, for the header

    def header(self, state_root: Hash32) -> PastHeader:
        """Return the header of block 0; raises Malformed."""
        plain = PastHeader(
            parent_hash=ZERO_HASH,
            coinbase=Address(_bytes(self.fields, "coinbase", 20)),
            state_root=state_root,
            transactions_root=EMPTY_TRIE_ROOT,
            receipts_root=EMPTY_TRIE_ROOT,
            logs_bloom=bytes(256),
            height=GENESIS_HEIGHT,
            gas_limit=Gas(_number(self.fields, "gasLimit")),
            gas_used=Gas(0),
            timestamp_s=Seconds(_number(self.fields, "timestamp")),
            extra_data=_bytes(self.fields, "extraData"),
            mix_hash=Hash32(_bytes(self.fields, "mixHash", 32)),
            base_fee_per_gas_wei=Wei(0),
            parent_beacon_block_root=ZERO_HASH,
            hash=ZERO_HASH,
            difficulty=_number(self.fields, "difficulty"),
            nonce=_number(self.fields, "nonce", UINT64_MAX).to_bytes(8, "big"),
            field_count=FIRST_FIELDS,
        )
        sealed = seal_header(plain)
        assert isinstance(sealed, PastHeader)
        return sealed


def parse_genesis(text: bytes) -> PastGenesis:
    """Read the file; raises Malformed."""
    try:
        fields = json.loads(text)
        config, accounts = fields["config"], fields["alloc"]
        chain_id = config["chainId"]
    except (ValueError, KeyError, TypeError) as cause:
        raise Malformed(f"genesis file of go-ethereum expected: {cause!r}") from cause
    if not isinstance(config, dict) or not isinstance(accounts, dict):
        raise Malformed("genesis: objects at config and alloc expected")
    if isinstance(chain_id, bool) or not isinstance(chain_id, int) or chain_id < 0:
        raise Malformed(f"genesis chainId: a number expected, found {chain_id!r}")
    schedule = ForkSchedule.of_config(config)
    if schedule.at(0, _number(fields, "timestamp")).name not in ("Frontier", "Homestead"):
        raise Malformed("genesis: a chain that begins at Frontier or Homestead expected")
    return PastGenesis(
        chain_id=chain_id,
        schedule=schedule,
        state=_state_of(accounts),
        fields=fields,
    )


def _state_of(accounts: dict[str, dict[str, Any]]) -> StateDiff:
    diff = StateDiff()
    for name, fields in accounts.items():
        if not isinstance(fields, dict) or not isinstance(fields.get("storage", {}), dict):
            raise Malformed(f"genesis alloc {name}: an object expected")
        address = Address(_bytes({"address": name}, "address", 20))
        code = _bytes(fields, "code")
        code_hash = keccak256(code)
        if code:
            diff.codes[code_hash] = code
        nonce, balance = Nonce(_number(fields, "nonce")), Wei(_number(fields, "balance"))
        diff.accounts[address] = (nonce, balance, code_hash)
        slots = fields.get("storage", {})
        if slots:
            diff.storage[address] = {
                _number({"slot": slot}, "slot"): _number(slots, slot) for slot in slots
            }
    return diff


def _number(fields: dict[str, Any], name: str, maximum: int = UINT256_MAX) -> int:
    value = fields.get(name) or "0x0"
    try:
        number = value if isinstance(value, int) else int(value, 16 if "0x" in value[:2] else 10)
    except (ValueError, TypeError) as cause:
        raise Malformed(f"genesis {name}: a number expected, found {value!r}") from cause
    if not 0 <= number <= maximum:
        raise Malformed(f"genesis {name}: 0 to {maximum} expected, found {value!r}")
    return number


def _bytes(fields: dict[str, Any], name: str, length: int | None = None) -> bytes:
    value = fields.get(name) or "0x" + "00" * (length or 0)
    try:
        found = bytes.fromhex(value.removeprefix("0x"))
    except (ValueError, AttributeError) as cause:
        raise Malformed(f"genesis {name}: hex expected, found {value!r}") from cause
    if length is not None and len(found) != length:
        raise Malformed(f"genesis {name}: {length} bytes expected, found {len(found)}")
    return found
