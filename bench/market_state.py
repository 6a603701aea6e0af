"""
A chain with many open things: an eighth each of orders, leases, devices, policies, claims,
licences, subscriptions and channels.

    modules on a MemoryHost --their own calls--> words, balances --Genesis--> OpenChain on LevelDB

The calls are those that transactions make, with the devices' real signatures, at heights 0 to
FILLED_AT; the chain then runs blocks of its own up to there before anything is measured. Everything
stands in one genesis, so two chains of different size differ in their size alone.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from bench.cast import CAST_KEYS, OWNERS, PAYERS, PEOPLE, PROVIDERS
from bench.chain import CHAIN_ID, GENESIS_S, SECTIONS, VALIDATOR, BenchChain
from bench.data_state import fill_data
from bench.scene_stage import NOTHING_STAGED, Staged, stage_scenes
from chain.codec import address_of
from chain.codec.signature import sign_digest
from chain.genesis import MODULE_CODE, MODULE_NONCE, genesis_type
from chain.kit.assembly import own
from chain.kit.host import BlockInfo, CallInfo
from chain.kit.memory_host import MemoryHost
from chain.kit.module import Module
from chain.kit.text import from_json
from chain.kit.verdicts import ClaimTerms, Level, result_seal
from chain.params import (
    BEACON_ROOTS_ADDRESS,
    BEACON_ROOTS_CODE,
    HISTORY_STORAGE_ADDRESS,
    HISTORY_STORAGE_CODE,
)
from chain.types.genesis import Genesis, GenesisAccount
from chain.types.primitives import (
    ZERO_ADDRESS,
    ZERO_HASH,
    Address,
    Gas,
    Hash32,
    Height,
    Nonce,
    Seconds,
    Wei,
)
from modules import assemble
from modules.compute.module import Compute
from modules.compute.records import Capacity, Kind, Offer, OrderTerms, PolicyTerms
from modules.devices.module import Devices
from modules.devices.params import DevicesGenesis, DevicesParams
from modules.devices.records import (
    Application as DeviceApplication,
)
from modules.devices.records import Attestation, Beat, DeviceClass, SignedBeat
from modules.devices.signatures import typed_digest
from modules.licensing.records import Guards
from modules.verification.module import Verification
from modules.verification.params import VerificationParams

COIN = 10**18
BLOCK_GAS_MAX = Gas(60_000_000)
KINDS = 8  # of open things
WEALTH_WEI = Wei(10**9 * COIN)
CLASS = Hash32(b"gpu".ljust(32, b"\0"))
SPEC = Hash32(b"\x5e" * 32)
PRICE_WEI = Wei(10**12)
BUDGET_WEI = COIN
FAR = Height(400_000)  # a deadline that no measured block reaches
WATCHED = ClaimTerms(Level.REQUESTER, 0, ZERO_HASH, 0, ZERO_HASH, ZERO_HASH)
RESULT, SALT = Hash32(b"\xd1" * 32), Hash32(b"salt".ljust(32, b"\0"))
NO_CLAIM = ClaimTerms(Level.NONE, 0, ZERO_HASH, 0, ZERO_HASH, ZERO_HASH)
LEASE = OrderTerms(
    kind=Kind.LEASE,
    spec=SPEC,
    capacity_class=CLASS,
    price_max_wei=PRICE_WEI,
    ttl_blocks=FAR,
    reclaim_blocks=Height(3_600),
)
JOB = OrderTerms(
    kind=Kind.JOB,
    spec=SPEC,
    capacity_class=CLASS,
    price_max_wei=PRICE_WEI,
    ttl_blocks=FAR,
    run_blocks=Height(10_000),
    milestones=1,
    claim=NO_CLAIM,
)
OFFER = Offer(price_wei=PRICE_WEI, reclaim_blocks=Height(3_600))
DEVICES_A_CELL = 500
TRIAL = DevicesParams(
    registration_fee_wei=Wei(0),
    windows=2,
    window_blocks=1,
    proof_blocks=1,
    probation_epochs=1,
    probation_challenges=0,
    challenges_per_draw=0,
    floor_wei=Wei(0),
)
TRIAL_BEATS = (4, 5)  # heights of the windows of epoch 2, in which the probation is passed
FILLED_AT = Height(7)  # the last height of the filling: epoch 3 begins
WINDOW_BLOCKS = 60  # of the two windows of epoch 3, which is measured
EPOCH_ENDS_AT = FILLED_AT + 2 * WINDOW_BLOCKS + 1
NEXT_ENDS_AT = EPOCH_ENDS_AT + 2 * WINDOW_BLOCKS + 1  # who was silent in epoch 4 is judged then
MEASURED = DevicesParams(windows=2, window_blocks=WINDOW_BLOCKS, proof_blocks=1)
POKE_AT = Height(10)  # when more orders are due than a block handles
POKED = 3  # so many more
UNHURRIED = VerificationParams(challenge_blocks=FAR)
HURRIED = VerificationParams(  # of the claims that scenes open
    draw_blocks=1,
    reveal_blocks=100,
    challenge_blocks=40,
    respond_blocks=100,
    evidence_blocks=4,
    vote_blocks=60,
    open_blocks=60,
    unbonding_blocks=20,
)
STAGED = replace(MEASURED, window_blocks=2_000, maintenance_notice_blocks=2)  # for scenes
DUE_FROM, DUE_BLOCKS, DUE_EACH = 20, 8, 100  # heights from, how many, deadlines due in each


@dataclass(frozen=True)
class Filled:
    """What stands open: the numbers of each kind, and the state that they make."""

    orders: range
    leases: range
    devices: range
    policies: range
    claims: range
    licences: range
    subscriptions: range
    channels: range
    poked: range  # orders of which the last are overdue at POKE_AT
    staged: Staged  # for scenes
    guards: dict[int, Guards]  # what buyers agree to, by offer
    accounts: dict[Address, GenesisAccount]

    @property
    def count(self) -> int:
        """How many things are open."""
        kinds = (self.orders, self.leases, self.devices, self.policies, self.claims)
        return sum(map(len, (*kinds, self.licences, self.subscriptions, self.channels)))


def device_key(number: int) -> bytes:
    """Return the private key of the device of a number."""
    return (10**9 + number).to_bytes(32, "big")


def signature_of(message: Any, private_key: bytes) -> bytes:
    """Return a key's signature over a typed message of devices."""
    y_parity, r, s = sign_digest(private_key, typed_digest(message, CHAIN_ID, Devices.address))
    return r.to_bytes(32, "big") + s.to_bytes(32, "big") + bytes((y_parity,))


