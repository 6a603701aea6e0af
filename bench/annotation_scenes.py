"""
Scenes of annotation: a task settled by gold and by agreement, and a bounty.

    requester --post--> annotators --take, seal, open--> gold | agreement | awards
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from bench.cast import CAST_KEYS
from chain.codec import address_of
from chain.kit.merkle import path_of, tree_of
from chain.types.primitives import ZERO_HASH, Bps, Hash32, Seconds, Wei
from modules.licensing.annotation_batches import answers_seal, gold_leaf
from modules.licensing.annotation_records import Gold, TaskTerms
from modules.licensing.module import Licensing

if TYPE_CHECKING:
    from bench.market_calls import Desk

COIN: Final = 10**18
REQUESTER_KEY: Final = CAST_KEYS[51]
ANNOTATOR_KEYS: Final = CAST_KEYS[52:55]
SALT, REPORT = Hash32(b"\x5a" * 32), Hash32(b"\xbe" * 32)
ANSWERS: Final = bytes((0, 1, 2, 0))
GOLDS: Final = (Gold(0, 0), Gold(2, 2))
BATCHES: Final = 3
TREE: Final = tree_of([gold_leaf(batch, GOLDS, SALT) for batch in range(BATCHES)])
TERMS: Final = TaskTerms(
    guide=Hash32(b"\x61" * 32),
    items_root=Hash32(b"\x17" * 32),
    gold_root=TREE[-1][0],
    batches=BATCHES,
    items=len(ANSWERS),
    labels=3,
    overlap=len(ANNOTATOR_KEYS),
    awards=0,
    pay_wei=Wei(COIN),
    bond_wei=Wei(2 * COIN),
    gold_min_bps=Bps(6_000),
    agreement_min_bps=Bps(7_000),
    policy=0,
    answer_s=Seconds(1_000),
    open_s=Seconds(1_000),
    review_s=Seconds(1_000),
    ends_s=Seconds(0),
)


def play_annotation(desk: Desk) -> None:
    """Make every call of annotation."""
    task = _post(desk, TERMS)
    _answered(desk, task, 0)
    gold = (GOLDS, SALT, path_of(TREE, 0))
    desk.send(REQUESTER_KEY, Licensing, "open_gold", task, 0, *gold)
    _answered(desk, task, 1)
    desk.send(ANNOTATOR_KEYS[0], Licensing, "settle_batch", task, 1)
    desk.send(REQUESTER_KEY, Licensing, "accept_batch", task, 1)
    desk.send(ANNOTATOR_KEYS[0], Licensing, "leave_task", task)
    desk.send(REQUESTER_KEY, Licensing, "close_task", task)
    bounty = _post(desk, replace(TERMS, gold_root=ZERO_HASH, batches=1, awards=1))
    _answered(desk, bounty, 0)
    desk.send(REQUESTER_KEY, Licensing, "pick_awards", bounty, 0, (0,))


def _post(desk: Desk, plain: TaskTerms) -> int:
    """Post a task that all annotators join; return its number."""
    terms = replace(plain, ends_s=Seconds(desk.time_s + 10_000))
    value_wei = terms.batches * (terms.awards or terms.overlap) * terms.pay_wei
    desk.send(REQUESTER_KEY, Licensing, "post_task", terms, value_wei=value_wei)
    task: int = desk.view(Licensing, "task_total")
    for key in ANNOTATOR_KEYS:
        desk.send(key, Licensing, "join_task", task, value_wei=terms.bond_wei)
    return task


def _answered(desk: Desk, task: int, batch: int) -> None:
    for key in ANNOTATOR_KEYS:
        desk.send(key, Licensing, "take_batch", task)
    for key in ANNOTATOR_KEYS:
        seal = answers_seal(task, batch, address_of(key), ANSWERS, REPORT, SALT)
        desk.send(key, Licensing, "seal_answers", task, batch, seal)
    for key in ANNOTATOR_KEYS:
        desk.send(key, Licensing, "open_answers", task, batch, ANSWERS, REPORT, SALT)
