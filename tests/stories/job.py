"""
Jobs on real text by providers in processes of their own: one honest, one caught and overruled.

    requester --budget--> provider --model--> a replica runs it again --same digest--> paid
    second job: half the work for all of the pay --copies differ--> audit --> bond lost, refund
"""

import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

from eth_hash.auto import keccak

from chain.kit.verdicts import ClaimTerms, Level
from chain.types.primitives import ZERO_HASH, Hash32, Height, Wei
from modules.compute.records import OrderState, OrderTerms
from modules.verification.records import SPLIT_BPS, ClaimState, Role, Side
from tests.e2e.devnet import ENVIRONMENT, ROOT
from tests.stories import workload
from tests.stories.amounts import Amounts, share
from tests.stories.books import Books
from tests.stories.engagement import until_claim, until_order
from tests.stories.provider import CLASS, PRICE_WEI
from tests.stories.stage import StoryChain

PEOPLE = ("requester", "alpha", "beta", "crook")
HURRY = {
    "compute": {"start_timeout_blocks": 300},
    "verification": {
        "reveal_blocks": 100,
        "challenge_blocks": 80,
        "respond_blocks": 150,
        "vote_blocks": 200,
        "open_blocks": 200,
        "unbonding_blocks": 5,
        "auditors": 1,
    },
}
SENT_TIMES = 4  # the pay that is sent: enough for the work, its copy, and a rest
JUDGES = (Role.REPLICA, Role.AUDITOR)
HONEST = ("alpha", "beta")
Say = Callable[[str], None]


def tell(chain: StoryChain, say: Say) -> None:
    """Both jobs, from the order to the last coin."""
    books, amounts = Books(chain), Amounts(chain)
    store = chain.devnet.home / "results"
    store.mkdir()
    with ExitStack() as stack:
        for name in HONEST:
            options = [word for role in JUDGES for word in ("--role", str(int(role)))]
            stack.enter_context(hired(chain, name, store, *options))
        stack.enter_context(hired(chain, "crook", store, "--lazy"))
        chain.wait_for(lambda: chain.view("compute", "provider", chain.account("crook")).free_wei)
        bonds_wei = amounts.rules.member_bond_wei_min * len(HONEST)
        chain.wait_for(lambda: all(weight(chain, role) == bonds_wei for role in JUDGES))
        say("three providers run as processes; two of them also stand for draws as judges")
        _is_honest(chain, say, amounts, store)
        _is_caught(chain, say, amounts)
    _go_home(chain, amounts)
    amounts.check(books)
    say("everybody has, to the wei, what the parameters and the rulings say")


def weight(chain: StoryChain, role: Role) -> int:
    """Return the bonds of all that can be drawn in a role."""
    return int(chain.view("verification", "memberWeight", role))


@contextmanager
def hired(chain: StoryChain, name: str, store: Path, *options: str) -> Iterator[None]:
    """Run a provider with somebody's key; what it said is told where the story fails."""
    log = store.parent / f"{name}.log"
    rpc = chain.devnet.endpoints["rpc"]
    words = ("-m", "tests.stories.provider", "--rpc", rpc, "--store", str(store), *options)
    with log.open("wb") as output:
        process = subprocess.Popen(
            [sys.executable, *words],
            stdin=subprocess.PIPE,
            stdout=output,
            stderr=subprocess.STDOUT,
            env=ENVIRONMENT,
            cwd=ROOT,
        )
    try:
        assert process.stdin is not None
        process.stdin.write(chain.keys[name].key.hex().encode() + b"\n")
        process.stdin.close()
        yield
        assert process.poll() is None, f"{name} ended before the story did"
    except AssertionError as failure:
        failure.add_note(f"{name} said:\n{log.read_text()[-2000:]}")
        raise
    finally:
        process.terminate()
        process.wait(timeout=30)


def open_job(chain: StoryChain, pages: str, provider: str) -> tuple[int, int]:
    """Order a model of some pages from one provider; return the order and its bid's bond."""
    terms = OrderTerms(
        spec=workload.spec_of(pages),
        capacity_class=CLASS,
        price_max_wei=Wei(PRICE_WEI),
        provider=chain.account(provider),
        ttl_blocks=Height(600),
        run_blocks=Height(600),
        milestones=1,
        claim=ClaimTerms(
            Level.REDUNDANCY, 2, Hash32(keccak(workload.NAME)), 0, ZERO_HASH, ZERO_HASH
        ),
    )
    receipt = chain.send(
        "requester",
        "compute",
        "openOrder",
        terms,
        value_wei=SENT_TIMES * cost_wei(pages),
    )
    order = int(chain.logged(receipt, "compute", "OrderOpened")[0]["order"])
    (bid,) = chain.wait_for(lambda: chain.view("compute", "openBidsOn", order))
    bond_wei = chain.view("compute", "bid", bid).bond_wei
    chain.send("requester", "compute", "acceptBid", order, bid)
    return order, bond_wei


