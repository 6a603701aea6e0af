"""
A chain of one's own: 21 funded accounts, one validator, periods short enough to watch.

    mnemonic --> keys dev0 … dev19, validator --> keyring, validator key, beacon secret
                                              --> genesis.json, config.toml

Everybody knows these keys. They are for play and tests, never for coins that are worth something.
"""

import json
import shutil
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final

from chain.codec import address_of, keccak256
from chain.types.primitives import Address
from cli.beacon_secret import save_beacon_secret, tip_entry
from cli.config import NodeConfig, render_config
from cli.errors import CommandFailed
from cli.files import write_atomically
from cli.keys import Keyring, key_of_mnemonic
from cli.occupancy import check_stopped
from cli.units import WEI_PER_COIN
from cli.validator_key import save_validator_key
from consensus.host.signer import FileSigner

MNEMONIC: Final = "test test test test test test test test test test test junk"
ACCOUNTS: Final = 20  # dev0 to dev19
ACCOUNT_WEI: Final = 10_000 * WEI_PER_COIN
VALIDATOR: Final = "validator"  # the key's name; the mnemonic's account after the last dev one
STAKE_WEI: Final = 1_000 * WEI_PER_COIN
CHAIN_ID_DEFAULT: Final = 31_337
# It makes contracts at addresses known beforehand; forge's `new X{salt: ...}` calls it.
CREATE2_DEPLOYER: Final = Address(bytes.fromhex("4e59b44847b379578588920ca78fbf26c0b4956c"))
CREATE2_DEPLOYER_CODE: Final = (
    "0x7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe0"
    "3601600081602082378035828234f58015156039578182fd5b8082525050506014600cf3"
)
MARKER: Final = "devnet.json"  # the file by which a devnet's home is known

# A proposal passes within 20 s: no deposit period to wait for, then voting, then the timelock.
PERIODS: Final[dict[str, dict[str, Any]]] = {
    "governance": {
        "deposit_wei_min": str(WEI_PER_COIN),
        "deposit_period_s": 60,
        "voting_period_s": 6,
        "timelock_s": 2,
        "execution_grace_s": 600,
        "epoch_blocks": 10,
    },
    "staking": {"unbonding_s": 30},
    "model_fees": {
        "price_notice_s": 5,
        "epoch_s": 10,
        "challenge_s": 20,
        "watch_s": 10,
        "agent_notice_s": 20,
        "dispute_window_s": 60,
        "answer_s": 15,
        "bond_wait_s": 120,
        "ticket_wait_s": 30,
        "ticket_s_max": 25,
    },
    # Windows that a person can wait for, and that a program still has time in.
    "verification": {
        "reveal_blocks": 10,
        "challenge_blocks": 10,
        "respond_blocks": 10,
        "evidence_blocks": 5,
        "vote_blocks": 20,
        "open_blocks": 10,
        "clock_blocks": 60,
        "unbonding_blocks": 30,
        "retry_blocks": 2,
    },
    "compute": {
        "start_timeout_blocks": 60,
        "grace_blocks": 20,
        "heartbeat_blocks": 60,
        "holdback_blocks": 60,
        "reclaim_blocks_min": 10,
        "spot_notice_blocks": 5,
    },
    "devices": {
        "windows": 4,
        "window_blocks": 5,
        "proof_blocks": 5,
        "probation_epochs": 2,
        "response_blocks": 10,
        "attest_blocks": 10,
        "maintenance_notice_blocks": 5,
        "appeal_blocks": 30,
        "unbonding_blocks": 30,
    },
    # A recovery that a person can watch.
    "identity": {
        "recovery_delay_blocks": 20,
        "guardian_delay_blocks": 40,
        "approval_blocks": 60,
        "freeze_blocks_max": 60,
        "freeze_gap_blocks": 20,
        "issuer_unbonding_blocks": 30,
    },
    "licensing": {
        "approve_timeout_s": 60,
        "renew_window_s": 30,
        "grace_s_max": 60,
        "revoke_notice_s": 30,
        "tag_timeout_s": 300,
        "dispute_cooldown_s": 10,
        "erasure_s": 60,
        "bond_hold_s": 60,
    },
    "mint": {"device_share_bps": 1_000},
}


@dataclass(frozen=True, slots=True)
class DevAccount:
    """An account that everybody has the key of."""

    name: str
    address: Address
    private_key: bytes
    balance_wei: int


