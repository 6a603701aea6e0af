"""Scores in whole bps, for all answers."""

from hypothesis import given
from hypothesis import strategies as st

from modules.licensing.annotation_records import Gold
from modules.licensing.annotation_scores import agreement, gold_score, ranking, valid_golds

ANSWERS = st.integers(1, 8).flatmap(
    lambda items: st.lists(st.binary(min_size=items, max_size=items), min_size=1, max_size=7)
)


@given(ANSWERS)
def test_agreement_is_a_share(answers: list[bytes]) -> None:
    """Between none and the whole; whoever is alone, or says the same as all, agrees wholly."""
    scores = [agreement(answers, index) for index in range(len(answers))]
    assert all(0 <= score <= 10_000 for score in scores)
    assert max(scores) > 0
    same = [answers[0]] * len(answers)
    assert [10_000] * len(same) == [agreement(same, index) for index in range(len(same))]


def test_agreement_counts_items() -> None:
    """Two of three say 1: the third agrees on what it says the same."""
    answers = [b"\1\1\0", b"\1\1\1", b"\1\2\2"]
    assert [10_000, 10_000, 6_666] == [agreement(answers, index) for index in range(3)]


@given(ANSWERS, st.lists(st.integers(0, 7), unique=True), st.integers(0, 255))
def test_gold_that_all_contradict_does_not_count(
    answers: list[bytes], items: list[int], label: int
) -> None:
    """Where several people agree against gold, gold is wrong; with one answer it always counts."""
    golds = tuple(Gold(item, label) for item in items if item < len(answers[0]))
    counted = valid_golds(answers, golds)
    for gold in golds:
        labels = {answer[gold.item] for answer in answers}
        is_contradicted = len(answers) > 1 and len(labels) == 1 and label not in labels
        assert (gold in counted) != is_contradicted
    assert all(0 <= gold_score(answer, counted) <= 10_000 for answer in answers)


def test_gold_scores_and_ranks() -> None:
    """Half right is 5,000 bps; no gold is no fault; equals rank by arrival."""
    golds = (Gold(0, 1), Gold(1, 1))
    assert [10_000, 5_000, 0] == [gold_score(a, golds) for a in (b"\1\1", b"\1\0", b"\0\0")]
    assert 10_000 == gold_score(b"\0", ())
    assert [1, 3, 0, 2] == ranking([5, 9, 5, 9])
