"""A whole chain in memory for tests: real execution, real modules, one validator, no clock."""

import json
from collections.abc import Sequence
from functools import cache
from typing import Any

from coincurve import PrivateKey

from chain.app import Application
from chain.beacon import LinkSource, SecretLinks
from chain.certificates import sign
from chain.codec import address_of, sign_transaction
from chain.execution import Rules, environment_of
from chain.genesis import build_genesis, parse_genesis
from chain.kit.abi import decode_sequence
from chain.kit.dispatch import dispatch
from chain.kit.host import CallInfo
from chain.kit.module import Module, method_named
from chain.ledger import Ledger
from chain.mempool import Mempool
from chain.store.kv import KeyValueStore
from chain.store.memory import MemoryStore
from chain.store.state import StateStore
from chain.types.beacon import Reveal, Turn
from chain.types.block import CommittedBlock
from chain.types.certificate import NO_ROUND, BlockId, Certificate, Vote, VoteKind
from chain.types.primitives import Address, Hash32, Height, Milliseconds, Round
from chain.types.receipt import Receipt
from chain.vm.fork import PRAGUE
from chain.vm.machine import Machine
from chain.vm.precompile import WorldHost, native_contracts
from chain.vm.world import World
from modules import assemble

CHAIN_ID = 31337
COIN_WEI = 10**18
GENESIS_S = 1_700_000_000
GWEI = 10**9
VALIDATOR_KEY = b"\x01" * 32
USER_KEYS = tuple(bytes([number]) * 32 for number in range(2, 12))
VALIDATOR = address_of(VALIDATOR_KEY)
VALIDATOR_KEYS = (VALIDATOR_KEY, *(bytes([number]) * 32 for number in range(0x41, 0x48)))
VALIDATORS = tuple(address_of(key) for key in VALIDATOR_KEYS)
USERS = tuple(address_of(key) for key in USER_KEYS)


@cache
def links_of(validator: Address) -> SecretLinks:
    """Return the links that a validator keeps secret; made once for all tests."""
    return SecretLinks(b"links of " + validator, CHAIN_ID)


class KnownLinks:
    """The links of whoever proposes."""

    def reveal(self, turn: Turn) -> Reveal:
        """Show what the validator shows."""
        return links_of(turn.validator).reveal(turn)


def tips_of(validators: Sequence[Address]) -> dict[str, Any]:
    """Return the beacon's section of a genesis in which these have committed themselves."""
    tips = (
        {"validator": f"0x{v.hex()}", "tip": f"0x{links_of(v).tip(v).hex()}"} for v in validators
    )
    return {"tips": list(tips)}


def genesis_data(**sections: Any) -> dict[str, Any]:
    """Genesis of ten users with 10,000 coins each and one validator with 1,000 at stake."""
    staked = {"validator": "0x" + VALIDATOR.hex(), "stake_wei": str(1_000 * COIN_WEI)}
    modules = {"staking": {"validators": [{**staked, "moniker": "validator"}]}, **sections}
    entries = modules["staking"]["validators"]
    modules.setdefault(
        "beacon", tips_of([Address(bytes.fromhex(e["validator"][2:])) for e in entries])
    )
    accounts = {
        "0x" + who.hex(): {"balance_wei": str(10_000 * COIN_WEI)} for who in (*USERS, VALIDATOR)
    }
    return {"chain_id": CHAIN_ID, "time_s": GENESIS_S, "accounts": accounts, "modules": modules}


def network_data(*stakes: int, **params: Any) -> dict[str, Any]:
    """Genesis of ten users and one validator for each stake, in coins, by VALIDATOR_KEYS."""
    entries = [
        {
            "validator": "0x" + address_of(key).hex(),
            "stake_wei": str(stake * COIN_WEI),
            "moniker": f"validator {number}",
        }
        for number, (key, stake) in enumerate(zip(VALIDATOR_KEYS, stakes, strict=False))
    ]
    section = {"validators": entries} | ({"params": params} if params else {})
    return genesis_data(staking=section)


def certificate_of(
    block_id: BlockId, height: Height, keys: Sequence[bytes], round_: Round
) -> Certificate:
    """Return the commit of a block by the holders of keys."""
    signatures = []
    for key in keys:
        vote = Vote(VoteKind.PRECOMMIT, height, round_, block_id, NO_ROUND, address_of(key))
        signatures.append((vote.validator, sign(vote, CHAIN_ID, PrivateKey(key)).signature))
    return Certificate(height, round_, block_id, tuple(signatures))