def signed_beat(number: int, epoch: int, window: int) -> SignedBeat:
    """Return a device's beat of a window."""
    beat = Beat(number, epoch, window, 1, ZERO_HASH)
    return SignedBeat(beat, signature_of(beat, device_key(number)))


def application_of(number: int) -> tuple[DeviceApplication, bytes, Attestation]:
    """Return what the device of a number is registered with."""
    key = device_key(number)
    item = DeviceApplication(
        OWNERS[number % PEOPLE],
        address_of(key),
        DeviceClass.GPU,
        1,
        Hash32(number.to_bytes(32, "big")),
        Hash32(b"\xd1" * 32),
        number // DEVICES_A_CELL,
        Hash32(b"\x51" * 32),
        0,
        Seconds(2_000_000_000),
    )
    return item, signature_of(item, key), Attestation(Seconds(0), b"")


class Filler:
    """Opens things on a host in memory, as transactions would; `for_scenes` all waits are short."""

    def __init__(self, *, for_scenes: bool = False) -> None:
        self.for_scenes = for_scenes
        self.assembly = assemble()
        self.host = MemoryHost(self.assembly.wires)
        self.at(0)
        cast = map(address_of, CAST_KEYS)
        for who in (*PAYERS, *PROVIDERS, *OWNERS, *cast, VALIDATOR):
            self.host.mint(who, WEALTH_WEI)
        for module in self.assembly.modules:
            state = from_json(genesis_type(module), SECTIONS.get(module.name, {}), module.name)
            if module is Devices:
                state = DevicesGenesis(TRIAL)
            own(module, self.host).genesis(state)  # type: ignore[attr-defined]
        self.settings(Verification, UNHURRIED)
        if for_scenes:
            market: Any = own(Compute, self.host)
            self.settings(Compute, replace(market.settings, holdback_blocks=Height(4)))
        for provider in PROVIDERS:
            self.call(
                Compute,
                "register_provider",
                "https://gpu.example",
                (),
                (Capacity(CLASS, 100_000),),
                sender=provider,
                value_wei=10**6 * COIN,
            )

    def settings(self, module: type[Module], params: Any) -> None:
        """Set a module's parameters from here on."""
        page: Any = own(module, self.host)
        page.settings = params

    def at(self, height: int) -> None:
        """Go to a block."""
        time_s = Seconds(GENESIS_S + height)
        self.host.block = BlockInfo(Height(height), time_s, CHAIN_ID, ZERO_ADDRESS)

    def call(
        self, module: type[Module], name: str, *values: Any, sender: Address, value_wei: int = 0
    ) -> Any:
        """Call a module with coins, and keep nothing to take back."""
        if value_wei:
            self.host.transfer(sender, module.address, Wei(value_wei))
        result = getattr(module(self.host, CallInfo(sender, Wei(value_wei))), name)(*values)
        self.host.forget()
        self.host.logs.clear()
        return result

    def fill(self, count: int) -> Filled:
        """Open `count` things, an eighth of each kind, and what falls due while blocks run."""
        each = count // KINDS
        *data, guards = fill_data(self, each)
        staged = stage_scenes(self) if self.for_scenes else NOTHING_STAGED
        leases = self._leases(each)
        orders = self._orders(each, FAR)
        poked = self._orders(DUE_EACH + POKED, POKE_AT)
        for index in range(DUE_BLOCKS):
            self._orders(DUE_EACH, Height(due_height(index)))
        policies = self._policies(each)
        claims = self._claims(each)
        devices = self._devices(each)
        if self.for_scenes:
            self.settings(Verification, HURRIED)
            self._rewards()
        kinds = (orders, leases, devices, policies, claims, *data)
        return Filled(*kinds, poked, staged, guards, self.accounts())

    def _orders(self, count: int, ttl: Height) -> range:
        terms = replace(JOB, ttl_blocks=ttl)
        numbers = [
            self.call(
                Compute,
                "open_order",
                terms,
                sender=PAYERS[index % PEOPLE],
                value_wei=BUDGET_WEI,
            )
            for index in range(count)
        ]
        return range(numbers[0], numbers[-1] + 1)

    def _leases(self, count: int) -> range:
        numbers = []
        for index in range(count):
            payer, provider = PAYERS[index % PEOPLE], PROVIDERS[index % PEOPLE]
            value_wei = BUDGET_WEI
            order = self.call(Compute, "open_order", LEASE, sender=payer, value_wei=value_wei)
            bid = self.call(Compute, "place_bid", order, OFFER, sender=provider)
            self.call(Compute, "accept_bid", order, bid, sender=payer)
            self.call(Compute, "start", order, sender=provider)
            numbers.append(order)
        return range(numbers[0], numbers[-1] + 1)

    def _policies(self, count: int) -> range:
        numbers = []
        for index in range(count):
            terms = PolicyTerms(
                job_wei_max=Wei(COIN),
                period_wei_max=Wei(COIN),
                period_blocks=Height(1_000),
                expires_at=Height(FAR + index),
            )
            sender = PAYERS[index % PEOPLE]
            numbers.append(
                self.call(Compute, "create_policy", terms, sender=sender, value_wei=COIN)
            )
        return range(numbers[0], numbers[-1] + 1)

    def _claims(self, count: int) -> range:
        """Deliver results for payers to look at; claim n is of payer n modulo PEOPLE."""
        terms = replace(JOB, claim=WATCHED)
        offer = replace(OFFER, reclaim_blocks=Height(0))
        for number in range(1, count + 1):
            payer, provider = PAYERS[number % PEOPLE], PROVIDERS[number % PEOPLE]
            value_wei = BUDGET_WEI
            order = self.call(Compute, "open_order", terms, sender=payer, value_wei=value_wei)
            bid = self.call(Compute, "place_bid", order, offer, sender=provider)
            self.call(Compute, "accept_bid", order, bid, sender=payer)
            self.call(Compute, "start", order, sender=provider)
            seal = result_seal(Compute.address, order, provider, RESULT, SALT)
            self.call(Compute, "submit_result", order, seal, 10, sender=provider)
        return range(1, count + 1)

    def _rewards(self) -> None:
        """Let every owner have a coin to claim."""
        devices: Any = own(Devices, self.host)
        for owner in OWNERS:
            self.host.mint(Devices.address, Wei(COIN))
            devices.claimable_wei[owner] = Wei(COIN)
        devices.claimable_total_wei = Wei(PEOPLE * COIN)

    def _devices(self, count: int) -> range:
        for number in range(1, count + 1):
            self._enlist(number)
        self.at(TRIAL_BEATS[0])
        own(Devices, self.host).begin_block()
        for window, height in enumerate(TRIAL_BEATS):
            self.at(height)
            for first in range(1, count + 1, 32):
                numbers = range(first, min(first + 32, count + 1))
                beats = tuple(signed_beat(number, 2, window) for number in numbers)
                self.call(Devices, "beat", beats, sender=OWNERS[0])
        self.at(FILLED_AT)
        devices: Any = own(Devices, self.host)
        measured = STAGED if self.for_scenes else MEASURED
        devices.settings = replace(measured, probation_epochs=1, probation_challenges=0)
        devices.begin_block()
        for number in range(1, count + 1):
            self.call(Devices, "settle", number, sender=OWNERS[0])
        devices.settings = measured
        return range(1, count + 1)

    def _enlist(self, number: int) -> None:
        owner = OWNERS[number % PEOPLE]
        self.call(Devices, "register", *application_of(number), sender=owner)
        self.call(Devices, "bond", number, sender=owner, value_wei=100 * COIN)
        self.call(Devices, "set_price", number, Wei(10**15), sender=owner)

    def accounts(self) -> dict[Address, GenesisAccount]:
        """Return the host's state as genesis holds it."""
        storage: dict[Address, dict[int, int]] = {}
        for (address, slot), word in self.host.words.items():
            storage.setdefault(address, {})[slot] = word
        modules = self.assembly.by_address
        accounts = {
            BEACON_ROOTS_ADDRESS: GenesisAccount(nonce=Nonce(1), code=BEACON_ROOTS_CODE),
            HISTORY_STORAGE_ADDRESS: GenesisAccount(nonce=Nonce(1), code=HISTORY_STORAGE_CODE),
        }
        for address in sorted({*self.host.balances_wei, *modules}):
            accounts[address] = GenesisAccount(
                Wei(self.host.balances_wei.get(address, 0)),
                Nonce(MODULE_NONCE if address in modules else 0),
                MODULE_CODE if address in modules else b"",
                storage.get(address, {}),
            )
        return accounts


def due_height(index: int) -> int:
    """Return the height of a block in which DUE_EACH deadlines fall due; every second one."""
    return DUE_FROM + 2 * index


class OpenChain(BenchChain):
    """A chain over a filled state, whose database is in order as that of a node that has run."""

    def __init__(self, directory: Path, filled: Filled) -> None:
        accounts = dict(filled.accounts)
        genesis = Genesis(CHAIN_ID, Seconds(GENESIS_S), BLOCK_GAS_MAX, Wei(10**9), accounts, None)
        super().__init__(directory, genesis)
        self.store.compact(b"", b"\xff" * 80)

    def catch_up(self) -> Iterator[int]:
        """Run the blocks of the heights at which the state was filled; nothing is measured."""
        while self.height < FILLED_AT:
            self.run_block([])
            yield self.height
