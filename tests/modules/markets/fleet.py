"""Those who own devices, and those who pay, ask, accuse and report them."""

from hypothesis import strategies as st

from chain.codec.signature import address_of
from chain.errors import ChainError
from chain.types.primitives import Height, Wei
from modules.devices.module import Devices
from modules.devices.records import ChallengeStatus, PenaltyStatus, Status, Suspicion
from modules.verification.module import Verification
from tests.modules.devices.scene import EVIDENCE, GATEWAY, key_of
from tests.modules.markets.crowd import DEVICES_MAX, PICK, Crowd, number_of, step
from tests.modules.markets.market_town import ACCUSER, PROVIDERS, SERVED, coins
from tests.modules.stage import COIN, account

PLAIN_CALLS = ("settle", "end_maintenance", "settle", "retire")
PAID_EVERY = 5  # blocks from one payment for service to the next
ENTERED_EVERY = 10  # blocks from one device to the next that comes to a guarded gate


class Fleets(Crowd):
    """Owners of devices, payers, gateways and accusers."""

    def __init__(self) -> None:
        self.seeds = 100  # of keys
        super().__init__()

    def habits(self) -> None:
        """Let devices be paid, reported where the payer complains, and owners appeal."""
        super().habits()
        if self.town.height % PAID_EVERY == 0:
            pick = self.town.height // PAID_EVERY
            is_served = not self.manners_of(pick).complains
            self.pay(self.device(pick), SERVED[0], 3, is_served)
        turn, rest = divmod(self.town.height, ENTERED_EVERY)
        if rest == 0 and self.town.fleet.devices.live.entry_policy:
            self.enlist(PROVIDERS[turn % len(PROVIDERS)], 1, is_bonded=True)
        if self.manners_of(self.last("penalty")).complains:
            self.appeal_to(self.last("penalty"))

    @step(owner=st.sampled_from(PROVIDERS), capacity=st.integers(1, 2), is_bonded=st.booleans())
    def enlist(self, owner: int, capacity: int, is_bonded: bool) -> None:
        """Register another device, up to a few, and bond it."""
        fleet = self.town.fleet
        if len(fleet.keys) < DEVICES_MAX and not self.is_gone(owner):
            self.seeds += 1
            make = fleet.enlist if is_bonded else fleet.register
            try:
                number = make(self.seeds, owner, capacity=capacity, cell=owner)
            except ChainError:
                return  # the table of classes has changed
            self.attempt(Devices, "set_price", number, coins(1), sender=owner)

    @step(picks=st.sets(PICK, max_size=2))
    def fall_asleep(self, picks: set[int]) -> None:
        """Let some devices be silent from now on, and all others be awake."""
        self.asleep = {self.device(pick) for pick in picks}

    @step(pick=PICK)
    def prove_beats(self, pick: int) -> None:
        """Post the root of a beat, and show the beat under it; answer what nobody signed."""
        fleet = self.town.fleet
        values = (pick + 1, EVIDENCE, bytes(65))
        self.attempt(Devices, "answer_challenge", *values, sender=GATEWAY)
        try:
            number = min(self.asleep, default=self.device(pick))  # who is awake beats by itself
            proofs = fleet.posted(fleet.a_beat(number))
        except ChainError:
            return  # no window is open, or it has a root
        self.attempt(Devices, "prove_beats", account(GATEWAY), proofs, sender=GATEWAY)

    @step(pick=PICK, answers=st.lists(st.booleans(), min_size=1, max_size=2))
    def attest(self, pick: int, answers: list[bool]) -> None:
        """Let verifiers say whether they could reach a device that answered."""
        challenge = self.town.call(Devices, "open_challenge", self.device(pick))
        record = self.town.call(Devices, "challenge", challenge)
        if record.status == ChallengeStatus.ANSWERED:
            for index, verifier in enumerate(record.verifiers):
                said = answers[index % len(answers)]
                self.attempt(Devices, "attest", challenge, said, sender=number_of(verifier))

    @step(
        pick=PICK, payer=st.sampled_from(SERVED), units=st.integers(1, 9), is_served=st.booleans()
    )
    def pay_for_service(self, pick: int, payer: int, units: int, is_served: bool) -> None:
        """Pay for service, and say that it was not given where it was not."""
        self.pay(self.device(pick), payer, units, is_served)

    def pay(self, device: int, payer: int, units: int, is_served: bool) -> None:
        """Pay for service, and report it or not."""
        values = {"sender": payer, "value_wei": coins(units + 1)}
        is_paid = self.attempt(Devices, "pay_for_service", device, units, **values)
        if is_paid and not is_served:
            receipt = (self.last("receipt"), units, EVIDENCE)
            self.attempt(Devices, "report_unserved", *receipt, sender=payer)

    def last(self, kind: str) -> int:
        """Return the number of the newest receipt, penalty or case."""
        return int(getattr(self.town.fleet.devices, f"{kind}_count"))

    @step(pick=PICK, call=st.sampled_from(PLAIN_CALLS), price=st.sampled_from((1, COIN, 0)))
    def manage(self, pick: int, call: str, price: int) -> None:
        """Do what needs no words, ask for another price, take what was released."""
        number = self.device(pick)
        owner = self.owner_of(number)
        self.attempt(Devices, call, number, sender=owner)
        self.attempt(Devices, "set_price", number, Wei(price), sender=owner)
        self.attempt(Devices, "claim", sender=owner)

    @step(pick=PICK, blocks=st.integers(1, 30))
    def declare_maintenance(self, pick: int, blocks: int) -> None:
        """Announce that a device will be away."""
        number, start = self.device(pick), Height(self.town.height + 2)
        owner = self.owner_of(number)
        self.attempt(Devices, "declare_maintenance", number, start, blocks, sender=owner)

    @step(pick=PICK, amount=st.sampled_from((0, 1, 100 * COIN)))
    def add_bond(self, pick: int, amount: int) -> None:
        """Add to a bond, or bond what is only registered."""
        number = self.device(pick)
        status = self.town.fleet.status(number)
        call = "bond" if status == Status.REGISTERED else "top_up"
        self.attempt(Devices, call, number, sender=self.owner_of(number), value_wei=amount)

    @step(pick=PICK, suspicion=st.sampled_from(Suspicion))
    def suspect(self, pick: int, suspicion: Suspicion) -> None:
        """Accuse a device before a jury."""
        self.attempt(Verification, "deposit", sender=ACCUSER, value_wei=coins(50))
        values = (self.device(pick), suspicion, EVIDENCE)
        self.attempt(Devices, "suspect", *values, sender=ACCUSER)

    @step(back=st.integers(0, 3), has_bond=st.booleans())
    def appeal(self, back: int, has_bond: bool) -> None:
        """Bring one of the newest penalties before a jury, with or without a bond for it."""
        self.appeal_to(max(0, self.last("penalty") - back), has_bond=has_bond)

    def appeal_to(self, number: int, *, has_bond: bool = True) -> None:
        """Let an owner appeal against a penalty that is pending."""
        record = self.town.call(Devices, "penalty", number)
        if record.status == PenaltyStatus.PENDING:
            owner = self.owner_of(record.device)
            if has_bond:
                self.attempt(Verification, "deposit", sender=owner, value_wei=coins(50))
            self.attempt(Devices, "appeal", number, EVIDENCE, sender=owner)

    @step(pick=PICK, cell=st.integers(4, 9), owner=st.sampled_from(PROVIDERS))
    def move_or_give(self, pick: int, cell: int, owner: int) -> None:
        """Take a device elsewhere, or give it to somebody."""
        number, fleet = self.device(pick), self.town.fleet
        if cell < 8:
            values = (number, cell, fleet.relocation(number, cell))
            self.attempt(Devices, "relocate", *values, sender=self.owner_of(number))
        else:
            given = (number, account(owner), fleet.handover(number, owner))
            self.attempt(Devices, "transfer", *given, sender=self.owner_of(number))

    @step(pick=PICK)
    def rotate_key(self, pick: int) -> None:
        """Give a device another key."""
        number, fleet = self.device(pick), self.town.fleet
        self.seeds += 1
        key = key_of(self.seeds)
        word, proof = fleet.rotation(number, key)
        values = (number, address_of(key), word, proof)
        if self.attempt(Devices, "rotate_key", *values, sender=self.owner_of(number)):
            fleet.keys[number] = key
