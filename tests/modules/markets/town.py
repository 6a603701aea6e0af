"""
The shipped modules together, and what their people say most often to one another.

    payer 1, funder 6 | providers 4, 5 | device owner 2 | challenger 8 | judges 10 to 29
"""

from dataclasses import replace
from typing import Any

from eth_hash.auto import keccak

from chain.kit.assembly import own
from chain.kit.host import CommitVote, Misbehaviour
from chain.kit.switches import Switches
from chain.kit.verdicts import Level, result_seal, vote_seal
from chain.types.primitives import Bps, Hash32, Height, Wei
from modules import MODULES
from modules.compute.module import Compute
from modules.compute.params import ComputeGenesis
from modules.compute.records import Capacity, Offer, OrderState, OrderTerms
from modules.devices.module import Devices
from modules.devices.params import DevicesGenesis
from modules.mint.records import MintGenesis, MintParams
from modules.verification.module import Verification
from modules.verification.records import ClaimState, Role, Side, VerificationGenesis
from modules.verification.vm_step import state_hash, trace_digest
from tests.modules.chain_of_five import FIVE, genesis_of
from tests.modules.compute.market import CLASS, JOB, LEASE, MEMORY, PARAMS, UNIT_WEI
from tests.modules.devices import scene as devices
from tests.modules.markets.market_stage import MarketStage
from tests.modules.stage import COIN, Stage, account
from tests.modules.verification.programs import sum_trace
from tests.modules.verification.scene import DIGEST, SALT, SHORT, WRONG, Kept, terms

PAYER, PROVIDER, RIVAL, FUNDER, CHALLENGER, OWNER = 1, 4, 5, 6, 8, 2
JUDGES = range(10, 30)
TRACE = sum_trace([5])
LIE = replace(TRACE.end, registers=(9, *TRACE.end.registers[1:]))
LIE_DIGEST = trace_digest(TRACE.steps, state_hash(LIE))
DEVICES_PARAMS = replace(devices.PARAMS, case_blocks_max=80, report_blocks=60)
SHARING = MintGenesis(MintParams(device_share_bps=Bps(2_000)))
VERDICT_BLOCKS = 120  # after which compute awaits none
KEPT: list[Kept] = []  # the stage with everybody registered


