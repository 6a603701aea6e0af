"""
Training with paid checkpoints: two are paid and stay paid, the third is false and ends the job.

    checkpoint 1 --accepted--> paid <--built on-- checkpoint 2 --silence--> paid <-- checkpoint 3
    checkpoint 3: the old model again --audit--> against --> bond slashed, the rest refunded
"""

from collections.abc import Callable
from typing import NamedTuple

from eth_hash.auto import keccak

from chain.kit.verdicts import (
    RULED_AGAINST_WORKER,
    RULED_FOR_WORKER,
    ClaimTerms,
    Level,
    result_seal,
    vote_seal,
)
from chain.types.primitives import ZERO_HASH, Hash32, Height, Wei
from modules.compute.records import Capacity, Offer, OrderState, OrderTerms
from modules.verification.records import ClaimState, Role, Side
from tests.stories import workload
from tests.stories.amounts import Amounts, share
from tests.stories.books import Books
from tests.stories.engagement import until_order
from tests.stories.stage import StoryChain

AUDITORS = ("ann", "bob", "carl")
PEOPLE = ("owner", "trainer", *AUDITORS)
HURRY = {
    "verification": {
        "challenge_blocks": 60,
        "respond_blocks": 150,
        "vote_blocks": 200,
        "open_blocks": 200,
        "unbonding_blocks": 5,
    },
}
CHECKPOINTS = 4
PRICE_WEI = 10**15 + 3  # for one word of text
SALT = Hash32(keccak(b"what only its owner knows"))
CLASS = Hash32(b"cpu".ljust(32, b"\0"))
PAGES = "manual"
WORDS = workload.words_of(workload.text_of(PAGES))
PART = len(WORDS) // CHECKPOINTS  # words of one checkpoint
DUE_WEI = PART * PRICE_WEI
SENT_WEI = 2 * CHECKPOINTS * DUE_WEI
BOND_WEI = SENT_WEI  # covers a bid's bond, however many words there are
TERMS = OrderTerms(
    spec=workload.spec_of(PAGES),
    capacity_class=CLASS,
    price_max_wei=Wei(PRICE_WEI),
    ttl_blocks=Height(200),
    run_blocks=Height(600),
    milestones=CHECKPOINTS,
    claim=ClaimTerms(Level.REQUESTER, 0, Hash32(keccak(workload.NAME)), 0, ZERO_HASH, ZERO_HASH),
)
Say = Callable[[str], None]


class Checkpoint(NamedTuple):
    """A checkpoint on the chain, and the model that its owner is handed beside the chain."""

    claim: int
    model: workload.Model


def tell(chain: StoryChain, say: Say) -> None:
    """The whole training, from the order to the last coin."""
    books, amounts = Books(chain), Amounts(chain)
    for name in AUDITORS:
        bond_wei = amounts.rules.member_bond_wei_min
        chain.send(name, "verification", "join", Role.AUDITOR, value_wei=bond_wei)
    order, bond_wei = _begin(chain)
    say(f"order {order}: a bigram model in {CHECKPOINTS} checkpoints, each paid when it is good")
    first = _accepted(chain, say, order)
    second = _silent(chain, say, order, first)
    _false(chain, say, order, second)
    _judged(chain, say, order, second)
    for paid in (first, second):
        standing = chain.view("verification", "standing", paid.claim)
        assert standing.outcome_bps == RULED_FOR_WORKER, "what was final stays so"
    ledger = chain.view("compute", "order", order).ledger
    assert ledger.earned_wei == 2 * DUE_WEI, "what was paid stays paid"
    assert ledger.refunded_wei == SENT_WEI - 2 * DUE_WEI
    say(f"two checkpoints stay paid, {ledger.refunded_wei:,} wei go back to the owner")
    _count(amounts, bond_wei)
    _go_home(chain, amounts)
    amounts.check(books)
    say("everybody has, to the wei, what the parameters and the rulings say")


def _begin(chain: StoryChain) -> tuple[int, int]:
    """Have the trainer win the order and start; return the order and the bond of the bid."""
    offer = ("https://trainer.example", (), (Capacity(CLASS, 1),))
    chain.send("trainer", "compute", "registerProvider", *offer, value_wei=BOND_WEI)
    receipt = chain.send("owner", "compute", "openOrder", TERMS, value_wei=SENT_WEI)
    order = int(chain.logged(receipt, "compute", "OrderOpened")[0]["order"])
    placed = chain.send("trainer", "compute", "placeBid", order, Offer(Wei(PRICE_WEI)))
    bid = chain.logged(placed, "compute", "BidPlaced")[0]
    chain.send("owner", "compute", "acceptBid", order, bid["bid"])
    chain.send("trainer", "compute", "start", order)
    return order, int(bid["bondWei"])


def _trained(parts: int) -> workload.Model:
    """Return the model after so many parts of the text."""
    return workload.train(WORDS[: parts * PART])


def _submit(
    chain: StoryChain, order: int, model: workload.Model, earlier: Checkpoint | None
) -> Checkpoint:
    """Deliver a checkpoint that builds on the one before."""
    digest = workload.digest_of(model)
    seal = result_seal(chain.account("compute"), order, chain.account("trainer"), digest, SALT)
    receipt = chain.send("trainer", "compute", "submitResult", order, seal, PART)
    submitted = chain.logged(receipt, "compute", "ResultSubmitted")[0]
    assert submitted["dueWei"] == DUE_WEI
    claim = int(submitted["claim"])
    if earlier is not None:
        chain.send("trainer", "verification", "link", claim, earlier.claim)
        assert chain.view("verification", "standing", claim).earlier == earlier.claim
    return Checkpoint(claim, model)


