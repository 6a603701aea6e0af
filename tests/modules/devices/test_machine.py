"""Devices under random actors: all invariants and audits after all blocks, all coins at the end."""

from typing import Any

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from chain.codec.signature import address_of
from chain.errors import Refusal
from chain.types.primitives import Bps, Height, Wei
from modules.devices.machines import LIVE
from modules.devices.module import Devices
from modules.devices.records import ChallengeStatus, PenaltyStatus, Status, Suspicion
from tests.modules.courts import Court
from tests.modules.devices.scene import (
    EVIDENCE,
    Issuer,
    Scene,
    key_of,
)
from tests.modules.stage import COIN, account

OWNERS, PAYERS = (1, 2, 3), (4, 5)
PICK = st.integers(0, 6)
EASY = {"challenges_per_draw": 2, "verifiers": 2, "probation_epochs": 1, "bans_max": 1_000}


class DevicesMachine(RuleBasedStateMachine):
    """What is refused leaves nothing behind; what is not keeps every promise."""

    def __init__(self) -> None:
        super().__init__()
        self.scene = Scene(**EASY)
        self.seeds = 0
        self.claims = 0
        self.keys_made = 500
        self.earned: dict[int, int] = {}
        for owner in OWNERS:
            self.enlist(owner, 1, 1)
        self.scene.next_epoch()
        self.beat_epoch(late=False, absent=set())

    def attempt(self, name: str, *values: Any, sender: int, value_wei: int = 0) -> bool:
        """Make a call that may be refused."""
        try:
            self.scene.call(name, *values, sender=sender, value_wei=value_wei)
        except Refusal:
            return False
        return True

    def picked(self, pick: int) -> int:
        """Return one of the devices there are, or one that is not."""
        return pick % (self.scene.devices.count + 1) if pick else 0

    def owner_of(self, number: int) -> int:
        """Return a device's owner as an account of the stage."""
        return int.from_bytes(self.scene.devices.register_of[number].owner, "big") or 1

    @rule(owner=st.sampled_from(OWNERS), capacity=st.integers(1, 3), cell=st.integers(1, 2))
    def enlist(self, owner: int, capacity: int, cell: int) -> None:
        """Register and bond another device, up to a few."""
        if self.seeds < 6:
            self.seeds += 1
            number = self.scene.enlist(self.seeds, owner, capacity=capacity, cell=cell)
            self.scene.call("set_price", number, Wei(COIN), sender=owner)

    @rule(late=st.booleans(), absent=st.sets(PICK, max_size=2))
    def beat_epoch(self, late: bool, absent: set[int]) -> None:
        """Let most devices beat through an epoch, some of them answering what they are asked."""
        number = self.scene.call("current_epoch").number
        while self.scene.call("current_epoch").number == number:
            for device in range(1, self.scene.devices.count + 1):
                if device not in absent:
                    self.beat(device)
                    if not late:
                        self.answer(device)
            self.scene.blocks(2)

    @rule(epochs=st.integers(1, 3))
    def go_on(self, epochs: int) -> None:
        """Let all devices do as they should for some epochs."""
        for _ in range(epochs):
            self.beat_epoch(late=False, absent=set())

    def beat(self, device: int) -> None:
        """Beat in the open window, if it is one and the device may."""
        self.attempt("beat", (self.scene.a_beat(device),), sender=9)

    def answer(self, device: int) -> None:
        """Answer an open challenge; its verifiers speak at random."""
        challenge = self.scene.call("open_challenge", device)
        record = self.scene.call("challenge", challenge)
        if record.status == ChallengeStatus.DRAWN:
            self.scene.answer(challenge)
            for index, verifier in enumerate(record.verifiers):
                who = int.from_bytes(verifier, "big")
                self.attempt("attest", challenge, bool((challenge + index) % 3), sender=who)

    @rule(pick=PICK, payer=st.sampled_from(PAYERS), units=st.integers(1, 9), report=st.booleans())
    def pay(self, pick: int, payer: int, units: int, report: bool) -> None:
        """Pay for service, and report it unserved or not."""
        number = self.picked(pick)
        if self.attempt(
            "pay_for_service", number, units, sender=payer, value_wei=(units + 1) * COIN
        ):
            receipt = self.scene.devices.receipt_count
            if report:
                self.attempt("report_unserved", receipt, units, EVIDENCE, sender=payer)

    @rule(pick=PICK, burned=st.integers(0, 5 * COIN))
    def serve(self, pick: int, burned: int) -> None:
        """Let the market note a payment."""
        self.scene.serve(self.picked(pick), 10 * burned, burned)

    @rule(pick=PICK, name=st.sampled_from(("retire", "end_maintenance", "settle")))
    def act(self, pick: int, name: str) -> None:
        """Do what needs no words."""
        number = self.picked(pick)
        self.attempt(name, number, sender=self.owner_of(number))

    @rule(pick=PICK, amount=st.integers(1, 50 * COIN))
    def top_up(self, pick: int, amount: int) -> None:
        """Add to a bond."""
        number = self.picked(pick)
        self.attempt("top_up", number, sender=self.owner_of(number), value_wei=amount)

    @rule(pick=PICK, cell=st.integers(1, 3), owner=st.sampled_from(OWNERS))
    def move_or_give(self, pick: int, cell: int, owner: int) -> None:
        """Take a device elsewhere, or give it to somebody."""
        number = self.picked(pick)
        if number:
            sender = self.owner_of(number)
            if cell < 3:
                word = self.scene.relocation(number, cell)
                self.attempt("relocate", number, cell, word, sender=sender)
            else:
                word = self.scene.handover(number, owner)
                self.attempt("transfer", number, account(owner), word, sender=sender)

    @rule(pick=PICK)
    def rotate(self, pick: int) -> None:
        """Give a device another key."""
        number = self.picked(pick)
        if number:
            self.keys_made += 1
            key = key_of(self.keys_made)
            word, proof = self.scene.rotation(number, key)
            address = address_of(key)
            sender = self.owner_of(number)
            if self.attempt("rotate_key", number, address, word, proof, sender=sender):
                self.scene.keys[number] = key

    @rule(pick=PICK, blocks=st.integers(1, 30))
    def rest(self, pick: int, blocks: int) -> None:
        """Declare a maintenance."""
        number = self.picked(pick)
        start = Height(self.scene.stage.height + 2)
        self.attempt("declare_maintenance", number, start, blocks, sender=self.owner_of(number))

    @rule(pick=PICK)
    def suspect(self, pick: int) -> None:
        """Accuse a device."""
        self.attempt("suspect", self.picked(pick), Suspicion.CLONE_KEY, EVIDENCE, sender=6)

    @rule(back=st.integers(0, 2))
    def appeal(self, back: int) -> None:
        """Appeal one of the latest penalties."""
        pick = max(0, self.scene.devices.penalty_count - back)
        record = self.scene.call("penalty", pick)
        if record.status == PenaltyStatus.PENDING:
            self.attempt("appeal", pick, EVIDENCE, sender=self.owner_of(record.device))

    @rule(bps=st.sampled_from((0, 4_000, 7_000, 10_000)))
    def rule_next(self, bps: int) -> None:
        """Let the court rule on the next claim, in time or too late."""
        court = Court(self.scene.stage.host, self.scene.devices.caller)
        if self.claims < court.count:
            self.claims += 1
            self.scene.rule(self.claims, bps)

    @rule(who=st.sampled_from(OWNERS))
    def claim(self, who: int) -> None:
        """Take what was released."""
        self.attempt("claim", sender=who)

    @rule(
        beta=st.sampled_from((0, 5_000, 10_000)),
        windows=st.sampled_from((2, 4, 7)),
        escrow_epochs=st.sampled_from((1, 2, 5)),
        floor_wei=st.sampled_from((0, 7, COIN)),
    )
    def govern(self, beta: int, windows: int, escrow_epochs: int, floor_wei: int) -> None:
        """Change parameters in between."""
        self.scene.tune(
            beta_bps=Bps(beta),
            windows=windows,
            escrow_epochs=escrow_epochs,
            floor_wei=Wei(floor_wei),
        )

    @rule(blocks=st.sampled_from((1, 2, 3, 11)))
    def wait(self, blocks: int) -> None:
        """Let time pass in silence."""
        self.scene.blocks(blocks)

    @invariant()
    def promises_hold(self) -> None:
        """The module holds exactly what it promised; totals of rewards only grow (D1 to D6)."""
        self.scene.stage.check()
        devices = self.scene.devices
        promised_wei = devices.bonds_total_wei + devices.escrow_total_wei + devices.carry_wei
        promised_wei += devices.claimable_total_wei + devices.pools_left_wei
        assert promised_wei == self.scene.stage.host.balance_wei(Devices.address)
        for number in range(1, devices.count + 1):
            earned_wei = devices.earned[number]
            assert self.earned.get(number, 0) <= earned_wei
            self.earned[number] = earned_wei

    def teardown(self) -> None:
        """Whatever happened, the owners alone get every coin out, and the epochs' books close."""
        self.scene.blocks(60)
        devices = self.scene.devices
        for number in range(1, devices.count + 1):
            self.attempt("retire", number, sender=self.owner_of(number))
        self.scene.blocks(170)
        states = [devices.standings[number].status for number in range(1, devices.count + 1)]
        assert not set(states) & (set(LIVE) | {Status.REGISTERED})
        for who in OWNERS:
            self.attempt("claim", sender=who)
        assert devices.carry_wei == self.scene.stage.host.balance_wei(Devices.address)
        drawn_wei = self.scene.stage.call(Issuer, "drawn")
        assert sum(self.earned.values()) <= drawn_wei


TestDevicesMachine = DevicesMachine.TestCase
TestDevicesMachine.settings = settings(max_examples=12, stateful_step_count=25, deadline=None)
