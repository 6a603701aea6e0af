"""
A device: it proves itself, serves, rests, misses a challenge, is slashed, and retires.

    register --> bond --> probation: beats, a challenge --> active: paid for service --> reward
    --> maintenance --> a challenge missed --> penalty --appeal, lost--> slash --> last coin out
"""

from collections import Counter
from collections.abc import Callable
from typing import Any, Final

from chain.codec.signature import address_of, sign_digest
from chain.kit.verdicts import vote_seal
from chain.types.primitives import ZERO_HASH, Hash32, Height, Seconds
from cli.devnet import CHAIN_ID_DEFAULT
from modules.devices.module import Devices
from modules.devices.records import (
    Application,
    Attestation,
    Beat,
    ChallengeStatus,
    DeviceClass,
    PenaltyStatus,
    Reason,
    SignedBeat,
    Status,
)
from modules.devices.signatures import Answer, Typed, typed_digest
from modules.verification.records import ClaimState, Role
from tests.stories.books import Books
from tests.stories.moves import moved_wei
from tests.stories.stage import COIN, StoryChain

JURORS: Final = tuple(f"juror{number}" for number in range(1, 6))
PEOPLE = ("owner", "customer", *JURORS)
WINDOWS: Final = 2
FLOOR_WEI: Final = 10**12  # an epoch; the one device that is there gets it all
HURRY = {
    "devices": {
        "windows": WINDOWS,
        "window_blocks": 16,
        "proof_blocks": 3,
        "probation_epochs": 2,
        "challenge_interval_blocks": 45,
        "response_blocks": 25,
        "attest_blocks": 3,
        "maintenance_notice_blocks": 5,
        "escrow_epochs": 1,
        "appeal_blocks": 60,
        "unbonding_blocks": 40,
        "floor_wei": str(FLOOR_WEI),
    },
    "verification": {
        "challenge_blocks": 20,
        "evidence_blocks": 2,
        "vote_blocks": 90,
        "open_blocks": 90,
        "unbonding_blocks": 20,
    },
}
KEY: Final = b"\x07" * 32  # the device's own
LATER_S: Final = Seconds(2_000_000_000)
BOND_WEI: Final = 100 * COIN  # devices.gpu_bond_wei, one card
FEE_WEI: Final = COIN  # devices.registration_fee_wei
UNITS: Final = 20
PRICE_WEI: Final = 10**15  # a unit of service
COST_WEI: Final = UNITS * PRICE_WEI
TAKE_WEI: Final = COST_WEI // 20  # take_bps
BURNED_WEI: Final = TAKE_WEI // 2  # take_burn_bps
SLASH_WEI: Final = BOND_WEI * 50 // 10_000  # unreachable_slash_1_bps
MEMBER_WEI: Final = 100 * COIN  # verification.member_bond_wei_min
APPEAL_WEI: Final = COIN  # verification.bond_wei_min
JURY_FEE_WEI: Final = 3 * COIN // 10  # three of verification.seat_fee_wei
PENALTY_WEI: Final = 2 * COIN  # of a juror: penalty_bps, a fifth, of seat_stake_wei
VOTES: Final = (10_000, 10_000, 0)  # bps of the penalty that stand
SALT: Final = Hash32(b"salt".ljust(32, b"\0"))
REST_BLOCKS: Final = 20
MARGIN_BLOCKS: Final = 5  # a call needs a few to get into a block
BEATING: Final = (Status.PROBATION, Status.ACTIVE, Status.DEGRADED, Status.OFFLINE)