def until_shown(chain: StoryChain, order: int) -> tuple[int, Any]:
    """Wait until an order's result has an outcome; return the claim and its standing."""
    claim = chain.wait_for(lambda: chain.view("compute", "order", order).progress.claim)
    until_claim(chain, claim, ClaimState.REVEALED)
    return claim, chain.view("verification", "standing", claim)


def judge_of(chain: StoryChain, claim: int, index: int) -> str:
    """Return who sat in a round of one."""
    (seat,) = chain.view("verification", "seatsOf", claim, index)
    return next(name for name in HONEST if chain.account(name) == seat.voter)


def cost_wei(pages: str) -> int:
    """Return what a model of some pages costs: the price of each word, in wei."""
    return workload.size_of(pages) * PRICE_WEI


def _is_honest(chain: StoryChain, say: Say, amounts: Amounts, store: Path) -> None:
    order, _ = open_job(chain, "manual", "alpha")
    say(f"order {order}: a bigram model of the manual, run twice; alpha has the job")
    claim, standing = until_shown(chain, order)
    assert judge_of(chain, claim, 0) == "beta", "who works does not judge"
    data = (store / standing.digest.hex()).read_bytes()
    assert keccak(data) == standing.digest
    assert data == workload.pack(workload.train(workload.words_of(workload.text_of("manual"))))
    say(f"beta ran it again: same digest. It says: {workload.speak(workload.unpack(data), 'a', 6)}")
    chain.send("requester", "compute", "acceptResult", order)
    until_order(chain, order, OrderState.ACCEPTED)
    due_wei = cost_wei("manual")
    amounts.pay("requester", "alpha", due_wei)
    amounts.judge("requester", ("beta",), share(due_wei, amounts.rules.replica_bps))
    revenue = chain.view("compute", "revenue")
    assert (revenue.gross_wei, revenue.burned_wei) == (due_wei, amounts.burned_wei)
    assert revenue.treasury_wei == amounts.treasury_wei
    say("accepted: alpha is paid for each word, beta for the copy, the rest goes back")


def _is_caught(chain: StoryChain, say: Say, amounts: Amounts) -> None:
    order, bond_wei = open_job(chain, "decisions", "crook")
    say(f"order {order}: the decision pages; crook reads half of them and charges for all")
    claim, standing = until_shown(chain, order)
    assert (standing.outcome_bps, standing.is_decided) == (SPLIT_BPS, False)
    replica = judge_of(chain, claim, 0)
    say(f"{replica} found another digest: half each, unless somebody objects")
    price_wei = chain.view("verification", "challengePrice", claim, Level.AUDIT)
    objection = (claim, Level.AUDIT, Side.AGAINST_WORKER, standing.digest)
    chain.send("requester", "verification", "challenge", *objection, value_wei=price_wei)
    assert chain.view("compute", "order", order).progress.state == OrderState.DISPUTED
    say("the requester objects, once, with a bond; crook answers with one as large")
    until_order(chain, order, OrderState.RESOLVED)
    auditor = judge_of(chain, claim, 1)
    assert auditor != replica, "nobody judges a claim twice"
    stake_wei = chain.view("verification", "roundsOf", claim)[1].respondent_wei
    say(f"{auditor} was drawn and ran it again: crook is not paid, and loses two bonds")
    due_wei, rules = cost_wei("decisions"), amounts.rules
    assert stake_wei == max(rules.bond_wei_min, share(due_wei, rules.bond_bps))
    assert price_wei == stake_wei + rules.seat_fee_wei, "a bond, and the fee of one auditor"
    amounts.judge("requester", (replica,), share(due_wei, rules.replica_bps))
    judges_wei = amounts.lose_stake("crook", "requester", stake_wei)
    amounts.judge("requester", (auditor,), rules.seat_fee_wei, judges_wei)
    amounts.lose_bond("crook", "requester", bond_wei)
    assert chain.view("compute", "revenue").slashed_wei == bond_wei


def _go_home(chain: StoryChain, amounts: Amounts) -> None:
    """Everybody takes bonds back; what is left with the modules is nobody's of the story."""
    for name in (*HONEST, "crook"):
        free_wei = chain.view("compute", "provider", chain.account(name)).free_wei
        chain.send(name, "compute", "retireProvider")
        chain.send(name, "compute", "withdrawBond", free_wei)
    for name in HONEST:
        for role in JUDGES:
            chain.send(name, "verification", "resign", role)
    chain.wait_for(lambda: chain.view("verification", "holdings").members_wei == 0)
    assert chain.balance_wei("compute") == 0
    assert chain.balance_wei("verification") == amounts.pool_wei
    assert chain.view("verification", "holdings").canary_wei == amounts.pool_wei
