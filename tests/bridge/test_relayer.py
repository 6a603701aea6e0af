"""Relayers between two chains in memory: exactly once, whatever fails, lies or is taken back."""

import asyncio
import logging

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bridge import relayer as module
from bridge.ends.errors import RouteWrong
from bridge.journal import Journal
from bridge.planning import Policy, Task
from bridge.relayer import Relayer
from bridge.side import Side
from chain.types.primitives import Wei
from tests.bridge.world import PAYEE, Chain, FakeEnd, joined


class Clock:
    """A clock that goes on with every question."""

    def __init__(self):
        self.now_s = 0.0

    def __call__(self):
        """Return the time."""
        self.now_s += 5.0
        return self.now_s


def relayer_of(one: Chain, two: Chain, policy: Policy = Policy(), path=None) -> Relayer:  # noqa: B008
    """Return a relayer that has begun."""
    ends = FakeEnd(one), FakeEnd(two)
    sides = Side(ends[0], PAYEE), Side(ends[1], PAYEE)
    places = (one.place, two.place)
    relayer = Relayer(sides, Journal(path, places), policy, clock=Clock())
    asyncio.run(relayer.begin())
    return relayer


def rounds(relayer: Relayer, count: int = 12) -> None:
    """Let a relayer go on for a while, and the chains too."""
    for _ in range(count):
        asyncio.run(relayer.round())
        for side in relayer.sides:
            side.end.chain.mine()


def settled(one: Chain, two: Chain, *numbers: int) -> None:
    """Check that packets of the first chain arrived and were settled, each once."""
    for number in numbers:
        assert 1 == two.books.delivered[number] == one.books.settled[number]
        assert 0 == one.books.refunded[number]


def test_packets_are_carried_both_ways_once():
    """Deliveries, answers, settlements: each packet once, in few updates of the clients."""
    one, two = joined()
    out, back = [one.send() for _ in range(5)], [two.send() for _ in range(3)]
    relayer = relayer_of(one, two)
    rounds(relayer)
    settled(one, two, *out)
    settled(two, one, *back)
    updates = [w for s in relayer.sides for w in s.end.submitted if w.startswith("update")]
    assert len(updates) <= 4
    assert [0, 0] == [len(side.book.sent) for side in relayer.sides]


def test_nothing_is_sent_while_there_is_nothing_to_do():
    """A relayer that waits costs no gas: clients are updated only when needed."""
    one, two = joined()
    relayer = relayer_of(one, two)
    rounds(relayer, 20)
    assert [[], []] == [side.end.submitted for side in relayer.sides]


def test_a_client_that_grows_old_is_kept_alive():
    """Half of the trusting period without a packet: the client gets a header all the same."""
    one, two = joined()
    one.send()
    relayer = relayer_of(one, two)
    rounds(relayer)
    before = [len(side.end.submitted) for side in relayer.sides]
    one.mine(60_000)
    two.mine(60_000)
    rounds(relayer, 3)
    after = [len(side.end.submitted) for side in relayer.sides]
    assert all(a > b for a, b in zip(after, before, strict=True))


def test_what_nobody_received_in_time_is_refunded_by_proof():
    """With deliveries stopped a packet times out once the other chain's final time is past it."""
    one, two = joined()
    number = one.send(timeout_s=100)
    two.is_open = False
    relayer = relayer_of(one, two)
    rounds(relayer, 3)
    assert 0 == one.books.refunded[number]
    two.mine(200)
    one.mine(200)
    rounds(relayer)
    assert 1 == one.books.refunded[number] and 0 == two.books.delivered[number]


def test_large_transfers_are_released_when_their_time_has_come():
    """A delayed transfer is let go by the relayer, and then settled."""
    one, two = joined()
    two.delay_from = 5
    number = one.send()
    relayer = relayer_of(one, two)
    rounds(relayer, 5)
    assert 0 == two.books.delivered[number]
    two.mine(60)
    rounds(relayer)
    settled(one, two, number)


def test_only_what_pays_is_carried_until_its_fee_is_raised():
    """Below the least fee nothing is done for a packet."""
    one, two = joined()
    poor, rich = one.send(fee_wei=10), one.send(fee_wei=100)
    relayer = relayer_of(one, two, Policy(fee_min_wei=Wei(50)))
    rounds(relayer)
    settled(one, two, rich)
    assert 0 == two.books.delivered[poor]


def test_two_relayers_do_not_disturb_each_other():
    """What the other one has done is no error: every packet is settled once, by either."""
    one, two = joined()
    first, second = relayer_of(one, two), relayer_of(one, two)
    numbers = [one.send() for _ in range(6)]
    for _ in range(12):
        rounds(first, 1)
        rounds(second, 1)
    settled(one, two, *numbers)


def test_a_relayer_that_looks_late_meets_what_another_did(caplog):
    """A refusal that only says "done already" is no warning."""
    one, two = joined()
    first, second = relayer_of(one, two), relayer_of(one, two)
    number = one.send()
    asyncio.run(first._observe_both())
    asyncio.run(second._observe_both())
    with caplog.at_level(logging.WARNING, "kumiai.relayer"):
        rounds(first)
        # The second one acts on what it saw before.
        asyncio.run(second._act(second.sides[1], second.sides[0]))
    settled(one, two, number)
    assert [] == caplog.records