class Machine:
    """The device itself: while the story waits it beats, and answers unless it is told not to."""

    def __init__(self, chain: StoryChain, number: int) -> None:
        self.chain, self.number = chain, number
        self.beats: Counter[int] = Counter()  # of each epoch
        self.is_answering = True
        self.answered: list[int] = []

    @property
    def standing(self) -> Any:
        """How the chain says it stands."""
        return self.chain.view("devices", "device", self.number).standing

    def run_until(self, condition: Callable[[], Any]) -> None:
        """Beat and answer until a condition holds."""
        self.chain.wait_for(lambda: self.turn() or condition(), 120)

    def settle(self) -> None:
        """Ask the chain to credit what closed epochs earned."""
        self.chain.send("owner", "devices", "settle", self.number)

    def turn(self) -> None:
        """Beat where a window is open, answer where a challenge is."""
        self._beat()
        challenge = self.chain.view("devices", "open_challenge", self.number)
        if challenge and self.is_answering:
            self._answer(challenge)

    def _beat(self) -> None:
        following = self.chain.view("devices", "next_beat", self.number)
        height = self.chain.height
        is_open = following.opens_at <= height < following.closes_at - MARGIN_BLOCKS
        rests_at = self.chain.view("devices", "maintenance_of", self.number).starts_at
        is_leaving = height <= rests_at <= height + MARGIN_BLOCKS
        if not is_open or is_leaving or self.standing.status not in BEATING:
            return
        beat = Beat(self.number, following.epoch, following.window, 1, ZERO_HASH)
        signed = SignedBeat(beat, _signed(beat))
        self.chain.send("owner", "devices", "beat", (signed,))
        self.beats[following.epoch] += 1

    def _answer(self, number: int) -> None:
        record = self.chain.view("devices", "challenge", number)
        is_late = self.chain.height >= record.deadline_at - MARGIN_BLOCKS
        if record.status != ChallengeStatus.DRAWN or is_late:
            return
        response = Hash32(number.to_bytes(32, "big"))
        word = _signed(Answer(number, record.nonce, response))
        self.chain.send("owner", "devices", "answerChallenge", number, response, word)
        self.answered.append(number)


def tell(chain: StoryChain, say: Callable[[str], None]) -> None:
    """A device's whole life, from its registration to the last coin."""
    books = Books(chain)
    for name in JURORS:
        chain.send(name, "verification", "join", Role.JUROR, value_wei=MEMBER_WEI)
    machine = _enlist(chain, say)
    machine.run_until(lambda: machine.standing.status == Status.ACTIVE)
    assert machine.answered, "a challenge is part of probation"
    say(f"active: two good epochs, and challenge {machine.answered[0]} answered")
    first_wei = _serve(chain, machine, say)
    _rest(chain, machine, say)
    drawn = _miss(chain, machine, say)
    last_wei = _retire(chain, machine, say)
    for name in JURORS:
        chain.send(name, "verification", "resign", Role.JUROR)
    pool_wei = JURY_FEE_WEI // 10  # verification.canary_share_bps
    chain.wait_for(lambda: chain.balance_wei("verification") == pool_wei)
    epochs = range(1, chain.view("devices", "current_epoch").number)
    reports = [chain.view("devices", "epoch_report", epoch) for epoch in epochs]
    assert first_wei + last_wei == sum(report.credited_wei for report in reports)
    _check(chain, books, first_wei + last_wei, drawn)


def _signed(message: Typed) -> bytes:
    """The device key's signature over typed data."""
    digest = typed_digest(message, CHAIN_ID_DEFAULT, Devices.address)
    y_parity, r, s = sign_digest(KEY, digest)
    return r.to_bytes(32, "big") + s.to_bytes(32, "big") + bytes((y_parity,))


def _enlist(chain: StoryChain, say: Callable[[str], None]) -> Machine:
    application = Application(
        owner=chain.account("owner"),
        key=address_of(KEY),
        kind=DeviceClass.GPU,
        capacity=1,
        serial=Hash32(b"serial".ljust(32, b"\0")),
        did=ZERO_HASH,
        cell=7,
        uri=ZERO_HASH,
        nonce=0,
        deadline_s=LATER_S,
    )
    words = (application, _signed(application), Attestation(Seconds(0), b""))
    receipt = chain.send("owner", "devices", "register", *words, value_wei=FEE_WEI)
    number = int(chain.logged(receipt, "devices", "Registered")[0]["device"])
    chain.send("owner", "devices", "bond", number, value_wei=BOND_WEI)
    chain.send("owner", "devices", "setPrice", number, PRICE_WEI)
    say(f"device {number} is registered, its key signed for it, and 100 coins are its bond")
    return Machine(chain, number)