@cache
def dev_accounts() -> tuple[DevAccount, ...]:
    """Return dev0 to dev19 and the validator."""
    names = [*(f"dev{index}" for index in range(ACCOUNTS)), VALIDATOR]
    keys = [key_of_mnemonic(MNEMONIC, index) for index in range(len(names))]
    return tuple(
        DevAccount(name, address_of(key), key, ACCOUNT_WEI)
        for name, key in zip(names, keys, strict=True)
    )


def build_devnet_genesis(
    accounts: Sequence[DevAccount], chain_id: int, time_s: int
) -> dict[str, Any]:
    """Return the genesis file of a devnet, as JSON data; the last account is the validator."""
    balances = {account.address: account.balance_wei for account in accounts}
    validator = {
        "validator": "0x" + accounts[-1].address.hex(),
        "stake_wei": str(STAKE_WEI),
        "moniker": VALIDATOR,
    }
    tip = tip_entry(beacon_secret_of(accounts[-1].private_key), chain_id, accounts[-1].address)
    genesis = build_genesis(balances, [validator], [tip], chain_id, time_s)
    genesis["accounts"]["0x" + CREATE2_DEPLOYER.hex()] = {"code": CREATE2_DEPLOYER_CODE}
    return genesis


def beacon_secret_of(private_key: bytes) -> bytes:
    """Return the beacon secret of a devnet's validator, as well known as its key."""
    return keccak256(b"kumiai.devnet.beacon" + private_key)


def build_genesis(
    balances_wei: Mapping[Address, int],
    validators: Sequence[Mapping[str, str]],
    tips: Sequence[Mapping[str, str]],
    chain_id: int,
    time_s: int,
) -> dict[str, Any]:
    """Return a genesis file with periods short enough to watch, as JSON data."""
    modules: dict[str, dict[str, Any]] = {
        name: {"params": dict(params)} for name, params in PERIODS.items()
    }
    modules["staking"]["validators"] = [dict(entry) for entry in validators]
    modules["beacon"] = {"tips": [dict(entry) for entry in tips]}
    return {
        "chain_id": chain_id,
        "time_s": time_s,
        "accounts": {
            "0x" + address.hex(): {"balance_wei": str(balance_wei)}
            for address, balance_wei in balances_wei.items()
        },
        "modules": modules,
    }


def is_devnet(home: Path) -> bool:
    """Whether a home was made by `kumiai devnet`."""
    return (home / MARKER).exists()


def make_home(config: NodeConfig, chain_id: int, time_s: int) -> None:
    """
    Make a devnet's home: first the marker, last the genesis file, so that a half-made one is known.

    Raises CommandFailed where another node's home lies there.
    """
    check_not_foreign(config)
    accounts = dev_accounts()
    marker = json.dumps({"chain_id": chain_id}) + "\n"
    write_atomically(config.home / MARKER, marker.encode(), mode=0o644)
    _fill_keyring(Keyring(config.keyring_dir), accounts)
    key, sign_state = accounts[-1].private_key, config.sign_state_path
    save_validator_key(config.validator_key_path, key)
    save_beacon_secret(config.beacon_secret_path, beacon_secret_of(key))
    sign_state.unlink(missing_ok=True)  # no genesis file yet, so nothing was ever signed
    FileSigner.create(key, sign_state, chain_id).close()
    write_atomically(config.config_path, render_config(config).encode(), mode=0o644)
    genesis = json.dumps(build_devnet_genesis(accounts, chain_id, time_s), indent=1) + "\n"
    write_atomically(config.genesis_path, genesis.encode(), mode=0o644)


def check_not_foreign(config: NodeConfig) -> None:
    """Raise CommandFailed where a home holds files of a node that is no devnet."""
    if is_devnet(config.home):
        return
    files = (config.genesis_path, config.config_path, config.validator_key_path)
    if any(path.exists() for path in files):
        raise CommandFailed(
            f"{config.home} is the home of a node that is no devnet: choose another --home"
        )


def wipe(config: NodeConfig) -> None:
    """Forget a devnet's chain and settings, never its keyring; raises CommandFailed if it runs."""
    if not config.home.exists():
        return
    check_not_foreign(config)
    check_stopped(config)
    for directory in (config.home / "data", config.validator_key_path.parent):
        if directory.exists():
            shutil.rmtree(directory)
    for path in (config.genesis_path, config.config_path, config.home / MARKER):
        path.unlink(missing_ok=True)


def _fill_keyring(keyring: Keyring, accounts: Sequence[DevAccount]) -> None:
    """Add the known keys that are not there; a person's own keys stay."""
    there = {info.address for info in keyring.list()}
    for account in accounts:
        if account.address not in there:
            keyring.add(account.name, account.private_key, "")