@pytest.mark.parametrize("path_kept", [True, False])
def test_a_restart_goes_on_where_the_chains_are(tmp_path, path_kept):
    """A relayer killed after any round is followed by one that knows what is left to do."""
    path = tmp_path / "journal.json"
    one, two = joined()
    numbers = []
    for _ in range(8):
        numbers.append(one.send())
        rounds(relayer_of(one, two, path=path), 1)
        if not path_kept:
            path.unlink(missing_ok=True)
    rounds(relayer_of(one, two, path=path))
    settled(one, two, *numbers)


def test_a_settled_past_is_not_read_again(tmp_path):
    """The journal moves on as packets end, so a restart is short."""
    path = tmp_path / "journal.json"
    one, two = joined()
    numbers = [one.send() for _ in range(3)]
    rounds(relayer_of(one, two, path=path))
    settled(one, two, *numbers)
    again = relayer_of(one, two, path=path)
    assert again.sides[0].book.scanned >= one.blocks[-3].height - 1
    assert again.sides[0].book.last_sent == 3


def test_nothing_that_may_be_taken_back_is_acted_upon():
    """A packet of a block that is not final is not delivered, so nobody is harmed when it goes."""
    one, two = joined(lags=(3, 3))
    relayer = relayer_of(one, two)
    one.send(payload=b"1")
    asyncio.run(relayer.round())
    one.reorganise(2)
    rounds(relayer, 4)
    assert 0 == sum(two.books.delivered.values())
    number = one.send(payload=b"2")  # the same number, another packet
    rounds(relayer, 20)
    one.settle()
    settled(one, two, number)


def test_a_delivery_that_was_taken_back_is_made_again():
    """A call whose block went away is seen to be undone once that height is final without it."""
    one, two = joined(lags=(0, 4))
    relayer = relayer_of(one, two)
    number = one.send()
    while not two.books.delivered[number]:
        asyncio.run(relayer.round())
    two.reorganise(4)
    assert 0 == two.books.delivered[number]
    rounds(relayer, 25)
    settled(one, two, number)


def test_what_is_under_way_is_not_sent_again():
    """Until its block is final, and its log read, a call that a block took is not repeated."""
    one, two = joined(lags=(0, 5))
    one.send()
    relayer = relayer_of(one, two)
    rounds(relayer, 15)
    words = relayer.sides[1].end.submitted
    assert 1 == sum(word.startswith("deliver") for word in words)


def test_what_is_half_read_is_not_forgotten(monkeypatch, tmp_path):
    """A relayer that starts reads one end slowly: what came of its packets there is kept."""
    path = tmp_path / "journal.json"
    one, two = joined()
    number = one.send()
    relayer = relayer_of(one, two, path=path)
    asyncio.run(relayer._observe_both())
    asyncio.run(relayer._act(relayer.sides[1], relayer.sides[0]))
    one.send()
    asyncio.run(relayer._observe_both())
    assert 1 == two.books.delivered[number] and 0 == one.books.settled[number]
    for _ in range(6):
        one.mine()
    monkeypatch.setattr(module, "SCANS_MAX", 1)
    again = relayer_of(one, two, path=path)
    again.sides[0].scan_blocks = 1
    monkeypatch.setattr(module, "SCAN_BLOCKS", 2)
    again.sides[0].book.scanned -= 1
    rounds(again, 30)
    settled(one, two, number)


def test_answers_that_are_lost_cost_nothing_but_time(caplog):
    """A submission whose answer never came was executed all the same, and is not repeated."""
    one, two = joined()
    numbers = [one.send() for _ in range(3)]
    relayer = relayer_of(one, two)
    relayer.sides[1].end.loses = 2
    relayer.sides[0].end.loses = 1
    rounds(relayer, 20)
    settled(one, two, *numbers)


def test_a_node_that_is_silent_is_waited_for():
    """While an end cannot be read nothing is done, and afterwards everything."""
    one, two = joined()
    number = one.send()
    relayer = relayer_of(one, two)
    relayer.sides[1].end.silent = 5
    rounds(relayer, 4)
    assert [] == relayer.sides[1].end.submitted
    rounds(relayer)
    settled(one, two, number)


def test_a_node_that_serves_false_proofs_costs_no_gas(caplog):
    """A proof that does not fit the trusted root is not submitted, and the node is named."""
    one, two = joined()
    number = one.send()
    relayer = relayer_of(one, two)
    relayer.sides[0].end.lies = True
    with caplog.at_level(logging.WARNING, "kumiai.relayer"):
        rounds(relayer, 4)
    assert 0 == two.books.delivered[number]
    assert not any(w.startswith("deliver") for w in relayer.sides[1].end.submitted)
    assert "so the node lies" in caplog.text
    relayer.sides[0].end.lies = False
    rounds(relayer)
    settled(one, two, number)