def _serve(chain: StoryChain, machine: Machine, say: Callable[[str], None]) -> int:
    """Serve in one epoch; return what the owner claims when its reward leaves escrow."""
    current = chain.view("devices", "current_epoch").number
    machine.run_until(lambda: chain.view("devices", "current_epoch").number > current)
    paid = (machine.number, UNITS)
    receipt = chain.send("customer", "devices", "payForService", *paid, value_wei=COST_WEI + 7)
    epoch = chain.view("devices", "current_epoch").number
    assert chain.logged(receipt, "devices", "ServicePaid")[0]["burnedWei"] == BURNED_WEI
    say(f"a customer pays for {UNITS} units of service in epoch {epoch}: {BURNED_WEI:,} wei burn")
    machine.run_until(lambda: chain.view("devices", "epoch_report", epoch).number)
    report = chain.view("devices", "epoch_report", epoch)
    score = BURNED_WEI * machine.beats[epoch] // WINDOWS
    assert report.demand_wei == score * 9 // 10, "beta_bps of what demand burned, by uptime"
    assert report.floor_wei == FLOOR_WEI
    say(f"the epoch pays {report.demand_wei:,} wei for demand, into escrow")
    machine.run_until(lambda: chain.view("devices", "current_epoch").number > epoch + 1)
    machine.settle()
    claimed = chain.send("owner", "devices", "claim")
    amount_wei = int(chain.logged(claimed, "devices", "RewardClaimed")[0]["amountWei"])
    assert amount_wei >= report.demand_wei + report.floor_wei
    say(f"out of escrow an epoch later: the owner claims {amount_wei:,} wei")
    return amount_wei


def _rest(chain: StoryChain, machine: Machine, say: Callable[[str], None]) -> None:
    starts_at = Height(chain.height + 15)
    plan = (machine.number, starts_at, REST_BLOCKS)
    chain.send("owner", "devices", "declareMaintenance", *plan)
    machine.run_until(lambda: machine.standing.status == Status.MAINTENANCE)
    machine.run_until(lambda: machine.standing.status != Status.MAINTENANCE)
    epoch = chain.view("devices", "current_epoch").number
    machine.run_until(lambda: chain.view("devices", "current_epoch").number > epoch)
    machine.settle()
    assert machine.standing.status in (Status.ACTIVE, Status.DEGRADED)
    assert not chain.view("devices", "slash_history", machine.number, 0, 10)
    say(f"{REST_BLOCKS} blocks of declared maintenance: the clock stood still, no penalty")


def _miss(chain: StoryChain, machine: Machine, say: Callable[[str], None]) -> list[str]:
    """Miss a challenge, be slashed in spite of an appeal; return the jurors as they voted."""
    machine.is_answering = False
    say(f"it answered {len(machine.answered)} challenges; now it beats on, but answers none")
    machine.run_until(lambda: machine.standing.open_penalties)
    machine.is_answering = True
    penalty = chain.view("devices", "slash_history", machine.number, 0, 10)[0]
    assert penalty.reason == Reason.UNREACHABLE and penalty.amount_wei == SLASH_WEI
    say(f"one was missed: a penalty of {SLASH_WEI:,} wei is filed")
    chain.send("owner", "verification", "deposit", value_wei=APPEAL_WEI + JURY_FEE_WEI)
    sent = chain.send("owner", "devices", "appeal", 1, Hash32(b"\xee" * 32))
    claim = int(chain.logged(sent, "devices", "PenaltyAppealed")[0]["claim"])
    say("the owner appeals, with a bond: a jury is drawn")
    drawn = _judge(chain, machine, claim)
    say(f"of {', '.join(drawn)} two find the penalty right")
    machine.run_until(lambda: not machine.standing.open_penalties)
    history = chain.view("devices", "slash_history", machine.number, 0, 10)
    assert [item.status for item in history] == [PenaltyStatus.EXECUTED]
    assert machine.standing.bond_wei == BOND_WEI - SLASH_WEI
    say("the appeal is lost: slashed")
    return drawn


