"""A development chain in memory: few modules, one known validator, a clock that stands still."""

from typing import Any

from chain.codec import sign_transaction
from chain.execution import Rules
from chain.genesis import build_genesis
from chain.ledger import Ledger
from chain.mempool import Mempool
from chain.store.memory import MemoryStore
from chain.types.genesis import Genesis, GenesisAccount
from chain.types.primitives import ZERO_ADDRESS, Gas, Seconds, Wei
from chain.types.transaction import CheckedTransaction
from chain.validation import check_transaction
from chain.vm.machine import Machine
from chain.vm.precompile import native_contracts
from chain.vm.transaction import Leniency
from cli.development.app import DevelopmentApplication
from cli.development.clock import DevelopmentClock
from cli.development.keys import KnownKeys
from cli.development.maker import BlockMaker
from consensus.host.clock import ManualClock
from tests.rpc.stage import ACCOUNTS, ASSEMBLY, CHAIN_ID, COUNTER, COUNTER_CODE, ETHER, KEYS

START_MS = 1_700_000_100_000
COINS_WEI = 1_000 * ETHER


class PlayChain:
    """Everything below the engine."""

    def __init__(self, history_blocks: int | None = None) -> None:
        self.machine_clock = ManualClock(START_MS)
        self.clock = DevelopmentClock(self.machine_clock)
        rules = Rules(
            CHAIN_ID,
            Machine(native_contracts=native_contracts(ASSEMBLY)),
            ASSEMBLY,
            leniency=Leniency(skip_sender_code=True),
        )
        accounts = {address: GenesisAccount(balance_wei=Wei(COINS_WEI)) for address in ACCOUNTS}
        accounts[COUNTER] = GenesisAccount(code=COUNTER_CODE)
        genesis = Genesis(
            CHAIN_ID, Seconds(1_700_000_000), Gas(30_000_000), Wei(10**9), accounts, {"guild": {}}
        )
        ledger = Ledger(MemoryStore(), CHAIN_ID, history_blocks)
        ledger.begin(build_genesis(genesis, ASSEMBLY, ledger.states))
        self.pool = Mempool(CHAIN_ID, Gas(30_000_000), lambda: 0)
        self.app = DevelopmentApplication(rules, ledger, self.pool, self.clock.now_ms, ZERO_ADDRESS)
        self.keys = KnownKeys(KEYS[:3], KEYS, CHAIN_ID)
        self.maker = BlockMaker(self.app, self.keys, self.clock)

    def raw(self, key: int, to: bytes | None, **fields: Any) -> bytes:
        """Return a signed transaction with the sender's next nonce."""
        wanted = {
            "chain_id": CHAIN_ID,
            "nonce": self.pool.next_nonce(ACCOUNTS[key]),
            "gas_limit": 100_000,
            "max_fee_per_gas_wei": 10**10,
            "max_priority_fee_per_gas_wei": 10**9,
        }
        return sign_transaction(KEYS[key], to=to, **{**wanted, **fields}).raw

    def unsigned(self, sender: bytes, to: bytes, **fields: Any) -> CheckedTransaction:
        """Return a transaction whose sender is taken for granted."""
        wanted = {
            "chain_id": CHAIN_ID,
            "nonce": 0,
            "gas_limit": 100_000,
            "max_fee_per_gas_wei": 10**10,
            "max_priority_fee_per_gas_wei": 10**9,
        }
        signed = sign_transaction(KEYS[0], to=to, **{**wanted, **fields})
        return check_transaction(signed, CHAIN_ID, sender=sender)  # type: ignore[arg-type]

    @property
    def height(self) -> int:
        """Height of the newest block."""
        return self.app.ledger.head.header.height

    def balance(self, address: bytes) -> int:
        """Coins of an account, edits included."""
        account = self.app.state().account(address)  # type: ignore[arg-type]
        return 0 if account is None else account.balance_wei
