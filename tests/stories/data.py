"""
Data: rented and returned late, subscribed to, tagged and cleared, revoked, built on, annotated.

    owner --offers--> borrower, late | subscriber, renewed by a keeper, revoked without fault
    accuser --jury--> tagged: time stands still --owner, jury--> cleared
    maker --right--> derivative --sale--> owner's royalty;    annotators --gold--> a cheat is caught
"""

from collections.abc import Callable
from typing import Any, Final

from eth_hash.auto import keccak

from chain.kit.merkle import leaf_of, tree_of
from chain.kit.verdicts import vote_seal
from chain.types.primitives import ZERO_ADDRESS, ZERO_HASH, Bps, Hash32, Seconds, Wei
from modules.licensing.annotation_batches import answers_seal, gold_leaf
from modules.licensing.annotation_records import Gold, SeatState, TaskTerms
from modules.licensing.records import (
    Ground,
    Guards,
    Kind,
    LicenceState,
    Tag,
    TagState,
    Terms,
    VersionTerms,
)
from modules.verification.records import ClaimState, Role
from tests.stories.books import Books
from tests.stories.moves import moved_wei
from tests.stories.stage import COIN, StoryChain

JURORS: Final = tuple(f"juror{number}" for number in range(1, 6))
ANNOTATORS: Final = ("honest", "diligent", "cheat")
PEOPLE = ("owner", "borrower", "subscriber", "keeper", "accuser", "maker", *ANNOTATORS, *JURORS)
HURRY = {
    "licensing": {"renew_window_s": 15, "revoke_notice_s": 4, "bond_hold_s": 2},
    "verification": {
        "challenge_blocks": 15,
        "evidence_blocks": 2,
        "vote_blocks": 90,
        "open_blocks": 90,
        "unbonding_blocks": 20,
    },
}
FEE_BPS: Final = 250  # licensing.protocol_fee_bps
ASSET_BOND_WEI: Final = COIN // 10  # licensing.asset_bond_wei
REWARD_WEI: Final = COIN * 50 // 10_000  # licensing.keeper_bps of a renewal
LATE_WEI: Final = COIN // 100  # a second
PERIOD_S: Final = 30  # of the subscription
ROYALTY_BPS: Final = 2_000
STAKE_WEI: Final = 2 * COIN  # of an annotator
MEMBER_WEI: Final = 100 * COIN  # verification.member_bond_wei_min
BOND_WEI: Final = COIN  # verification.bond_wei_min
JURY_FEE_WEI: Final = 3 * COIN // 10  # three of verification.seat_fee_wei
SALT: Final = Hash32(b"salt".ljust(32, b"\0"))
RECEIPT: Final = Hash32(b"receipt".ljust(32, b"\0"))
LABELS: Final = bytes((0, 1, 2, 0))
GOLDS: Final = (Gold(0, 0), Gold(2, 2))
# What the annotators see and the data is made of: sealed with a salt that no block may show.
ITEMS: Final = (
    "Tanaka Aiko cannot sleep since the move",
    "call Satou Hanako at 090-5555-0101",
    "Suzuki Ichirou owes his brother three months of rent",
    "hanako@mail.example wants her letters back",
)
OWN_SALT: Final = b"the owner's alone".ljust(32, b"\xa5")


def tell(chain: StoryChain, say: Callable[[str], None]) -> None:
    """A data set's life, from its registration to the last coin."""
    books = Books(chain)
    chain.secret(OWN_SALT, *ITEMS)
    for name in JURORS:
        chain.send(name, "verification", "join", Role.JUROR, value_wei=MEMBER_WEI)
    asset = _create(chain, "owner", 1, ())
    say(f"asset {asset} is listed, with a tenth of a coin as its bond")
    late_wei = _rent(chain, asset, say)
    used_wei = _subscribe(chain, asset, say)
    child = _derive(chain, asset, say)
    _annotate(chain, say)
    for name, number in (("owner", asset), ("maker", child)):
        chain.send(name, "licensing", "retireAsset", number)
        chain.send(name, "licensing", "claimVault", number)
    for name in JURORS:
        chain.send(name, "verification", "resign", Role.JUROR)
    pool_wei = 2 * JURY_FEE_WEI // 10  # verification.canary_share_bps of both juries' fees
    chain.wait_for(lambda: chain.balance_wei("verification") == pool_wei)
    chain.wait_for(lambda: chain.balance_wei("licensing") == 0)
    _check(chain, books, late_wei, used_wei)