def _judge(chain: StoryChain, machine: Machine, claim: int) -> list[str]:
    def state() -> ClaimState:
        return ClaimState(chain.view("verification", "standing", claim).state)

    machine.run_until(lambda: state() == ClaimState.VOTING)
    names = {chain.account(name): name for name in JURORS}
    seats = chain.view("verification", "seats_of", claim, 0)
    drawn = [names[seat.voter] for seat in seats]
    for name, vote in zip(drawn, VOTES, strict=True):
        seal = vote_seal(claim, 0, chain.account(name), vote, SALT)
        chain.send(name, "verification", "sealVote", claim, seal)
        machine.turn()
    assert state() == ClaimState.OPENING
    for name, vote in zip(drawn, VOTES, strict=True):
        chain.send(name, "verification", "openVote", claim, vote, SALT)
        machine.turn()
    return drawn


def _retire(chain: StoryChain, machine: Machine, say: Callable[[str], None]) -> int:
    """Retire the device; return what was left to claim."""
    chain.send("owner", "devices", "retire", machine.number)
    chain.wait_for(lambda: machine.standing.status == Status.RETIRED)
    claimed = chain.send("owner", "devices", "claim")
    amount_wei = int(chain.logged(claimed, "devices", "RewardClaimed")[0]["amountWei"])
    say(f"retired: the bond is back, and the last {amount_wei:,} wei of reward are claimed")
    return amount_wei


def _check(chain: StoryChain, books: Books, rewards_wei: int, drawn: list[str]) -> None:
    """Owner, customer, jurors, burns and treasury: each to the wei."""
    statements = books.close()
    served_wei = COST_WEI - TAKE_WEI
    proof_wei = SLASH_WEI // 5  # verifiers_bps: half is the right jurors', the rest the treasury's
    pot_wei = APPEAL_WEI * 3 // 10 + JURY_FEE_WEI * 9 // 10 + PENALTY_WEI
    right_wei = pot_wei // 2 + proof_wei // 2 // 2
    jurors_wei = dict(zip(drawn, (right_wei, right_wei, -PENALTY_WEI), strict=True))
    lost_wei = FEE_WEI + SLASH_WEI + APPEAL_WEI + JURY_FEE_WEI
    expected_wei = {
        **dict.fromkeys(JURORS, 0),
        **jurors_wei,
        "owner": served_wei + rewards_wei - lost_wei,
        "customer": -COST_WEI,
    }
    found_wei = {name: statement.result_wei for name, statement in statements.items()}
    assert found_wei == expected_wei, f"{found_wei} found, {expected_wei} expected"
    income_wei = statements["owner"].income_wei
    assert income_wei["devices: device_bond_back"] == BOND_WEI - SLASH_WEI
    treasury_wei = SLASH_WEI * 3 // 10  # treasury_bps
    legs_wei = {
        ("devices", "device_slash_treasury", "treasury"): treasury_wei,
        ("devices", "device_slash_burned", None): SLASH_WEI - treasury_wei - proof_wei,
        ("devices", "device_service_fee", "treasury"): TAKE_WEI - BURNED_WEI,
        ("devices", "device_service_burned", None): BURNED_WEI,
        ("devices", "device_registration", None): FEE_WEI,
        ("verification", "bond_to_treasury", "treasury"): APPEAL_WEI * 7 // 10,
        ("verification", "forfeit_to_treasury", "treasury"): proof_wei // 2,
    }
    for (module, reason, target), amount_wei in legs_wei.items():
        assert moved_wei(chain, module, reason, target=target) == amount_wei, reason
    assert chain.balance_wei("devices") == 0, "nothing is left behind"