def _net_wei(chain: StoryChain, checkpoints: int) -> int:
    """Return what the trainer has of so many checkpoints, after the network's share."""
    take_bps = chain.view("compute", "params").take_bps
    return checkpoints * DUE_WEI - share(checkpoints * DUE_WEI, take_bps)


def _until_paid(chain: StoryChain, order: int, checkpoints: int) -> None:
    """Wait until the job goes on after so many checkpoints, and see that they are paid."""
    until_order(chain, order, OrderState.RUNNING)
    assert chain.view("compute", "order", order).progress.milestone == checkpoints
    found_wei = chain.view("compute", "provider", chain.account("trainer")).paid_wei
    assert found_wei == _net_wei(chain, checkpoints)


def _accepted(chain: StoryChain, say: Say, order: int) -> Checkpoint:
    checkpoint = _submit(chain, order, _trained(1), None)
    assert checkpoint.model == _trained(1), "the owner runs it again"
    chain.send("owner", "compute", "acceptResult", order)
    _until_paid(chain, order, 1)
    say(f"checkpoint 1: the owner ran it again and accepts; {_net_wei(chain, 1):,} wei paid")
    return checkpoint


def _silent(chain: StoryChain, say: Say, order: int, earlier: Checkpoint) -> Checkpoint:
    checkpoint = _submit(chain, order, _trained(2), earlier)
    sent_at = chain.height
    _until_paid(chain, order, 2)
    assert chain.height - sent_at >= HURRY["verification"]["challenge_blocks"] - 2
    say("checkpoint 2 builds on it: nobody says a word until the window is over, and it is paid")
    return checkpoint


def _false(chain: StoryChain, say: Say, order: int, earlier: Checkpoint) -> None:
    """The trainer sells the second model again; the owner sees it and brings it to an audit."""
    checkpoint = _submit(chain, order, earlier.model, earlier)
    apart = workload.distance(checkpoint.model, _trained(3))
    assert apart > 0
    claim, digest = checkpoint.claim, workload.digest_of(checkpoint.model)
    price_wei = chain.view("verification", "challengePrice", claim, Level.AUDIT)
    objection = (claim, Level.AUDIT, Side.AGAINST_WORKER, workload.digest_of(_trained(3)))
    chain.send("owner", "verification", "challenge", *objection, value_wei=price_wei)
    assert chain.view("compute", "order", order).progress.state == OrderState.DISPUTED
    bond_wei = chain.view("verification", "roundsOf", claim)[0].bond_wei
    chain.send("trainer", "verification", "reveal", claim, digest, SALT)
    chain.send("trainer", "verification", "respond", claim, value_wei=bond_wei)
    say(f"checkpoint 3 is the second one again, {apart:,} counts off; disputed, bond against bond")


def _judged(chain: StoryChain, say: Say, order: int, earlier: Checkpoint) -> None:
    """Two auditors run it again; the third did not look, and says that all is well."""
    claim = chain.view("compute", "order", order).progress.claim
    drawn = ClaimState.VOTING
    chain.wait_for(lambda: chain.view("verification", "standing", claim).state == drawn)
    apart = workload.distance(earlier.model, _trained(3))
    votes = dict(zip(AUDITORS, (apart, apart, 0), strict=True))
    for name, value in votes.items():
        seal = vote_seal(claim, 0, chain.account(name), value, SALT)
        chain.send(name, "verification", "sealVote", claim, seal)
    for name, value in votes.items():
        chain.send(name, "verification", "openVote", claim, value, SALT)
    standing = chain.view("verification", "standing", claim)
    assert standing.outcome_bps == RULED_AGAINST_WORKER
    say("two auditors find the same distance, one did not look: two to one against the trainer")
    until_order(chain, order, OrderState.RESOLVED)


def _count(amounts: Amounts, bond_wei: int) -> None:
    """Count what the parameters make of two good checkpoints and a false one."""
    rules, market = amounts.rules, amounts.market
    budget_wei = SENT_WEI - market.poke_reward_wei
    assert bond_wei == max(market.bid_bond_wei_min, share(budget_wei, market.bid_bond_bps))
    amounts.pay("owner", "trainer", 2 * DUE_WEI)
    stake_wei = max(rules.bond_wei_min, share(DUE_WEI, rules.bond_bps))
    judges_wei = amounts.lose_stake("trainer", "owner", stake_wei)
    penalty_wei = share(rules.seat_stake_wei, rules.penalty_bps)
    amounts.add("carl", -penalty_wei)
    fee_wei = len(AUDITORS) * rules.seat_fee_wei
    amounts.judge("owner", ("ann", "bob"), fee_wei, judges_wei + penalty_wei)
    amounts.lose_bond("trainer", "owner", bond_wei)


def _go_home(chain: StoryChain, amounts: Amounts) -> None:
    """Everybody takes bonds back; what is left with the modules is nobody's of the story."""
    free_wei = chain.view("compute", "provider", chain.account("trainer")).free_wei
    chain.send("trainer", "compute", "retireProvider")
    chain.send("trainer", "compute", "withdrawBond", free_wei)
    for name in AUDITORS:
        chain.send(name, "verification", "resign", Role.AUDITOR)
    chain.wait_for(lambda: chain.view("verification", "holdings").members_wei == 0)
    assert chain.balance_wei("compute") == 0
    assert chain.balance_wei("verification") == amounts.pool_wei
    assert chain.view("verification", "holdings").canary_wei == amounts.pool_wei