def _create(chain: StoryChain, owner: str, seed: int, parents: tuple[int, ...]) -> int:
    """Put an asset on the market; return its number."""
    terms = VersionTerms(_sealed(f"{seed}: {ITEMS}"), RECEIPT, "ipfs://data", parents)
    made = chain.send(owner, "licensing", "createAsset", terms, value_wei=ASSET_BOND_WEI)
    asset = int(chain.logged(made, "licensing", "AssetCreated")[0]["asset"])
    chain.send(owner, "licensing", "listAsset", asset)
    return asset


def _sell(chain: StoryChain, owner: str, asset: int, buyer: str, terms: Terms) -> int:
    """Offer an asset to a buyer, who takes it; return the licence."""
    sent = chain.send(owner, "licensing", "openOffer", asset, 1, terms)
    offer = chain.logged(sent, "licensing", "TermsAttached")[0]
    guards = Guards(Hash32(offer["termsHash"]), terms.price_wei, terms.royalty_bps)
    taken = (offer["offer"], chain.account(buyer), guards, ZERO_ADDRESS)
    paid_wei = terms.price_wei + terms.deposit_wei
    bought = chain.send(buyer, "licensing", "buy", *taken, value_wei=paid_wei)
    return int(chain.logged(bought, "licensing", "LicenceMinted")[0]["licence"])


def _sealed(text: str) -> Hash32:
    """Return what may be public of somebody's words."""
    return Hash32(keccak(OWN_SALT + text.encode()))


def _time_of(chain: StoryChain, receipt: Any) -> int:
    return int(chain.web3.eth.get_block(receipt["blockNumber"])["timestamp"])


def _until(chain: StoryChain, licence: int, state: LicenceState) -> None:
    chain.wait_for(lambda: chain.view("licensing", "licence", licence).state == state)


def _rent(chain: StoryChain, asset: int, say: Callable[[str], None]) -> int:
    """Rent for three seconds and return late; return what that cost."""
    terms = Terms(
        kind=Kind.RENTAL,
        price_wei=Wei(COIN),
        duration_s=Seconds(3),
        deposit_wei=Wei(COIN),
        late_fee_wei=Wei(LATE_WEI),
        purposes=1,
    )
    licence = _sell(chain, "owner", asset, "borrower", terms)
    chain.send("borrower", "licensing", "use", licence, 1, 0, ZERO_HASH, RECEIPT)
    _until(chain, licence, LicenceState.OVERDUE)
    ends_s = chain.view("licensing", "licence", licence).term.ends_at
    chain.wait_for(lambda: chain.web3.eth.get_block("latest")["timestamp"] >= ends_s + 2)
    receipt = chain.send("borrower", "licensing", "returnRental", licence, RECEIPT)
    late_wei = int(chain.logged(receipt, "licensing", "LateFeeTaken")[0]["amountWei"])
    late_s = _time_of(chain, receipt) - ends_s
    assert late_wei == late_s * LATE_WEI
    say(f"rented for 3 s, returned {late_s} s late: {late_wei:,} wei of the deposit are income")
    return late_wei


