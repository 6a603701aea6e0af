"""
How answers are scored: against gold questions, and against each other, in whole bps.

    answers of all seats --agreement--> bps of items on which a seat says what most say
    answers, gold --gold_score--> bps of gold questions answered right
"""

from collections import Counter
from collections.abc import Sequence

from chain.types.primitives import Bps
from modules.licensing.annotation_records import Gold
from modules.licensing.records import WHOLE


def agreement(answers: Sequence[bytes], index: int) -> Bps:
    """
    Return on how many items one seat says what most others say, in bps.

    A label counts as most people's if no other has more voices; whoever is alone agrees with all.
    """
    items = len(answers[index])
    agreed = 0
    for item in range(items):
        voices = Counter(answer[item] for answer in answers)
        agreed += voices[answers[index][item]] == max(voices.values())
    return Bps(agreed * WHOLE // items)


def valid_golds(answers: Sequence[bytes], golds: Sequence[Gold]) -> tuple[Gold, ...]:
    """
    Return the gold questions that count.

    One that all of several people answer alike but otherwise was the requester's mistake, or its
    trick: nobody loses by it.
    """
    return tuple(
        gold
        for gold in golds
        if len(answers) == 1
        or len({answer[gold.item] for answer in answers}) > 1
        or answers[0][gold.item] == gold.label
    )


def gold_score(answer: bytes, golds: Sequence[Gold]) -> Bps:
    """Return how many of the gold questions that count were answered right, in bps."""
    if not golds:
        return Bps(WHOLE)
    right = sum(answer[gold.item] == gold.label for gold in golds)
    return Bps(right * WHOLE // len(golds))


def ranking(scores: Sequence[int]) -> list[int]:
    """Return positions, the highest score first, the earlier of equals first."""
    return sorted(range(len(scores)), key=lambda index: (-scores[index], index))