class Chain:
    """
    A chain that is driven block by block.

    `keys` are the validators': all of them commit each block, the first one proposes.
    """

    def __init__(
        self,
        store: KeyValueStore | None = None,
        data: dict[str, Any] | None = None,
        keys: Sequence[bytes] = (VALIDATOR_KEY,),
        links: LinkSource | None = None,
        **options: Any,
    ) -> None:
        self.keys = tuple(keys)
        genesis = parse_genesis(json.dumps(data or genesis_data()))
        self.assembly = assemble()
        self.store = store if store is not None else MemoryStore()
        self.ledger = Ledger(self.store, genesis.chain_id, **options)
        self.ledger.begin(build_genesis(genesis, self.assembly, StateStore(MemoryStore())))
        self.machine = Machine(PRAGUE, native_contracts(self.assembly))
        self.rules = Rules(genesis.chain_id, self.machine, self.assembly)
        self.time_ms = max(GENESIS_S * 1000, int(self.head.header.timestamp_s) * 1000 + 1)
        self.pool = Mempool(genesis.chain_id, genesis.block_gas_max, lambda: self.time_ms // 1000)
        self.app = Application(
            self.rules,
            self.ledger,
            self.pool,
            lambda: 0,
            self.proposer,
            links=links or KnownLinks(),
        )

    @property
    def proposer(self) -> Address:
        """Whom this node's blocks name."""
        return address_of(self.keys[0])

    @property
    def head(self) -> CommittedBlock:
        """The newest block."""
        return self.ledger.head

    def propose(self, seconds: int = 1) -> tuple[BlockId, bytes]:
        """Build the next block, some seconds after the last."""
        self.time_ms += seconds * 1000
        height = self.head.header.height + 1
        return self.app.propose(height, Milliseconds(self.time_ms), self.head.certificate)

    def certify(self, block_id: BlockId, *keys: bytes, round_: int = 0) -> Certificate:
        """Return the commit of the next block by these validators, or else by all."""
        height = Height(self.head.header.height + 1)
        return certificate_of(block_id, height, keys or self.keys, Round(round_))

    def block(self, seconds: int = 1) -> CommittedBlock:
        """Make one block of what waits in the pool and return it."""
        block_id, _ = self.propose(seconds)
        self.app.commit(self.certify(block_id))
        return self.head

    def follow(self, other: "Chain") -> None:
        """Validate and commit the blocks that another node has and this one lacks."""
        for height in range(self.head.header.height + 1, other.head.header.height + 1):
            certificate, payload = other.app.certified(height) or (None, b"")
            assert certificate is not None, height
            self.app.validate(height, certificate.block_id, payload)
            self.app.commit(certificate)
        self.time_ms = other.time_ms

    def send(
        self,
        user: int,
        to: Address | None,
        value_wei: int = 0,
        data: bytes = b"",
        gas: int = 3_000_000,
        **fields: Any,
    ) -> Hash32:
        """Put a user's transaction into the pool."""
        return self.pool.submit(self.sign(user, to, value_wei, data, gas, **fields))

    def sign(
        self,
        user: int,
        to: Address | None,
        value_wei: int = 0,
        data: bytes = b"",
        gas: int = 3_000_000,
        **fields: Any,
    ) -> bytes:
        """Return a user's signed transaction; fees and nonce fit unless given."""
        settings = {
            "chain_id": CHAIN_ID,
            "nonce": self.pool.next_nonce(USERS[user]),
            "max_fee_per_gas_wei": 10 * GWEI,
            "max_priority_fee_per_gas_wei": GWEI,
        } | fields
        return sign_transaction(
            USER_KEYS[user], gas_limit=gas, to=to, value_wei=value_wei, data=data, **settings
        ).raw

    def call(
        self, user: int, module: type[Module], name: str, *arguments: Any, value_wei: int = 0
    ) -> Receipt:
        """Call a module in a block of its own and return the receipt."""
        method = method_named(module, name)
        assert method is not None, name
        tx_hash = self.send(user, module.address, value_wei, method.encode_call(*arguments))
        self.block()
        return self.receipt(tx_hash)

    def receipt(self, tx_hash: Hash32) -> Receipt:
        """Return the receipt of a final transaction."""
        height, index = self.ledger.locate(tx_hash) or (0, 0)
        block = self.ledger.block(height)
        assert block is not None
        return block.receipts[index]

    def view(self, module: type[Module], name: str, *arguments: Any) -> Any:
        """Return what a view says at the head."""
        method = method_named(module, name)
        assert method is not None and method.output is not None, name
        world = World(self.ledger.state())
        head = self.head.header
        world.enter_block(environment_of(self.rules, head, self.ledger.block_hash))
        host = WorldHost(world, self.assembly.wires)
        raw = dispatch(module, host, CallInfo(Address(b"\0" * 20)), method.encode_call(*arguments))
        return decode_sequence([method.output], raw)[0]

    def balance_wei(self, address: Address) -> int:
        """Return an account's coins at the head."""
        account = self.ledger.state().account(address)
        return 0 if account is None else account.balance_wei

    def total_wei(self) -> int:
        """Return the sum of all balances at the head."""
        return sum(account.balance_wei for _, account in self.ledger.state().accounts())