def _subscribe(chain: StoryChain, asset: int, say: Callable[[str], None]) -> int:
    """Subscribe, be tagged, cleared, renewed and revoked; return what was earned of it."""
    terms = Terms(
        kind=Kind.SUBSCRIPTION,
        price_wei=Wei(COIN),
        duration_s=Seconds(PERIOD_S),
        grace_s=Seconds(20),
        purposes=1,
    )
    licence = _sell(chain, "owner", asset, "subscriber", terms)
    caps = (Wei(COIN), Wei(2 * COIN))
    chain.send("subscriber", "licensing", "fundStanding", licence, *caps, value_wei=2 * COIN)
    _tag_and_clear(chain, asset, licence, say)
    opens_at = chain.view("licensing", "renewable_from", licence)
    chain.wait_for(lambda: chain.view("licensing", "clock", asset) >= opens_at)
    chain.send("keeper", "licensing", "renew", licence)
    say("a keeper renews under the standing cap, for half a percent of the price")
    chain.send("owner", "licensing", "revoke", licence, Ground.NO_FAULT, ZERO_HASH)
    _until(chain, licence, LicenceState.REVOKED)
    found = chain.view("licensing", "licence", licence)
    assert found.ledger.paid_wei == 2 * COIN
    assert found.ledger.earned_wei + found.ledger.refunded_wei == 2 * COIN
    used_wei = int(found.ledger.earned_wei) - REWARD_WEI
    assert -used_wei * PERIOD_S % COIN < PERIOD_S, "earned by whole seconds"
    say(f"revoked without fault: {found.ledger.refunded_wei:,} wei go back, to the second")
    return used_wei


def _tag_and_clear(chain: StoryChain, asset: int, licence: int, say: Callable[[str], None]) -> None:
    """Have the asset tagged and cleared; the subscription's time stands still in between."""
    deposit_wei = BOND_WEI + JURY_FEE_WEI
    chain.send("accuser", "verification", "deposit", value_wei=deposit_wei)
    accusation = (asset, Tag.NOT_THE_OWNERS, ZERO_ADDRESS, Hash32(b"\xe1" * 32))
    _judge(chain, chain.send("accuser", "licensing", "raiseDispute", *accusation))
    assert chain.view("licensing", "licence", licence).state == LicenceState.SUSPENDED
    before_s = chain.view("licensing", "clock", asset)
    say("a jury finds for the accuser: tagged, the subscription is suspended")
    chain.send("owner", "verification", "deposit", value_wei=deposit_wei)
    contest = (asset, Hash32(b"\xe2" * 32))
    _judge(chain, chain.send("owner", "licensing", "contestTag", *contest))
    found = chain.view("licensing", "asset", asset)
    assert found.overlay.tag == TagState.CLEAN and found.overlay.frozen_s > 0
    assert found.clock_s - before_s < found.overlay.frozen_s + 10
    assert chain.view("licensing", "licence", licence).state == LicenceState.ACTIVE
    say(f"the owner brings proof: cleared, {found.overlay.frozen_s} s did not count")


def _judge(chain: StoryChain, receipt: Any) -> None:
    """Let the jurors who are drawn find for whoever brought a case, and the chain act on it."""
    case = int(chain.logged(receipt, "licensing", "Disputed")[0]["case_"])
    claim = chain.view("licensing", "case_record", case).claim

    def state() -> ClaimState:
        return ClaimState(chain.view("verification", "standing", claim).state)

    chain.wait_for(lambda: state() == ClaimState.VOTING)
    names = {chain.account(name): name for name in JURORS}
    drawn = [names[seat.voter] for seat in chain.view("verification", "seats_of", claim, 0)]
    for name in drawn:
        seal = vote_seal(claim, 0, chain.account(name), 0, SALT)
        chain.send(name, "verification", "sealVote", claim, seal)
    for name in drawn:
        chain.send(name, "verification", "openVote", claim, 0, SALT)
    chain.wait_for(lambda: state() == ClaimState.EXECUTED)


def _derive(chain: StoryChain, asset: int, say: Callable[[str], None]) -> int:
    """Make something of the data under a right, and sell it; return the derivative."""
    right = Terms(price_wei=Wei(COIN), purposes=1, is_derivable=True, royalty_bps=Bps(ROYALTY_BPS))
    licence = _sell(chain, "owner", asset, "maker", right)
    child = _create(chain, "maker", 2, (licence,))
    _sell(chain, "maker", child, "borrower", Terms(price_wei=Wei(COIN), purposes=1))
    say(f"asset {child} is made of it: a fifth of what its sale leaves after fees is the owner's")
    return child


