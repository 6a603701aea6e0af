"""
What a stopped node holds, read without changing it: chain, validators, log, sign state.

    a copy of HOME/data/chain, HOME/data/wal, HOME/validator --read--> Findings

For the hour after a node has failed: where it stood, what it last signed, whether its files agree.
"""

from contextlib import ExitStack, closing
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import orjson
from eth_utils.address import to_checksum_address

from chain.app import block_time_ms
from chain.errors import ChainError, StoreInUse
from chain.genesis import parse_genesis
from chain.ledger import Ledger
from chain.store.leveldb import LevelStore, make_replica
from cli.config import NodeConfig
from cli.errors import CommandFailed
from cli.files import GENESIS_FILE_BYTES_MAX, read_bounded
from cli.occupancy import occupied
from consensus.host.wal import SUFFIX, read_records

SIGN_STATE_BYTES_MAX = 65_536  # 64 KiB; a real one has about 900 bytes
LOG_BYTES_MAX = 1 << 30  # 1 GiB


@dataclass(frozen=True, slots=True)
class Findings:
    """A stopped node, by what its files say; `problems` is empty where they agree."""

    chain: dict[str, Any]
    validators: list[dict[str, Any]]
    logs: list[dict[str, Any]]
    sign_state: dict[str, Any] | None
    problems: list[str]


def inspect_home(config: NodeConfig) -> Findings:
    """Read everything; raises CommandFailed where no node's home is there, or where it runs."""
    if not config.data_dir.exists():
        raise CommandFailed(f"no chain at {config.home}: name its directory with --home")
    problems: list[str] = []
    chain, validators = _read_chain(config, problems)
    logs = [_read_log(path, problems) for path in sorted(config.wal_dir.glob(f"*{SUFFIX}"))]
    sign_state = _read_sign_state(config.sign_state_path, problems)
    _compare(chain, logs, sign_state, problems)
    return Findings(chain, validators, logs, sign_state, problems)


def _read_chain(
    config: NodeConfig, problems: list[str]
) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    genesis = parse_genesis(read_bounded(config.genesis_path, GENESIS_FILE_BYTES_MAX))
    with ExitStack() as stack:
        copy = Path(stack.enter_context(TemporaryDirectory(prefix="inspect-", dir=config.home)))
        try:
            make_replica(config.data_dir, copy / "chain")
        except StoreInUse as cause:
            raise occupied(config) from cause
        store = stack.enter_context(closing(LevelStore(copy / "chain")))
        ledger = Ledger(store, genesis.chain_id)
        if ledger.is_empty:
            raise CommandFailed(f"{config.home}: the chain has not begun: start the node once")
        try:
            ledger.check_database()
        except ChainError as cause:
            problems.append(str(cause))
        return _describe(ledger, genesis.chain_id)


def _describe(ledger: Ledger, chain_id: int) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    head = ledger.head
    certificate = head.certificate
    deciding = ledger.validators(head.header.height + 1)
    chain = {
        "chain_id": chain_id,
        "genesis_hash": f"0x{ledger.genesis_hash.hex()}",
        "height": head.header.height,
        "block_hash": f"0x{head.header.hash.hex()}",
        "state_root": f"0x{head.header.state_root.hex()}",
        "time_ms": block_time_ms(head),
        "transactions": len(head.block.transactions),
        "round": None if certificate is None else certificate.round,
        "signatures": None if certificate is None else len(certificate.signatures),
        "oldest_state_height": ledger.oldest_state_height,
    }
    return chain, [
        {"validator": to_checksum_address(v.address), "power": v.power, "priority": v.priority}
        for v in deciding or ()
    ]


def _read_log(path: Path, problems: list[str]) -> dict[str, Any]:
    data = read_bounded(path, LOG_BYTES_MAX)
    records, good = read_records(data)
    if good < len(data):
        problems.append(f"{path.name}: the last {len(data) - good} bytes of the log do not read")
    return {"height": int(path.stem), "records": len(records), "bytes": len(data)}


def _read_sign_state(path: Path, problems: list[str]) -> dict[str, Any] | None:
    if not path.exists():
        return None
    try:
        content = orjson.loads(read_bounded(path, SIGN_STATE_BYTES_MAX))
        return {
            "validator": to_checksum_address(content["address"]),
            "height": int(content["height"]),
            "round": int(content["round"]),
            "signed": sorted(content["signed"]),
        }
    except (ValueError, TypeError, KeyError) as cause:
        problems.append(f"{path}: a sign state expected, found none: {cause}")
        return None


def _compare(
    chain: dict[str, Any],
    logs: list[dict[str, Any]],
    sign_state: dict[str, Any] | None,
    problems: list[str],
) -> None:
    """Note where the files contradict one another."""
    next_height = chain["height"] + 1
    problems += [
        f"the log is at height {log['height']}, the chain decides {next_height}: restore the chain"
        for log in logs
        if log["height"] > next_height
    ]
    if sign_state is not None and sign_state["height"] > next_height:
        problems.append(
            f"the key has signed at height {sign_state['height']}, the chain decides "
            f"{next_height}: let it catch up from peers before it signs"
        )
