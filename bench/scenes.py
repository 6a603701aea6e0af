"""
Chains to measure blocks on: many accounts, and a block of one kind of transaction after the other.

    transfer: coins      erc20: a Solidity token      module: a payment for the use of a model
    Scene(directory, accounts, per_block).next_block() -> encoded transactions for run_block
"""

import json
import random
from pathlib import Path
from typing import Any, Final

from eth_abi.abi import encode

from bench.chain import CHAIN_ID, GENESIS_S, SECTIONS, BenchChain
from bench.contracts.artefacts import load
from chain.codec import address_of, keccak256, sign_transaction
from chain.genesis import parse_genesis
from chain.kit.module import method_named
from chain.types.genesis import Genesis
from chain.types.primitives import Address, Bps, Wei
from chain.vm.transaction import compute_contract_address
from modules.model_fees.module import ModelFees
from modules.model_fees.records import Prices, RevenueSplit

BLOCK_GAS_MAX: Final = 500_000_000
BALANCE_WEI: Final = 10**20
FEE_WEI, TIP_WEI = 3 * 10**9, 10**9
SUPPLY: Final = 10**30
SPREAD_EACH, SPREADS = 300, 10  # accounts that get tokens in one transaction, of a block
SCENE_SEED: Final = 7  # of the accounts and of who pays whom
MODEL: Final = "guild/model"
SPLIT_BPS: Final = (5_000, 4_000, 1_000)  # author, infrastructure, referrers
READ_WEI, WRITTEN_WEI = 10**9, 3 * 10**9  # a token
USE: Final = (100, 10)  # tokens read and written
PRICE_WEI: Final = USE[0] * READ_WEI + USE[1] * WRITTEN_WEI


def genesis_of(addresses: list[Address]) -> Genesis:
    """Return a first state of accounts with coins, and one validator."""
    accounts = {"0x" + address.hex(): {"balance_wei": str(BALANCE_WEI)} for address in addresses}
    return parse_genesis(
        json.dumps(
            {
                "chain_id": CHAIN_ID,
                "time_s": GENESIS_S,
                "block_gas_max": BLOCK_GAS_MAX,
                "accounts": accounts,
                "modules": SECTIONS,
            }
        )
    )


def selector(text: str) -> bytes:
    """Return the four bytes that name a function."""
    return bytes(keccak256(text.encode())[:4])


def deployment(name: str, *arguments: bytes) -> bytes:
    """Return what deploys a contract."""
    return bytes.fromhex(load(name)["bytecode"][2:]) + b"".join(arguments)


def coin_deployment() -> bytes:
    """Return what deploys the token."""
    return deployment("Coin", encode(["string", "string", "uint256"], ["Coin", "C", SUPPLY]))


def coin_transfer(to: bytes, amount: int) -> bytes:
    """Return a transfer of the token."""
    return selector("transfer(address,uint256)") + encode(["address", "uint256"], [to, amount])


class Scene:
    """A chain with accounts that pay one another in coins."""

    def __init__(self, directory: Path, accounts: int, per_block: int) -> None:
        self.random, self.per_block = random.Random(SCENE_SEED), per_block
        self.keys = [self.random.randbytes(31).rjust(32, b"\x01") for _ in range(accounts)]
        self.addresses = [address_of(key) for key in self.keys]
        self.nonces = [0] * accounts
        self.chain = BenchChain(directory, genesis_of(self.addresses))
        self.prepare()

    def prepare(self) -> None:
        """Bring the chain to where what is measured can run."""

    def next_block(self) -> list[bytes]:
        """Return the next block's transactions, encoded."""
        accounts = range(len(self.keys))
        pairs = [
            (self.random.choice(accounts), self.random.choice(accounts))
            for _ in range(self.per_block)
        ]
        return [self.transaction(sender, self.addresses[target]) for sender, target in pairs]

    def transaction(self, sender: int, target: Address) -> bytes:
        """Return one transaction of the kind that is measured."""
        return self.signed(sender, target, b"", 1, 21_000)

    def signed(
        self, sender: int, to: bytes | None, data: bytes, value_wei: int = 0, gas: int = 2_000_000
    ) -> bytes:
        """Sign the next transaction of an account."""
        signed = sign_transaction(
            self.keys[sender],
            chain_id=CHAIN_ID,
            nonce=self.nonces[sender],
            gas_limit=gas,
            to=to,
            max_fee_per_gas_wei=FEE_WEI,
            max_priority_fee_per_gas_wei=TIP_WEI,
            value_wei=value_wei,
            data=data,
        )
        self.nonces[sender] += 1
        return signed.raw


class TokenScene(Scene):
    """Accounts that pay one another in a Solidity token; each has some before."""

    coin: Address

    def prepare(self) -> None:
        """Deploy the token, and give every account some of it."""
        self.coin = compute_contract_address(self.addresses[0], self.nonces[0])  # type: ignore[arg-type]
        self.chain.run_block([self.signed(0, None, coin_deployment())])
        step = SPREAD_EACH * SPREADS
        for start in range(0, len(self.addresses), step):
            stop = min(start + step, len(self.addresses))
            places = range(start, stop, SPREAD_EACH)
            self.chain.run_block([self._spread(self.addresses[at:][:SPREAD_EACH]) for at in places])

    def _spread(self, to: list[Address]) -> bytes:
        data = selector("spread(address[],uint256)") + encode(["address[]", "uint256"], [to, 10**9])
        return self.signed(0, self.coin, data, gas=10_000_000)

    def transaction(self, sender: int, target: Address) -> bytes:
        """Return a transfer of the token."""
        return self.signed(sender, self.coin, coin_transfer(target, 1), gas=60_000)


class ModuleScene(Scene):
    """Accounts that pay for the use of a model, by the native module."""

    def prepare(self) -> None:
        """Put a model on sale."""
        split = RevenueSplit(self.addresses[1], *map(Bps, SPLIT_BPS))
        prices = Prices(Wei(READ_WEI), Wei(WRITTEN_WEI))
        for name, values in (
            ("register_model", (MODEL, "", prices, split)),
            ("activate_model", (MODEL,)),
        ):
            self.chain.run_block([self.signed(0, ModelFees.address, native(name, *values))])

    def transaction(self, sender: int, target: Address) -> bytes:
        """Return a payment for the use of the model."""
        data = native("pay_for_use", MODEL, *USE, Wei(PRICE_WEI), ())
        return self.signed(sender, ModelFees.address, data, PRICE_WEI, 1_000_000)


def native(name: str, *values: Any) -> bytes:
    """Return the call data of a method of the model fees."""
    method = method_named(ModelFees, name)
    assert method is not None, name
    return method.encode_call(*values)


KINDS: Final[dict[str, type[Scene]]] = {
    "transfer": Scene,
    "erc20": TokenScene,
    "module": ModuleScene,
}