def _annotate(chain: StoryChain, say: Callable[[str], None]) -> None:
    """Have a batch annotated by three, one of whom does not look."""
    terms = TaskTerms(
        guide=RECEIPT,
        items_root=tree_of([leaf_of(_sealed(item)) for item in ITEMS])[-1][0],
        gold_root=gold_leaf(0, GOLDS, SALT),
        batches=1,
        items=4,
        labels=3,
        overlap=3,
        awards=0,
        pay_wei=Wei(COIN),
        bond_wei=Wei(STAKE_WEI),
        gold_min_bps=Bps(6_000),
        agreement_min_bps=Bps(7_000),
        policy=0,
        answer_s=Seconds(60),
        open_s=Seconds(60),
        review_s=Seconds(60),
        ends_s=Seconds(int(chain.web3.eth.get_block("latest")["timestamp"]) + 1_000),
    )
    posted = chain.send("owner", "licensing", "postTask", terms, value_wei=3 * COIN)
    task = int(chain.logged(posted, "licensing", "TaskPosted")[0]["task"])
    answers = dict(zip(ANNOTATORS, (LABELS, LABELS, bytes((1, 1, 1, 1))), strict=True))
    for name, labels in answers.items():
        chain.send(name, "licensing", "joinTask", task, value_wei=STAKE_WEI)
        chain.send(name, "licensing", "takeBatch", task)
        seal = answers_seal(task, 0, chain.account(name), labels, ZERO_HASH, SALT)
        chain.send(name, "licensing", "sealAnswers", task, 0, seal)
    for name, labels in answers.items():
        chain.send(name, "licensing", "openAnswers", task, 0, labels, ZERO_HASH, SALT)
    chain.send("owner", "licensing", "openGold", task, 0, GOLDS, SALT, ())
    seats = chain.view("licensing", "batch_seats_of", task, 0)
    states = [SeatState.PAID, SeatState.PAID, SeatState.CHEATED]
    assert states == [seat.state for seat in seats]
    for name in ANNOTATORS:
        chain.send(name, "licensing", "leaveTask", task)
    say("three annotate a batch; gold questions catch the one who did not look")


def _net(amount_wei: int) -> int:
    """Return what the protocol's fee leaves."""
    return amount_wei - amount_wei * FEE_BPS // 10_000


def _check(chain: StoryChain, books: Books, late_wei: int, used_wei: int) -> None:
    """Every party and the treasury: to the wei."""
    found_wei = {name: item.result_wei for name, item in books.close().items()}
    royalty_wei = _net(COIN) * ROYALTY_BPS // 10_000
    forfeit_won_wei = chain.view("verification", "params").winner_bps * ASSET_BOND_WEI // 10_000
    data_wei = _net(COIN) + _net(late_wei) + _net(used_wei) + _net(COIN) + royalty_wei
    expected_wei = {
        "owner": data_wei - ASSET_BOND_WEI - JURY_FEE_WEI - 2 * COIN,
        "borrower": -COIN - late_wei - COIN,
        "subscriber": -used_wei - REWARD_WEI,
        "keeper": REWARD_WEI,
        "accuser": forfeit_won_wei - JURY_FEE_WEI,
        "maker": _net(COIN) - royalty_wei - COIN,
        "honest": _net(COIN),
        "diligent": _net(COIN),
        "cheat": -STAKE_WEI // 2,
    }
    jurors_wei = sum(found_wei.pop(name) for name in JURORS)
    assert jurors_wei == 2 * (JURY_FEE_WEI * 9 // 10), "each jury's fee, less the jackpot's part"
    assert found_wei == expected_wei, f"{found_wei} found, {expected_wei} expected"
    penalty_wei = moved_wei(chain, "licensing", "annotator_penalty", target="treasury")
    assert penalty_wei == STAKE_WEI // 2
    work_wei = moved_wei(chain, "licensing", "annotation_fee", target="treasury")
    assert work_wei == 2 * (COIN - _net(COIN))