def test_a_key_without_coins_is_not_tried_each_second():
    """What is refused waits longer each time, updates included, and goes on when it can."""
    one, two = joined()
    number = one.send()
    relayer = relayer_of(one, two)
    end, relayer._clock = relayer.sides[1].end, lambda: now_s[0]
    now_s = [0.0]
    end.is_poor = True
    for second in range(200):
        now_s[0] = float(second)
        rounds(relayer, 1)
    assert 4 <= len(end.submitted) <= 8
    end.is_poor, now_s[0] = False, 600.0
    rounds(relayer)
    now_s[0] = 1_200.0
    rounds(relayer)
    settled(one, two, number)


def test_a_state_that_is_gone_is_proven_by_a_newer_block():
    """A node that keeps little history costs an update, not the packet."""
    one, two = joined()
    number = one.send()
    relayer = relayer_of(one, two)
    asyncio.run(relayer._observe_both())
    asyncio.run(relayer._update(relayer.sides[1], relayer.sides[0], one.final.height))
    relayer.sides[0].end.pruned = one.final.height
    one.mine()
    rounds(relayer)
    settled(one, two, number)
    assert 2 <= sum(w.startswith("update") for w in relayer.sides[1].end.submitted)


def test_logs_are_asked_for_in_as_small_pieces_as_a_node_takes():
    """Public nodes limit how many blocks one question covers."""
    one, two = joined()
    numbers = [one.send() for _ in range(3)]
    for _ in range(200):
        one.mine()
    numbers.append(one.send())
    relayer = relayer_of(one, two)
    relayer.sides[0].end.span_max = 7
    rounds(relayer, 20)
    settled(one, two, *numbers)


def test_a_final_block_that_changed_makes_it_forget(caplog):
    """Where even a final block is another one now, all is read anew, from the first block."""
    one, two = joined()
    relayer = relayer_of(one, two)
    one.send(payload=b"1")
    asyncio.run(relayer._observe_both())
    one.lag = 2
    one.reorganise(2)
    one.lag = 0
    number = one.send(payload=b"2")
    with caplog.at_level(logging.WARNING, "kumiai.relayer"):
        rounds(relayer)
    assert "is another now" in caplog.text
    settled(one, two, number)


def test_ends_that_do_not_name_each_other_are_refused():
    """A relayer between ends of two routes would only burn gas."""
    one, two = joined()
    three = Chain(103)
    three.remote = one.place
    with pytest.raises(RouteWrong, match="route 1 of chain 101 leads to"):
        relayer_of(one, three)
    assert two.remote == one.place


def test_a_dry_run_says_what_there_is_and_does_nothing():
    """Its plan names the packets of both ends; no call is made."""
    one, two = joined()
    one.send()
    relayer = relayer_of(one, two)
    here, there = asyncio.run(relayer.intentions())
    assert (101, 102) == (here.chain_id, there.chain_id)
    assert there.plan.wanted == one.blocks[-1].height and not here.plan.items
    rounds(relayer, 1)
    assert [Task.DELIVER.value] == [w.split()[0] for w in relayer.sides[1].end.submitted[1:]]


def test_metrics_tell_what_was_done_and_what_is_left():
    """Pending packets, heights and calls are there for whoever watches."""
    one, two = joined()
    one.send()
    relayer = relayer_of(one, two)
    rounds(relayer)
    text = relayer.metrics.render().decode()
    assert 'kumiai_bridge_calls_total{chain="102",task="deliver"} 1.0' in text
    assert 'kumiai_bridge_pending_packets{chain="101"} 0.0' in text
    assert 'kumiai_bridge_balance_coins{chain="101"} 2.5' in text


STEPS = st.lists(
    st.sampled_from(
        ["send", "back", "round", "round", "other", "restart", "reorganise", "lose", "silent",
         "close", "open", "wait"]
    ),
    max_size=40,
)  # fmt: skip


@settings(max_examples=30, deadline=None)
@given(STEPS)
def test_every_packet_ends_exactly_once_whatever_happens(steps):
    """Reorganisations, lost answers, restarts and rivals in any order: delivered xor refunded."""
    one, two = joined(lags=(0, 2))
    relayers = [relayer_of(one, two), relayer_of(one, two)]
    for step in steps:
        if step in ("send", "back"):
            (one if step == "send" else two).send(timeout_s=300)
        elif step in ("round", "other"):
            rounds(relayers[step == "other"], 1)
        elif step == "restart":
            relayers[0] = relayer_of(one, two)
        elif step == "reorganise":
            two.reorganise(2)
        elif step == "lose":
            relayers[0].sides[1].end.loses = 1
        elif step == "silent":
            relayers[0].sides[0].end.silent = 1
        elif step in ("close", "open"):
            two.is_open = step == "open"
        else:
            one.mine(120)
            two.mine(120)
    one.mine(400)
    two.mine(400)
    for _ in range(30):
        rounds(relayers[0], 1)
    for here, there in ((one, two), (two, one)):
        for number in range(1, here.books.last + 1):
            ends = here.books.settled[number] + here.books.refunded[number]
            assert 1 == ends, (here.place.chain_id, number)
            assert there.books.delivered[number] == here.books.settled[number]
