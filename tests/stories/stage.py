"""
A running devnet and the people of a story, each known by a name; everything goes through RPC.

    StoryChain(home, hurry) --send(name, module, call, ...)--> receipt     wait for seconds, heights
"""

import json
import time
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from enum import IntEnum
from pathlib import Path
from typing import Any

from eth_account import Account
from eth_utils.address import to_checksum_address
from web3 import Web3
from web3.contract import Contract
from web3.exceptions import ContractLogicError
from web3.logs import DISCARD

from chain.kit.abi import decode_sequence
from chain.kit.dispatch import decode_result
from chain.kit.module import SHARED_REFUSALS, Module, method_named
from chain.kit.record import field_types, selector_of
from chain.types.primitives import Address
from cli.config import NodeConfig
from cli.devnet import CHAIN_ID_DEFAULT, dev_accounts, make_home
from modules import MODULES
from tests.e2e.devnet import ROOT, Devnet, wait_until

COIN = 10**18
BLOCK_S = "0.1"  # a story waits for many heights
WAIT_S = 60.0
GENESIS_AGE_S = 5  # the chain begins in the past, so that no block has to wait for its time

ADDRESSES: Mapping[str, str] = {m.name: to_checksum_address(m.address) for m in MODULES}


class Refused(AssertionError):
    """The chain said no to a call; `name` is the refusal's."""

    def __init__(self, name: str, message: str) -> None:
        super().__init__(f"{name}: {message}")
        self.name = name


class StoryChain:
    """A devnet with shortened periods, and its people."""

    def __init__(
        self, home: Path, people: tuple[str, ...], hurry: Mapping[str, Mapping[str, Any]]
    ) -> None:
        accounts = dev_accounts()
        assert len(people) < len(accounts), "a story has at most 20 people"
        self.keys = {
            name: Account.from_key(account.private_key)
            for name, account in zip(people, accounts, strict=False)
        }
        self.devnet = Devnet(home, "--block-time", BLOCK_S)
        self._hurry = hurry
        self.secrets: set[str | bytes] = set()

    def __enter__(self) -> "StoryChain":
        config = NodeConfig(self.devnet.home)
        self.devnet.home.mkdir(parents=True, exist_ok=True)
        make_home(config, CHAIN_ID_DEFAULT, int(time.time()) - GENESIS_AGE_S)
        genesis = json.loads(config.genesis_path.read_text())
        for name, params in self._hurry.items():
            section = genesis["modules"].setdefault(name, {})
            section.setdefault("params", {}).update(params)
        config.genesis_path.write_text(json.dumps(genesis))
        self.devnet.start()
        self.web3 = Web3(
            Web3.HTTPProvider(self.devnet.endpoints["rpc"], request_kwargs={"timeout": 30})
        )
        self.contracts = {name: self.contract(module) for name, module in _by_name().items()}
        return self

    def __exit__(self, *exception: object) -> None:
        self.devnet.stop()

    def contract(self, module: type[Module]) -> Contract:
        """Return a module as web3.py sees it, by its rendered ABI."""
        abi = json.loads((ROOT / "modules" / module.name / "abi.json").read_text())
        return self.web3.eth.contract(ADDRESSES[module.name], abi=abi)

    def address(self, name: str) -> str:
        """Return a person's or a module's address."""
        return ADDRESSES[name] if name in ADDRESSES else self.keys[name].address

    def account(self, name: str) -> Address:
        """Return the same as a module's views take it."""
        return Address(bytes.fromhex(self.address(name)[2:]))

    def secret(self, *values: str | bytes) -> None:
        """Name what people keep to themselves: none of it may be found on the chain."""
        self.secrets.update(values)

    def send(self, name: str, module: str, call: str, *values: Any, value_wei: int = 0) -> Any:
        """Make a call as a person and return its receipt; raises Refused where it fails."""
        account = self.keys[name]
        function = self.contracts[module].functions[call](*map(plain, values))
        nonce = self.web3.eth.get_transaction_count(account.address, "pending")
        fields = {"from": account.address, "value": value_wei, "nonce": nonce}
        try:
            transaction = function.build_transaction(fields)
        except ContractLogicError as refusal:
            raise Refused(*refusal_in(str(getattr(refusal, "data", refusal)))) from None
        signed = account.sign_transaction(transaction)
        tx_hash = self.web3.eth.send_raw_transaction(signed.raw_transaction)
        receipt = self.web3.eth.wait_for_transaction_receipt(tx_hash, WAIT_S, 0.05)
        assert 1 == receipt["status"], f"{name}: {module}.{call} failed"
        return receipt

    def view(self, module: str, name: str, *values: Any) -> Any:
        """Ask a view over eth_call; a record comes as the module declares it."""
        declared = _by_name()[module]
        method = method_named(declared, name)
        assert method is not None and method.is_view, f"{module} has no view {name}"
        query: Any = {"to": ADDRESSES[module], "data": method.encode_call(*values)}
        return decode_result(method, bytes(self.web3.eth.call(query)))

    def logged(self, receipt: Any, module: str, event: str) -> list[Mapping[str, Any]]:
        """Return the events of a kind in a receipt, decoded."""
        found = self.contracts[module].events[event]().process_receipt(receipt, errors=DISCARD)
        return [log["args"] for log in found]

    def balance_wei(self, name: str, height: int | None = None) -> int:
        """Return somebody's coins."""
        where: Any = "latest" if height is None else height
        return int(self.web3.eth.get_balance(self.address(name), where))

    @property
    def height(self) -> int:
        """The newest block's height."""
        return int(self.web3.eth.block_number)

    def wait_blocks(self, blocks: int) -> None:
        """Wait until so many more blocks are made."""
        end = self.height + blocks
        wait_until(lambda: self.height >= end, WAIT_S, 0.05)

    def wait_for(self, condition: Callable[[], Any], seconds: float = WAIT_S) -> Any:
        """Return the first true answer."""
        return wait_until(condition, seconds, 0.05)


def plain(value: Any) -> Any:
    """Return a record as nested tuples, as web3.py takes them; enums become their numbers."""
    if is_dataclass(value):
        return tuple(plain(getattr(value, item.name)) for item in fields(value))
    if isinstance(value, IntEnum):
        return int(value)
    return [plain(item) for item in value] if isinstance(value, tuple) else value


def refusal_in(data: str) -> tuple[str, str]:
    """Return the name and the message of a custom error in revert data."""
    for kind in (kind for module in MODULES for kind in (*module.refusals, *SHARED_REFUSALS)):
        if data.startswith("0x" + selector_of(kind).hex()):
            types = list(field_types(kind).values())
            found = kind(*decode_sequence(types, bytes.fromhex(data[10:])))
            return kind.name, str(found)
    return "Failed", data


def _by_name() -> dict[str, type[Module]]:
    return {module.name: module for module in MODULES}