class Town(MarketStage):
    """The full assembly with short windows, a beacon of each block's own, and its people."""

    def __init__(self) -> None:
        compute = replace(PARAMS, verdict_timeout_blocks=Height(VERDICT_BLOCKS))
        sections = genesis_of(mint=SHARING) | {
            "compute": ComputeGenesis(compute),
            "verification": VerificationGenesis(SHORT),
            "devices": DevicesGenesis(DEVICES_PARAMS),
        }
        Stage.__init__(self, FIVE, accounts=30, **sections)
        self.votes: dict[tuple[int, int], int] = {}
        self._settle_in()

    def _settle_in(self) -> None:
        """Register everybody, by hand once and by copy afterwards."""
        host = self.host
        if not KEPT:
            for who in (PROVIDER, RIVAL):
                declared = ("u", (MEMORY,), (Capacity(CLASS, 9),))
                values = {"sender": who, "value_wei": 50 * COIN}
                self.compute("register_provider", *declared, **values)
            for who in (PROVIDER, PAYER, CHALLENGER, OWNER):
                self.court("deposit", sender=who, value_wei=100 * COIN)
            for role in Role:
                for who in JUDGES:
                    self.court("join", role, sender=who, value_wei=500 * COIN)
            KEPT.append((dict(host.words), dict(host.balances_wei), list(host.logs), host.block))
        words, balances_wei, logs, host.block = KEPT[0]
        host.words, host.balances_wei, host.logs = dict(words), dict(balances_wei), list(logs)
        host.forget()

    def compute(self, name: str, *values: Any, sender: int = PAYER, value_wei: int = 0) -> Any:
        """Call the market."""
        return self.call(Compute, name, *values, sender=sender, value_wei=value_wei)

    def court(self, name: str, *values: Any, sender: int = PAYER, value_wei: int = 0) -> Any:
        """Call the verifier."""
        return self.call(Verification, name, *values, sender=sender, value_wei=value_wei)

    def own(self, module: Any) -> Any:
        """Return a module as it stands, for reading."""
        return own(module, self.host)

    def next_block(
        self,
        seconds: int = 1,
        last_commit: tuple[CommitVote, ...] = (),
        misbehaviour: tuple[Misbehaviour, ...] = (),
    ) -> None:
        """Go on by a block with a beacon of its own."""
        self.host.beacon_value = Hash32(keccak(str(self.height).encode()))
        super().next_block(seconds, last_commit, misbehaviour)

    def pass_blocks(self, count: int) -> None:
        """Go on by blocks."""
        for _ in range(count):
            self.next_block()

    def pass_paused_blocks(self, count: int) -> None:
        """Go on by blocks in which something is paused, so that its invariants may not hold."""
        for _ in range(count):
            self.assembly.end_block(self.host)
            self._begin(1)

    def rob(self, module: Any) -> int:
        """Take a module's coins away, as a bug would, until its invariant pauses it."""
        taken_wei = self.host.balances_wei[module.address]
        self.host.balances_wei[module.address] = Wei(0)
        self.pass_paused_blocks(1)
        assert self.own(module).is_paused
        return taken_wei

    def mend(self, module: Any, taken_wei: int) -> None:
        """Bring the coins back and have governance's switch set the module going again."""
        found_wei = self.host.balances_wei[module.address]
        self.host.balances_wei[module.address] = Wei(found_wei + taken_wei)
        Switches(MODULES, self.host).resume(module.name)

    def run(self, wanted: OrderTerms, who: int = PROVIDER, device: int = 0) -> int:
        """Bring an order under way, with coins of the payer and of a funder."""
        number: int = self.compute("open_order", wanted, value_wei=30 * COIN)
        offer = Offer(UNIT_WEI, reclaim_blocks=wanted.reclaim_blocks, device=device)
        bid = self.compute("place_bid", number, offer, sender=who)
        self.compute("accept_bid", number, bid)
        self.compute("start", number, sender=who)
        self.compute("top_up", number, sender=FUNDER, value_wei=7 * COIN)
        return number

    def job(self, level: Level, *, is_right: bool, who: int = PROVIDER, device: int = 0) -> int:
        """Bring a job to where its sealed result waits at this level."""
        program = {"program": TRACE.program} if level == Level.BISECTION else {}
        order = self.run(replace(JOB, claim=terms(level, **program)), who, device)
        digest = DIGEST if is_right else WRONG
        if level == Level.BISECTION:
            digest = TRACE.digest if is_right else LIE_DIGEST
        seal = result_seal(Compute.address, order, account(who), digest, SALT)
        self.compute("submit_result", order, seal, 3, sender=who)
        return order

    def lease(self, blocks: int = 6, device: int = 0) -> int:
        """Bring a lease to where it has lasted for some blocks."""
        order = self.run(LEASE, device=device)
        for _ in range(blocks):
            self.next_block()
            self.compute("heartbeat", order, sender=PROVIDER)
        return order

    def claim_of(self, order: int) -> int:
        """Return the number of an order's claim."""
        return int(self.own(Compute).progress[order].claim)

    def order_state(self, order: int) -> OrderState:
        """Return where an order stands."""
        found: OrderState = self.own(Compute).progress[order].state
        return found

    def claim_state(self, claim: int) -> ClaimState:
        """Return where a claim stands."""
        found: ClaimState = self.own(Verification).progress[claim].state
        return found

    def until(self, claim: int, *states: ClaimState, most: int = 100) -> None:
        """Go on until a claim is in one of these states."""
        for _ in range(most):
            if self.claim_state(claim) in states:
                return
            self.next_block()
        raise AssertionError(f"{states} expected, found {self.claim_state(claim).name}")

    def seats(self, claim: int) -> list[int]:
        """Return who sits in the round under way."""
        court = self.own(Verification)
        index = court.progress[claim].rounds - 1
        return [int.from_bytes(seat.voter, "big") for seat in court.seats_of(claim, index)]

    def seal(self, claim: int, value: int) -> list[int]:
        """Let all who are drawn seal the same vote; return who they are."""
        self.until(claim, ClaimState.VOTING)
        index = self.own(Verification).progress[claim].rounds - 1
        seats = self.seats(claim)
        for who in seats:
            seal = vote_seal(claim, index, account(who), value, SALT)
            self.court("seal_vote", claim, seal, sender=who)
        return seats

    def vote(self, claim: int, value: int) -> list[int]:
        """Let all who are drawn vote the same; return who they are."""
        seats = self.seal(claim, value)
        for who in seats:
            self.court("open_vote", claim, value, SALT, sender=who)
        return seats

    def challenge(
        self,
        claim: int,
        level: Level,
        side: Side = Side.AGAINST_WORKER,
        sender: int = CHALLENGER,
    ) -> None:
        """Object to a claim's outcome."""
        values = (claim, level, side, DIGEST)
        self.court("challenge", *values, sender=sender, value_wei=50 * COIN)

    def execute(self, claim: int) -> int:
        """Go on until a claim is executed; return the worker's part, in bps."""
        self.until(claim, ClaimState.EXECUTED)
        return int(self.own(Verification).progress[claim].outcome_bps)


class Fleet(devices.Scene):
    """Devices on a town's stage."""

    def __init__(self) -> None:
        self.stage = self.town = Town()
        self.params, self.keys = DEVICES_PARAMS, {}

    @property
    def devices(self) -> Devices:
        """The module itself, to look at what it stores."""
        found: Devices = self.town.own(Devices)
        return found
